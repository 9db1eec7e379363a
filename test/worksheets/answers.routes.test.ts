import { paths } from '../../src/paths'
import {
  addAssessment,
  addCycle,
  addPerson,
  addSatker,
  loadInstrument,
  PASSWORD,
  type Unit,
} from '../support/cast'
import { openHouse, signedIn, tokenIn, type Browser, type House } from '../support/house'

describe('saving an answer', () => {
  let house: House
  let satker: Unit
  let assessment: { id: string; worksheetId: string }
  let chair: Browser
  let page: string

  beforeEach(async () => {
    house = await openHouse()
    const ministry = await addSatker(house, 'Kementerian Layanan Nusantara')
    satker = await addSatker(house, 'Kanim Tanjung Kirana', ministry)
    const person = await addPerson(house, 'Sari Puspadewi', 'chair', satker)
    assessment = await addAssessment(house, satker, await addCycle(house, await loadInstrument(house)))
    chair = await signedIn(house, person.login, PASSWORD)
    page = paths.worksheetPart(assessment.id, '1')
  })
  afterEach(() => house.close())

  const token = async (agent: Browser) => tokenIn((await agent.get(page)).text)
  const send = async (agent: Browser, code: string, body: object) =>
    agent
      .post(paths.answer(assessment.id, code))
      .set('accept', 'application/json')
      .set('x-csrf-token', await token(agent))
      .send(body)
  const stored = (code: string) =>
    house.database.one<Record<string, unknown>>('SELECT * FROM answers WHERE question = $1', [code])

  it('keeps the option with its score, its author and an event', async () => {
    const answer = await send(chair, 'A.I.1.i.a', { field: 'value', base: 0, option: 'Ya' })
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({
      field: 'value',
      version: 1,
      savedAt: '10.45',
      scored: {
        question: { answered: true, flags: [{ lead: 'Tanpa bukti' }] },
        sections: { 'A.I.1.i': { claimed: '0,25', substantiated: '0,00', count: '1/2' } },
        part: { id: '1', count: '1/16', flagged: '1', claimed: '0,25' },
      },
    })
    expect(await stored('A.I.1.i.a')).toMatchObject({ option: 'Ya', value_version: 1 })
    const total = await house.database.one(
      "SELECT claimed, flagged FROM section_scores WHERE section = 'total'",
    )
    expect(total).toEqual({ claimed: '1/4', flagged: 1 })
    const event = await house.database.one<Record<string, unknown>>(
      "SELECT * FROM audit_events WHERE action = 'save-value'",
    )
    expect(event).toMatchObject({
      question: 'A.I.1.i.a',
      user_name: 'Sari Puspadewi',
      role: 'chair',
      before: null,
    })
    expect(JSON.parse(String(event?.['after']))).toEqual({ option: 'Ya' })
  })

  it('saves in a small number of statements, whatever the worksheet holds', async () => {
    const statements = async (code: string) => {
      const csrf = await token(chair)
      house.statements.length = 0
      await chair
        .post(paths.answer(assessment.id, code))
        .set('accept', 'application/json')
        .set('x-csrf-token', csrf)
        .send({ field: 'value', base: 0, option: 'A' })
        .expect(200)
      return house.statements.filter(sql => !/^(BEGIN|COMMIT|START)/.test(sql)).length
    }
    const first = await statements('A.I.1.i.b')
    await statements('A.I.1.ii.b')
    expect(await statements('A.I.1.ii.c')).toBe(first)
    expect(first).toBeLessThanOrEqual(10)
  })

  it('shows the page of a part in a constant number of statements', async () => {
    const count = async () => {
      house.statements.length = 0
      expect((await chair.get(page)).status).toBe(200)
      return house.statements.length
    }
    const empty = await count()
    await send(chair, 'A.I.1.i.a', { field: 'value', base: 0, option: 'Ya' })
    expect(await count()).toBe(empty)
    expect(empty).toBeLessThanOrEqual(6)
  })
})
