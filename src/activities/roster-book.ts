import type { EmployeeRow } from '../roster/employee-facts'

/** Finds people of a roster by what a file calls them. */
export interface RosterBook {
  /** Ids by NIP, or by name of those who have none; several where one name means more than one. */
  find(called: string): readonly string[]
  /** Whether somebody is still known by name. */
  isKnown(id: string): boolean
  /** Whether somebody worked there on some day of a span. */
  worked(id: string, from: string, until: string): boolean
  /** What a file calls somebody so that it is found again; undefined for whoever is no longer known. */
  called(id: string): string | undefined
}

const nameKey = (name: string): string => name.toLowerCase().replace(/\s+/g, ' ')

export function rosterBook(people: readonly EmployeeRow[]): RosterBook {
  const byId = new Map(people.map(one => [one.id, one]))
  const byNip = new Map(people.flatMap(one => (one.nip === null ? [] : [[one.nip, one.id]])))
  const byName = new Map<string, string[]>()
  for (const { id, nip, name } of people) {
    if (nip !== null) continue
    byName.set(nameKey(name), [...(byName.get(nameKey(name)) ?? []), id])
  }
  return {
    find: called => {
      const byNumber = byNip.get(called.replace(/[\s.'-]/g, ''))
      return byNumber === undefined ? (byName.get(nameKey(called)) ?? []) : [byNumber]
    },
    isKnown: id => byId.has(id),
    worked: (id, from, until) => {
      const one = byId.get(id)
      return one !== undefined && one.joinedOn <= until && (one.leftOn === null || one.leftOn >= from)
    },
    called: id => {
      const one = byId.get(id)
      return one && (one.nip ?? one.name)
    },
  }
}
