import type { Role } from '../../src/access/roles'
import { Membership } from '../../src/accounts/membership.entity'
import { hashPassword } from '../../src/accounts/password'
import { User } from '../../src/accounts/user.entity'
import { newId } from '../../src/db/ids'
import { Satker, type SatkerLevel } from '../../src/satker/satker.entity'
import type { House } from './house'

export const PASSWORD = 'kuda laut biru tua'
const CREATED = '2026-01-01T00:00:00.000Z'
let hashed: Promise<string> | undefined

export interface Unit {
  readonly id: string
  readonly path: string
  readonly name: string
}

/** Puts a unit into the tree. */
export async function addSatker(
  house: House,
  name: string,
  under?: Unit,
  more: Partial<Satker> = {},
): Promise<Unit> {
  const id = newId()
  const path = `${under?.path ?? ''}${id}/`
  const level: SatkerLevel = under ? 'satker' : 'ministry'
  const row = {
    id,
    path,
    name,
    code: id.slice(-12),
    level,
    parentId: under?.id ?? null,
    createdAt: CREATED,
    employees: 57,
    ...more,
  }
  await house.database.inTransaction(() => house.database.insert(Satker, [row]))
  return { id, path, name }
}

export interface Person {
  readonly id: string
  readonly login: string
  readonly name: string
}

/** Makes an account that signs in with PASSWORD and gives it a role at a unit. */
export async function addPerson(
  house: House,
  name: string,
  role: Role,
  at: Unit,
  more: Partial<Membership> = {},
): Promise<Person> {
  hashed ??= hashPassword(PASSWORD)
  const id = newId()
  const email = `${name.toLowerCase().replace(/\W+/g, '.')}@contoh.go.id`
  const user = {
    id,
    name,
    email,
    passwordHash: await hashed,
    mustChangePassword: false,
    sessionsValidFrom: CREATED,
    createdAt: CREATED,
  }
  const membership = {
    id: newId(),
    userId: id,
    satkerId: at.id,
    role,
    acting: false,
    validFrom: '2026-01-01',
    createdAt: CREATED,
    ...more,
  }
  await house.database.inTransaction(async () => {
    await house.database.insert(User, [user])
    await house.database.insert(Membership, [membership])
  })
  return { id, login: email, name }
}
