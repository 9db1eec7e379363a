import { CONTRADICTIONS } from '../../../src/engine/rules/contradictions/contradictions'
import { FACTORS } from '../../../src/engine/rules/factors/factors'
import { findingsOf, type Findings } from '../../../src/engine/rules/findings'
import { KEYS } from '../../../src/engine/rules/keys/keys'
import { PITFALLS } from '../../../src/engine/rules/pitfalls/pitfalls'
import { READINESS_VERDICTS, readinessOf } from '../../../src/engine/rules/readiness'
import { READINESS_NEEDS } from '../../../src/engine/rules/readiness-conditions'
import { RECOMMENDATIONS } from '../../../src/engine/rules/recommendations/recommendations'
import type { RuleBook } from '../../../src/engine/rules/rule-book'
import type { Levels, WorkedUnit } from './worked-units'

/** What was expected and what was found of one rule in one unit. */
export interface Compared {
  readonly unit: string
  readonly family: string
  readonly rule: string
  readonly expected: string
  readonly found: string
}

interface Judged {
  readonly family: string
  readonly rules: readonly string[]
  readonly levels: readonly string[]
}

/** What stands for a contradiction that is not there, and for a ground that is not against the hand-in. */
const NONE = 'tidak'
const READ = ['aman', 'waspada', 'bahaya', 'belum-cukup-data']
const idsOf = (rules: readonly { readonly id: string }[]): string[] => rules.map(({ id }) => id)

/** All that a worked unit is judged on, with the levels that there are, the best first. */
export const JUDGED: readonly Judged[] = [
  { family: 'pitfalls', rules: idsOf(PITFALLS), levels: READ },
  { family: 'contradictions', rules: idsOf(CONTRADICTIONS), levels: [NONE, 'waspada', 'bahaya'] },
  {
    family: 'recommendations',
    rules: idsOf(RECOMMENDATIONS),
    levels: ['selesai', 'berjalan', 'belum', 'belum-cukup-data'],
  },
  { family: 'keys', rules: idsOf(KEYS), levels: ['membaik', 'tetap', 'memburuk', 'belum-terukur'] },
  { family: 'factors', rules: idsOf(FACTORS), levels: READ },
  { family: 'readiness', rules: ['verdict'], levels: READINESS_VERDICTS },
  {
    family: 'grounds',
    rules: READINESS_NEEDS.bands,
    levels: [NONE, 'waspada', 'bahaya', 'belum-cukup-data'],
  },
]

/** Every rule in every unit: what people said of it beside what it says. */
export const compareAll = (units: readonly WorkedUnit[], book: RuleBook): Compared[] =>
  units.flatMap(({ name, facts, expected }) => {
    const findings = findingsOf(facts, book)
    const { verdict, looked } = readinessOf(facts, findings, book)
    const { verdict: expectedVerdict, ...grounds } = expected.readiness
    const found: Readonly<Record<string, Levels>> = {
      ...levelsByFamily(findings),
      readiness: { verdict },
      grounds: Object.fromEntries(
        looked.flatMap(({ level, measure }) => (level === 'aman' ? [] : [[measure.key, level]])),
      ),
    }
    const said: Readonly<Record<string, Levels>> = {
      ...expected,
      readiness: { verdict: expectedVerdict ?? '' },
      grounds,
    }
    return JUDGED.flatMap(({ family, rules }) =>
      namedIn(rules, said[family], found[family]).map(rule => ({
        unit: name,
        family,
        rule,
        expected: said[family]?.[rule] ?? NONE,
        found: found[family]?.[rule] ?? NONE,
      })),
    )
  })

/** The rules of the family, and whatever else is named: a misspelt rule is a difference. */
const namedIn = (rules: readonly string[], ...all: readonly (Levels | undefined)[]): string[] => [
  ...new Set([...rules, ...all.flatMap(levels => Object.keys(levels ?? {}))]),
]

/** Where a rule found several things, the heaviest. */
const levelsByFamily = (findings: Findings): Readonly<Record<string, Levels>> =>
  Object.fromEntries(
    Object.entries(findings as unknown as Record<string, Findings['contradictions']>).map(
      ([family, list]) => [
        family,
        Object.fromEntries(
          [...list]
            .sort((a, b) => a.level.localeCompare(b.level) * -1)
            .map(({ rule, level }) => [rule, level]),
        ),
      ],
    ),
  )

/** Levels of rules that no unit is expected to reach. */
export const neverExpected = (compared: readonly Compared[]): string[] => {
  const expected = new Set(compared.map(one => `${one.rule} ${one.expected}`))
  return JUDGED.flatMap(({ rules, levels }) =>
    rules.flatMap(rule => levels.map(level => `${rule} ${level}`)),
  ).filter(one => !expected.has(one))
}

/** One table per family: a line per rule, with the units where a level was expected and found, then what was found in its place. */
export const report = (compared: readonly Compared[]): string =>
  JUDGED.map(({ family, levels }) =>
    tableOf(
      family,
      levels,
      compared.filter(one => one.family === family),
    ),
  ).join('\n\n')

function tableOf(family: string, levels: readonly string[], compared: readonly Compared[]): string {
  const rules = [...new Set(compared.map(({ rule }) => rule))]
  const lines = [
    [family, ...levels, 'expected > found'],
    ...rules.map(rule =>
      lineOf(
        rule,
        levels,
        compared.filter(one => one.rule === rule),
      ),
    ),
    ...(rules.length > 1 ? [lineOf('all', levels, compared)] : []),
  ]
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map(line => line[column]!.length)))
  return lines
    .map(line =>
      line
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)))
        .join('  '),
    )
    .join('\n')
}

function lineOf(rule: string, levels: readonly string[], compared: readonly Compared[]): string[] {
  const agreed = (level: string) =>
    compared.filter(({ expected, found }) => expected === level && found === level).length
  const different = compared
    .filter(({ expected, found }) => expected !== found)
    .map(({ expected, found }) => `${expected} > ${found}`)
  const kinds = [...new Set(different)].sort()
  return [
    rule,
    ...levels.map(level => String(agreed(level) || '·')),
    kinds.map(kind => `${different.filter(one => one === kind).length} ${kind}`).join(', '),
  ]
}
