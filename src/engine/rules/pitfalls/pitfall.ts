import { inOrder, type Measure, type Pitfall, type RecordRef } from '../finding'
import { worst } from '../measures'
import { sentenceOf } from '../steps'

export interface PitfallParts {
  readonly rule: string
  readonly title: string
  readonly measures: readonly Measure[]
  readonly records: readonly RecordRef[]
  readonly questions?: readonly string[]
  /** How to clear it. */
  readonly remedy: string
}

/** A pitfall of its measures: as bad as the worst of them, which are what its sentence says. */
export function pitfall({ rule, title, measures, records, questions = [], remedy }: PitfallParts): Pitfall {
  const level = worst(measures)
  return {
    rule,
    about: '',
    title,
    level,
    sentence: sentenceOf(measures.filter(one => one.level === level).map(one => one.shown)),
    measures,
    records: inOrder(records),
    questions: [...questions].sort(),
    remedy: level === 'aman' ? '' : remedy,
  }
}
