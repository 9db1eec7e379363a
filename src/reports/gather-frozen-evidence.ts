import type { FrozenDocument } from '../frozen/frozen-document'
import { usesInOrder } from '../frozen/frozen-uses'
import { pieceFact } from './gather-evidence'
import type { EvidenceFact } from './readiness-facts'

/** The pieces that a frozen worksheet saw, as it saw and numbered them; `opened` are those the reader may open. */
export function gatherFrozenEvidence(document: FrozenDocument, opened: ReadonlySet<string>): EvidenceFact[] {
  const uses = usesInOrder(document)
  return document.evidence.map(piece =>
    pieceFact(
      { ...piece, opened: opened.has(piece.id) },
      uses.filter(use => use.evidence === piece.id),
      [...piece.files].sort((one, other) => compare(one.slot, other.slot)),
    ),
  )
}

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other))
