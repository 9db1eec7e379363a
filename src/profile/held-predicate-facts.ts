import { termFaults, type PredicateTerm, type TermFaults } from '../engine/profile/predicate-terms'
import type { TimeZone } from '../web/format/date'

export interface HeldPredicateDraft extends PredicateTerm {
  readonly decree: string
}

export interface HeldPredicateRow extends HeldPredicateDraft {
  readonly id: string
  readonly satkerId: string
  readonly satkerName: string
  readonly satkerPath: string
  readonly timeZone: TimeZone
  readonly version: number
}

/** Of one satker, from the first year of the programme on. */
export const HELD_MOST = 100
export const TOO_MANY_HELD = 'Satu satker mencatat paling banyak 100 predikat.'
export const OVERLAPS = 'Predikat yang sama sudah tercatat dalam masa ini.'

const WORDS: Readonly<Record<NonNullable<TermFaults[keyof TermFaults]>, string>> = {
  'in-the-future': 'Tanggal ini setelah hari ini.',
  'before-held': 'Tanggal ini mendahului diperolehnya predikat.',
  overlaps: OVERLAPS,
}

/** What a term cannot be, in words, by the field to correct. */
export const heldFaults = (
  ...given: Parameters<typeof termFaults>
): Partial<Record<keyof TermFaults, string>> =>
  Object.fromEntries(Object.entries(termFaults(...given)).map(([fact, fault]) => [fact, WORDS[fault]]))

export const heldFactsOf = ({
  predicate,
  heldSince,
  lostOn,
  decree,
}: HeldPredicateDraft): HeldPredicateDraft => ({
  predicate,
  heldSince,
  lostOn,
  decree,
})

export const sameHeld = (one: HeldPredicateDraft, other: HeldPredicateDraft): boolean =>
  JSON.stringify(heldFactsOf(one)) === JSON.stringify(heldFactsOf(other))
