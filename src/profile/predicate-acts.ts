import type { Act } from '../audit/audit.service'
import { heldFactsOf, type HeldPredicateDraft } from './held-predicate-facts'

/** An act on a predicate that a satker was given: on what stood, on what stands now, or on both. */
export function predicateAct(
  { id, satkerId }: { readonly id: string; readonly satkerId: string },
  { before, after }: { readonly before?: HeldPredicateDraft; readonly after?: HeldPredicateDraft },
): Act {
  const verb = !before ? 'add' : !after ? 'remove' : 'change'
  return {
    action: `${verb}-predicate`,
    subjectType: 'predicate',
    subjectId: id,
    satkerId,
    ...(before ? { before: heldFactsOf(before) } : {}),
    ...(after ? { after: heldFactsOf(after) } : {}),
  }
}
