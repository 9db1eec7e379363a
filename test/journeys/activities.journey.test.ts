import type { Page } from 'playwright-core'
import { Employee } from '../../src/roster/employee.entity'
import { paths } from '../../src/paths'
import { someone } from '../roster/roster-office'
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

/** A satker with a worksheet and three people, and its chair at the register. */
async function atRegister(options: object): Promise<{ page: Page; chair: Person; satkerId: string }> {
  const { house } = journey
  const satker = await addSatker(house, 'Kantor Imigrasi Tanjung Kirana')
  const chair = await addPerson(house, `Sari ${satker.id}`, 'chair', satker)
  await addAssessment(house, satker, cycle)
  const staff = ['Ayu Lestari', 'Bagas Hendrawan', 'Citra Maharani'].map((name, place) => ({
    ...someone(satker.id),
    name,
    pokja: place < 2 ? '1' : '2',
  }))
  await house.database.inTransaction(() => house.database.insert(Employee, staff))
  const page = await journey.visitor(options)
  await signIn(page, chair)
  await page.goto(paths.activities(satker.id))
  return { page, chair, satkerId: satker.id }
}

const participants = (satkerId: string) =>
  journey.house.database.query<{ name: string }>(
    `SELECT e.name FROM activity_participants p JOIN employees e ON e.id = p.employee_id
       WHERE e.satker_id = $1 ORDER BY e.name`,
    [satkerId],
  )
const points = (satkerId: string) =>
  journey.house.database.query<{ text: string; doneOn: string | null }>(
    `SELECT p.text, p.done_on AS "doneOn" FROM activity_points p JOIN activities a ON a.id = p.activity_id
      WHERE a.satker_id = $1 ORDER BY p.created_at, p.id`,
    [satkerId],
  )

async function record(page: Page, title: string): Promise<void> {
  await page.getByRole('link', { name: 'Catat kegiatan' }).first().click()
  await page.getByLabel('Jenis').selectOption({ label: 'Rapat monitoring' })
  await page.getByLabel('Judul').fill(title)
  await page.getByLabel('Tanggal', { exact: true }).fill('2026-03-03')
  await page.getByRole('button', { name: 'Simpan kegiatan' }).click()
  await page.getByText('Kegiatan tercatat.').waitFor()
}

