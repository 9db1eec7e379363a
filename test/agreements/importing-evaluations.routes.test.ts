import { paths } from '../../src/paths'
import { faultAt, importDesk, type ImportDesk } from '../innovations/import-desk'
import { post, tokenIn } from '../support/house'
import { eventsOf, openOffice, type Office, type Who } from './agreement-office'

const HEADER = 'Nomor kerja sama;Tanggal evaluasi;Hasil evaluasi'

describe('importing the evaluations of agreements', () => {
  let office: Office
  let desk: ImportDesk
  beforeEach(async () => {
    office = await openOffice()
    desk = importDesk(await office.browserOf('chair'), page(), paths.importAgreementEvaluationsRun(here()))
    await office.keep({ number: 'A-1', evaluateEvery: 3, nextEvaluationOn: '2026-04-15' })
  })
  afterEach(() => office.close())

  const here = () => office.units.satker.id
  const page = () => paths.importAgreementEvaluations(here())
  const table = (format: string) => `${paths.agreementEvaluationsTable(here())}?format=${format}`
  const bring = async (rows: readonly string[], fields?: Record<string, string>) =>
    desk.run((await desk.csv([HEADER, ...rows], fields)).text)
  const next = async () => (await office.agreements())[0]?.nextEvaluationOn

  it('is tried before it is kept, and puts off the next evaluation as one typed does', async () => {
    const preview = await desk.csv([
      HEADER,
      'a-1;2026-02-27;Jadwal perlu diumumkan.',
      'A-1;10/03/2026;Diumumkan.',
    ])
    expect(preview.text).toContain('Simpan 2 baris')
    expect(await office.evaluations()).toEqual([])
    const answer = await desk.run(preview.text)
    expect([answer.status, answer.headers['location']]).toEqual([303, paths.agreements(here())])
    expect(await office.evaluations()).toMatchObject([
      { heldOn: '2026-02-27', finding: 'Jadwal perlu diumumkan.' },
      { heldOn: '2026-03-10', finding: 'Diumumkan.' },
    ])
    expect(await next()).toBe('2026-10-15')
    const [agreement] = await office.agreements()
    expect(agreement).toMatchObject({ version: 1, changedAt: '2026-01-12T00:00:00.000Z' })
    const events = await eventsOf(office.house)
    expect(events.map(({ action, role }) => [action, role])).toEqual([
      ['add-agreement-evaluation', 'chair'],
      ['add-agreement-evaluation', 'chair'],
    ])
  })

  it('fills no agreement beyond use', async () => {
    await office.keep({ number: 'A-2', validFrom: '2020-01-01', validUntil: '2029-12-31' })
    const rows = Array.from({ length: 301 }, (_, place) => {
      const day = new Date(Date.UTC(2024, 0, 1 + place)).toISOString().slice(0, 10)
      return `A-2;${day};Baik.`
    })
    expect((await desk.csv([HEADER, ...rows])).text).toMatch(
      faultAt(302, 'Tanggal evaluasi', 'Satu kerja sama memuat paling banyak 300 evaluasi.'),
    )
    await bring(rows.slice(1))
    expect(await office.evaluations()).toHaveLength(300)
    expect((await desk.csv([HEADER, ...rows.slice(0, 1)])).status).toBe(422)
  })

  it('names every fault by row and column, and keeps nothing', async () => {
    await bring(['A-1;2026-03-01;Baik.'])
    const answer = await desk.csv([
      HEADER,
      'B-9;2026-03-02;Baik.',
      'A-1;2026-01-14;Terlalu dini.',
      'A-1;2026-03-13;Belum terjadi.',
      'A-1;;Tanpa tanggal.',
      'A-1;2026-03-03;',
      'A-1;2026-03-01;Lain.',
      'A-1;2026-03-04;Sekali.',
      'a-1;2026-03-04;Dua kali.',
      'A-1;03-05-2026;Salah tulis.',
    ])
    expect(answer.status).toBe(422)
    for (const expected of [
      faultAt(2, 'Nomor kerja sama', 'Tidak ada kerja sama dengan nomor ini di unit ini.'),
      faultAt(3, 'Tanggal evaluasi', 'Evaluasi mendahului masa berlaku kerja sama.'),
      faultAt(4, 'Tanggal evaluasi', 'Tanggal evaluasi belum terjadi.'),
      faultAt(5, 'Tanggal evaluasi', 'Isi tanggal evaluasi.'),
      faultAt(6, 'Hasil evaluasi', 'Isi hasil evaluasinya.'),
      faultAt(7, 'Tanggal evaluasi', 'Evaluasi pada hari ini sudah tercatat.'),
      faultAt(9, 'Tanggal evaluasi', 'Evaluasi pada hari ini sudah ada di baris 8.'),
      faultAt(10, 'Tanggal evaluasi', 'Tulis tanggal seperti 2026-01-30 atau 30/01/2026.'),
    ])
      expect(answer.text).toMatch(expected)
    expect(desk.tokenOf(answer.text)).toBe('')
    expect(await office.evaluations()).toHaveLength(1)
  })

  it('changes a finding when it is told to, without counting the evaluation twice', async () => {
    await bring(['A-1;2026-03-01;Baik.'])
    expect(
      (await bring(['A-1;2026-03-01;Baik; lanjutkan.'.replace('; l', ', l')], { update: 'ya' })).status,
    ).toBe(303)
    expect(await office.evaluations()).toMatchObject([{ heldOn: '2026-03-01', finding: 'Baik, lanjutkan.' }])
    expect(await next()).toBe('2026-07-15')
    expect((await eventsOf(office.house)).at(-1)).toMatchObject({
      action: 'change-agreement-evaluation',
      before: '{"heldOn":"2026-03-01","finding":"Baik."}',
      after: '{"heldOn":"2026-03-01","finding":"Baik, lanjutkan."}',
    })
  })

  it('does not guess which of two evaluations of one day is meant', async () => {
    const { id } = (await office.agreements())[0]!
    for (const finding of ['Pagi.', 'Sore.'])
      await post(await office.browserOf('chair'), paths.cooperation(id), paths.newAgreementEvaluation(id), {
        heldOn: '2026-03-02',
        finding,
      })
    const answer = await desk.csv([HEADER, 'A-1;2026-03-02;Siang.'], { update: 'ya' })
    expect(answer.text).toMatch(
      faultAt(
        2,
        'Tanggal evaluasi',
        'Evaluasi pada hari ini tercatat lebih dari sekali. Ubah lewat halamannya.',
      ),
    )
  })

  it('reads again what the register gave out, and finds nothing to do', async () => {
    const { id } = (await office.agreements())[0]!
    await post(await office.browserOf('chair'), paths.cooperation(id), paths.newAgreementEvaluation(id), {
      heldOn: '2026-03-02',
      finding: 'Baris pertama.\r\nBaris kedua; dengan "tanda".',
    })
    await bring(['A-1;2026-03-01;=1+1'])
    for (const format of ['csv', 'xlsx']) {
      const preview = await desk.upload(await desk.download(table(format)), `berkas.${format}`, {
        update: 'ya',
      })
      expect(preview.text).toContain('Isi berkas sama dengan data yang ada.')
    }
    const exported = await office.house.database.query<{ after: string }>(
      `SELECT after FROM audit_events WHERE action = 'export-agreements'`,
    )
    expect(exported.map(({ after }) => after)).toEqual(['{"evaluations":2}', '{"evaluations":2}'])
  })

  it('takes the template as it is downloaded', async () => {
    await office.keep({ number: 'W10.PKS-12/2026' })
    const template = await desk.download(`${page()}/templat?format=xlsx`)
    expect((await desk.upload(template, 'templat.xlsx')).text).toContain('Simpan 2 baris')
  })

  it('is offered where the agreements are listed, to those who keep them', async () => {
    const list = paths.agreements(here())
    const kept = await office.read('chair', list)
    expect(kept.text).toContain(`href="${page()}"`)
    expect(kept.text).toContain(`href="${paths.agreementEvaluationsTable(here())}"`)
    const read = await office.read('viewer', list)
    expect(read.text).not.toContain(page())
    expect(read.text).toContain(`href="${paths.agreementEvaluationsTable(here())}"`)
    expect((await office.read('viewer', table('csv'))).text).toContain(HEADER)
  })

  it.each([
    ['viewer', 403],
    ['companion', 403],
    ['neighbour', 404],
  ] as const)('is not for the %s', async (who: Who, status) => {
    const agent = await office.browserOf(who)
    const token = tokenIn((await agent.get(paths.ownAccount())).text)
    const sent = await agent.post(page()).field('_csrf', token).attach('file', Buffer.from('x'), 'berkas.csv')
    expect(sent.status).toBe(status)
    expect((await agent.get(`${page()}/templat`)).status).toBe(status)
    if (who === 'neighbour') expect((await agent.get(table('csv'))).status).toBe(404)
  })

  it('of thousands of rows takes the statements of a few', async () => {
    const statementsOf = async (rows: readonly string[]) => {
      const preview = await desk.csv([HEADER, ...rows])
      office.house.statements.length = 0
      expect((await desk.run(preview.text)).status).toBe(303)
      return office.house.statements.length
    }
    const few = await statementsOf(['A-1;2026-03-01;Baik.'])
    for (let place = 0; place < 100; place++)
      await office.keep({ number: `N-${place}`, validFrom: '2025-01-01' })
    const days = Array.from({ length: 50 }, (_, day) =>
      new Date(Date.UTC(2025, 1, 1 + day)).toISOString().slice(0, 10),
    )
    const many = days.flatMap(day => Array.from({ length: 100 }, (_, place) => `N-${place};${day};Baik.`))
    expect(await statementsOf(many)).toBe(few)
    expect(await office.evaluations()).toHaveLength(5_001)
  }, 90_000)
})
