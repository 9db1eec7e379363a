import { paths } from '../../src/paths'
import { post, tokenIn } from '../support/house'
import { openInspection, submitAs, type Inspection } from './inspection'

const RETURNED = 'A.I.1.i.a'
const LOCKED = 'A.I.1.i.b'

describe('a round of repair', () => {
  let inspection: Inspection
  beforeAll(async () => {
    inspection = await openInspection()
    const { evaluations, judgements, returns } = inspection.house.services
    const member = await inspection.actor('member')
    await evaluations.begin(member, await inspection.seen('member'))
    await judgements.agreeWithRest(member, await inspection.seen('member'))
    await evaluations.handIn(member, await inspection.seen('member'))
    await returns.sendBack(await inspection.actor('lead'), await inspection.seen('lead'), [
      { question: RETURNED, note: 'Lampirkan SK yang bertanda tangan.' },
    ])
  })
  afterAll(() => inspection.close())

  const part = () => paths.worksheetPart(inspection.assessment, '1')
  const page = () => paths.repairs(inspection.assessment)
  const save = async (code: string, body: object) => {
    const chair = await inspection.browserOf('chair')
    return chair
      .post(paths.answer(inspection.assessment, code))
      .set('accept', 'application/json')
      .set('x-csrf-token', tokenIn((await chair.get(page())).text))
      .send({ field: 'note', base: 1, ...body })
  }
  const events = async (action: string) =>
    inspection.house.database.query('SELECT id FROM audit_events WHERE action = $1', [action])

  it('shows the note at the question and on its own page, and says so before handing in again', async () => {
    const head = await inspection.browserOf('head')
    expect((await head.get(part())).text).toContain('Lampirkan SK yang bertanda tangan.')
    expect((await head.get(page())).text).toContain('1 dari 1 catatan belum ditanggapi.')
    expect((await head.get(paths.submission(inspection.assessment))).text).toContain(
      '1 catatan belum ditanggapi',
    )
  })

  it('is the next thing of the home of team and head as long as a note is not answered', async () => {
    const home = paths.assessment(inspection.assessment)
    const chair = (await (await inspection.browserOf('chair')).get(home)).text
    expect(chair).toContain('Perbaiki 1 pertanyaan yang dikembalikan evaluator')
    expect(chair).toMatch(/Perbaikan ditanggapi[\s\S]{0,80}0 dari 1/)
    const head = (await (await inspection.browserOf('head')).get(home)).text
    expect(head).toContain('1 catatan evaluator belum ditanggapi')
  })

  it('refuses a change of any other question, of its evidence and of the prerequisites', async () => {
    const refused = await save(LOCKED, { note: 'Diubah.' })
    expect(refused.status).toBe(403)
    expect(refused.body.message).toContain('tidak dikembalikan')
    const chair = await inspection.browserOf('chair')
    const adding = await chair.get(paths.evidenceUses(inspection.assessment, LOCKED))
    expect(adding.text).toContain('tidak dikembalikan')
    const filled = await post(chair, page(), paths.prerequisite(inspection.assessment, 'lhkpn'), {
      value: 'Ya',
      note: '',
      valueVersion: '0',
      noteVersion: '0',
    })
    expect(filled.status).toBe(403)
    const rows = await inspection.house.database.query('SELECT assessment_id FROM prerequisite_values')
    expect(rows).toEqual([])
  })

  it('offers no step on a locked question', async () => {
    const { standing } = inspection.house.services
    const { missing } = await standing.homeOf(await inspection.seen('chair'))
    expect(missing?.steps.every(step => step.question === RETURNED)).toBe(true)
  })

  it('keeps a reply, asks for words, and shows both texts when two people reply', async () => {
    const chair = await inspection.browserOf('chair')
    const reply = (fields: object) =>
      post(chair, page(), paths.repair(inspection.assessment, RETURNED), { ...fields })
    const empty = await reply({ reply: ' ', over: '' })
    expect(empty.status).toBe(422)
    expect(empty.text).toContain('Tulis tanggapannya.')
    expect((await reply({ reply: 'SK dilampirkan.', over: '' })).status).toBe(303)
    expect(await events('reply-return')).toHaveLength(1)
    const late = await reply({ reply: 'SK menyusul.', over: '' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('SK dilampirkan.')
    expect(late.text).toContain('SK menyusul.')
    const head = await inspection.browserOf('head')
    expect((await head.get(page())).text).toContain('Semua catatan sudah ditanggapi.')
    expect((await reply({ reply: 'x', over: '' })).status).toBe(409)
    const other = await post(chair, page(), paths.repair(inspection.assessment, LOCKED), {
      reply: 'x',
      over: '',
    })
    expect(other.status).toBe(404)
  })

  it('gives way to the attestation once every note is answered', async () => {
    const head = await inspection.browserOf('head')
    expect((await head.get(paths.assessment(inspection.assessment))).text).toContain('Sahkan bagian')
  })

  it('takes a change of the question that came back, and needs the head’s word on its part alone', async () => {
    expect((await save(RETURNED, { note: 'SK bertanda tangan terlampir.' })).status).toBe(200)
    const { attestations } = inspection.house.services
    const states = await attestations.stateOf(await inspection.seen('head'))
    expect(states.filter(state => state.state !== 'attested').map(state => state.part)).toEqual(['1'])
    await submitAs(inspection)
    expect(await inspection.house.database.one('SELECT stage, round FROM assessments')).toEqual({
      stage: 'diajukan',
      round: 2,
    })
  })

  it('is nobody’s business in another satker', async () => {
    const outsider = await inspection.browserOf('outsider')
    expect((await outsider.get(page())).status).toBe(404)
  })
})
