import type { Act } from '../audit/audit.service'
import { formatDate } from '../web/format/date'
import { formatDecimal } from '../web/format/number'
import { factsOf, type InnovationDraft } from './innovation-facts'

/** An act on an innovation, with its facts before and after. */
export function innovationAct(
  action: string,
  { id, satkerId }: { readonly id: string; readonly satkerId: string },
  { before, after }: { readonly before?: InnovationDraft; readonly after?: InnovationDraft },
): Act {
  return {
    action,
    subjectType: 'innovation',
    subjectId: id,
    satkerId,
    ...(before ? { before: told(before) } : {}),
    ...(after ? { after: told(after) } : {}),
  }
}

/** Lists in words; agents of change by their number, because the trail outlives their names. */
function told(draft: InnovationDraft) {
  const { copies, agents, areas, beforeValue, afterValue, ...facts } = factsOf(draft)
  return {
    ...facts,
    beforeValue: beforeValue && formatDecimal(beforeValue),
    afterValue: afterValue && formatDecimal(afterValue),
    copies: copies.map(({ unit, on }) => `${unit} (${formatDate(on)})`).join('; '),
    agents: agents.length,
    areas: areas.join(', '),
  }
}
