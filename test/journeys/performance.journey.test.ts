import type { Page } from 'playwright-core'
import { paths } from '../../src/paths'
import {
  addAssessment,
  addCycle,
  addPerson,
  addSatker,
  loadInstrument,
  type Person,
  type Unit,
} from '../support/cast'
import { DESKTOP, openJourney, PHONE, tooWide, violationsOn, type Journey } from './journey'
import { signIn } from './visitor'

const WITHOUT_SCRIPTS = { ...PHONE, javaScriptEnabled: false }

let journey: Journey
let cycle: string
let kanwil: Unit
let viewer: Person
beforeAll(async () => {
  journey = await openJourney()
  cycle = await addCycle(journey.house, await loadInstrument(journey.house))
  kanwil = await addSatker(journey.house, 'Kanwil Tirta Raya', undefined, { level: 'kanwil' })
  viewer = await addPerson(journey.house, 'Galih Pranawa', 'kanwil-viewer', kanwil)
})
afterAll(() => journey.close())
afterEach(() => expect(journey.faults).toEqual([]))

/** A satker with a worksheet, and its chair at the year 2025 of the register. */
async function atRegister(options: object): Promise<{ page: Page; chair: Person; satker: Unit }> {
  const { house } = journey
  const satker = await addSatker(house, 'Kantor Imigrasi Tanjung Kirana', kanwil)
  const chair = await addPerson(house, `Sari ${satker.id}`, 'chair', satker)
  await addAssessment(house, satker, cycle)
  const page = await journey.visitor(options)
  await signIn(page, chair)
  await page.goto(`${paths.performance(satker.id)}?tahun=2025`)
  return { page, chair, satker }
}

async function promise(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Tambah indikator' }).click()
  await page.getByLabel('Indikator', { exact: true }).fill('Layanan tepat waktu')
  await page.getByLabel('Satuan').fill('persen')
  for (const [quarter, target] of [
    ['I', '90'],
    ['II', '92'],
    ['III', '94'],
    ['IV', '95,5'],
  ])
    await page.getByLabel(new RegExp(`^Target TW ${quarter} `)).fill(target ?? '')
  await page.getByLabel('Target tahun').fill('95,5')
  await page.getByLabel('Area 4 Penguatan Akuntabilitas').check()
  await page.getByRole('button', { name: 'Simpan indikator' }).click()
  await page.getByText('Indikator tercatat.').waitFor()
}

const reports = (satkerId: string) =>
  journey.house.database.query<{ quarter: number; realisation: string; state: string }>(
    `SELECT quarter, realisation, state FROM performance_quarters
      WHERE satker_id = $1 AND realisation IS NOT NULL ORDER BY quarter`,
    [satkerId],
  )

describe('the register of quarterly performance', () => {
  it.each([
    ['on a desktop', DESKTOP],
    ['on a telephone', PHONE],
    ['on a telephone without scripts', WITHOUT_SCRIPTS],
  ])('takes a promise and the report of a quarter, %s', async (_, options) => {
    const { page, satker } = await atRegister(options)
    await promise(page)
    await page.getByRole('link', { name: /^TW I: / }).click()
    await page.getByRole('link', { name: 'Laporkan triwulan' }).click()
    await page.getByLabel('Realisasi').fill('85,25')
    await page.getByLabel('Strategi').fill('Menambah loket.')
    await page.getByRole('button', { name: 'Simpan laporan' }).click()
    await page.locator('.errsum').waitFor()
    expect(await page.getByLabel('Strategi').inputValue()).toBe('Menambah loket.')
    await page.getByLabel('Kendala').fill('Jaringan terputus.')
    await page.getByRole('button', { name: 'Simpan laporan' }).click()
    await page.getByText('Laporan tersimpan.').waitFor()
    await page.getByText('94,72%').first().waitFor()
    expect(await tooWide(page)).toBe(0)
    expect(await reports(satker.id)).toEqual([{ quarter: 1, realisation: '85.25', state: 'near' }])
    await page.context().close()
  })

  it('shows two people what each of them reported, and meets WCAG there', async () => {
    const { page, chair, satker } = await atRegister(DESKTOP)
    await promise(page)
    const other = await journey.visitor(PHONE)
    await signIn(other, chair)
    for (const visitor of [page, other]) {
      await visitor.goto(`${paths.performance(satker.id)}?tahun=2025`)
      await visitor.getByRole('link', { name: /^TW II: / }).click()
      await visitor.getByRole('link', { name: 'Laporkan triwulan' }).click()
    }
    await page.getByLabel('Realisasi').fill('93')
    await page.getByRole('button', { name: 'Simpan laporan' }).click()
    await page.getByText('Laporan tersimpan.').waitFor()
    await other.getByLabel('Realisasi').fill('96')
    await other.getByRole('button', { name: 'Simpan laporan' }).click()
    const table = other.locator('table', { hasText: 'Isian Anda' })
    await table.waitFor()
    expect(await table.textContent()).toMatch(/96[\s\S]*93/)
    expect([await violationsOn(other), await tooWide(other)]).toEqual([[], 0])
    await other.getByRole('button', { name: 'Simpan laporan' }).click()
    await other.getByText('Laporan tersimpan.').waitFor()
    expect((await reports(satker.id)).map(row => row.realisation)).toEqual(['96'])
    for (const visitor of [page, other]) await visitor.context().close()
  })

  it('is looked at by the region, which asks and is answered without scripts', async () => {
    const { page, satker } = await atRegister(WITHOUT_SCRIPTS)
    await promise(page)
    const watching = await journey.visitor({ ...DESKTOP, javaScriptEnabled: false })
    await signIn(watching, viewer)
    await watching.goto(`${paths.region()}?tahun=2025&triwulan=1`)
    const unit = watching.locator('tr', { has: watching.locator(`a[href*="${satker.id}"]`) }).first()
    await unit.getByText('1 belum lapor').waitFor()
    await unit.getByRole('link', { name: /^Catatan untuk/ }).click()
    await watching.getByLabel('Yang diminta').fill('Laporkan triwulan pertama.')
    await watching.getByLabel('Tenggat').fill('2027-01-31')
    await watching.getByRole('button', { name: 'Kirim ke satker' }).click()
    await watching.getByText('Tindak lanjut dikirim.').waitFor()
    await page.goto(`${paths.performance(satker.id)}?tahun=2025`)
    await page.getByRole('link', { name: 'Laporkan triwulan pertama.' }).click()
    await page.getByLabel('Tanggapan').fill('Sudah dilaporkan hari ini.')
    await page.getByRole('button', { name: 'Kirim tanggapan' }).click()
    await page.getByText('Tanggapan terkirim.').waitFor()
    expect(await tooWide(page)).toBe(0)
    await watching.reload()
    await watching.getByRole('button', { name: 'Nyatakan selesai' }).click()
    await watching.getByText('Tindak lanjut selesai.').waitFor()
    for (const visitor of [page, watching]) await visitor.context().close()
  })
})
