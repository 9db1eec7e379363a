import { systemActor } from '../../src/access/actor'
import { Membership } from '../../src/accounts/membership.entity'
import { hashPassword } from '../../src/accounts/password'
import { User } from '../../src/accounts/user.entity'
import { instant } from '../../src/clock'
import { newId } from '../../src/db/ids'
import { Satker } from '../../src/satker/satker.entity'
import type { Services } from '../../src/services'
import { CAST_PEOPLE, CAST_UNITS, DEMO_PASSWORD } from './cast'

/** Rows of units and people by their keys and logins. */
export interface Settled {
  readonly satkerIds: ReadonlyMap<string, string>
  readonly userIds: ReadonlyMap<string, string>
}

const SYSTEM = systemActor('zi demo')

/** Puts the ministry, its units and its people into the house, with their events. */
export async function settle({ database, audit, clock }: Services): Promise<Settled> {
  const createdAt = instant(clock)
  const satkerIds = new Map(CAST_UNITS.map(unit => [unit.key, newId()]))
  const units = CAST_UNITS.map(({ key, under, short: _short, ...facts }) => ({
    ...facts,
    id: satkerIds.get(key) ?? '',
    parentId: under === null ? null : (satkerIds.get(under) ?? null),
    path: pathOf(key, satkerIds),
    letterhead: [
      ...new Set(['KEMENTERIAN LAYANAN NUSANTARA', facts.name.toUpperCase()]),
      `Jalan Peragaan Nomor 1, ${facts.city}`,
    ].join('\n'),
    createdAt,
  }))
  const userIds = new Map(CAST_PEOPLE.map(person => [person.login, newId()]))
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  const users = CAST_PEOPLE.map((person, place) => ({
    id: userIds.get(person.login) ?? '',
    name: person.name,
    nip: inventedNip(place),
    email: person.login,
    passwordHash,
    passwordChangedAt: createdAt,
    mustChangePassword: false,
    sessionsValidFrom: createdAt,
    createdAt,
  }))
  const memberships = CAST_PEOPLE.map(person => ({
    id: newId(),
    userId: userIds.get(person.login) ?? '',
    satkerId: satkerIds.get(person.unit) ?? '',
    role: person.role,
    parts: person.parts?.join(',') ?? null,
    acting: person.acting ?? false,
    validFrom: createdAt.slice(0, 10),
    createdAt,
  }))
  await database.inTransaction(async () => {
    await database.insert(Satker, units)
    await database.insert(User, users)
    await database.insert(Membership, memberships)
    for (const { id, name, code } of units)
      await audit.record(SYSTEM, {
        action: 'add-satker',
        subjectType: 'satker',
        subjectId: id,
        satkerId: id,
        after: { name, code },
      })
    for (const { id, name, email } of users)
      await audit.record(SYSTEM, {
        action: 'add-account',
        subjectType: 'user',
        subjectId: id,
        satkerId: memberships.find(one => one.userId === id)?.satkerId ?? null,
        after: { name, email },
      })
  })
  return { satkerIds, userIds }
}

function pathOf(key: string, ids: ReadonlyMap<string, string>): string {
  const unit = CAST_UNITS.find(one => one.key === key)
  const above = unit?.under ? pathOf(unit.under, ids) : ''
  return `${above}${ids.get(key) ?? ''}/`
}

/** Eighteen digits of the right form that nobody can bear: born on 1 January 1900. */
export const inventedNip = (place: number): string =>
  `1900010119220${1 + (place % 9)}${1 + (place % 2)}${String(place + 1).padStart(3, '0')}`
