import type { Act } from '../audit/audit.service'
import type { ActivityDraft } from './activity-facts'
import type { PointDraft } from './point-facts'

interface Subject {
  readonly id: string
  readonly satkerId: string
}

interface Change<Draft> {
  readonly before?: Draft
  readonly after?: Draft
}

const actOn = (action: string, subjectType: string, { id, satkerId }: Subject): Act => ({
  action,
  subjectType,
  subjectId: id,
  satkerId,
})

/** An act on an activity; of a long agenda the trail says that it changed. */
export function activityAct(action: string, subject: Subject, change: Change<ActivityDraft> = {}): Act {
  const { before, after } = change
  const agenda = before && after && before.agenda !== after.agenda ? { agendaChanged: true } : {}
  return {
    ...actOn(action, 'activity', subject),
    ...(before ? { before: told(before) } : {}),
    ...(after ? { after: { ...agenda, ...told(after) } } : {}),
  }
}

const told = ({ agenda: _agenda, guests, kind, heldUntil, ...facts }: ActivityDraft) => ({
  activityKind: kind,
  ...facts,
  heldUntil: heldUntil === facts.heldOn ? null : heldUntil,
  guests: Object.values(guests).reduce((sum, people) => sum + people, 0) || null,
})

/** How many names were put on or taken off: the trail is kept for good, the names are not. */
export const participantsAct = (action: string, subject: Subject, people: number): Act => ({
  ...actOn(action, 'activity', subject),
  after: { participants: people },
})

/** An act on a point. Who owes it is an office, and people write names all the same: the trail quotes none. */
export function pointAct(action: string, subject: Subject, change: Change<PointDraft> = {}): Act {
  const { before, after } = change
  const owner = before && after && before.owner !== after.owner ? { ownerChanged: true } : {}
  const facts = ({ text, dueOn, doneOn }: PointDraft) => ({ point: text, dueOn, doneOn })
  return {
    ...actOn(action, 'activity', subject),
    ...(before ? { before: facts(before) } : {}),
    ...(after ? { after: { ...owner, ...facts(after) } } : {}),
  }
}
