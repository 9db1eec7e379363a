import type { FrozenDocument } from '../frozen/frozen-document'
import { usesInOrder } from '../frozen/frozen-uses'
import { pieceFact } from './gather-evidence'
import type { EvidenceFact } from './readiness-facts'

export interface FrozenIndexSetting {
  /** The place of each piece on the shelf, by id. */
  readonly numbers: ReadonlyMap<string, number>
  /** Ids of the pieces the reader may open. */
  readonly opened: ReadonlySet<string>
}

/** The pieces that a frozen worksheet saw, as it saw them, in the order of the shelf. */
export function gatherFrozenEvidence(
  document: FrozenDocument,
  { numbers, opened }: FrozenIndexSetting,
): EvidenceFact[] {
  const uses = usesInOrder(document)
  const place = (id: string) => numbers.get(id) ?? 0
  return [...document.evidence]
    .sort((one, other) => place(one.id) - place(other.id))
    .map(piece =>
      pieceFact(
        { ...piece, number: place(piece.id), opened: opened.has(piece.id) },
        uses.filter(use => use.evidence === piece.id),
        [...piece.files].sort((one, other) => compare(one.slot, other.slot)),
      ),
    )
}

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other))
