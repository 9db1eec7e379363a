import type { Page } from 'playwright-core'
import { paths } from '../../src/paths'
import { complaint, innovationRows } from '../innovations/innovation-office'
import { addAssessment, addCycle, addPerson, addSatker, loadInstrument } from '../support/cast'
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

/** A satker with a worksheet and a complaint, and a member of its team at the register. */
async function atRegister(options: object): Promise<{ page: Page; satkerId: string }> {
  const { house } = journey
  const satker = await addSatker(house, 'Kantor Imigrasi Tanjung Kirana')
  const member = await addPerson(house, `Joko ${satker.id}`, 'member', satker)
  await addAssessment(house, satker, cycle)
  await complaint({ house }, satker.id)
  const page = await journey.visitor(options)
  await signIn(page, member)
  await page.goto(paths.innovations(satker.id))
  return { page, satkerId: satker.id }
}

const rowOf = async (satkerId: string) =>
  (await innovationRows(journey)).find(row => row.satkerId === satkerId)

describe('the register of innovations', () => {
  it.each([
    ['on a desktop', DESKTOP],
    ['on a telephone', PHONE],
    ['on a telephone without scripts', WITHOUT_SCRIPTS],
  ])('takes an innovation from its need to its measurement, %s', async (_, options) => {
    const { page, satkerId } = await atRegister(options)
    await page.getByRole('link', { name: 'Tambah inovasi' }).first().click()
    await page.getByLabel('Nama inovasi').fill('Antrean daring')
    await page.getByLabel('Kebutuhan atau masalah').fill('Pemohon menunggu 40 menit.')
    await page.getByLabel('Mulai').fill('2025-03-03')
    await page.getByLabel('Area 6').check()
    await page.getByLabel('Indikator').fill('Lama menunggu')
    await page.getByLabel('Satuan').fill('menit')
    await page.getByLabel('Lebih rendah lebih baik').check()
    await page.getByLabel('Nilai sesudah').fill('12,5')
    await page.getByLabel('Sesudah diukur pada').fill('2025-09-12')
    await page.getByRole('button', { name: 'Simpan inovasi' }).click()
    await page.getByRole('link', { name: /^Nilai sebelum/ }).click()
    await page.getByLabel('Nilai sebelum').fill('40')
    await page.getByLabel('Sebelum diukur pada').fill('2025-02-14')
    await page.getByRole('button', { name: 'Simpan inovasi' }).click()
    await page.getByText('Inovasi tercatat.').waitFor()
    await page.getByText('Membaik, turun 27,5 menit (68,8%)').waitFor()
    expect([await page.getByText('Belum terbukti').count(), await tooWide(page)]).toEqual([1, 0])
    await page.getByRole('link', { name: 'Cari bukti di register' }).click()
    await page.getByLabel('Judul atau isi entri').fill('antrean')
    await page.getByRole('button', { name: 'Tampilkan' }).click()
    await page.getByRole('button', { name: 'Jadikan bukti: Pengaduan Januari 2025' }).click()
    await page.getByText('Kebutuhan terbukti.').waitFor()
    expect(await page.getByText('Belum terbukti').count()).toBe(0)
    await page.getByRole('link', { name: 'Profil inovasi' }).click()
    await page.getByText('Ketua tim ZI', { exact: true }).waitFor()
    await page.goto(`${paths.innovations(satkerId)}?ukur=terukur&bukti=terbukti`)
    await page.getByRole('link', { name: 'Antrean daring' }).waitFor()
    expect(await rowOf(satkerId)).toMatchObject({ beforeValue: '40', afterValue: '12.5', better: 'lower' })
    await page.context().close()
  })

  it('is filled from a file after its dry run, without scripts as well, and meets WCAG there', async () => {
    const { page, satkerId } = await atRegister(DESKTOP)
    const send = async (rows: string) => {
      await page.goto(paths.importInnovations(satkerId))
      await page.getByLabel('Berkas').setInputFiles({
        name: 'inovasi.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(`Nama;Kebutuhan atau masalah;Mulai\n${rows}`),
      })
      await page.getByRole('button', { name: 'Periksa berkas' }).click()
    }
    await send('Drop box;Antrean;kemarin')
    await page.getByText('Tulis tanggal seperti 2026-01-30 atau 30/01/2026.').waitFor()
    expect(await violationsOn(page)).toEqual([])
    await send('Drop box;Antrean;30/01/2024')
    await page.getByRole('button', { name: 'Simpan 1 baris' }).click()
    await page.getByRole('link', { name: 'Drop box' }).waitFor()
    expect(await rowOf(satkerId)).toMatchObject({ name: 'Drop box', startedOn: '2024-01-30' })
    await page.context().close()
  })
})
