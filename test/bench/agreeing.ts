import { cpSync } from 'node:fs'
import { hashPassword } from '../../src/accounts/password'
import { Membership } from '../../src/accounts/membership.entity'
import { User } from '../../src/accounts/user.entity'
import { AgreementTask } from '../../src/agreements/agreement-task.entity'
import { Agreement } from '../../src/agreements/agreement.entity'
import { newId } from '../../src/db/ids'
import { Satker } from '../../src/satker/satker.entity'
import { Dice } from '../../seeds/demo/dice'
import { dayFrom } from '../../seeds/demo/calendar'
import { PASSWORD, satker, servicesIn, type BenchWorld } from './world'

export const CENTRE_LOGIN = 'pusat@ukur.example'
const YEAR = new Date().getFullYear()
const CREATED = `${YEAR}-01-02T01:00:00.000Z`
const UNITS_OF_A_REGION = 30
const AGREEMENTS = 4
const TASKS = 5

/** A copy of the world with so many more units in regions of thirty, four agreements of five tasks at each. */
export async function agreeingWorld(world: BenchWorld, units: number, dataDir: string): Promise<BenchWorld> {
  cpSync(world.dataDir, dataDir, { recursive: true })
  const services = await servicesIn(dataDir)
  const { database } = services
  const ministry = await database.one<{ id: string; path: string }>(
    `SELECT id, path FROM satker WHERE level = 'ministry'`,
  )
  if (!ministry) throw new Error('The world has no ministry.')
  const regions = Array.from({ length: Math.ceil(units / UNITS_OF_A_REGION) }, (_, place) =>
    satker(`Kantor Wilayah ${place + 1}`, 'kanwil', ministry),
  )
  const below = Array.from({ length: units }, (_, place) =>
    satker(`Kantor Layanan ${place + 1}`, 'satker', regions[Math.floor(place / UNITS_OF_A_REGION)]),
  )
  const dice = new Dice('bench', 'agreements')
  const agreements = below.flatMap(({ id }) =>
    Array.from({ length: AGREEMENTS }, (_, place) => agreementOf(id, place, dice)),
  )
  const userId = newId()
  const person = { createdAt: CREATED, mustChangePassword: false, sessionsValidFrom: CREATED }
  await database.inTransaction(async () => {
    await database.insert(Satker, [...regions, ...below])
    await database.insert(Agreement, agreements)
    await database.insert(
      AgreementTask,
      agreements.flatMap(one => tasksOf(one.id, dice)),
    )
    await database.insert(User, [
      {
        ...person,
        id: userId,
        name: 'Wulan Kartika',
        email: CENTRE_LOGIN,
        passwordHash: await hashPassword(PASSWORD),
      },
    ])
    await database.insert(Membership, [
      {
        id: newId(),
        userId,
        satkerId: ministry.id,
        role: 'centre-admin',
        acting: false,
        validFrom: `${YEAR}-01-01`,
        createdAt: CREATED,
      },
    ])
  })
  await database.close()
  return { ...world, dataDir }
}

function agreementOf(satkerId: string, place: number, dice: Dice): Agreement {
  const today = new Date()
  const age = 30 + dice.below(500)
  return {
    id: newId(),
    satkerId,
    realm: 'domestic',
    kind: 'pks',
    partner: 'Dinas Kesehatan',
    partnerKind: 'region',
    number: `PKS-${place + 1}`,
    title: 'Layanan kesehatan bagi pengguna layanan',
    scope: 'Pemeriksaan dan rujukan.',
    signedOn: dayFrom(today, -age),
    signedBy: 'Kepala Kantor',
    validFrom: dayFrom(today, -age),
    validUntil: dayFrom(today, 400 - dice.below(500)),
    evaluateEvery: 6,
    nextEvaluationOn: dayFrom(today, dice.below(200) - 60),
    published: true,
    version: 1,
    createdAt: CREATED,
    changedAt: CREATED,
  }
}

const tasksOf = (agreementId: string, dice: Dice): AgreementTask[] =>
  Array.from({ length: TASKS }, (_, place) => {
    const due = dice.below(400) - 250
    return {
      id: newId(),
      agreementId,
      title: `Tugas ${place + 1}`,
      dueOn: dayFrom(new Date(), due),
      owner: 'Subseksi Pelayanan',
      doneOn: due < 0 && dice.chance(60) ? dayFrom(new Date(), due) : null,
      result: '',
      evidenceId: null,
      version: 1,
      createdAt: CREATED,
    }
  })
