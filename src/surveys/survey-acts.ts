import type { Act } from '../audit/audit.service'
import { indexText } from './index-words'
import { exact } from '../engine/exact'
import { typedNumber } from '../web/number-facts'
import type { SurveyDraft } from './survey-facts'

interface Told {
  readonly draft: SurveyDraft
  readonly areas: readonly string[]
}

/** An act on one round, with what changed of it. */
export function surveyAct(
  action: 'add-survey' | 'change-survey' | 'remove-survey',
  { id, satkerId }: { readonly id: string; readonly satkerId: string },
  { before, after }: { readonly before?: Told; readonly after?: Told },
): Act {
  return {
    action,
    subjectType: 'survey',
    subjectId: id,
    satkerId,
    ...(before ? { before: told(before) } : {}),
    ...(after ? { after: told(after) } : {}),
  }
}

const told = ({ draft, areas }: Told) => ({
  survey: draft.kind,
  heldFrom: draft.heldFrom,
  heldUntil: draft.heldUntil,
  method: draft.method,
  population: draft.population,
  respondents: draft.respondents,
  scale: draft.scale,
  index: typedNumber(indexText(exact(draft.index))),
  conductedBy: draft.conductedBy,
  supportedAreas: areas.join(', '),
})
