import type { Response } from 'supertest'
import type { Role } from '../../src/access/roles'
import type { Membership } from '../../src/accounts/membership.entity'
import { paths } from '../../src/paths'
import {
  addAssessment,
  addCycle,
  addPerson,
  addSatker,
  loadInstrument,
  PASSWORD,
  type Person,
  type Unit,
} from '../support/cast'
import { openHouse, signedIn, tokenIn, type Browser, type House } from '../support/house'

/** One satker with an empty worksheet, its chair signed in, and the ways to fill it in. */
export interface Filling {
  readonly house: House
  readonly ministry: Unit
  readonly satker: Unit
  readonly cycleId: string
  readonly assessment: { readonly id: string; readonly worksheetId: string }
  readonly person: Person
  readonly chair: Browser
  readonly enter: (name: string, role: Role, more?: Partial<Membership>) => Promise<Browser>
  /** A field as a script sends it. */
  readonly send: (agent: Browser, code: string, body: object) => Promise<Response>
  /** A form as a browser without scripts sends it, over the fields of the page of a part. */
  readonly submit: (agent: Browser, part: string, fields: Record<string, string>) => Promise<Response>
  readonly answer: (code: string) => Promise<Record<string, unknown> | undefined>
  readonly events: (action: string) => Promise<Record<string, unknown>[]>
}

export async function openFilling(): Promise<Filling> {
  const house = await openHouse()
  const ministry = await addSatker(house, 'Kementerian Layanan Nusantara')
  const satker = await addSatker(house, 'Kanim Tanjung Kirana', ministry)
  const person = await addPerson(house, 'Sari Puspadewi', 'chair', satker)
  const cycleId = await addCycle(house, await loadInstrument(house))
  const assessment = await addAssessment(house, satker, cycleId)
  const chair = await signedIn(house, person.login, PASSWORD)
  const page = paths.worksheetPart(assessment.id, '1')
  const token = async (agent: Browser) => tokenIn((await agent.get(page)).text)
  return {
    house,
    ministry,
    satker,
    cycleId,
    assessment,
    person,
    chair,
    async enter(name, role, more = {}) {
      const { login } = await addPerson(house, name, role, satker, more)
      return signedIn(house, login, PASSWORD)
    },
    async send(agent, code, body) {
      return agent
        .post(paths.answer(assessment.id, code))
        .set('accept', 'application/json')
        .set('x-csrf-token', await token(agent))
        .send(body)
    },
    async submit(agent, part, fields) {
      return agent
        .post(paths.answers(assessment.id))
        .type('form')
        .send({ _csrf: await token(agent), bagian: part, ...fields })
    },
    answer: code =>
      house.database.one('SELECT * FROM answers WHERE worksheet_id = $1 AND question = $2', [
        assessment.worksheetId,
        code,
      ]),
    events: action =>
      house.database.query('SELECT * FROM audit_events WHERE action = $1 ORDER BY at, id', [action]),
  }
}

/** The hidden stamp of a question on a page. */
export const stampIn = (html: string, code: string): string =>
  new RegExp(`name="stamp:${code.replaceAll('.', '\\.')}" value="([^"]+)"`).exec(html)?.[1] ?? ''
