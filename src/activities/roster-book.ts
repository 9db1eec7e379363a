import type { EmployeeRow } from '../roster/employee-facts'

/** Finds people of a roster by what a file calls them. */
export interface RosterBook {
  /** Whether NIPs are looked up: what matches whole digits says them to whoever may not read them. */
  readonly readsNips: boolean
  /** Ids by NIP, or by name, alone or with the position in brackets; several where that means more than one. */
  find(called: string): readonly string[]
  /** Whether somebody is still known by name. */
  isKnown(id: string): boolean
  /** Whether somebody worked there on some day of a span. */
  worked(id: string, from: string, until: string): boolean
  /** What a file calls somebody so that it is found again; undefined for whoever is no longer known. */
  called(id: string): string | undefined
}

const nameKey = (name: string): string => name.trim().toLowerCase().replace(/\s+/g, ' ')
const digitsOf = (called: string): string => called.replace(/[\s.'-]/g, '')
const withPosition = ({ name, position }: EmployeeRow): string => `${name} (${position})`

/** Whether a file calls somebody by digits. */
export const isNumber = (called: string): boolean => /^\d+$/.test(digitsOf(called))

export function rosterBook(people: readonly EmployeeRow[], reads: 'nips' | 'names'): RosterBook {
  const byId = new Map(people.map(one => [one.id, one]))
  const byNip = new Map(
    people.flatMap(one => (one.nip === null || reads === 'names' ? [] : [[one.nip, one.id]])),
  )
  const byName = new Map<string, string[]>()
  for (const one of people)
    for (const key of new Set([nameKey(one.name), nameKey(withPosition(one))]))
      byName.set(key, [...(byName.get(key) ?? []), one.id])
  return {
    readsNips: reads === 'nips',
    find: called => {
      const byNumber = byNip.get(digitsOf(called))
      return byNumber === undefined ? (byName.get(nameKey(called)) ?? []) : [byNumber]
    },
    isKnown: id => byId.has(id),
    worked: (id, from, until) => {
      const one = byId.get(id)
      return one !== undefined && one.joinedOn <= until && (one.leftOn === null || one.leftOn >= from)
    },
    called: id => {
      const one = byId.get(id)
      const isShared = one && (byName.get(nameKey(one.name))?.length ?? 0) > 1
      return one && (one.nip ?? (isShared ? withPosition(one) : one.name))
    },
  }
}
