import type { Actor } from '../access/actor'
import type { ScopedSatker } from '../access/scope'
import { CENTRE, mayOpen } from '../evidence/evidence-access'
import type { FrozenDocument, FrozenEvidence } from './frozen-document'

/**
 * Ids of the pieces of a frozen worksheet this person may read of: restricted ones by whose uses they were then.
 * `restrictedSince` are those that are `terbatas` by now.
 */
export function openedPieces(
  { satkerId, satkerPath }: ScopedSatker,
  actor: Actor,
  document: FrozenDocument,
  restrictedSince: ReadonlySet<string>,
): ReadonlySet<string> {
  const usedIn = new Map<string, (string | null)[]>()
  const note = (part: string | null, evidence: string) =>
    usedIn.set(evidence, [...(usedIn.get(evidence) ?? []), part])
  for (const { part, uses } of document.questions) for (const use of uses) note(part, use.evidence)
  for (const { filledBy, uses } of document.prerequisites)
    for (const use of uses) note(filledBy === 'pusat' ? CENTRE : null, use.evidence)
  const accessOf = ({ id, access }: FrozenEvidence) => (restrictedSince.has(id) ? 'terbatas' : access)
  return new Set(
    document.evidence
      .filter(piece =>
        mayOpen(actor, {
          satkerId,
          satkerPath,
          access: accessOf(piece),
          usedIn: usedIn.get(piece.id) ?? [],
        }),
      )
      .map(piece => piece.id),
  )
}
