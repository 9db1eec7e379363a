import type { Page } from 'playwright-core'
import { paths } from '../../src/paths'
import { addAssessment, addCycle, addPerson, addSatker, loadInstrument, type Person } from '../support/cast'
import { furnishAgreements } from './furnished-agreements'
import { DESKTOP, openJourney, PHONE, tooWide, violationsOn, type Journey } from './journey'
import { signIn } from './visitor'

const WITHOUT_SCRIPTS = { ...PHONE, javaScriptEnabled: false }

let journey: Journey
let cycle: string
beforeAll(async () => {
  journey = await openJourney()
  cycle = await addCycle(journey.house, await loadInstrument(journey.house))
})
afterAll(() => journey.close())
afterEach(() => expect(journey.faults).toEqual([]))

/** A satker with a worksheet, and its chair at the register. */
async function atRegister(options: object): Promise<{ page: Page; chair: Person; satkerId: string }> {
  const { house } = journey
  const satker = await addSatker(house, 'Kantor Imigrasi Tanjung Kirana')
  const chair = await addPerson(house, `Sari ${satker.id}`, 'chair', satker)
  await addAssessment(house, satker, cycle)
  const page = await journey.visitor(options)
  await signIn(page, chair)
  await page.goto(paths.agreements(satker.id))
  return { page, chair, satkerId: satker.id }
}

