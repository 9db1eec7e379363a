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

/** A satker with a worksheet, and a member of its pokja at the plan. */
async function atPlan(options: object): Promise<{ page: Page; member: Person; satkerId: string }> {
  const { house } = journey
  const satker = await addSatker(house, 'Kantor Imigrasi Tanjung Kirana')
  const member = await addPerson(house, `Joko ${satker.id}`, 'member', satker, { parts: '6' })
  await addAssessment(house, satker, cycle)
  const page = await journey.visitor(options)
  await signIn(page, member)
  await page.goto(paths.actionPlan(satker.id))
  return { page, member, satkerId: satker.id }
}

async function fillGoal(page: Page, title: string): Promise<void> {
  await page.getByLabel('Sasaran atau kegiatan').fill(title)
  await page.getByLabel('Hasil bagi publik').check()
  await page.getByLabel('Sasaran atau hasil yang didukung').fill('Layanan lebih cepat')
  await page.getByLabel('Area 6 Peningkatan Kualitas Pelayanan Publik').check()
  await page.getByLabel('Penanggung jawab').fill('Pokja 6')
  await page.getByLabel('Mulai').fill('2026-02-01')
  await page.getByLabel('Tenggat').fill('2026-09-30')
  await page.getByLabel('Indikator').fill('Waktu tunggu')
  await page.getByLabel('Data awal').fill('40')
  await page.getByLabel(/^Target/).fill('12,5')
}

const rows = (satkerId: string) =>
  journey.house.database.query<{ title: string; percent: number; target: string }>(
    'SELECT title, percent, target FROM action_goals WHERE satker_id = $1 ORDER BY title',
    [satkerId],
  )

describe('the action plan', () => {
  it.each([
    ['on a desktop', DESKTOP],
    ['on a telephone', PHONE],
    ['on a telephone without scripts', WITHOUT_SCRIPTS],
  ])('gets a goal, whose progress is told and found again, %s', async (_, options) => {
    const { page, satkerId } = await atPlan(options)
    await page.getByRole('link', { name: 'Tambah sasaran' }).click()
    await page.getByRole('button', { name: 'Simpan sasaran' }).click()
    await page.locator('.errsum').waitFor()
    await fillGoal(page, 'Memangkas waktu tunggu')
    await page.getByRole('button', { name: 'Simpan sasaran' }).click()
    await page.getByText('Sasaran tercatat.').waitFor()
    await page.getByLabel('Kemajuan (%)').fill('140')
    await page.getByRole('button', { name: 'Simpan kemajuan' }).click()
    await page.getByText('Tulis angka bulat 0 sampai 100.').first().waitFor()
    await page.getByLabel('Kemajuan (%)').fill('60')
    await page.getByLabel('Kendala').fill('Server lambat.')
    await page.getByRole('button', { name: 'Simpan kemajuan' }).click()
    await page.getByText('Kemajuan tersimpan.').waitFor()
    await page.getByRole('link', { name: 'Rencana aksi', exact: true }).click()
    await page.getByRole('link', { name: 'Rencana saya' }).click()
    await page.getByRole('heading', { name: /^Berjalan/ }).waitFor()
    await page.getByRole('link', { name: 'Rencana aksi', exact: true }).click()
    await page.getByLabel('Sasaran atau nama').fill('tunggu')
    await page.getByLabel('Area', { exact: true }).selectOption({ value: '6' })
    await page.getByRole('button', { name: 'Tampilkan' }).click()
    await page.getByRole('link', { name: 'Linimasa' }).click()
    await page.getByRole('link', { name: 'Memangkas waktu tunggu' }).waitFor()
    expect(await tooWide(page)).toBe(0)
    await page.goto(paths.actionPlanMatrix(satkerId))
    await page.getByText('Kepala satker,').waitFor()
    expect(await tooWide(page)).toBe(0)
    expect(await rows(satkerId)).toEqual([{ title: 'Memangkas waktu tunggu', percent: 60, target: '12.5' }])
    await page.context().close()
  })

  it('is filled from a file after its dry run and copied into the next year, without scripts as well', async () => {
    const { page, satkerId } = await atPlan({ ...DESKTOP, javaScriptEnabled: false })
    const send = async (rowsOfFile: string) => {
      await page.goto(paths.importActionPlan(satkerId))
      await page.getByLabel('Berkas').setInputFiles({
        name: 'rencana.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(`Tahun;Sasaran;Mulai;Tenggat;Area\n${rowsOfFile}`),
      })
      await page.getByRole('button', { name: 'Periksa berkas' }).click()
    }
    await send('2026;Menata arsip;kemarin;2026-06-30;3')
    await page.getByText('Tulis tanggal seperti 2026-01-30 atau 30/01/2026.').waitFor()
    await send('2026;Menata arsip;05/01/2026;2026-06-30;3')
    await page.getByRole('button', { name: 'Simpan 1 baris' }).click()
    await page.getByRole('link', { name: 'Menata arsip' }).waitFor()
    await page.getByRole('link', { name: 'Salin ke tahun lain' }).click()
    await page.getByRole('button', { name: 'Salin ke rencana 2027' }).click()
    await page.getByText('1 sasaran masuk rencana 2027.').waitFor()
    expect(await rows(satkerId)).toHaveLength(2)
    await page.context().close()
  })

  it('shows two people what each of them wrote, and meets WCAG there', async () => {
    const { page, member } = await atPlan(DESKTOP)
    await page.getByRole('link', { name: 'Tambah sasaran' }).click()
    await fillGoal(page, 'Memangkas waktu tunggu')
    await page.getByRole('button', { name: 'Simpan sasaran' }).click()
    await page.getByText('Sasaran tercatat.').waitFor()
    const goal = page.url()
    const other = await journey.visitor(PHONE)
    await signIn(other, member)
    await other.goto(goal)
    for (const visitor of [page, other]) await visitor.getByRole('link', { name: 'Ubah sasaran' }).click()
    await page.getByLabel('Tenggat').fill('2026-10-31')
    await page.getByRole('button', { name: 'Simpan sasaran' }).click()
    await page.getByText('Perubahan tersimpan.').waitFor()
    await other.getByLabel('Tenggat').fill('2026-11-30')
    await other.getByRole('button', { name: 'Simpan sasaran' }).click()
    const table = other.locator('table', { hasText: 'Isian Anda' })
    await table.first().waitFor()
    expect(await table.first().textContent()).toMatch(/30 November 2026[\s\S]*31 Oktober 2026/)
    expect([await violationsOn(other), await tooWide(other)]).toEqual([[], 0])
    await other.getByRole('button', { name: 'Simpan sasaran' }).click()
    await other.getByText('Perubahan tersimpan.').waitFor()
    for (const visitor of [page, other]) await visitor.context().close()
  })
})
