import type { EntryFacts } from '../registers/register-entry'
import type { EntryLinkKind } from '../registers/register-entry.entity'
import type { GoalDraft, GoalRow } from './goal-facts'
import { claimOf } from './plan-words'

/** As what a goal refers to an activity. */
export const CARRIED_OUT_BY: EntryLinkKind = 'carried-out-by'

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
