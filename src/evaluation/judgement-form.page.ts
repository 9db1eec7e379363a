import { DECISIONS, type Decision } from '../engine/stages/decisions'
import { formatScore } from '../web/format/number'
import { typedText } from '../worksheets/answer-content'
import { stampText } from '../worksheets/answer-stamp'
import { storedValue } from './apply-saying'
import { DECISION_WORDS } from './column-words'
import { deskOfSeat } from './desk-addresses'
import type { EvaluatedQuestion } from './evaluated-questions.service'
import type { JudgedTyping } from './judged-typing'
import { SEAT_WORDS } from './seat-words'

/** Decision, value and note of one question, as they stand or as they were typed and refused. */
export interface JudgementForm {
  readonly id: string
  readonly action: string
  readonly editable: boolean
  readonly seat: string
  readonly before: string
  readonly sheet: string
  readonly stamp: string
  readonly decided: string
  readonly decisions: readonly {
    readonly value: Decision
    readonly label: string
    readonly key: string
    readonly checked: boolean
  }[]
  readonly decisionError: string
  readonly options: readonly {
    readonly id: string
    readonly key: string
    readonly digit: string
    readonly value: string
    readonly criterion: string
    readonly checked: boolean
    /** `Mandiri` beside the option that the column before holds. */
    readonly mark: string
  }[]
  readonly optionError: string
  readonly inputs: readonly {
    readonly id: string
    readonly key: string
    readonly label: string
    readonly value: string
    readonly before: string
    readonly inputmode: 'numeric' | 'decimal'
    readonly error: string
  }[]
  /** Whom the note is for. */
  readonly noteLabel: string
  readonly note: string
  readonly noteError: string
}

const DECISION_KEYS: Readonly<Record<Decision, string>> = {
  setuju: 'S',
  ubah: 'U',
  'minta bukti': 'B',
  tunda: 'T',
}

export function judgementForm(
  shown: EvaluatedQuestion,
  { judgement, errors = {} }: JudgedTyping,
): JudgementForm {
  const { evaluation, place, row, sheet, before, columns, closed } = shown
  const { question } = place
  const { contents } = sheet
  const answer = contents.answers.get(question.code)
  const decision = contents.decisions.get(question.code)
  const stored = storedValue(answer)
  const column = before ? columns.get(before.id) : undefined
  const standing = {
    option: column?.option ?? null,
    inputs: column?.inputs ? (JSON.parse(column.inputs) as Record<string, string>) : null,
  }
  const name = SEAT_WORDS[before?.seat ?? 'satker'].column
  const chosen = judgement?.option ?? stored.option
  const decided = judgement?.decision ?? decision?.decision ?? null
  return {
    id: `putusan-${question.code}`,
    action: deskOfSeat(row.seat).question(evaluation.assessment.id, question.code),
    editable: closed === null,
    seat: SEAT_WORDS[row.seat].column,
    before: name,
    sheet: row.id,
    stamp: stampText(
      { ...stored, valueVersion: answer?.valueVersion ?? 0 },
      { note: answer?.note ?? '', noteVersion: answer?.noteVersion ?? 0 },
    ),
    decided: `${decision?.version ?? 0}.${decision?.decision ?? ''}`,
    decisions: DECISIONS.map(value => ({
      value,
      label: DECISION_WORDS[value],
      key: DECISION_KEYS[value],
      checked: decided === value,
    })),
    decisionError: errors['decision'] ?? '',
    options:
      question.kind === 'choice'
        ? question.options.map(({ key, value, criterion }, place) => ({
            id: `pilihan-${key}`,
            key,
            digit: String(place + 1),
            value: formatScore(value),
            criterion,
            checked: key === chosen,
            mark: key === standing.option ? name : '',
          }))
        : [],
    optionError: errors['option'] ?? '',
    inputs:
      question.kind === 'choice'
        ? []
        : question.inputs.map(({ key, label, type, informational }) => ({
            id: `angka-${key}`,
            key,
            label: informational ? `${label} (boleh kosong)` : label,
            value: judgement?.inputs?.[key] ?? typedText(stored.inputs?.[key] ?? ''),
            before: standing.inputs?.[key] === undefined ? '' : `${name} ${typedText(standing.inputs[key])}`,
            inputmode: type === 'count' ? ('numeric' as const) : ('decimal' as const),
            error: errors[key] ?? '',
          })),
    noteLabel: row.seat === 'second' ? 'Catatan' : 'Catatan untuk satker',
    note: judgement?.note ?? answer?.note ?? '',
    noteError: errors['note'] ?? '',
  }
}