describe('the register of activities', () => {
  it.each([
    ['on a desktop', DESKTOP],
    ['on a telephone', PHONE],
    ['on a telephone without scripts', WITHOUT_SCRIPTS],
  ])(
    'is begun with a meeting, its people and its points, and found in the calendar, %s',
    async (_, options) => {
      const { page, satkerId } = await atRegister(options)
      await page.getByRole('link', { name: 'Catat kegiatan' }).first().click()
      await page.getByRole('button', { name: 'Simpan kegiatan' }).click()
      await page.locator('.errsum').waitFor()
      await page.getByLabel('Jenis').selectOption({ label: 'Rapat monitoring' })
      await page.getByLabel('Judul').fill('Rapat monitoring Maret')
      await page.getByLabel('Tanggal', { exact: true }).fill('2026-03-03')
      await page.getByLabel('Pukul mulai').fill('9.00')
      await page.getByLabel('Pimpinan hadir').check()
      await page.getByLabel('Area 1 Manajemen Perubahan').check()
      await page.getByRole('button', { name: 'Simpan kegiatan' }).click()
      await page.getByText('Selasa, 3 Maret 2026').waitFor()

      await page.getByRole('link', { name: 'Atur peserta' }).click()
      await page.getByLabel('Pokja').selectOption({ label: 'Area 1 Manajemen Perubahan' })
      await page.getByRole('button', { name: 'Tampilkan' }).click()
      await page.getByRole('button', { name: 'Tambahkan semua (2)' }).click()
      await page.getByText('Peserta ditambahkan.').waitFor()
      await page.getByRole('link', { name: 'Hapus saringan' }).click()
      await page.getByLabel('Citra Maharani').check()
      await page.getByRole('button', { name: 'Tambahkan yang dipilih' }).click()
      await page.getByRole('link', { name: /^Peserta\s*3/ }).click()
      await page.getByLabel('Ayu Lestari').check()
      await page.getByRole('button', { name: 'Keluarkan yang dipilih' }).click()
      await page.getByText('Peserta dikeluarkan.').waitFor()
      expect((await participants(satkerId)).map(row => row.name)).toEqual([
        'Bagas Hendrawan',
        'Citra Maharani',
      ])

      await page.getByRole('link', { name: 'Kembali ke kegiatan' }).click()
      await page.getByRole('textbox', { name: 'Butir' }).fill('Antrean loket 3')
      await page.getByLabel('Tenggat').fill('2026-03-10')
      await page.getByRole('button', { name: 'Tambah butir' }).click()
      await page.locator('.errsum').waitFor()
      await page.getByLabel('Penanggung jawab').fill('Ketua Pokja 6')
      await page.getByRole('button', { name: 'Tambah butir' }).click()
      await page.getByText('Butir tercatat.').waitFor()
      await page.getByRole('link', { name: 'Ubah', exact: true }).click()
      await page.getByRole('textbox', { name: 'Butir' }).fill('Antrean loket 3 di hari Senin')
      await page.getByRole('button', { name: 'Simpan butir' }).click()
      await page.getByText('Butir tersimpan.').waitFor()
      await page.getByRole('button', { name: 'Tandai selesai' }).click()
      await page.getByText('Butir selesai.').waitFor()
      expect(await points(satkerId)).toEqual([
        { text: 'Antrean loket 3 di hari Senin', doneOn: '2026-03-12' },
      ])

      await page.getByRole('link', { name: 'Kegiatan', exact: true }).click()
      await page.getByRole('link', { name: 'Kalender' }).click()
      await page.getByRole('link', { name: 'Rapat monitoring Maret' }).waitFor()
      expect(await tooWide(page)).toBe(0)
      await page.getByRole('link', { name: 'Apr 2026' }).click()
      await page.getByText('Tidak ada kegiatan pada April 2026.').waitFor()
      await page.context().close()
    },
  )

  it('is filled from a file after its dry run, without scripts as well', async () => {
    const { page, satkerId } = await atRegister({ ...DESKTOP, javaScriptEnabled: false })
    const send = async (rowOfFile: string) => {
      await page.goto(paths.importActivities(satkerId))
      await page.getByLabel('Berkas').setInputFiles({
        name: 'kegiatan.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(`Tanggal;Jenis;Judul;Peserta (NIP)\n${rowOfFile}`),
      })
      await page.getByRole('button', { name: 'Periksa berkas' }).click()
    }
    await send('Rabu, 3 Maret 2026;Sosialisasi;Sosialisasi gratifikasi;Ayu Lestari')
    await page.getByText('3 Maret 2026 adalah hari Selasa, bukan Rabu.').waitFor()
    await send('Selasa, 3 Maret 2026;Sosialisasi;Sosialisasi gratifikasi;Ayu Lestari')
    await page.getByRole('button', { name: 'Simpan 1 baris' }).click()
    await page.getByRole('link', { name: 'Sosialisasi gratifikasi' }).waitFor()
    expect(await participants(satkerId)).toEqual([{ name: 'Ayu Lestari' }])
    await page.context().close()
  })

  it('is worked by keyboard alone, from the list to a point', async () => {
    const { page } = await atRegister(DESKTOP)
    await record(page, 'Rapat papan ketik')
    await page.getByRole('textbox', { name: 'Butir' }).focus()
    await page.keyboard.type('Jadwal piket')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Ketua Pokja 1')
    await page.getByLabel('Tenggat').fill('2026-03-20')
    await page.getByRole('button', { name: 'Tambah butir' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('Butir tercatat.').waitFor()
    await page.context().close()
  })

  it('shows two people what each of them wrote of a point, and meets WCAG there', async () => {
    const { page, chair, satkerId } = await atRegister(DESKTOP)
    await record(page, 'Rapat bersama')
    await page.getByRole('textbox', { name: 'Butir' }).fill('Antrean loket')
    await page.getByLabel('Penanggung jawab').fill('Ketua Pokja 6')
    await page.getByLabel('Tenggat').fill('2026-03-20')
    await page.getByRole('button', { name: 'Tambah butir' }).click()
    await page.getByText('Butir tercatat.').waitFor()
    const other = await journey.visitor(PHONE)
    await signIn(other, chair)
    await other.goto(page.url())
    for (const visitor of [page, other])
      await visitor.getByRole('link', { name: 'Ubah', exact: true }).click()
    await page.getByLabel('Penanggung jawab').fill('Ketua Pokja 2')
    await page.getByRole('button', { name: 'Simpan butir' }).click()
    await page.getByText('Butir tersimpan.').waitFor()
    await other.getByLabel('Penanggung jawab').fill('Ketua Pokja 3')
    await other.getByRole('button', { name: 'Simpan butir' }).click()
    const table = other.locator('table', { hasText: 'Isian Anda' }).first()
    await table.waitFor()
    expect(await table.textContent()).toMatch(/Ketua Pokja 3[\s\S]*Ketua Pokja 2/)
    expect([await violationsOn(other), await tooWide(other)]).toEqual([[], 0])
    await other.getByRole('button', { name: 'Simpan butir' }).click()
    await other.getByText('Butir tersimpan.').waitFor()
    expect(await points(satkerId)).toHaveLength(1)
    for (const visitor of [page, other]) await visitor.context().close()
  })
})
