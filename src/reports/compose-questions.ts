import { mul, sub, type Exact } from '../engine/exact'
import type { AnswerValue, Contradiction, Flag } from '../engine/scoring/score'
import type { ReadinessFacts } from './readiness-facts'
import { questionText } from './section-titles'

export interface FlagRow {
  readonly code: string
  readonly text: string
  readonly flag: Flag
  /** An option's key, or the exact value of a ratio or an index as 0..1. */
  readonly answer: string | Exact
  /** Points of the total that the answer claims beyond its evidence. */
  readonly gap: Exact
}

export interface ContradictionRow {
  readonly code: string
  readonly text: string
  readonly contradiction: Contradiction
}

/** Every flag with its grounds, in the order of the instrument. */
export function composeFlags(facts: ReadinessFacts): readonly FlagRow[] {
  return facts.score.flags.map(flag => {
    const scored = facts.score.questions.get(flag.question)
    if (!scored) throw new Error(`The score has no question ${flag.question}.`)
    return {
      code: flag.question,
      text: questionText(facts.instrument, flag.question),
      flag,
      answer: answerGiven(facts.answers.get(flag.question)) ?? scored.value,
      gap: mul(scored.share, sub(scored.value, scored.substantiatedValue)),
    }
  })
}

/** Inputs that contradict each other, in the order of the instrument. */
export function composeContradictions(facts: ReadinessFacts): readonly ContradictionRow[] {
  return facts.score.contradictions.map(contradiction => ({
    code: contradiction.question,
    text: questionText(facts.instrument, contradiction.question),
    contradiction,
  }))
}

function answerGiven(answer: AnswerValue | undefined): string | null {
  return answer && 'option' in answer ? answer.option : null
}
