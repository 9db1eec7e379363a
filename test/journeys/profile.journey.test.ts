import type { Page } from 'playwright-core'
import { newId } from '../../src/db/ids'
import { paths } from '../../src/paths'
import { Employee } from '../../src/roster/employee.entity'
import { heldRows, keepProfiles, profileRows } from '../profile/profile-office'
import { someone } from '../roster/roster-office'
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

/** A satker with two people and one quarter, and its chair at the profile. */
async function atProfile(options: object): Promise<{ page: Page; satkerId: string }> {
  const { house } = journey
  const satker = await addSatker(house, 'Kantor Imigrasi Tanjung Kirana')
  const chair = await addPerson(house, `Sari ${satker.id}`, 'chair', satker)
  await addAssessment(house, satker, cycle)
  await house.database.inTransaction(() =>
    house.database.insert(
      Employee,
      [true, false].map(frontLine => ({ ...someone(satker.id), id: newId(), frontLine })),
    ),
  )
  await keepProfiles({ house }, satker.id, [
    { employees: 3, frontLine: 1, services: 13, onlineServices: 7, violations: 1 },
  ])
  const page = await journey.visitor(options)
  await signIn(page, chair)
  await page.goto(paths.profiles(satker.id))
  return { page, satkerId: satker.id }
}

describe('the profile of a satker', () => {
  it.each([
    ['on a desktop', DESKTOP],
    ['on a telephone', PHONE],
    ['on a telephone without scripts', WITHOUT_SCRIPTS],
  ])('is filled for a quarter from what is proposed, and mended, %s', async (_, options) => {
    const { page, satkerId } = await atProfile(options)
    await page.getByRole('link', { name: 'Isi triwulan' }).click()
    expect(await page.getByRole('combobox', { name: 'Triwulan' }).inputValue()).toBe('2026-1')
    expect(await page.getByLabel('Pegawai', { exact: true }).inputValue()).toBe('2')
    await page.getByLabel('Pegawai', { exact: true }).fill('5')
    await page.getByLabel('Layanan yang selesai daring').fill('14')
    await page.getByRole('button', { name: 'Simpan profil' }).click()
    await page.getByText('Tidak dapat melebihi jumlah jenis layanan, 13.').first().waitFor()
    await page.getByText('berbeda 3 dari isian', { exact: false }).waitFor()
    await page.getByRole('button', { name: 'Pakai angka register pegawai' }).click()
    expect(await page.getByLabel('Pegawai', { exact: true }).inputValue()).toBe('2')
    await page.getByLabel('Layanan yang selesai daring').fill('9')
    await page.getByRole('button', { name: 'Simpan profil' }).click()
    await page.getByText('Profil tercatat.').waitFor()
    await page.getByText('9 (69%)').first().waitFor()
    const violations = options === WITHOUT_SCRIPTS ? [] : await violationsOn(page)
    expect([violations, await tooWide(page)]).toEqual([[], 0])
    const rows = (await profileRows(journey)).filter(row => row.satkerId === satkerId)
    expect(
      rows.map(row => [row.year, row.quarter, row.employees, row.onlineServices, row.violations]),
    ).toEqual([
      [2025, 4, 3, 7, 1],
      [2026, 1, 2, 9, null],
    ])
    await page.getByRole('link', { name: 'Tambah predikat' }).click()
    await page.getByLabel('Predikat', { exact: true }).selectOption({ index: 1 })
    await page.getByLabel('Diperoleh pada').fill('2024-12-10')
    await page.getByLabel('Keputusan').fill('Kepmen 12/2024')
    await page.getByRole('button', { name: 'Simpan predikat' }).click()
    await page.getByText('Sejak 10 Desember 2024').waitFor()
    expect((await heldRows(journey)).filter(row => row.satkerId === satkerId)).toHaveLength(1)
    await page.context().close()
  })
})
