import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { systemActor } from '../../src/access/actor'
import { Assessment } from '../../src/assessments/assessment.entity'
import { Cycle } from '../../src/cycles/cycle.entity'
import { CycleWindow } from '../../src/cycles/cycle-window.entity'
import { projectRoot } from '../../src/project-root'
import { Worksheet } from '../../src/worksheets/worksheet.entity'
import type { Role } from '../../src/access/roles'
import { Membership } from '../../src/accounts/membership.entity'
import { Algorithm, hash } from '@node-rs/argon2'
import { User } from '../../src/accounts/user.entity'
import { newId } from '../../src/db/ids'
import { Satker, type SatkerLevel } from '../../src/satker/satker.entity'
import type { House } from './house'

export const PASSWORD = 'kuda laut biru tua'
const CREATED = '2026-01-01T00:00:00.000Z'
/** A hash carries its own cost: thousands of tests sign in, and none of them is about guessing. */
const QUICK = { algorithm: Algorithm.Argon2id, memoryCost: 8, timeCost: 1, parallelism: 1 }
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
  hashed ??= hash(PASSWORD, QUICK)
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

/** Loads the worksheet of 2021 as it is shipped. */
export async function loadInstrument(house: House): Promise<string> {
  const source = readFileSync(join(projectRoot, 'seeds/instruments/lke-2021.yaml'), 'utf8')
  const outcome = await house.services.instruments.load(systemActor('tests'), source, 'lke-2021.yaml')
  if (!outcome.ok) throw new Error(outcome.faults[0]?.message)
  return outcome.version.id
}

/** A cycle of one year whose filling is open from January to the end of June. */
export async function addCycle(house: House, instrumentId: string, year = 2026): Promise<string> {
  const id = newId()
  await house.database.inTransaction(async () => {
    await house.database.insert(Cycle, [
      {
        id,
        year,
        title: `Siklus ${year}`,
        instrumentId,
        settings: { sendBacks: 1, preAssessment: false },
        createdAt: CREATED,
      },
    ])
    await house.database.insert(CycleWindow, [
      { cycleId: id, stage: 'draf', opensOn: `${year}-01-01`, closesOn: `${year}-06-30` },
    ])
  })
  return id
}

/** An assessment in draft with its empty worksheet, scored once so that its sections are stored. */
export async function addAssessment(
  house: House,
  satker: Unit,
  cycleId: string,
): Promise<{ id: string; worksheetId: string }> {
  const id = newId()
  const worksheetId = newId()
  await house.database.inTransaction(async () => {
    await house.database.insert(Assessment, [
      { id, satkerId: satker.id, cycleId, targetPredicate: 'WBK', stage: 'draf', createdAt: CREATED },
    ])
    await house.database.insert(Worksheet, [
      { id: worksheetId, assessmentId: id, seat: 'satker', round: 1, createdAt: CREATED },
    ])
  })
  const context = await house.services.assessments.visibleTo(systemActor('tests')).get(id)
  await house.database.inTransaction(() => house.services.scoring.rescore(context))
  return { id, worksheetId }
}
