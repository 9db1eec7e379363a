import { sameAnswerMeaning } from '../engine/instrument/diff'
import type { Instrument } from '../engine/instrument/instrument'
import { lookup } from '../engine/instrument/lookup'

/** What one cycle holds for a question. */
export interface HeldAnswer {
  readonly question: string
  readonly option: string | null
  readonly inputs: Readonly<Record<string, string>> | null
  readonly note: string
  readonly carried: boolean
}

export interface CarriedAnswer {
  readonly question: string
  readonly option: string | null
  readonly inputs: Readonly<Record<string, string>> | null
  /** Null: the note that stands there stays. */
  readonly note: string | null
}

/** What a copy from an earlier cycle brings. */
export interface CarryOverPlan {
  /** Value and note, with their evidence: code, scale and criteria are the same. */
  readonly whole: readonly CarriedAnswer[]
  /** The note alone: the question was changed, or its answer was never confirmed. */
  readonly noteOnly: readonly CarriedAnswer[]
  /** Answered already, gone from the instrument, or nothing to bring. */
  readonly skipped: number
}

/** Only onto questions without an answer; an answer that nobody confirmed last time brings its note alone. */
export function carryOverPlan(
  from: { readonly instrument: Instrument; readonly answers: readonly HeldAnswer[] },
  to: { readonly instrument: Instrument; readonly answers: readonly HeldAnswer[] },
): CarryOverPlan {
  const standing = new Map(to.answers.map(answer => [answer.question, answer]))
  const whole: CarriedAnswer[] = []
  const noteOnly: CarriedAnswer[] = []
  for (const answer of from.answers) {
    const now = standing.get(answer.question)
    const before = lookup(from.instrument).questions.get(answer.question)?.question
    const after = lookup(to.instrument).questions.get(answer.question)?.question
    if (!before || !after || (now && hasValue(now))) continue
    const note = answer.note !== '' && !now?.note ? answer.note : null
    if (hasValue(answer) && !answer.carried && sameAnswerMeaning(before, after))
      whole.push({ question: answer.question, option: answer.option, inputs: answer.inputs, note })
    else if (note !== null) noteOnly.push({ question: answer.question, option: null, inputs: null, note })
  }
  return { whole, noteOnly, skipped: from.answers.length - whole.length - noteOnly.length }
}

const hasValue = (answer: HeldAnswer): boolean => answer.option !== null || answer.inputs !== null
