import type { Page } from 'playwright-core'
import { paths } from '../../src/paths'
import { addAssessment, addCycle, addPerson, addSatker, loadInstrument } from '../support/cast'
import { DESKTOP, openJourney, PHONE, tooWide, violationsOn, type Journey } from './journey'
import { signIn } from './visitor'

const WITHOUT_SCRIPTS = { ...PHONE, javaScriptEnabled: false }
const WAYS: [string, object][] = [
  ['on a desktop', DESKTOP],
  ['on a telephone', PHONE],
  ['on a telephone without scripts', WITHOUT_SCRIPTS],
]

let journey: Journey
let cycle: string
beforeAll(async () => {
  journey = await openJourney()
  cycle = await addCycle(journey.house, await loadInstrument(journey.house))
})
afterAll(() => journey.close())
afterEach(() => expect(journey.faults).toEqual([]))

async function chairAt(options: object): Promise<{ page: Page; satkerId: string; assessment: string }> {
  const { house } = journey
  const satker = await addSatker(house, 'Kantor Imigrasi Tanjung Kirana')
  const chair = await addPerson(house, `Sari ${satker.id}`, 'chair', satker)
  const { id } = await addAssessment(house, satker, cycle)
  const page = await journey.visitor(options)
  await signIn(page, chair)
  return { page, satkerId: satker.id, assessment: id }
}

describe('the register of inputs', () => {
  it.each(WAYS)(
    'takes complaints that add up, and a meeting with what came of it, %s',
    async (_, options) => {
      const { page, satkerId } = await chairAt(options)
      await page.goto(paths.registers(satkerId))
      await page.getByRole('link', { name: 'Masukan', exact: true }).click()
      await page.getByRole('link', { name: 'Laporkan pengaduan' }).click()
      await page.getByLabel('Bulan', { exact: true }).selectOption({ label: 'Februari' })
      await page.getByLabel('Diterima', { exact: true }).fill('6')
      await page.getByLabel('Selesai', { exact: true }).fill('1')
      await page.getByLabel('Diproses', { exact: true }).fill('1')
      await page.getByRole('button', { name: 'Simpan laporan' }).click()
      await page.locator('.errsum').getByText('Angka bertentangan: diterima 6').waitFor()
      await page.getByLabel('Selesai', { exact: true }).fill('5')
      await page.getByLabel('Area 5 Penguatan Pengawasan').check()
      await page.getByRole('button', { name: 'Simpan laporan' }).click()
      await page.getByText('Masukan tercatat.').waitFor()
      await page.getByRole('link', { name: 'Masukan', exact: true }).click()
      await page.getByRole('img', { name: 'Pengaduan 2026' }).waitFor()
      await page.getByRole('link', { name: 'Catat masukan' }).click()
      await page.getByLabel('Jenis', { exact: true }).selectOption('audiensi')
      await page.getByLabel('Tanggal', { exact: true }).fill('2026-02-10')
      await page.getByLabel('Perihal', { exact: true }).fill('Antrean loket')
      await page.getByLabel('Pihak', { exact: true }).selectOption('lsm')
      await page.getByLabel('Jumlah orang').fill('4')
      await page.getByLabel('Yang disampaikan').fill('Antrean terlalu panjang.')
      await page.getByRole('button', { name: 'Simpan masukan' }).click()
      await page.getByText('Belum ditindaklanjuti').waitFor()
      await page.getByRole('link', { name: 'Ubah masukan' }).click()
      await page.getByLabel(/^Tindak lanjut/).fill('Loket kedua dibuka.')
      await page.getByLabel('Ditindaklanjuti pada').fill('2026-02-20')
      await page.getByRole('button', { name: 'Simpan masukan' }).click()
      await page.getByText('Perubahan tersimpan.').waitFor()
      if (options !== WITHOUT_SCRIPTS)
        expect([await violationsOn(page), await tooWide(page)]).toEqual([[], 0])
      const rows = await journey.house.database.query(
        `SELECT kind, received, follow_up AS "followUp" FROM stakeholder_inputs WHERE satker_id = $1 ORDER BY happened_on`,
        [satkerId],
      )
      expect(rows).toEqual([
        { kind: 'pengaduan', received: 6, followUp: '' },
        { kind: 'audiensi', received: null, followUp: 'Loket kedua dibuka.' },
      ])
      await page.context().close()
    },
  )
})

describe('the register of surveys', () => {
  it.each(WAYS)('says how many respondents are lacking, and answers its question, %s', async (_, options) => {
    const { page, satkerId, assessment } = await chairAt(options)
    await page.goto(paths.registers(satkerId))
    await page.getByRole('link', { name: 'Survei', exact: true }).click()
    await page.getByRole('link', { name: 'Catat survei' }).click()
    await page.getByLabel('Survei', { exact: true }).selectOption('IPAK')
    await page.getByLabel('Hari pertama').fill('2026-02-02')
    await page.getByLabel('Hari terakhir').fill('2026-02-27')
    await page.getByLabel('Cara').selectOption('daring')
    await page.getByLabel('Pelaksana').fill('Universitas Contoh')
    await page.getByLabel('Populasi').fill('1.000')
    await page.getByLabel('Responden').fill('200')
    await page.getByLabel('Skala indeks').selectOption('0-4')
    await page.getByLabel('Indeks', { exact: true }).fill('87,65')
    await page.getByRole('button', { name: 'Simpan survei' }).click()
    await page.locator('.errsum').getByText('Pilih skala 25–100, atau tulis 3,506.').waitFor()
    await page.getByLabel('Indeks', { exact: true }).fill('3,506')
    await page.getByRole('button', { name: 'Simpan survei' }).click()
    await page.getByText('Kurang 78 responden.').first().waitFor()
    if (options !== WITHOUT_SCRIPTS) expect([await violationsOn(page), await tooWide(page)]).toEqual([[], 0])
    await page.goto(paths.question(assessment, 'B.I.i.a'))
    await page.getByRole('button', { name: 'Pakai usulan' }).click()
    await page.waitForURL(/pertanyaan/)
    const answers = await journey.house.database.query(
      `SELECT a.inputs FROM answers a JOIN worksheets w ON w.id = a.worksheet_id WHERE w.assessment_id = $1`,
      [assessment],
    )
    expect(answers).toEqual([{ inputs: '{"index":"3.506"}' }])
    await page.context().close()
  })
})
