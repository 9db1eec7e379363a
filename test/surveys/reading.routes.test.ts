import { paths } from '../../src/paths'
import { addComplaints } from '../inputs/inputs-office'
import { openOffice, type Office } from '../roster/roster-office'
import { post } from '../support/house'
import { putSurveys, round, surveyEvents } from './surveys-office'

const periodsIn = (html: string): string[] =>
  [...html.matchAll(/<tr><th scope="row"><a href="[^"]+">([^<]+)</g)].map(match => match[1] ?? '')

describe('the register of surveys', () => {
  let office: Office
  beforeAll(async () => {
    office = await openOffice()
    await putSurveys(office.house, office.satker.id, [
      round(),
      round({ kind: 'SPAK', scale: '1-4', index: '3.2', respondents: 100, heldFrom: '2026-01-06' }),
      round({
        kind: 'IPKP',
        scale: '0-4',
        index: '3.61',
        population: null,
        respondents: 400,
        conductedBy: 'Universitas Contoh',
        heldFrom: '2025-05-01',
        heldUntil: '2025-05-30',
      }),
    ])
    await putSurveys(office.house, office.neighbour.id, [round({ conductedBy: 'Milik tetangga' })])
  })
  afterAll(() => office.close())

  const list = async (query = '') =>
    (await office.read('chair', `${paths.surveys(office.satker.id)}${query}`)).text

  it('shows each round with its sample and its index on the scale of the worksheet', async () => {
    const text = await list()
    expect(periodsIn(text)).toEqual(['1–30 Mei 2025', '5 Jan – 27 Feb 2026', '6 Jan – 27 Feb 2026'])
    expect(text).toContain('2 survei internal dan 1 survei eksternal tercatat.')
    expect(text).toContain('Kurang 178 responden')
    expect(text).toContain('100 dari 1.000; perlu 278')
    expect(text).toContain('87,65 (25–100)')
    expect(text).not.toContain('Milik tetangga')
  })

  it('points out which external surveys are lacking beside the internal ones of this year', async () => {
    expect(await list()).toContain('Tahun 2026 baru ada SKM dan SPAK; IPKP dan IPAK belum tercatat.')
    const hub = (await office.read('kanwil', paths.registers(office.satker.id))).text
    expect(hub).toContain('2 survei tahun ini')
    expect(hub).toContain('1 survei kurang responden')
    expect(hub).toContain('SPAK ada, IPAK eksternal belum')
  })

  it.each([
    ['?sumber=eksternal', 1],
    ['?sumber=internal', 2],
    ['?jenis=SPAK', 1],
    ['?tahun=2025', 1],
    ['?tahun=2026&sumber=eksternal', 0],
    ['?cari=universitas', 1],
    ['?sumber=x&jenis=y&tahun=z', 3],
  ])('narrows by %s to %d', async (query, expected) => {
    expect(periodsIn(await list(query))).toHaveLength(expected)
  })

  it('orders by respondents, the most first', async () => {
    expect(periodsIn(await list('?urut=-responden'))[0]).toBe('1–30 Mei 2025')
  })

  it('prints the list with where its numbers come from', async () => {
    const { text } = await office.read('kanwil', `${paths.surveysPaper(office.satker.id)}?tahun=2026`)
    expect(text).toContain('Rekapitulasi survei Kanim Tanjung Kirana')
    expect(text).toContain('PermenPANRB 14/2017')
    expect(text).toMatch(/data-l="Kurang">178</)
    expect(text).not.toContain('Universitas Contoh')
  })

  it('gives the list as a file, and remembers who took how many', async () => {
    const chair = await office.browserOf('chair')
    const file = await chair.get(`${paths.surveysTable(office.satker.id)}?tahun=2025&format=csv`)
    expect(file.text.split('\r\n')[1]).toBe(
      'IPKP;2025-05-01;2025-05-30;daring;;400;0-4;"3,61";Universitas Contoh;6;',
    )
    expect(JSON.parse((await surveyEvents(office)).at(-1)?.after ?? '')).toEqual({ entries: 1 })
  })

  it('proposes answers on the pages of their questions, taken with one click', async () => {
    await addComplaints(office)
    await putSurveys(office.house, office.satker.id, [
      round({ kind: 'IPAK', index: '87.65', heldFrom: '2026-02-01' }),
    ])
    const read = async (code: string) =>
      (await office.read('chair', paths.question(office.assessment, code))).text
    expect(await read('A.II.5.ii.a')).toContain('Register 2026: 6 diterima, 5 selesai, 1 diproses')
    expect(await read('A.I.6.iv.a')).toContain('Register 2026: 1 SKM diadakan.')
    expect(await read('B.I.i.a')).toContain('setara 3,506 dari 4')
    const chair = await office.browserOf('chair')
    const taken = await post(
      chair,
      paths.question(office.assessment, 'B.I.i.a'),
      paths.suggestedAnswer(office.assessment, 'B.I.i.a'),
      { register: 'surveys', base: '0' },
    )
    expect(taken.status).toBe(303)
    const [answer] = await office.house.database.query<{ inputs: string }>(
      `SELECT inputs FROM answers WHERE question = 'B.I.i.a'`,
    )
    expect(answer?.inputs).toBe('{"index":"3.506"}')
  })
})

describe('surveys of one area', () => {
  let office: Office
  beforeAll(async () => {
    office = await openOffice()
    await putSurveys(office.house, office.satker.id, [round({ conductedBy: 'Tim loket' })], ['6', '1'])
    await putSurveys(office.house, office.satker.id, [round({ kind: 'SPAK', conductedBy: 'Tim UPG' })], ['5'])
  })
  afterAll(() => office.close())

  const list = (query: string) => `${paths.surveys(office.satker.id)}${query}`

  it.each([
    ['?area=1', 1],
    ['?area=5', 1],
    ['?area=2', 0],
    ['?area=5&jenis=SKM', 0],
    ['?area=77', 2],
  ])('are narrowed by %s to %d', async (query, expected) => {
    expect(periodsIn((await office.read('chair', list(query))).text)).toHaveLength(expected)
  })

  it('keep to it in the file, on paper and on the next page of filters', async () => {
    const { text } = await office.read('chair', list('?area=5'))
    expect(text).toMatch(/<option value="5" selected[^>]*>Area 5/)
    expect(text).toContain(`${paths.surveysTable(office.satker.id)}?area=5&format=csv`)
    expect(text).toContain(list('?sumber=internal&area=5'))
    const chair = await office.browserOf('chair')
    const file = (await chair.get(`${paths.surveysTable(office.satker.id)}?area=5&format=csv`)).text
    expect([file.includes('Tim UPG'), file.includes('Tim loket')]).toEqual([true, false])
    const paper = (await office.read('kanwil', `${paths.surveysPaper(office.satker.id)}?area=5`)).text
    expect([paper.includes('Tim UPG'), paper.includes('Tim loket')]).toEqual([true, false])
    expect(paper).toMatch(/<dt>Area<\/dt><dd>Area 5/)
  })
})
