import type { Act } from '../audit/audit.service'
import type { ProfileDraft } from './profile-facts'
import { quarterName } from './profile-words'

/** An act on the figures of a quarter. */
export function profileAct(
  action: string,
  { id, satkerId }: { readonly id: string; readonly satkerId: string },
  { before, after }: { readonly before?: ProfileDraft; readonly after?: ProfileDraft },
): Act {
  return {
    action,
    subjectType: 'profile',
    subjectId: id,
    satkerId,
    ...(before ? { before: told(before) } : {}),
    ...(after ? { after: told(after) } : {}),
  }
}

/** The trail calls the head count of a satker its employees as well, so the figures keep their names. */
const told = (draft: ProfileDraft) => ({
  period: quarterName(draft),
  ...draft.figures,
  areas: draft.areas.join(', '),
})
