/** A predicate that a unit held: from a civil date to that on which it was lost. */
export interface PredicateTerm {
  readonly predicate: string
  readonly heldSince: string
  readonly lostOn: string | null
}

export type TermFaults = Partial<Record<'heldSince' | 'lostOn', 'in-the-future' | 'before-held' | 'overlaps'>>

/** What a term cannot be, by the fact to correct; `others` are the further terms of the unit. */
export function termFaults(term: PredicateTerm, others: readonly PredicateTerm[], today: string): TermFaults {
  const { heldSince, lostOn } = term
  if (heldSince > today) return { heldSince: 'in-the-future' }
  if (lostOn !== null && lostOn > today) return { lostOn: 'in-the-future' }
  if (lostOn !== null && lostOn < heldSince) return { lostOn: 'before-held' }
  return others.some(other => other.predicate === term.predicate && overlap(other, term))
    ? { heldSince: 'overlaps' }
    : {}
}

const overlap = (one: PredicateTerm, other: PredicateTerm): boolean =>
  (one.lostOn === null || one.lostOn >= other.heldSince) &&
  (other.lostOn === null || other.lostOn >= one.heldSince)

/**
 * Terms of one predicate that share a day, as pairs of the earlier and the later one. Each term is held against the one
 * before it that lasts longest, so whoever overlaps anything is found, though not with everything that it overlaps.
 */
export function overlappingTerms<Term extends PredicateTerm>(
  terms: readonly Term[],
): (readonly [Term, Term])[] {
  const found: (readonly [Term, Term])[] = []
  const lasting = new Map<string, Term>()
  for (const term of [...terms].sort((one, other) => (one.heldSince < other.heldSince ? -1 : 1))) {
    const before = lasting.get(term.predicate)
    if (before && overlap(before, term)) found.push([before, term])
    if (!before || lastsLonger(term, before)) lasting.set(term.predicate, term)
  }
  return found
}

const lastsLonger = ({ lostOn }: PredicateTerm, other: PredicateTerm): boolean =>
  other.lostOn !== null && (lostOn === null || lostOn > other.lostOn)
