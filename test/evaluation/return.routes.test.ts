import { paths } from '../../src/paths'
import { post } from '../support/house'
import { evaluators, score } from './acting'
import { openInspection, submitAs, type Inspection } from './inspection'

const ASKED = 'A.I.1.i.a'
const OTHER = 'A.II.1.i.a'

describe('sending back', () => {
  let inspection: Inspection
  let page: string
  beforeEach(async () => {
    inspection = await openInspection()
    page = paths.evaluationReturn(inspection.assessment)
    const { begin, say, agree, handIn } = evaluators(inspection)
    await begin('member')
    await say('member', ASKED, { field: 'decision', decision: 'minta bukti', base: 0 })
    await say('member', ASKED, { field: 'note', note: 'Lampirkan SK bertanda tangan.', base: 0 })
    await agree('member')
    await handIn('member')
  })
  afterEach(() => inspection.close())

  const read = async (who: Parameters<Inspection['browserOf']>[0]) =>
    (await inspection.browserOf(who)).get(page)
  const send = async (fields: Record<string, unknown>) =>
    post(await inspection.browserOf('lead'), page, page, fields)
  const returned = () =>
    inspection.house.database.query('SELECT round, question, note FROM returned_questions ORDER BY question')
  const standing = () => inspection.house.database.one('SELECT stage, round FROM assessments')

  it('starts from what the member asked proof for, with the note written there', async () => {
    const { text } = await read('lead')
    expect(text.match(/type="checkbox" name="question"[^>]* checked/g)?.length).toBe(1)
    expect(text).toMatch(/value="A\.I\.1\.i\.a" checked/)
    expect(text).toContain('Lampirkan SK bertanda tangan.</textarea>')
    expect(text.match(/name="question"/g)?.length).toBe(113)
    expect(text).toContain('class="return-line"')
  })

  it('drops from the choice what the ketua decided otherwise since', async () => {
    const { begin, say } = evaluators(inspection)
    await begin('lead')
    await say('lead', ASKED, { field: 'decision', decision: 'setuju', base: 0 })
    await say('lead', OTHER, { field: 'decision', decision: 'minta bukti', base: 0 })
    await say('lead', OTHER, { field: 'note', note: 'Buka daftar perubahannya.', base: 0 })
    const { text } = await read('lead')
    expect(text).toMatch(/value="A\.II\.1\.i\.a" checked/)
    expect(text).not.toMatch(/value="A\.I\.1\.i\.a" checked/)
  })

  it('sends the chosen questions with their notes, and nothing else', async () => {
    const answer = await send({
      question: [ASKED, OTHER],
      [`note:${ASKED}`]: 'Lampirkan SK bertanda tangan.',
      [`note:${OTHER}`]: 'Sebutkan perubahannya.',
      'note:A.I.1.i.b': 'Tidak dicentang.',
    })
    expect(answer.status).toBe(303)
    expect(await returned()).toEqual([
      { round: 2, question: ASKED, note: 'Lampirkan SK bertanda tangan.' },
      { round: 2, question: OTHER, note: 'Sebutkan perubahannya.' },
    ])
    expect(await standing()).toEqual({ stage: 'dikembalikan', round: 2 })
    const { text } = await (await inspection.browserOf('lead')).get(answer.headers['location']!)
    expect(text).toContain('2 pertanyaan dibuka untuk diperbaiki.')
    expect(text).toContain('Dikembalikan ke satker.')
  })

  it('refuses a question without a note, and keeps what was ticked and typed', async () => {
    const answer = await send({
      question: [ASKED, OTHER],
      [`note:${ASKED}`]: ' ',
      [`note:${OTHER}`]: 'Sebutkan perubahannya.',
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Penilaian belum dikembalikan')
    expect(answer.text).toContain('href="#f-note-A-I-1-i-a"')
    expect(answer.text).toContain('Tulis apa yang harus diperbaiki.')
    expect(answer.text.match(/name="question"[^>]* checked/g)?.length).toBe(2)
    expect(answer.text).toContain('Sebutkan perubahannya.</textarea>')
    expect(await standing()).toEqual({ stage: 'dievaluasi', round: 1 })
    const none = await send({})
    expect(none.status).toBe(422)
    expect(none.text).toContain('Pilih paling sedikit satu pertanyaan.')
  })

  it('is the ketua’s alone, and once', async () => {
    expect((await read('member')).status).toBe(403)
    expect((await read('controller')).status).toBe(403)
    expect((await read('outsider')).status).toBe(404)
    expect((await read('chair')).status).toBe(403)
    await send({ question: ASKED, [`note:${ASKED}`]: 'Lampirkan.' })
    expect((await read('lead')).status).toBe(403)
    await submitAs(inspection)
    const { begin, agree, handIn } = evaluators(inspection)
    await begin('member')
    await agree('member')
    await handIn('member')
    const again = await read('lead')
    expect(again.status).toBe(403)
    expect(again.text).toContain('sudah dikembalikan sebanyak yang diizinkan siklus')
    const page = await (await inspection.browserOf('lead')).get(paths.evaluation(inspection.assessment))
    expect(page.text).not.toContain('Pilih pertanyaan')
  })

  it('asks the database as often for many questions as for one', async () => {
    const count = async () => {
      await read('lead')
      inspection.house.statements.length = 0
      await read('lead')
      return inspection.house.statements.length
    }
    const { begin, say } = evaluators(inspection)
    await begin('lead')
    const one = await count()
    for (const code of ['A.I.1.i.b', 'A.I.1.ii.c'])
      await say('lead', code, { field: 'decision', decision: 'minta bukti', base: 0 })
    await score(inspection, 'lead', OTHER, { inputs: { agents: '4', changes: '1' } }, 'Satu saja.')
    expect(await count()).toBe(one)
  })
})
