import { stepAction } from '../assessments/step-words'
import { add, type Exact } from '../engine/exact'
import type { Missing, Step } from '../engine/scoring/score'
import type { ReadinessFacts } from './readiness-facts'
import { questionText, sectionTitle } from './section-titles'

export interface StepRow {
  readonly code: string
  readonly text: string
  readonly step: Step
  /** What to reach and then to record, in the words of the other pages. */
  readonly action: string
  readonly responsible: string
  /** The substantiated total after this step and all before it. */
  readonly total: Exact
  /** Titles of the gates it closes. */
  readonly closes: readonly string[]
}

export interface StepTable {
  readonly predicate: string
  readonly rows: readonly StepRow[]
  /** Titles of the gates that no step can close. */
  readonly unreachable: readonly string[]
}

/** The steps to every predicate asked for, in the order given, with the running total. */
export function composeSteps(facts: ReadinessFacts): readonly StepTable[] {
  return facts.missing.map(missing => stepTable(facts, missing))
}

function stepTable(facts: ReadinessFacts, missing: Missing): StepTable {
  const titles = (codes: readonly string[]) => codes.map(code => sectionTitle(facts.instrument, code))
  let total = facts.score.substantiated.total
  const rows = missing.steps.map(step => {
    total = add(total, step.gain)
    return {
      code: step.question,
      text: questionText(facts.instrument, step.question),
      step,
      action: stepAction(facts.instrument, step),
      responsible: facts.responsible.get(step.question) ?? '',
      total,
      closes: titles(step.closes),
    }
  })
  return { predicate: missing.predicate, rows, unreachable: titles(missing.unreachable) }
}
