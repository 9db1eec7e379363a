import type { Actor } from '../../src/access/actor'
import { newId } from '../../src/db/ids'
import { paths } from '../../src/paths'
import { Employee } from '../../src/roster/employee.entity'
import { addAssessment, addCycle, addPerson, addSatker, loadInstrument, PASSWORD } from '../support/cast'
import type { Person, Unit } from '../support/cast'
import { openHouse, post, signedIn, type Browser, type House } from '../support/house'

export const NIP = '199002142015031004'
export const OTHER_NIP = '198511032010122002'

export type Who =
  'chair' | 'head' | 'admin' | 'member' | 'kanwil' | 'centre' | 'stranger' | 'neighbour' | 'evaluator'

/** A satker with a worksheet, everybody who keeps or reads its roster, and those who must not see it. */
export interface Office {
  readonly house: House
  readonly satker: Unit
  readonly neighbour: Unit
  readonly people: Readonly<Record<Who, Person>>
  readonly assessment: string
  browserOf(who: Who): Promise<Browser>
  actor(who: Who): Promise<Actor>
  /** Puts somebody straight into the register. */
  keep(more?: Partial<Employee>): Promise<string>
  read(who: Who, address: string): Promise<{ status: number; text: string }>
  rows(): Promise<Employee[]>
  close(): Promise<void>
}

export const FORM = {
  name: 'Bagas Hendrawan, S.H.',
  nip: '19900214 201503 1 004',
  position: 'Analis Keimigrasian',
  frontLine: 'ya',
  pokja: '1',
  joinedOn: '2020-01-02',
  leftOn: '',
  agentFrom: '2026-01-05',
  agentUntil: '2026-12-31',
}

export async function openOffice(environment: NodeJS.ProcessEnv = {}): Promise<Office> {
  const house = await openHouse(environment)
  const ministry = await addSatker(house, 'Kementerian Layanan Nusantara')
  const inspectorate = await addSatker(house, 'Inspektorat Jenderal', ministry)
  const kanwil = await addSatker(house, 'Kanwil Tirta Raya', ministry, { level: 'kanwil' })
  const other = await addSatker(house, 'Kanwil Nusa Jembar', ministry, { level: 'kanwil' })
  const satker = await addSatker(house, 'Kanim Tanjung Kirana', kanwil, { code: 'KTK' })
  const neighbour = await addSatker(house, 'Rutan Muara Bening', kanwil)
  const people = {
    chair: await addPerson(house, 'Sari Puspadewi', 'chair', satker),
    head: await addPerson(house, 'Hendra Wiguna', 'head', satker),
    admin: await addPerson(house, 'Rina Wulandari', 'satker-admin', satker),
    member: await addPerson(house, 'Joko Wasesa', 'member', satker, { parts: '1' }),
    kanwil: await addPerson(house, 'Galih Pranawa', 'kanwil-viewer', kanwil),
    centre: await addPerson(house, 'Wulan Kartika', 'centre-admin', ministry),
    stranger: await addPerson(house, 'Dewi Anjani', 'kanwil-viewer', other),
    neighbour: await addPerson(house, 'Lukman Hakiem', 'chair', neighbour),
    evaluator: await addPerson(house, 'Nirmala Sekarwangi', 'evaluator', inspectorate),
  }
  const cycle = await addCycle(house, await loadInstrument(house))
  const { id } = await addAssessment(house, satker, cycle)
  const browsers = new Map<Who, Browser>()
  const browserOf = async (who: Who): Promise<Browser> => {
    const known = browsers.get(who) ?? (await signedIn(house, people[who].login, PASSWORD))
    browsers.set(who, known)
    return known
  }
  return {
    house,
    satker,
    neighbour,
    people,
    assessment: id,
    browserOf,
    actor: async who => {
      const started = { startedAt: house.now.toISOString() }
      const found = await house.services.accounts.actorOf(people[who].id, started, 'test')
      if (!found) throw new Error(`${who} is no actor`)
      return found
    },
    keep: async (more = {}) => {
      const row = { ...someone(satker.id), ...more }
      await house.database.inTransaction(() => house.database.insert(Employee, [row]))
      return row.id
    },
    read: async (who, address) => {
      const { status, text } = await (await browserOf(who)).get(address)
      return { status, text: text.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&') }
    },
    rows: () => house.database.manager.getRepository(Employee).find({ order: { name: 'ASC' } }),
    close: () => house.close(),
  }
}

export const someone = (satkerId: string): Employee => ({
  id: newId(),
  satkerId,
  name: 'Bagas Hendrawan',
  nip: null,
  position: 'Petugas Loket',
  frontLine: false,
  pokja: '',
  agentFrom: null,
  agentUntil: null,
  joinedOn: '2020-01-02',
  leftOn: null,
  anonymisedAt: null,
  version: 1,
  createdAt: '2026-01-01T00:00:00.000Z',
})

/** Names in a list, in its order. */
export const namesIn = (html: string): string[] =>
  [...html.matchAll(/<tr><th scope="row"><a href="[^"]+">([^<]+)</g)].map(match => match[1] ?? '')

export const eventsOf = (house: House) =>
  house.database.query<{ action: string; role: string; before: string | null; after: string | null }>(
    `SELECT action, role, before, after FROM audit_events
      WHERE action LIKE '%-employee' OR action = 'export-roster' ORDER BY at, id`,
  )

export const addByForm = async (office: Office, who: Who, fields: Record<string, unknown> = FORM) => {
  const page = paths.newEmployee(office.satker.id)
  return post(await office.browserOf(who), page, page, fields)
}
