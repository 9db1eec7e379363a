import type { Page } from 'playwright-core'
import { paths } from '../../src/paths'
import { addAssessment, addCycle, addPerson, addSatker, loadInstrument, type Person } from '../support/cast'
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
  await page.goto(paths.roster(satker.id))
  return { page, chair, satkerId: satker.id }
}

const rows = (satkerId: string) =>
  journey.house.database.query<{ name: string; position: string; joinedOn: string; pokja: string }>(
    'SELECT name, position, joined_on AS "joinedOn", pokja FROM employees WHERE satker_id = $1 ORDER BY name',
    [satkerId],
  )

describe('the register of people', () => {
  it.each([
    ['on a desktop', DESKTOP],
    ['on a telephone', PHONE],
    ['on a telephone without scripts', WITHOUT_SCRIPTS],
  ])('is begun with one person, who is mended and found again, %s', async (_, options) => {
    const { page, satkerId } = await atRegister(options)
    await page.getByRole('link', { name: 'Tambah pegawai' }).click()
    await page.getByRole('button', { name: 'Simpan pegawai' }).click()
    await page.locator('.errsum').waitFor()
    await page.getByLabel('Nama').fill('Bagas Hendrawan')
    await page.getByLabel('Jabatan').fill('Analis Keimigrasian')
    await page.getByLabel('Garis depan').check()
    await page.getByLabel('Pokja').selectOption({ label: 'Area 1 Manajemen Perubahan' })
    await page.getByLabel('Masuk').fill('2020-01-02')
    await page.getByLabel('Agen perubahan sejak').fill('2026-01-05')
    await page.getByRole('button', { name: 'Simpan pegawai' }).click()
    await page.getByText('Pegawai tercatat.').waitFor()
    await page.getByRole('link', { name: 'Bagas Hendrawan' }).click()
    await page.getByRole('link', { name: 'Ubah data' }).click()
    await page.getByLabel('Jabatan').fill('Kepala Subseksi')
    await page.getByRole('button', { name: 'Simpan pegawai' }).click()
    await page.getByText('Perubahan tersimpan.').waitFor()
    await page.getByRole('link', { name: /^Pegawai Kantor/ }).click()
    await page.getByLabel('Nama, jabatan, atau NIP').fill('subseksi')
    await page.getByRole('button', { name: 'Tampilkan' }).click()
    await page.getByRole('link', { name: 'Bagas Hendrawan' }).waitFor()
    expect(await rows(satkerId)).toEqual([
      { name: 'Bagas Hendrawan', position: 'Kepala Subseksi', joinedOn: '2020-01-02', pokja: '1' },
    ])
    await page.context().close()
  })

  it('is filled from a file after its dry run, without scripts as well', async () => {
    const { page, satkerId } = await atRegister({ ...DESKTOP, javaScriptEnabled: false })
    const send = async (rowsOfFile: string) => {
      await page.goto(paths.importRoster(satkerId))
      await page.getByLabel('Berkas').setInputFiles({
        name: 'pegawai.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(`Nama;Jabatan;Masuk\n${rowsOfFile}`),
      })
      await page.getByRole('button', { name: 'Periksa berkas' }).click()
    }
    await send('Citra Maharani;Petugas Loket;kemarin')
    await page.getByText('Tulis tanggal seperti 2026-01-30 atau 30/01/2026.').waitFor()
    await send('Citra Maharani;Petugas Loket;30/01/2024')
    await page.getByRole('button', { name: 'Simpan 1 baris' }).click()
    await page.getByRole('link', { name: 'Citra Maharani' }).waitFor()
    expect(await rows(satkerId)).toHaveLength(1)
    await page.context().close()
  })

  it('shows two people what each of them wrote, and meets WCAG there', async () => {
    const { page, chair, satkerId } = await atRegister(DESKTOP)
    await page.getByRole('link', { name: 'Tambah pegawai' }).click()
    await page.getByLabel('Nama').fill('Bagas Hendrawan')
    await page.getByLabel('Jabatan').fill('Analis')
    await page.getByLabel('Masuk').fill('2020-01-02')
    await page.getByRole('button', { name: 'Simpan pegawai' }).click()
    const other = await journey.visitor(PHONE)
    await signIn(other, chair)
    for (const visitor of [page, other]) {
      await visitor.goto(paths.roster(satkerId))
      await visitor.getByRole('link', { name: 'Bagas Hendrawan' }).click()
      await visitor.getByRole('link', { name: 'Ubah data' }).click()
    }
    await page.getByLabel('Jabatan').fill('Kepala Seksi')
    await page.getByRole('button', { name: 'Simpan pegawai' }).click()
    await page.getByText('Perubahan tersimpan.').waitFor()
    await other.getByLabel('Jabatan').fill('Kepala Subseksi')
    await other.getByRole('button', { name: 'Simpan pegawai' }).click()
    const table = other
      .getByRole('table', { name: 'Perbedaan' })
      .or(other.locator('table', { hasText: 'Isian Anda' }))
    await table.first().waitFor()
    expect(await table.first().textContent()).toMatch(/Kepala Subseksi[\s\S]*Kepala Seksi/)
    expect([await violationsOn(other), await tooWide(other)]).toEqual([[], 0])
    await other.getByRole('button', { name: 'Simpan pegawai' }).click()
    await other.getByText('Perubahan tersimpan.').waitFor()
    expect((await rows(satkerId)).map(row => row.position)).toEqual(['Kepala Subseksi'])
    for (const visitor of [page, other]) await visitor.context().close()
  })
})
