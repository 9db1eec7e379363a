import type { ExactText, Facts } from './facts'
import { groundsOf, type Finding, type FindingLevel, type Measure } from './finding'
import type { Findings } from './findings'
import { worst } from './measures'
import { conditions, type Condition } from './readiness-conditions'
import type { RuleBook } from './rule-book'
import { sentenceOf } from './steps'

export const READINESS_VERDICTS = ['siap-diajukan', 'siap-bersyarat', 'belum-siap'] as const
export type ReadinessVerdict = (typeof READINESS_VERDICTS)[number]

/** Why the verdict is what it is: one figure with its sentence, and what stands behind it. */
export interface ReadinessGround {
  /** `bahaya` forbids the hand-in, `waspada` and too little data make it conditional, `aman` speaks for it. */
  readonly level: FindingLevel
  readonly sentence: string
  readonly measure: Measure
  readonly findings: readonly { readonly rule: string; readonly about: string }[]
  /** Gates by code. */
  readonly gates: readonly string[]
}

export interface Readiness {
  readonly verdict: ReadinessVerdict
  readonly predicate: string
  readonly claimed: ExactText
  readonly substantiated: ExactText
  readonly gates: Facts['worksheet']['gates']
  /** What speaks against the hand-in, the heaviest first; what speaks for it where nothing is against. */
  readonly grounds: readonly ReadinessGround[]
  /** All that was looked at. */
  readonly looked: readonly ReadinessGround[]
  readonly recommendations: { readonly done: number; readonly of: number }
  readonly keys: readonly { readonly rule: string; readonly level: string }[]
}

const ORDER: readonly FindingLevel[] = ['bahaya', 'waspada', 'belum-cukup-data', 'aman']

/** The one answer to whether a worksheet can be handed in. `dismissed` holds grounds (`groundsOf`) of findings that people dismissed: they do not count. */
export function readinessOf(
  { cycle, worksheet }: Pick<Facts, 'cycle' | 'worksheet'>,
  findings: Findings,
  book: RuleBook,
  dismissed: ReadonlySet<string> = new Set(),
): Readiness {
  const open = <Level extends string>(family: readonly Finding<Level>[]) =>
    family.filter(one => !dismissed.has(groundsOf(one)))
  const looked = conditions(
    worksheet,
    {
      pitfalls: open<string>(findings.pitfalls),
      contradictions: open<string>(findings.contradictions),
      recommendations: open<string>(findings.recommendations),
      keys: open<string>(findings.keys),
      factors: open<string>(findings.factors),
    },
    book.readiness,
  ).map(groundOf)
  const verdict = verdictOf(looked)
  const against = ORDER.flatMap(level => looked.filter(one => one.level === level && level !== 'aman'))
  return {
    verdict,
    predicate: cycle.predicate,
    claimed: worksheet.claimed,
    substantiated: worksheet.substantiated,
    gates: worksheet.gates,
    grounds: verdict === 'siap-diajukan' ? looked : against,
    looked,
    recommendations: {
      done: findings.recommendations.filter(({ level }) => level === 'selesai').length,
      of: findings.recommendations.length,
    },
    keys: findings.keys.map(({ rule, level }) => ({ rule, level })),
  }
}

function verdictOf(looked: readonly ReadinessGround[]): ReadinessVerdict {
  const level = worst(looked.map(one => one.measure))
  if (level === 'bahaya') return 'belum-siap'
  return level === 'aman' ? 'siap-diajukan' : 'siap-bersyarat'
}

const groundOf = ({ measure, findings = [], gates = [] }: Condition): ReadinessGround => ({
  level: measure.level,
  sentence: sentenceOf([measure.shown]),
  measure,
  findings: findings.map(({ rule, about }) => ({ rule, about })),
  gates,
})
