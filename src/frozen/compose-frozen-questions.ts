import { toText } from '../engine/exact'
import type { Instrument, Question } from '../engine/instrument/instrument'
import { lookup } from '../engine/instrument/lookup'
import type { Score } from '../engine/scoring/score'
import type { FrozenAnswer, FrozenPerson, FrozenQuestion, FrozenUse } from './frozen-document'
import type { AnswerToFreeze } from './frozen-worksheet.repository'

export type UsesByQuestion = ReadonlyMap<string, readonly FrozenUse[]>

export const personOf = (id: string | null, name: string | null): FrozenPerson | null =>
  id === null ? null : { id, name: name ?? '' }

/** Every question of the instrument with its answer, its score and what proves it. */
export function frozenQuestions(
  instrument: Instrument,
  score: Score,
  answers: readonly AnswerToFreeze[],
  usesOf: UsesByQuestion,
): FrozenQuestion[] {
  const { questions, partOfQuestion } = lookup(instrument)
  const rows = new Map(answers.map(row => [row.question, row]))
  return [...questions].map(([code, { question, section }]) => {
    const scored = score.questions.get(code)!
    const row = rows.get(code)
    const { share, expected, shown, missing, missingNature } = scored.coverage
    return {
      code,
      section: section.code,
      part: partOfQuestion.get(code) ?? '',
      text: question.text,
      kind: question.kind,
      state: scored.state,
      value: toText(scored.value),
      rule: scored.rule,
      zeroRule: scored.rule === 'zero-rule' && question.kind === 'ratio' ? question.zeroRule.text : null,
      share: toText(scored.share),
      coverage: { share: toText(share), expected, shown, missing, missingNature },
      substantiatedValue: toText(scored.substantiatedValue),
      flags: score.flags.filter(flag => flag.question === code),
      answer: row ? frozenAnswer(question, row) : null,
      note: row ? frozenNote(row) : null,
      carried: Boolean(row?.carried),
      uses: usesOf.get(code) ?? [],
    }
  })
}

function frozenAnswer(question: Question, row: AnswerToFreeze): FrozenAnswer | null {
  if (row.carried || (row.option === null && row.inputs === null)) return null
  const saying = { by: personOf(row.valueBy, row.valueByName), at: row.valueAt }
  if (question.kind === 'choice') {
    const option = question.options.find(candidate => candidate.key === row.option)
    return {
      ...saying,
      option: option ? { key: option.key, criterion: option.criterion } : null,
      inputs: null,
    }
  }
  const typed = JSON.parse(row.inputs ?? '{}') as Readonly<Record<string, string>>
  const inputs = question.inputs.flatMap(({ key, label }) => {
    const value = typed[key]
    return value === undefined ? [] : [{ key, label, value }]
  })
  return inputs.length === 0 ? null : { ...saying, option: null, inputs }
}

const frozenNote = (row: AnswerToFreeze): FrozenQuestion['note'] =>
  row.note === '' ? null : { text: row.note, by: personOf(row.noteBy, row.noteByName), at: row.noteAt }
