import { paths } from '../../src/paths'
import { openOffice, type Office } from '../roster/roster-office'
import { post, tokenIn, type Browser } from '../support/house'
import { putSurveys, round, surveyEvents, surveyRows } from './surveys-office'

const HEADER = 'Survei;Dari;Sampai;Cara;Populasi;Responden;Skala;Indeks;Pelaksana;Area;Pertanyaan'

describe('importing surveys', () => {
  let office: Office
  let chair: Browser
  beforeEach(async () => {
    office = await openOffice()
    chair = await office.browserOf('chair')
  })
  afterEach(() => office.close())

  const page = () => paths.importSurveys(office.satker.id)
  const upload = async (bytes: Buffer | string, name: string, fields: Record<string, string> = {}) => {
    const sending = chair.post(page()).field('_csrf', tokenIn((await chair.get(page())).text))
    for (const [field, value] of Object.entries(fields)) void sending.field(field, value)
    return sending.attach('file', Buffer.from(bytes), name)
  }
  const csv = (rows: readonly string[], fields?: Record<string, string>) =>
    upload([HEADER, ...rows].join('\n'), 'survei.csv', fields)
  const tokenOf = (preview: string) => /name="token" value="([^"]+)"/.exec(preview)?.[1] ?? ''
  const run = (preview: string) =>
    post(chair, page(), paths.importSurveysRun(office.satker.id), { token: tokenOf(preview) })
  const fault = (row: number, column: string, message: string) =>
    new RegExp(`<td[^>]*>${row}</td><td[^>]*>${column}</td><td[^>]*>${message}`)

  it('is tried before it is kept, and kept as a whole', async () => {
    const preview = await csv([
      'SKM;2026-01-05;27/02/2026;Tatap muka;1.200;312;25–100;87,65;Tim SKM;6;A.I.6.iv.a',
      'ipak;01/02/2026;27/02/2026;daring;;400;0-4;3.62;Universitas Contoh;B;',
    ])
    expect(preview.text).toContain('Simpan 2 baris')
    expect(await surveyRows(office)).toEqual([])
    expect((await run(preview.text)).status).toBe(303)
    const rows = await surveyRows(office)
    expect(rows.map(row => [row.kind, row.heldUntil, row.population, row.scale, row.index])).toEqual([
      ['SKM', '2026-02-27', 1200, '25-100', '87.65'],
      ['IPAK', '2026-02-27', null, '0-4', '3.62'],
    ])
    const supports = await office.house.services.entries.supportsOf([rows[0]!.id])
    expect(supports.get(rows[0]!.id)).toEqual({ areas: ['6'], questions: ['A.I.6.iv.a'] })
    expect((await surveyEvents(office)).map(event => event.action)).toEqual(['add-survey', 'add-survey'])
  })

  it('names every fault by row and column, and keeps nothing', async () => {
    await putSurveys(office.house, office.satker.id, [round()])
    const answer = await csv([
      'SKM;2025-01-05;2025-02-27;daring;1000;300;0-4;87,65;Tim;;',
      'SKM;2025-01-05;2025-02-27;daring;1000;300;25-100;87,65;Tim;;',
      'SKM;2026-01-05;2026-02-27;daring;1000;300;25-100;87,65;Tim;;',
      'SPAK;2025-03-01;2025-02-27;daring;100;300;25-100;87,65;Tim;;',
      'SKP;kemarin;2025-02-27;rapat;seribu;300;5-10;87,65;Tim;;',
      'SPKP;2025-01-05;2025-02-27;;;;;;;;',
    ])
    expect(answer.status).toBe(422)
    for (const expected of [
      fault(2, 'Indeks', 'Indeks 87,65 di luar skala 0–4\\.'),
      fault(3, 'Dari', 'Survei dengan periode ini sudah ada di baris 2\\.'),
      fault(4, 'Dari', 'Survei dengan periode ini sudah tercatat\\.'),
      fault(5, 'Sampai', 'Hari terakhir mendahului hari pertama\\.'),
      fault(5, 'Responden', 'Responden 300 melebihi populasi 100\\.'),
      fault(6, 'Survei', 'Tulis salah satu: SKM'),
      fault(6, 'Dari', 'Tulis tanggal seperti'),
      fault(6, 'Cara', 'Tulis salah satu: tatap muka'),
      fault(6, 'Populasi', 'Tulis bilangan bulat'),
      fault(6, 'Skala', 'Tulis salah satu: 1-4'),
      fault(7, 'Cara', 'Isi caranya\\.'),
      fault(7, 'Indeks', 'Isi indeksnya\\.'),
      fault(7, 'Pelaksana', 'Isi siapa yang menyelenggarakan\\.'),
    ])
      expect(answer.text).toMatch(expected)
    expect(await surveyRows(office)).toHaveLength(1)
  })

  it('refuses a wrong header', async () => {
    const answer = await upload('Survei;Dari\nx;x', 'survei.csv')
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Kolom “Sampai” tidak ada.')
  })

  it('changes what stands when it is told to, and leaves what an empty cell does not say', async () => {
    await putSurveys(office.house, office.satker.id, [round()])
    const preview = await csv(['SKM;2026-01-05;2026-02-27;;;;;90;;;'], { update: 'ya' })
    expect((await run(preview.text)).status).toBe(303)
    expect((await surveyRows(office))[0]).toMatchObject({ index: '90', population: 1000, version: 2 })
  })

  it('reads again what the register gave out, and takes its own template', async () => {
    await putSurveys(office.house, office.satker.id, [
      round(),
      round({ kind: 'IPAK', population: null, scale: '1-4', index: '3.506' }),
    ])
    for (const format of ['csv', 'xlsx']) {
      const file = await chair
        .get(`${paths.surveysTable(office.satker.id)}?format=${format}`)
        .buffer()
        .parse((answer, done) => {
          const parts: Buffer[] = []
          answer.on('data', (part: Buffer) => parts.push(part))
          answer.on('end', () => done(null, Buffer.concat(parts)))
        })
      const preview = await upload(file.body as Buffer, `survei.${format}`, { update: 'ya' })
      expect(preview.text).toContain('Isi berkas sama dengan data yang ada.')
    }
    const template = await chair.get(`${paths.importSurveysTemplate(office.satker.id)}?format=csv`)
    expect((await upload(template.text, 'templat.csv')).text).toContain('Simpan 2 baris')
  })

  it('of thousands of rounds takes the statements of one', async () => {
    const day = (place: number) => new Date(Date.UTC(2010, 0, 1 + place)).toISOString().slice(0, 10)
    const row = (place: number) => `SKM;${day(place)};${day(place)};daring;;300;25-100;87,65;Tim;6;A.I.6.iv.a`
    const statementsOf = async (rows: readonly string[]) => {
      const preview = await csv(rows)
      office.house.statements.length = 0
      expect((await run(preview.text)).status).toBe(303)
      return office.house.statements.length
    }
    const few = await statementsOf([row(0)])
    expect(await statementsOf(Array.from({ length: 5_000 }, (_, place) => row(place + 1)))).toBe(few)
    expect(await surveyRows(office)).toHaveLength(5_001)
  }, 60_000)
})
