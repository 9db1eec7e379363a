import { exact, toText, type Exact } from '../../exact'
import { exactOf } from '../exact-text'
import type { AnswerFacts, WorksheetFacts } from '../facts'
import { inOrder, type Contradiction, type FindingLevel, type Measure } from '../finding'
import { sayNumber } from '../say'

interface Named {
  readonly id: string
  readonly title: string
}

type Found = Pick<Contradiction, 'sentence' | 'questions' | 'remedy'> &
  Partial<Pick<Contradiction, 'about' | 'measures' | 'records'>> & {
    readonly level: Exclude<FindingLevel, 'belum-cukup-data' | 'gagal'>
  }

/** What contradicts; nothing where the level says that it does not. */
export function found({ id, title }: Named, { level, ...seen }: Found): Contradiction[] {
  if (level === 'aman') return []
  return [
    {
      rule: id,
      about: '',
      title,
      level,
      measures: [],
      ...seen,
      records: inOrder(seen.records ?? []),
      questions: [...new Set(seen.questions)].sort(),
    },
  ]
}

/** A figure that a contradiction was judged on. */
export function figure(key: string, label: string, value: Exact | number): Measure {
  const number = typeof value === 'number' ? exact(value) : value
  return { key, label, value: toText(number), shown: sayNumber(number), bounds: '', level: 'waspada' }
}

/** What was typed for a question, whether or not it counts; undefined where nothing was. */
export const answerTo = ({ answers }: WorksheetFacts, code: string): AnswerFacts | undefined =>
  answers.find(one => one.code === code && one.state !== 'unanswered')

/** A typed count or index; null where the key was left empty or the question was not answered. */
export function inputOf(answer: AnswerFacts | undefined, key: string): Exact | null {
  const text = answer?.inputs[key]
  return text === undefined ? null : exactOf(text)
}
