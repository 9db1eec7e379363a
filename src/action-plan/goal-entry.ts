import type { Register } from '../registers/register'
import type { EntryFacts } from '../registers/register-entry'
import type { EntryLinkKind } from '../registers/register-entry.entity'
import type { GoalDraft, GoalRow } from './goal-facts'
import { claimOf } from './plan-words'

/** What a goal refers to in other registers, and as what. */
export interface GoalLink {
  readonly kind: EntryLinkKind
  readonly registers: readonly Register[]
  readonly act: string
}

/** The activities that carry a goal out. */
export const CARRIED_OUT_BY: GoalLink = {
  kind: 'carried-out-by',
  registers: ['activities'],
  act: 'choose-goal-activities',
}

/** What stakeholders said that a goal answers. */
export const ANSWERS: GoalLink = {
  kind: 'answers',
  registers: ['inputs', 'surveys'],
  act: 'choose-goal-reasons',
}

/** What the registers say of a goal; `questions` only where they were said. */
export const goalEntry = (
  { id, satkerId }: Pick<GoalRow, 'id' | 'satkerId'>,
  goal: GoalDraft,
  standing: Pick<GoalRow, 'percent' | 'reportedOn'>,
  questions?: readonly string[],
): EntryFacts => ({
  id,
  satkerId,
  register: 'action-plan',
  title: goal.title,
  summary: claimOf({ ...goal, ...standing }),
  happenedOn: goal.startsOn,
  happenedUntil: goal.dueOn,
  areas: goal.areas,
  questions,
})
