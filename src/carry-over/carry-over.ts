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

/** A piece of evidence as one cycle uses it for a question. */
export interface HeldUse {
  readonly question: string
  readonly evidenceId: string
  /** JSON: a list of stages. */
  readonly stages: string
  readonly claim: string
  readonly page: string
}

/** The worksheet of one cycle. */
export interface Held {
  readonly instrument: Instrument
  readonly answers: readonly HeldAnswer[]
  readonly uses: readonly HeldUse[]
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
  /** Value and note: code, scale and criteria are the same. */
  readonly whole: readonly CarriedAnswer[]
  /** The note alone: the question was changed, or its answer was never confirmed. */
  readonly noteOnly: readonly CarriedAnswer[]
  /** Evidence of questions that mean the same, with or without an answer; a piece that is used there already is not among them. */
  readonly uses: readonly HeldUse[]
  /** Answered already, gone from the instrument, or nothing to bring. */
  readonly skipped: number
}

export interface CarryOver {
  /** The year it comes from. */
  readonly year: number
  readonly plan: CarryOverPlan
}

/** The questions onto which something is copied. */
export const questionsOf = ({ whole, noteOnly, uses }: CarryOverPlan): string[] => [
  ...new Set([...whole, ...noteOnly, ...uses].map(({ question }) => question)),
]

/** Only onto questions without an answer; an answer that nobody confirmed last time brings its note alone. */
export function carryOverPlan(from: Held, to: Held): CarryOverPlan {
  const standing = new Map(to.answers.map(answer => [answer.question, answer]))
  const before = lookup(from.instrument).questions
  const after = lookup(to.instrument).questions
  const isOpen = (code: string): boolean => {
    const now = standing.get(code)
    return before.has(code) && after.has(code) && !(now && hasValue(now))
  }
  const meansTheSame = (code: string): boolean =>
    sameAnswerMeaning(before.get(code)!.question, after.get(code)!.question)
  const whole: CarriedAnswer[] = []
  const noteOnly: CarriedAnswer[] = []
  for (const answer of from.answers.filter(({ question }) => isOpen(question))) {
    const { question, option, inputs } = answer
    const note = answer.note !== '' && !standing.get(question)?.note ? answer.note : null
    if (hasValue(answer) && !answer.carried && meansTheSame(question))
      whole.push({ question, option, inputs, note })
    else if (note !== null) noteOnly.push({ question, option: null, inputs: null, note })
  }
  const used = new Set(to.uses.map(pairOf))
  return {
    whole,
    noteOnly,
    uses: from.uses.filter(
      use => isOpen(use.question) && meansTheSame(use.question) && !used.has(pairOf(use)),
    ),
    skipped: from.answers.length - whole.length - noteOnly.length,
  }
}

const hasValue = (answer: HeldAnswer): boolean => answer.option !== null || answer.inputs !== null
const pairOf = ({ question, evidenceId }: HeldUse): string => `${question} ${evidenceId}`
