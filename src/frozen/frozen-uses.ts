import type { FrozenDocument, FrozenEvidence, FrozenUse } from './frozen-document'

/** A use with the code of its question, or `P.` and the id of its prerequisite, and the piece it is of. */
export interface UseInDocument extends FrozenUse {
  readonly question: string
  readonly piece: FrozenEvidence
}

/** Every use of a frozen worksheet in the order they were made. */
export function usesInOrder({ questions, prerequisites, evidence }: FrozenDocument): UseInDocument[] {
  const pieces = new Map(evidence.map(piece => [piece.id, piece]))
  const places = [...questions, ...prerequisites.map(({ id, uses }) => ({ code: `P.${id}`, uses }))]
  return places
    .flatMap(({ code, uses }) =>
      uses.map(use => ({ ...use, question: code, piece: pieces.get(use.evidence)! })),
    )
    .sort((one, other) => compare(one.at, other.at) || compare(one.id, other.id))
}

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other))
