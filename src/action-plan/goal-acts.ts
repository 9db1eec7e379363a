import type { Act } from '../audit/audit.service'
import { draftOf, type GoalDraft, type SeenGoal } from './goal-facts'
import { measureWords, SERVES_WORDS } from './plan-words'

/** An act on a goal. The trail is kept for good and people are not: it says that the owner changed, never who it is. */
export function goalAct(
  action: string,
  { id, satkerId }: { readonly id: string; readonly satkerId: string },
  change: { readonly before?: SeenGoal; readonly after?: GoalDraft } = {},
): Act {
  const before = change.before && draftOf(change.before)
  const { after } = change
  const owner = before && after && before.owner !== after.owner ? { ownerChanged: true } : {}
  return {
    action,
    subjectType: 'goal',
    subjectId: id,
    satkerId,
    ...(before ? { before: told(before) } : {}),
    ...(after ? { after: { ...told(after), ...owner } } : {}),
  }
}

const told = (goal: GoalDraft) => ({
  planYear: goal.year,
  goal: goal.title,
  serves: goal.serves === 'none' ? '' : `${SERVES_WORDS[goal.serves]}: ${goal.served}`,
  startsOn: goal.startsOn,
  dueOn: goal.dueOn,
  indicator: goal.indicator,
  target: measureWords(goal),
  areas: goal.areas.join(', '),
})
