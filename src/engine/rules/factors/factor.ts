import type { Facts } from '../facts'
import type { FactorReading, RecordRef } from '../finding'
import { worst } from '../measures'
import { rule, type Rule, type RuleMeans } from '../rule'
import { sentenceOf, type Step } from '../steps'

interface Said<Reads extends keyof Facts> {
  readonly id: string
  readonly title: string
  readonly reads: readonly Reads[]
  readonly bands: readonly string[]
  readonly numbers?: readonly string[]
  readonly words?: readonly string[]
  readonly see: (
    facts: Pick<Facts, Reads>,
    means: RuleMeans,
  ) => { readonly steps: readonly Step[]; readonly records: readonly RecordRef[] }
}

/** A success factor of its figures: as good as the worst of them, which are what its sentence says. */
export const factor = <Reads extends keyof Facts>({
  id,
  title,
  reads,
  bands,
  numbers = [],
  words = [],
  see,
}: Said<Reads>): Rule<FactorReading> =>
  rule({
    id,
    title,
    basis: 'Tujuh faktor keberhasilan',
    reads,
    bands,
    numbers,
    words,
    read: (facts: Pick<Facts, Reads>, means) => {
      const { steps, records } = see(facts, means)
      const measures = steps.map(one => one.measure)
      const level = worst(measures)
      const decisive = steps.filter(one => one.measure.level === level)
      return {
        rule: id,
        about: '',
        title,
        level,
        sentence: sentenceOf(decisive.map(one => one.measure.shown)),
        measures,
        records,
        questions: [],
        remedy: level === 'aman' ? '' : (decisive[0]?.next ?? ''),
      }
    },
  })
