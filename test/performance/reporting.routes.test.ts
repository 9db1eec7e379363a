import { paths } from '../../src/paths'
import { post } from '../support/house'
import {
  entries,
  eventsOf,
  faultAt,
  openOffice,
  promise,
  quarters,
  report,
  REPORT,
  reportByForm,
  standings,
  type Office,
} from './performance-office'

describe('reporting a quarter', () => {
  let office: Office
  let id: string
  beforeEach(async () => {
    office = await openOffice()
    id = await promise(office, { yearTarget: '95', targets: ['90', null, '92', '95'] })
  })
  afterEach(() => office.close())

  it.each(['chair', 'head', 'member'] as const)('is done by the %s once it has begun', async who => {
    const answer = await reportByForm(office, who, id, REPORT)
    expect([answer.status, answer.headers['location']]).toEqual([303, paths.quarter(id, '1')])
    expect((await quarters(office.house))[0]).toEqual({
      quarter: 1,
      target: '90',
      realisation: '91.25',
      state: 'reached',
      version: 1,
      obstacle: '',
    })
    expect((await standings(office.house))[0]).toMatchObject({ targeted: 1, reported: 1, reached: 1 })
    const [entry] = (await entries(office.house)).filter(one => one.title.startsWith('Triwulan'))
    expect(entry?.summary).toBe('Realisasi 91,25 dari target 90 persen (101,39%), tercapai.')
    const supported = await office.house.services.entries.supportsOf([entry!.id])
    expect(supported.get(entry!.id)?.areas).toEqual(['4'])
    const { text } = await office.read('kanwil', paths.quarter(id, '1'))
    expect(text).toContain('101,39%')
    expect(text).toContain('Menambah loket pada jam sibuk.')
    expect((await office.read('kanwil', paths.commitment(entry!.id))).status).toBe(303)
  })

  it.each([
    ['realisation', { realisation: '' }, 'Isi realisasi.'],
    ['realisation', { realisation: '91%' }, 'Tulis angka saja, misalnya 87,5.'],
    ['obstacle', { realisation: '89' }, 'Target tidak tercapai. Tulis kendalanya.'],
    ['obstacle', { obstacle: 'x'.repeat(2001) }, 'Paling banyak 2000 karakter.'],
    ['reportedOn', { reportedOn: '2026-02-30' }, 'Tulis tanggal yang ada di kalender.'],
    ['reportedOn', { reportedOn: '2026-03-13' }, 'Tanggal lapor belum tiba.'],
    ['reportedOn', { reportedOn: '2025-12-31' }, 'Tanggal lapor mendahului triwulannya.'],
  ])('is refused at %s (%j) with everything that was typed', async (field, wrong, message) => {
    const fields = { ...REPORT, ...wrong }
    const answer = await reportByForm(office, 'chair', id, fields)
    expect(answer.status).toBe(422)
    expect(answer.text).toMatch(faultAt(field, message))
    expect(answer.text).toContain('Menambah loket pada jam sibuk.')
    expect(answer.text).toMatch(new RegExp(`name="reportedOn"[^>]*value="${fields.reportedOn}"`))
    expect((await quarters(office.house))[0]).toMatchObject({ realisation: null, version: 0 })
  })

  it('waits until the quarter begins, and passes by a quarter without a target', async () => {
    const early = await reportByForm(office, 'chair', id, REPORT, '3')
    expect(early.status).toBe(422)
    expect(early.text).toMatch(
      faultAt('realisation', 'Triwulan ini belum dimulai, jadi belum dapat dilaporkan.'),
    )
    expect((await office.read('chair', paths.quarter(id, '3'))).text).toContain(
      'Dapat dilaporkan mulai 1 Juli 2026.',
    )
    for (const none of ['2', '5', '0', '1.5', 'x']) {
      expect((await office.read('chair', paths.quarter(id, none))).status).toBe(404)
      expect((await reportByForm(office, 'chair', id, REPORT, none)).status).toBe(404)
    }
    expect((await entries(office.house)).length).toBe(1)
  })

  it('is done once: whoever reports it again sees both texts, and may correct it then', async () => {
    expect((await reportByForm(office, 'chair', id, REPORT)).status).toBe(303)
    const twice = await reportByForm(office, 'head', id, { ...REPORT, realisation: '93' })
    expect(twice.status).toBe(409)
    expect(twice.text).toMatch(/data-l="Isian Anda">93<\/td><td[^>]*>91,25</)
    expect(twice.text).toContain('name="version" value="1"')
    expect((await quarters(office.house))[0]?.realisation).toBe('91.25')
    expect(
      (await reportByForm(office, 'head', id, { ...REPORT, realisation: '93', version: '1' })).status,
    ).toBe(303)
    const events = (await eventsOf(office.house)).slice(1)
    expect(events.map(({ action, role }) => [action, role])).toEqual([
      ['report-quarter', 'chair'],
      ['change-report', 'head'],
    ])
    expect(JSON.parse(events[1]?.before ?? '')).toMatchObject({ quarter: 'I', realisation: '91,25' })
    expect(JSON.parse(events[1]?.after ?? '')).toMatchObject({ quarter: 'I', realisation: '93' })
  })

  it('keeps the questions of a report apart from those of its commitment', async () => {
    const { services } = office.house
    const actor = await office.actor('chair')
    await services.entries.chooseQuestions(actor, id, { shown: [], chosen: ['A.II.4.i.a'] })
    await report(office, id, ['95'])
    const entry = (await entries(office.house)).find(one => one.title.startsWith('Triwulan'))!.id
    const questionsOf = async () => (await services.entries.supportsOf([entry])).get(entry)?.questions
    expect(await questionsOf()).toEqual(['A.II.4.i.a'])
    await services.entries.chooseQuestions(actor, entry, { shown: ['A.II.4.i.a'], chosen: ['B.I.ii.a'] })
    await reportByForm(office, 'chair', id, { ...REPORT, version: '1' })
    expect(await questionsOf()).toEqual(['B.I.ii.a'])
  })

  it('is withdrawn when it was a mistake, with its entry and its count', async () => {
    await report(office, id, ['80'])
    expect((await standings(office.house))[0]).toMatchObject({ near: 0, missed: 1 })
    const chair = await office.browserOf('chair')
    const withdraw = () => post(chair, paths.quarterReport(id, '1'), paths.quarterWithdrawal(id, '1'), {})
    expect((await withdraw()).status).toBe(303)
    expect((await quarters(office.house))[0]).toMatchObject({ realisation: null, state: '', version: 2 })
    expect((await standings(office.house))[0]).toMatchObject({ reported: 0, missed: 0 })
    expect(await entries(office.house)).toHaveLength(1)
    expect((await withdraw()).status).toBe(404)
    const late = await reportByForm(office, 'head', id, { ...REPORT, version: '1' })
    expect(late.status).toBe(409)
  })

  it('proves a question with one click, by an excerpt of what was reported', async () => {
    const { services } = office.house
    await services.entries.chooseQuestions(await office.actor('chair'), id, {
      shown: [],
      chosen: ['A.II.4.i.a'],
    })
    await report(office, id, ['95'])
    const question = paths.question(office.assessment, 'A.II.4.i.a')
    expect((await office.read('chair', question)).text).toContain('Triwulan I 2026')
    const entry = (await entries(office.house)).find(one => one.title.startsWith('Triwulan'))!.id
    const chair = await office.browserOf('chair')
    const offered = paths.offeredEntry(office.assessment, 'A.II.4.i.a')
    expect((await post(chair, question, offered, { entry })).status).toBe(303)
    const uses = await office.house.database.query('SELECT id FROM evidence_uses WHERE question = $1', [
      'A.II.4.i.a',
    ])
    expect(uses).toHaveLength(1)
  })
})
