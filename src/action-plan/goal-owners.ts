import { ownerName, type GoalOwner, type GoalRow } from './goal-facts'

/** Somebody of the roster. */
export interface Bearer {
  readonly id: string
  readonly name: string
  readonly position: string
}

export type FoundOwner = { readonly ok: true; readonly value: GoalOwner } | { readonly ok: false }

export const AMBIGUOUS_OWNER =
  'Beberapa pegawai bernama ini. Tulis jabatannya dalam kurung di belakang nama, seperti di register Pegawai.'

const normal = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim()

/** The names under which the roster is searched for owners. */
export const namesOf = (typed: readonly string[]): string[] => [
  ...new Set(typed.map(normal).filter(text => text !== '')),
]

/**
 * Whom a typed owner means: somebody of the roster by name, alone or with the position in brackets, or else the words
 * themselves. What stands stays while its words do, so that nobody whose name was taken away is lost by a save.
 */
export function findOwner(
  typed: string,
  bearers: readonly Bearer[],
  before?: Pick<GoalRow, 'ownerId' | 'owner' | 'employee' | 'anonymisedAt'>,
): FoundOwner {
  if (before && typed === ownerName(before))
    return { ok: true, value: { ownerId: before.ownerId, owner: before.owner } }
  const wanted = normal(typed)
  const meant = bearers.filter(
    ({ name, position }) => normal(name) === wanted || normal(`${name} (${position})`) === wanted,
  )
  if (meant.length > 1) return { ok: false }
  const [one] = meant
  return { ok: true, value: one ? { ownerId: one.id, owner: '' } : { ownerId: null, owner: typed } }
}
