import type { Act } from '../audit/audit.service'
import {
  factsOf,
  taskFactsOf,
  type AgreementDraft,
  type EvaluationDraft,
  type TaskDraft,
} from './agreement-facts'
import { INTERVAL_WORDS, KIND_WORDS, PARTNER_WORDS, REALM_WORDS } from './agreement-words'

interface Of {
  readonly id: string
  readonly satkerId: string
}

interface Change<T> {
  readonly before?: T
  readonly after?: T
}

/** A file may leave the areas as they stand. */
type FiledDraft = AgreementDraft & { readonly areas?: readonly string[] | undefined }

/** An act on an agreement or on what stands under it; all of them are told on the agreement's page. */
const act = (action: string, { id, satkerId }: Of, before?: object, after?: object): Act => ({
  action,
  subjectType: 'agreement',
  subjectId: id,
  satkerId,
  ...(before ? { before } : {}),
  ...(after ? { after } : {}),
})

/** Whoever signs or answers is named in the register alone: the trail, which stays, says that it changed. */
export const agreementAct = (
  action: 'add-agreement' | 'change-agreement' | 'remove-agreement',
  of: Of,
  { before, after }: Change<FiledDraft>,
): Act => {
  const signatory = before && after && before.signedBy !== after.signedBy ? { signatoryChanged: true } : {}
  return act(action, of, before && toldOf(before), after && { ...toldOf(after), ...signatory })
}

/** A realisation is an act of its own: it is what the register is about. */
export function taskAct(of: Of, { before, after }: Change<TaskDraft>): Act {
  const realised = (after?.doneOn ?? null) !== null && (before?.doneOn ?? null) === null
  const action = !before
    ? 'add-agreement-task'
    : !after
      ? 'remove-agreement-task'
      : realised
        ? 'realise-agreement-task'
        : 'change-agreement-task'
  const owner = before && after && before.owner !== after.owner ? { ownerChanged: true } : {}
  return act(action, of, before && toldOfTask(before), after && { ...toldOfTask(after), ...owner })
}

export function evaluationAct(of: Of, { before, after }: Change<EvaluationDraft>): Act {
  const told = ({ heldOn, finding }: EvaluationDraft) => ({ heldOn, finding })
  const verb = !before ? 'add' : !after ? 'remove' : 'change'
  return act(`${verb}-agreement-evaluation`, of, before && told(before), after && told(after))
}

/** Codes in words: the trail is kept as it was read. */
const toldOf = (draft: FiledDraft) => {
  const { realm, kind, partnerKind, evaluateEvery, title, signedBy: _name, ...rest } = factsOf(draft)
  return {
    agreementTitle: title,
    ...rest,
    realm: REALM_WORDS[realm],
    agreementKind: KIND_WORDS[kind],
    partnerKind: PARTNER_WORDS[partnerKind],
    evaluateEvery: INTERVAL_WORDS[evaluateEvery],
    ...(draft.areas ? { areas: draft.areas } : {}),
  }
}

const toldOfTask = (draft: TaskDraft) => {
  const { title, owner: _name, evidenceId, ...rest } = taskFactsOf(draft)
  return { agreementTask: title, ...rest, hasProof: evidenceId !== null }
}
