import { overlappingTerms } from '../engine/profile/predicate-terms'
import { planChildRows, rowsByKey, type ChildPlan } from '../imports/child-rows'
import type { Mapped } from '../spreadsheets/map-columns'
import type { RegisterUnit } from '../registers/register-unit'
import {
  heldFactsOf,
  heldFaults,
  HELD_MOST,
  OVERLAPS,
  sameHeld,
  TOO_MANY_HELD,
  type HeldPredicateDraft,
  type HeldPredicateRow,
} from './held-predicate-facts'
import { PREDICATE_HEADERS, type PredicateValues } from './predicate-columns'
import { MISSING_DECREE } from './profile.form'

export type PredicatesPlan = ChildPlan<RegisterUnit, HeldPredicateRow, HeldPredicateDraft>

interface Setting {
  readonly unit: RegisterUnit
  readonly known: readonly HeldPredicateRow[]
  readonly update: boolean
  readonly today: string
}

const keyOf = ({ predicate, heldSince }: Pick<HeldPredicateDraft, 'predicate' | 'heldSince'>): string =>
  `${predicate} ${heldSince}`

/** What a file would make of the predicates of a satker. An empty cell leaves what stands. */
export function planPredicates(
  file: Mapped<PredicateValues>,
  { unit, known, update, today }: Setting,
): PredicatesPlan {
  return planChildRows(file, {
    headers: PREDICATE_HEADERS,
    update,
    standing: rowsByKey(known.map(row => [keyOf(row), row] as const)),
    parentOf: () => unit,
    keyOf,
    named: ['heldSince', 'Predikat sejak hari ini'],
    ceiling: {
      most: HELD_MOST,
      idOf: ({ satkerId }) => satkerId,
      standing: known.map(({ satkerId }) => satkerId),
      fault: ['heldSince', TOO_MANY_HELD],
    },
    merged,
    faultsOf: after => [
      ...Object.entries(heldFaults(after, [], today)).map(
        ([fact, message]) => [fact as 'heldSince' | 'lostOn', message] as const,
      ),
      ...(after.decree === '' ? [['decree', MISSING_DECREE] as const] : []),
    ],
    isSame: sameHeld,
    faultsTogether: planned => overlapsIn(planned, known),
  })
}

/** What stands for the row of a file where a term stands in the register alone. */
const STANDING = 0

/** The rows of a file that share a time with another of the same predicate, of the file or as it stands. */
function overlapsIn(planned: PredicatesPlan['planned'], known: readonly HeldPredicateRow[]) {
  const changed = new Set(planned.flatMap(({ before }) => before?.id ?? []))
  const terms = [
    ...known.filter(({ id }) => !changed.has(id)).map(row => ({ ...row, number: STANDING })),
    ...planned.map(({ number, after }) => ({ ...after, number })),
  ]
  const later = overlappingTerms(terms).map(pair => Math.max(...pair.map(({ number }) => number)))
  return [...new Set(later)]
    .filter(number => number > STANDING)
    .map(number => ({ number, fault: ['heldSince', OVERLAPS] as const }))
}

const merged = (values: PredicateValues, before: HeldPredicateRow | undefined): HeldPredicateDraft =>
  heldFactsOf({
    predicate: values.predicate,
    heldSince: values.heldSince,
    lostOn: values.lostOn ?? before?.lostOn ?? null,
    decree: values.decree ?? before?.decree ?? '',
  })
