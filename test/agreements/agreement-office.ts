import type { Actor } from '../../src/access/actor'
import { AgreementEntries } from '../../src/agreements/agreement-entries'
import { AgreementEvaluation } from '../../src/agreements/agreement-evaluation.entity'
import { AgreementTask } from '../../src/agreements/agreement-task.entity'
import { Agreement } from '../../src/agreements/agreement.entity'
import { newId } from '../../src/db/ids'
import { paths } from '../../src/paths'
import { addAssessment, addCycle, addPerson, addSatker, loadInstrument, PASSWORD } from '../support/cast'
import type { Person, Unit } from '../support/cast'
import { openHouse, post, signedIn, type Browser, type House } from '../support/house'

/** The civil date of the house. */
export const TODAY = '2026-03-12'

export type Who =
  | 'chair'
  | 'head'
  | 'member'
  | 'admin'
  | 'viewer'
  | 'companion'
  | 'centre'
  | 'evaluator'
  | 'stranger'
  | 'outsider'
  | 'neighbour'

/** Units of every level with whoever keeps or reads their agreements, and those who must not see them. */
export interface Office {
  readonly house: House
  readonly units: Readonly<Record<'ministry' | 'kanwil' | 'other' | 'satker' | 'neighbour', Unit>>
  readonly people: Readonly<Record<Who, Person>>
  readonly assessment: string
  browserOf(who: Who): Promise<Browser>
  actor(who: Who): Promise<Actor>
  /** Puts an agreement straight into the register, with a task for each pair of due date and day done. */
  keep(more?: Partial<Agreement>, tasks?: readonly (readonly [string, string | null])[]): Promise<string>
  read(who: Who, address: string): Promise<{ status: number; text: string }>
  agreements(): Promise<Agreement[]>
  tasks(): Promise<AgreementTask[]>
  evaluations(): Promise<AgreementEvaluation[]>
  close(): Promise<void>
}

export const FORM = {
  title: 'Layanan kesehatan keliling',
  number: 'W10.PKS-12/2026',
  partner: 'Dinas Kesehatan Kota Seruni',
  partnerKind: 'region',
  realm: 'domestic',
  kind: 'pks',
  scope: 'Pemeriksaan dan rujukan.',
  signedOn: '2026-01-12',
  signedBy: 'Kepala Kantor',
  validFrom: '2026-01-15',
  validUntil: '2027-12-31',
  evaluateEvery: '6',
  areas: ['6'],
  published: 'ya',
}

export const TASK = {
  title: 'Pemeriksaan triwulan I',
  owner: 'Subseksi Pelayanan',
  dueOn: '2026-03-31',
  doneOn: '',
  result: '',
  evidenceId: '',
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
    member: await addPerson(house, 'Joko Wasesa', 'member', satker, { parts: '1' }),
    admin: await addPerson(house, 'Rina Wulandari', 'satker-admin', satker),
    viewer: await addPerson(house, 'Galih Pranawa', 'kanwil-viewer', kanwil),
    companion: await addPerson(house, 'Meutia Rahardja', 'pendamping', kanwil),
    centre: await addPerson(house, 'Wulan Kartika', 'centre-admin', ministry),
    evaluator: await addPerson(house, 'Nirmala Sekarwangi', 'evaluator', inspectorate),
    stranger: await addPerson(house, 'Dewi Anjani', 'kanwil-viewer', other),
    outsider: await addPerson(house, 'Yudha Kertapati', 'pendamping', other),
    neighbour: await addPerson(house, 'Lukman Hakiem', 'chair', neighbour),
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
    units: { ministry, kanwil, other, satker, neighbour },
    people,
    assessment: id,
    browserOf,
    actor: async who => {
      const started = { startedAt: house.now.toISOString() }
      const found = await house.services.accounts.actorOf(people[who].id, started, 'test')
      if (!found) throw new Error(`${who} is no actor`)
      return found
    },
    keep: (more = {}, tasks = []) => keepAgreement(house, { satkerId: satker.id, ...more }, tasks),
    read: async (who, address) => {
      const { status, text } = await (await browserOf(who)).get(address)
      return { status, text: text.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&') }
    },
    agreements: () => house.database.manager.getRepository(Agreement).find({ order: { number: 'ASC' } }),
    tasks: () => house.database.manager.getRepository(AgreementTask).find({ order: { dueOn: 'ASC' } }),
    evaluations: () =>
      house.database.manager.getRepository(AgreementEvaluation).find({ order: { heldOn: 'ASC' } }),
    close: () => house.close(),
  }
}

let made = 0

/** An agreement of a unit as it stands in the register and among the entries of all registers. */
export async function keepAgreement(
  house: House,
  more: Partial<Agreement> & { readonly satkerId: string },
  tasks: readonly (readonly [string, string | null])[] = [],
  areas: readonly string[] = ['6'],
): Promise<string> {
  const id = newId()
  const agreement = {
    ...agreementRow(more.satkerId),
    id,
    number: `PKS-${String(++made).padStart(4, '0')}`,
    ...more,
  }
  const rows = tasks.map(([dueOn, doneOn], place) => ({
    ...taskRow(id),
    title: `Tugas ${place + 1}`,
    dueOn,
    doneOn,
  }))
  await house.database.inTransaction(async () => {
    await house.database.insert(Agreement, [agreement])
    await house.database.insert(AgreementTask, rows)
    await new AgreementEntries(house.services.entries).keep([{ agreement, tasks: rows, areas }])
  })
  return agreement.id
}

export const agreementRow = (satkerId: string): Agreement => ({
  id: newId(),
  satkerId,
  realm: 'domestic',
  kind: 'pks',
  partner: 'Dinas Kesehatan Kota Seruni',
  partnerKind: 'region',
  number: 'PKS-1',
  title: 'Layanan kesehatan keliling',
  scope: 'Pemeriksaan dan rujukan.',
  signedOn: '2026-01-12',
  signedBy: 'Kepala Kantor Hendra',
  validFrom: '2026-01-15',
  validUntil: '2027-12-31',
  evaluateEvery: 0,
  nextEvaluationOn: null,
  published: false,
  version: 1,
  createdAt: '2026-01-12T00:00:00.000Z',
  changedAt: '2026-01-12T00:00:00.000Z',
})

export const taskRow = (agreementId: string): AgreementTask => ({
  id: newId(),
  agreementId,
  title: 'Pemeriksaan triwulan I',
  dueOn: '2026-03-31',
  owner: 'Subseksi Pelayanan',
  doneOn: null,
  result: '',
  evidenceId: null,
  version: 1,
  createdAt: '2026-01-12T00:00:00.000Z',
})

export const eventsOf = (house: House) =>
  house.database.query<{ action: string; role: string; before: string | null; after: string | null }>(
    `SELECT action, role, before, after FROM audit_events WHERE action LIKE '%agreement%' ORDER BY at, id`,
  )

export const addByForm = async (
  office: Office,
  who: Who,
  fields: Record<string, unknown> = FORM,
  unit: Unit = office.units.satker,
) => {
  const page = paths.newAgreement(unit.id)
  return post(await office.browserOf(who), page, page, fields)
}

/** Titles in a list, in its order. */
export const titlesIn = (html: string): string[] =>
  [...html.matchAll(/<tr[^>]*><th scope="row"><a href="[^"]+">([^<]+)</g)].map(match => match[1] ?? '')

/** That a message stands at a field. */
export const faultAt = (field: string, message: string): RegExp =>
  new RegExp(`id="f-${field}-error"[^>]*>(?:(?!</p>)[\\s\\S])*${message.replace(/[.()]/g, '\\$&')}`)
