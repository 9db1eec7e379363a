import type { Facts } from '../facts'
import type { Measure, Reading, RecommendationReading, RecordRef } from '../finding'
import { COMPARISON_WORDS, measure, type Measured } from '../measures'
import { rule, type Rule, type RuleMeans } from '../rule'
import type { Band } from '../rule-book'
import { sayNumber } from '../say'
import { sentenceOf, type Step } from '../steps'

interface Seen {
  /** What brings the recommendation forward. */
  readonly steps: readonly Step[]
  /** What only holds it back: none of it is no progress yet. */
  readonly limits?: readonly Step[]
  readonly records: readonly RecordRef[]
}

interface Said<Reads extends keyof Facts> {
  readonly number: number
  readonly title: string
  readonly reads: readonly Reads[]
  readonly bands: readonly string[]
  readonly numbers?: readonly string[]
  readonly see: (facts: Pick<Facts, Reads>, means: RuleMeans) => Seen
}

/** The reading of one recommendation from its figures; the next act is that of the first figure that is short. */
export function recommendation<Reads extends keyof Facts>({
  number,
  title,
  reads,
  bands,
  numbers = [],
  see,
}: Said<Reads>): Rule<RecommendationReading> {
  const id = `recommendation-${number}`
  return rule({
    id,
    title,
    basis: `Sebelas rekomendasi pendampingan, nomor ${number}`,
    reads,
    bands,
    numbers,
    read: (facts: Pick<Facts, Reads>, means) => {
      const { steps, limits = [], records } = see(facts, means)
      const all = [...steps, ...limits]
      return {
        rule: id,
        about: '',
        title,
        level: readingOf(
          steps.map(one => one.measure),
          limits.map(one => one.measure),
        ),
        sentence: sentenceOf(
          [...steps, ...limits.filter(one => one.measure.value !== null)].map(one => one.measure.shown),
        ),
        measures: all.map(one => one.measure),
        records,
        questions: [],
        remedy: all.find(one => one.measure.level !== 'aman')?.next ?? '',
      }
    },
  })
}

/**
 * All figures at their bound and nothing holding back: `selesai`; any begun: `berjalan`; none: `belum`. A figure that could
 * not be taken lets nothing be finished, and where no other has begun, too little is known.
 */
function readingOf(steps: readonly Measure[], limits: readonly Measure[]): Reading {
  const levels = steps.map(({ level }) => level).filter(level => level !== 'belum-cukup-data')
  const isLacking = levels.length < steps.length
  if (levels.every(level => level === 'bahaya')) return isLacking ? 'belum-cukup-data' : 'belum'
  const isHeldBack = limits.some(({ level }) => level === 'waspada' || level === 'bahaya')
  return isLacking || isHeldBack || !levels.every(level => level === 'aman') ? 'berjalan' : 'selesai'
}

const OPPOSITE: Readonly<Record<Band['is'], Band['is']>> = { '<': '>=', '<=': '>', '>': '<=', '>=': '<' }

/** A figure of progress: `selesai` outside its band, `belum` at its far end. */
export function progress({ next, ...measured }: Measured & { readonly next: string }): Step {
  const { band, say = sayNumber } = measured
  const bounds = [
    band.waspada && `selesai bila ${COMPARISON_WORDS[OPPOSITE[band.is]]} ${say(band.waspada)}`,
    band.bahaya && `belum bila ${COMPARISON_WORDS[band.is]} ${say(band.bahaya)}`,
  ]
  return { next, measure: { ...measure(measured), bounds: bounds.filter(Boolean).join(', ') } }
}