describe('the register of cooperation agreements', () => {
  it.each([
    ['on a desktop', DESKTOP],
    ['on a telephone', PHONE],
    ['on a telephone without scripts', WITHOUT_SCRIPTS],
  ])('takes an agreement from its signature to its result and to the public, %s', async (_, options) => {
    const { page, satkerId } = await atRegister(options)
    const title = `Layanan kesehatan ${satkerId.slice(-6)}`
    await page.getByRole('link', { name: 'Catat kerja sama' }).click()
    await page.getByLabel('Judul').fill(title)
    await page.getByRole('button', { name: 'Simpan kerja sama' }).click()
    await page.locator('.errsum').waitFor()
    await page.getByLabel('Nomor').fill('PKS-12/2026')
    await page.getByLabel('Mitra', { exact: true }).fill('Dinas Kesehatan')
    await page.getByLabel('Jenis mitra').selectOption({ label: 'Pemerintah daerah' })
    await page.getByLabel('Jenis', { exact: true }).selectOption({ label: 'Perjanjian kerja sama (PKS)' })
    await page.getByLabel('Ruang lingkup').fill('Pemeriksaan dan rujukan.')
    await page.getByLabel('Ditandatangani').fill('2026-01-12')
    await page.getByLabel('Mulai berlaku').fill('2026-01-15')
    await page.getByLabel('Berlaku sampai').fill('2027-12-31')
    await page.getByLabel('Area 6 Peningkatan Kualitas Pelayanan Publik').check()
    await page.getByLabel('Publikasikan').check()
    await page.getByRole('button', { name: 'Simpan kerja sama' }).click()
    await page.getByText('Tanpa rencana kerja').waitFor()
    await page.getByRole('link', { name: 'Tambah tugas' }).click()
    await page.getByLabel('Tugas', { exact: true }).fill('Pemeriksaan triwulan I')
    await page.getByLabel('Penanggung jawab').fill('Subseksi Pelayanan')
    await page.getByLabel('Tenggat').fill('2028-01-01')
    await page.getByRole('button', { name: 'Simpan tugas' }).click()
    await page.getByText('Tenggat melewati masa berlaku kerja sama.').first().waitFor()
    await page.getByLabel('Tenggat').fill('2026-03-31')
    await page.getByRole('button', { name: 'Simpan tugas' }).click()
    await page.getByText('Berjalan', { exact: true }).waitFor()
    await page.getByRole('link', { name: 'Pemeriksaan triwulan I' }).click()
    await page.getByLabel('Terlaksana').fill('2026-03-10')
    await page.getByLabel('Hasil').fill('84 orang diperiksa.')
    await page.getByRole('button', { name: 'Simpan tugas' }).click()
    await page.locator('.st').getByText('Selesai', { exact: true }).waitFor()
    await page.getByRole('link', { name: 'Catat evaluasi' }).click()
    await page.getByLabel('Dievaluasi').fill('2026-03-11')
    await page.getByLabel('Hasil evaluasi').fill('Capaian baik.')
    await page.getByRole('button', { name: 'Simpan evaluasi' }).click()
    await page.getByText('Capaian baik.').first().waitFor()
    expect(await tooWide(page)).toBe(0)
    const stranger = await journey.visitor(options)
    await stranger.goto(`${paths.publicAgreements()}?cari=${encodeURIComponent(title)}`)
    await stranger.getByRole('rowheader', { name: title }).waitFor()
    for (const visitor of [page, stranger]) await visitor.context().close()
  })

  it('is filled from a file after its dry run, without scripts as well', async () => {
    const { page, satkerId } = await atRegister({ ...DESKTOP, javaScriptEnabled: false })
    const send = async (until: string) => {
      await page.goto(paths.importAgreements(satkerId))
      await page.getByLabel('Berkas').setInputFiles({
        name: 'kerja-sama.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(
          `Nomor;Judul;Jenis;Mitra;Jenis mitra;Ruang lingkup;Ditandatangani;Berlaku mulai;Berlaku sampai\nA-1;Literasi hukum;MoU;SMA 3;Sekolah atau perguruan tinggi;Penyuluhan.;2026-01-12;2026-01-15;${until}`,
        ),
      })
      await page.getByRole('button', { name: 'Periksa berkas' }).click()
    }
    await send('2026-01-14')
    await page.getByText('Akhir masa berlaku mendahului mulainya.').waitFor()
    await send('2026-12-31')
    await page.getByRole('button', { name: 'Simpan 1 baris' }).click()
    await page.getByRole('link', { name: 'Literasi hukum' }).waitFor()
    await page.context().close()
  })

  it.each([
    ['on a desktop', DESKTOP],
    ['on a telephone', PHONE],
  ])('meets WCAG and fits its window, page by page, %s', async (_, options) => {
    const { page, satkerId } = await atRegister(options)
    const { chair, nobody } = await furnishAgreements(journey.house, satkerId)
    for (const address of [...chair, paths.agreementDashboard(), ...nobody]) {
      await page.goto(address)
      expect([address, await violationsOn(page), await tooWide(page)]).toEqual([address, [], 0])
    }
    await page.context().close()
  })

  it('shows two people what each of them wrote', async () => {
    const { page, chair, satkerId } = await atRegister(DESKTOP)
    await furnishAgreements(journey.house, satkerId)
    const other = await journey.visitor(PHONE)
    await signIn(other, chair)
    for (const visitor of [page, other]) {
      await visitor.goto(paths.agreements(satkerId))
      await visitor.getByRole('link', { name: 'Literasi hukum' }).click()
      await visitor.getByRole('link', { name: 'Ubah kerja sama' }).click()
    }
    await page.getByLabel('Mitra', { exact: true }).fill('RSUD Seruni')
    await page.getByRole('button', { name: 'Simpan kerja sama' }).click()
    await page.getByText('Perubahan tersimpan.').waitFor()
    await other.getByLabel('Mitra', { exact: true }).fill('Puskesmas Seruni')
    await other.getByRole('button', { name: 'Simpan kerja sama' }).click()
    const table = other.locator('table', { hasText: 'Isian Anda' })
    await table.waitFor()
    expect(await table.textContent()).toMatch(/Puskesmas Seruni[\s\S]*RSUD Seruni/)
    expect([await violationsOn(other), await tooWide(other)]).toEqual([[], 0])
    await other.getByRole('button', { name: 'Simpan kerja sama' }).click()
    await other.getByText('Perubahan tersimpan.').waitFor()
    for (const visitor of [page, other]) await visitor.context().close()
  })
})
