import type { PlannedTask, Term } from './agreement-state'

export type TermFault =
  'until-before-from' | 'signed-after-end' | 'task-outside' | 'realised-before' | 'evaluated-before'
export type TaskFault = 'due-before-term' | 'due-after-term' | 'done-before-term' | 'done-in-future'
export type EvaluationFault = 'held-before-term' | 'held-in-future'

/** What stands under an agreement that its term must hold. */
export interface Held {
  readonly tasks: readonly PlannedTask[]
  readonly evaluatedOn: readonly string[]
}

/** What cannot be true of a term and its signature, which may follow the first day but not the last; null when all can. */
export function termFault(
  { validFrom, validUntil, signedOn }: Term & { readonly signedOn: string },
  { tasks, evaluatedOn }: Held,
): TermFault | null {
  if (validUntil < validFrom) return 'until-before-from'
  if (signedOn > validUntil) return 'signed-after-end'
  if (tasks.some(({ dueOn }) => dueOn < validFrom || dueOn > validUntil)) return 'task-outside'
  if (tasks.some(({ doneOn }) => doneOn !== null && doneOn < validFrom)) return 'realised-before'
  return evaluatedOn.some(day => day < validFrom) ? 'evaluated-before' : null
}

/**
 * What cannot be true of a task, each of its dates by itself. A task is due within the term; it may be carried out
 * after the term, but neither before it nor in days to come.
 */
export function taskFaults({ dueOn, doneOn }: PlannedTask, term: Term, today: string): TaskFault[] {
  const faults: TaskFault[] = []
  if (dueOn < term.validFrom) faults.push('due-before-term')
  if (dueOn > term.validUntil) faults.push('due-after-term')
  if (doneOn !== null && doneOn < term.validFrom) faults.push('done-before-term')
  else if (doneOn !== null && doneOn > today) faults.push('done-in-future')
  return faults
}

export function evaluationFault(heldOn: string, { validFrom }: Term, today: string): EvaluationFault | null {
  if (heldOn < validFrom) return 'held-before-term'
  return heldOn > today ? 'held-in-future' : null
}
