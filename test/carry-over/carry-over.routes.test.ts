import { Evidence } from '../../src/evidence/evidence.entity'
import { EvidenceUseRow } from '../../src/evidence/evidence-use.entity'
import { Answer } from '../../src/worksheets/answer.entity'
import { Assessment } from '../../src/assessments/assessment.entity'
import {
  addAssessment,
  addCycle,
  addPerson,
  addSatker,
  loadInstrument,
  PASSWORD,
  type Unit,
} from '../support/cast'
import { openHouse, post, signedIn, type Browser, type House } from '../support/house'
import { answer, contextOf, prove, type Opened } from '../assessments/filled'
import { lookup } from '../../src/engine/instrument/lookup'

describe('copying from last cycle', () => {
  let house: House
  let satker: Unit
  let last: Opened
  let now: Opened
  let chair: Browser
  let sari: string

  beforeEach(async () => {
    house = await openHouse()
    satker = await addSatker(house, 'Kanim Tanjung Kirana', await addSatker(house, 'Kementerian'))
    const instrument = await loadInstrument(house)
    last = await addAssessment(house, satker, await addCycle(house, instrument, 2025))
    now = await addAssessment(house, satker, await addCycle(house, instrument, 2026))
    const person = await addPerson(house, 'Sari Puspadewi', 'chair', satker)
    sari = person.id
    chair = await signedIn(house, person.login, PASSWORD)
    await answer(house, last, {
      'A.I.1.i.a': { option: 'Ya', note: 'SK nomor 12' },
      'A.I.1.i.b': { option: 'A', note: 'seleksi terbuka' },
      'A.II.1.i.a': { inputs: { agents: '5', changes: '4' } },
      'A.I.2.i.a': { option: 'A', note: 'belum pernah ditinjau', carried: true },
    })
    const { instrument: loaded } = await contextOf(house, last)
    const question = (code: string) => lookup(loaded).questions.get(code)!.question
    await prove(house, last, sari, [question('A.I.1.i.a'), question('A.I.1.i.b')])
  })
  afterEach(() => house.close())

  const copy = (agent = chair) =>
    post(agent, `/penilaian/${now.id}/salinan`, `/penilaian/${now.id}/salinan`, {})
  const answers = async () =>
    (await house.database.manager.getRepository(Answer).findBy({ worksheetId: now.worksheetId })).sort(
      (a, b) => (a.question < b.question ? -1 : 1),
    )

  it('first says how much would come, whole, as a note or not at all', async () => {
    await answer(house, now, { 'A.I.1.i.b': { option: 'B' } })
    const { text } = await chair.get(`/penilaian/${now.id}/salinan`)
    const facts = [...text.matchAll(/<dt>([^<]+)<\/dt><dd>(\d+)<\/dd>/g)].map(found => found.slice(1))
    expect(facts).toEqual([
      ['Disalin utuh', '2'],
      ['Pemakaian bukti', '1'],
      ['Catatan saja', '1'],
      ['Dilewati', '1'],
    ])
    expect(await answers()).toHaveLength(1)
  })

  it('brings answers, notes and evidence marked as not reviewed, never counted before they are confirmed', async () => {
    expect((await copy()).status).toBe(303)
    expect(
      (await answers()).map(row => [row.question, row.option, row.inputs, row.note, row.carried]),
    ).toEqual([
      ['A.I.1.i.a', 'Ya', null, 'SK nomor 12', true],
      ['A.I.1.i.b', 'A', null, 'seleksi terbuka', true],
      ['A.I.2.i.a', null, null, 'belum pernah ditinjau', true],
      ['A.II.1.i.a', null, { agents: '5', changes: '4' }, '', true],
    ])
    const context = await contextOf(house, now)
    expect((await house.services.scoring.scoreOf(context)).score.answered).toBe(0)
    const home = await chair.get(`/penilaian/${now.id}`)
    expect(home.text).toContain('Belum ditinjau ulang')
    await house.services.answers.confirmCarried(await actorOf(), context, 'A.I.1.i.a')
    const { score } = await house.services.scoring.scoreOf(context)
    expect(score.answered).toBe(1)
    expect(score.sections.get('total')?.evidenced).toBe(1)
  })

  const actorOf = async () =>
    (await house.services.accounts.actorOf(sari, { startedAt: house.now.toISOString() }, 'test'))!

  it('never writes over an answer or a note of this cycle', async () => {
    await answer(house, now, {
      'A.I.1.i.a': { option: 'Tidak', note: 'belum' },
      'A.I.1.i.b': { note: 'catatan baru' },
    })
    await copy()
    const [first, second] = await answers()
    expect(first).toMatchObject({ option: 'Tidak', note: 'belum', carried: false })
    expect(second).toMatchObject({
      option: 'A',
      note: 'catatan baru',
      carried: true,
      valueVersion: 2,
      noteVersion: 0,
    })
  })

  it('is one act with its counts, and a second copy brings nothing more', async () => {
    await copy()
    const before = await answers()
    await house.services.carryOver.carryOver(await actorOf(), await contextOf(house, now))
    expect(await answers()).toEqual(before)
    const events = await house.database.query<{ after: string }>(
      `SELECT after FROM audit_events WHERE action = 'carry-over'`,
    )
    expect(events.map(event => JSON.parse(event.after) as unknown)).toEqual([
      { year: 2025, whole: 3, noteOnly: 1, skipped: 0, uses: 2 },
    ])
    expect((await chair.get(`/penilaian/${now.id}/salinan`)).text).toContain('Tidak ada yang perlu disalin.')
  })

  it('tells on the trail of each question what was copied onto it, and by whom', async () => {
    await copy()
    const events = await house.database.query<{ question: string; user_name: string; after: string }>(
      `SELECT question, user_name, after FROM audit_events WHERE action = 'copy-answer' ORDER BY question`,
    )
    expect(
      events.map(event => [event.question, event.user_name, JSON.parse(event.after) as unknown]),
    ).toEqual([
      ['A.I.1.i.a', 'Sari Puspadewi', { year: 2025, option: 'Ya', note: 'SK nomor 12', uses: 1 }],
      ['A.I.1.i.b', 'Sari Puspadewi', { year: 2025, option: 'A', note: 'seleksi terbuka', uses: 1 }],
      ['A.I.2.i.a', 'Sari Puspadewi', { year: 2025, note: 'belum pernah ditinjau' }],
      [
        'A.II.1.i.a',
        'Sari Puspadewi',
        expect.objectContaining({ year: 2025, inputs: expect.anything() as unknown }),
      ],
    ])
    const { text } = await chair.get(`/penilaian/${now.id}/pertanyaan/A.I.1.i.a`)
    expect(text).toContain('Menyalin isian pertanyaan dari siklus lalu')
    expect(text).toContain('SK nomor 12')
  })

  it('brings the evidence of a question that had no answer, which proves the answer once it is given', async () => {
    const { instrument } = await contextOf(house, last)
    const bare = lookup(instrument).questions.get('A.I.1.ii.a')!.question
    await prove(house, last, sari, [bare])
    await copy()
    const uses = await house.database.manager.getRepository(EvidenceUseRow).findBy({ assessmentId: now.id })
    expect(uses.map(use => use.question).sort()).toEqual(['A.I.1.i.a', 'A.I.1.i.b', 'A.I.1.ii.a'])
    const context = await contextOf(house, now)
    await house.services.answers.save(await actorOf(), context, bare.code, {
      field: 'value',
      base: 0,
      value: { option: 'Ya' },
    })
    const { score } = await house.services.scoring.scoreOf(context)
    expect(score.questions.get(bare.code)).toMatchObject({ state: 'answered', flags: [] })
  })

  it('copies in a number of statements that does not grow with the questions', async () => {
    const satkerOf = async (name: string, count: number) => {
      const unit = await addSatker(house, name)
      const [old, fresh] = await Promise.all(
        [2025, 2026].map(async year => {
          const cycle = await house.database.one<{ id: string }>('SELECT id FROM cycles WHERE year = $1', [
            year,
          ])
          return addAssessment(house, unit, cycle!.id)
        }),
      )
      const { instrument } = await contextOf(house, old!)
      const questions = [...lookup(instrument).questions.values()]
        .flatMap(({ question }) => (question.kind === 'choice' ? [question] : []))
        .slice(0, count)
      await prove(house, old!, sari, questions)
      await answer(
        house,
        old!,
        Object.fromEntries(
          questions.map(({ code, options }) => [code, { option: options[0]!.key, note: 'x' }]),
        ),
      )
      const person = await addPerson(house, `Ketua ${name}`, 'chair', unit)
      const actor = (await house.services.accounts.actorOf(
        person.id,
        { startedAt: house.now.toISOString() },
        'test',
      ))!
      const context = await contextOf(house, fresh!)
      house.statements.length = 0
      await house.services.carryOver.carryOver(actor, context)
      return house.statements.length
    }
    expect(await satkerOf('Rutan Muara', 20)).toBe(await satkerOf('Lapas Hulu', 4))
  })

  it('leaves withdrawn evidence behind', async () => {
    await house.database.inTransaction(async () => {
      await house.database
        .writing()
        .update(Evidence, { title: 'Bukti A.I.1.i.a' }, { withdrawnAt: '2026-01-02T00:00:00.000Z' })
    })
    await copy()
    const uses = await house.database.manager.getRepository(EvidenceUseRow).findBy({ assessmentId: now.id })
    expect(uses.map(use => [use.question, use.part, use.stages.length > 0])).toEqual([
      ['A.I.1.i.b', '1', true],
    ])
  })

  it('is for the chair alone, while the worksheet is open, and needs an earlier cycle', async () => {
    const head = await addPerson(house, 'Galih Pranawa', 'head', satker)
    const member = await addPerson(house, 'Bagas Hendrawan', 'member', satker)
    for (const person of [head, member]) {
      const agent = await signedIn(house, person.login, PASSWORD)
      const tried = await post(agent, '/akun', `/penilaian/${now.id}/salinan`, {})
      expect(tried.status).toBe(403)
    }
    expect((await chair.get(`/penilaian/${last.id}/salinan`)).status).toBe(403)
    await house.database.inTransaction(async () => {
      await house.database.writing().update(Assessment, { id: now.id }, { stage: 'diajukan' })
    })
    expect((await post(chair, '/akun', `/penilaian/${now.id}/salinan`, {})).status).toBe(403)
    expect(await answers()).toEqual([])
  })
})
