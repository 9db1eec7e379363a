import type { Act } from '../audit/audit.service'
import { isComplaints, monthOf, type InputDraft } from './input-facts'

interface Told {
  readonly draft: InputDraft
  readonly areas: readonly string[]
}

/** An act on one input, with what changed of it. */
export function inputAct(
  action: 'add-input' | 'change-input' | 'remove-input',
  { id, satkerId }: { readonly id: string; readonly satkerId: string },
  { before, after }: { readonly before?: Told; readonly after?: Told },
): Act {
  return {
    action,
    subjectType: 'input',
    subjectId: id,
    satkerId,
    ...(before ? { before: told(before) } : {}),
    ...(after ? { after: told(after) } : {}),
  }
}

const told = ({ draft, areas }: Told) => ({
  kind: draft.kind,
  ...(isComplaints(draft) ? counts(draft) : meeting(draft)),
  supportedAreas: areas.join(', '),
})

const counts = (draft: InputDraft) => ({
  month: monthOf(draft),
  received: draft.received,
  done: draft.done,
  inProcess: draft.inProcess,
  averageDays: draft.averageDays,
})

const meeting = ({ happenedOn, subject, stakeholder, people, asked, decided, ...rest }: InputDraft) => ({
  happenedOn,
  subject,
  stakeholder,
  attendance: people,
  asked,
  decided,
  followUp: rest.followUp,
  followedUpOn: rest.followedUpOn,
})
