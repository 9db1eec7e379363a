import type { Page } from 'playwright-core'
import { paths } from '../../src/paths'
import { loadRules } from '../findings/rules-at-work'
import { addAssessment, addCycle, addPerson, addSatker, loadInstrument, type Unit } from '../support/cast'
import { DESKTOP, openJourney, PHONE, tooWide, violationsOn, type Journey } from './journey'
import { signIn } from './visitor'

const WITHOUT_SCRIPTS = { ...PHONE, javaScriptEnabled: false }

let journey: Journey
let cycle: string
let kanwil: Unit
beforeAll(async () => {
  journey = await openJourney()
  cycle = await addCycle(journey.house, await loadInstrument(journey.house))
  await loadRules(journey.house)
  kanwil = await addSatker(journey.house, 'Kanwil Tirta Raya', undefined, { level: 'kanwil' })
})
afterAll(() => journey.close())
afterEach(() => expect(journey.faults).toEqual([]))

/** A satker of which nothing is recorded yet, its chair, and whoever assists it. */
async function atReadiness(options: object) {
  const { house } = journey
  const satker = await addSatker(house, 'Kantor Imigrasi Tanjung Kirana', kanwil)
  const chair = await addPerson(house, `Sari ${satker.id}`, 'chair', satker)
  const companion = await addPerson(house, `Meutia ${satker.id}`, 'pendamping', kanwil)
  const { id } = await addAssessment(house, satker, cycle)
  await house.services.findings.refreshChanged()
  const visit = async (person: typeof chair): Promise<Page> => {
    const page = await journey.visitor(options)
    await signIn(page, person)
    return page
  }
  return { id, chair: await visit(chair), companion: await visit(companion) }
}

const states = (assessmentId: string) =>
  journey.house.database.query<{ number: number; status: string; owner: string; dueOn: string | null }>(
    'SELECT number, status, owner, due_on AS "dueOn" FROM recommendation_states WHERE assessment_id = $1',
    [assessmentId],
  )

const rulings = (assessmentId: string) =>
  journey.house.database.query<{ rule: string; outcome: string; reason: string }>(
    'SELECT rule, outcome, reason FROM finding_rulings WHERE assessment_id = $1',
    [assessmentId],
  )

describe('the readiness of a satker', () => {
  it.each([
    ['on a desktop', DESKTOP],
    ['on a telephone', PHONE],
    ['on a telephone without scripts', WITHOUT_SCRIPTS],
  ])(
    'leads to a recommendation that is planned, finished, and verified by the kanwil, %s',
    async (_, options) => {
      const { id, chair, companion } = await atReadiness(options)
      await chair.goto(paths.findings(id))
      await chair.getByRole('heading', { name: 'Belum siap' }).waitFor()
      expect(await tooWide(chair)).toBe(0)
      await chair.getByRole('link', { name: /Rapat berkala/ }).click()
      await chair.getByText('Ubah status').click()
      await chair.getByLabel('Status', { exact: true }).selectOption('berjalan')
      await chair.getByLabel('Penanggung jawab').fill('Joko Wasesa')
      await chair.getByLabel('Batas waktu').fill('2026-03-11')
      await chair.getByRole('button', { name: 'Simpan status' }).click()
      await chair.getByText('Status rekomendasi tersimpan.').waitFor()
      await chair.getByText('Lewat', { exact: true }).waitFor()
      expect(await states(id)).toEqual([
        { number: 5, status: 'berjalan', owner: 'Joko Wasesa', dueOn: '2026-03-11' },
      ])
      await companion.goto(paths.finding(id, 'recommendation-5'))
      await companion.getByText('Ubah status').click()
      await companion.getByLabel('Status', { exact: true }).selectOption('diverifikasi')
      await companion.getByRole('button', { name: 'Simpan verifikasi' }).click()
      await companion.getByText('Status rekomendasi tersimpan.').waitFor()
      await chair.reload()
      await chair.getByText('Diverifikasi', { exact: true }).waitFor()
      expect(await chair.getByText('Ubah status').count()).toBe(0)
      expect(await tooWide(chair)).toBe(0)
      for (const page of [chair, companion]) await page.context().close()
    },
  )

  it.each([
    ['on a desktop', DESKTOP],
    ['on a telephone without scripts', WITHOUT_SCRIPTS],
  ])('shows a finding that the assistance team dismisses with its reason, %s', async (_, options) => {
    const { id, chair, companion } = await atReadiness(options)
    await companion.goto(paths.matrix())
    await companion.goto(paths.finding(id, 'pitfall-3'))
    await companion.getByRole('button', { name: 'Tetapkan temuan' }).click()
    await companion.locator('.errsum').waitFor()
    await companion.getByLabel('Tidak tepat, abaikan selama faktanya tetap').check()
    await companion.getByLabel('Alasan').fill('Konsultasi publiknya tercatat di kanwil.')
    await companion.getByRole('button', { name: 'Tetapkan temuan' }).click()
    await companion.getByText('Temuan diabaikan.').waitFor()
    expect(await rulings(id)).toEqual([
      { rule: 'pitfall-3', outcome: 'dismissed', reason: 'Konsultasi publiknya tercatat di kanwil.' },
    ])
    await chair.goto(paths.findings(id))
    await chair.getByText('Konsultasi publiknya tercatat di kanwil.').waitFor()
    await chair.getByRole('link', { name: 'Cetak satu halaman' }).click()
    await chair.getByRole('heading', { name: 'Kesiapan Pembangunan Zona Integritas' }).waitFor()
    await chair.getByText('Konsultasi publiknya tercatat di kanwil.').waitFor()
    for (const page of [chair, companion]) await page.context().close()
  })

  it('is read and kept with the keyboard alone, and has nothing that a reader stumbles over', async () => {
    const { id, chair, companion } = await atReadiness(DESKTOP)
    await companion.goto(paths.finding(id, 'pitfall-5'))
    await companion.getByLabel('Benar, perlu diselesaikan').focus()
    await companion.keyboard.press('Space')
    await companion.keyboard.press('Tab')
    expect(await companion.evaluate('document.activeElement.id')).toBe('f-reason')
    await companion.keyboard.type('Hanya tiga orang yang mengisi.')
    await companion.keyboard.press('Tab')
    await companion.keyboard.press('Enter')
    await companion.getByText('Temuan dibenarkan.').waitFor()
    for (const address of [
      paths.findings(id),
      paths.findingsPaper(id),
      paths.finding(id, 'pitfall-5'),
      paths.finding(id, 'recommendation-1'),
    ]) {
      await companion.goto(address)
      expect([address, await violationsOn(companion)]).toEqual([address, []])
    }
    for (const page of [chair, companion]) await page.context().close()
  })
})
