import type { Page } from 'playwright-core'
import { paths } from '../../src/paths'
import { addAssessment, addCycle, addPerson, addSatker, loadInstrument, type Person } from '../support/cast'
import { DESKTOP, openJourney, PHONE, tooWide, violationsOn, type Journey } from './journey'
import { endSessionsOf, signIn, signInAgain } from './visitor'

const REPORTED = 'lhkpn'
const GRADE = 'sakip'
const SINCE = 'one-year'
const HERS = '57 dari 57 wajib lapor.'
const HIS = 'Dua laporan menyusul.'

let journey: Journey
let chair: Person
let head: Person
let assessment: string
let page: Page

beforeAll(async () => {
  journey = await openJourney()
})
afterAll(() => journey.close())
beforeEach(async () => {
  const { house } = journey
  const satker = await addSatker(house, 'Kantor Imigrasi Tanjung Kirana')
  chair = await addPerson(house, `Sari ${satker.id}`, 'chair', satker)
  head = await addPerson(house, `Galih ${satker.id}`, 'head', satker)
  cycle ??= await addCycle(house, await loadInstrument(house))
  assessment = (await addAssessment(house, satker, cycle)).id
  page = await visit(chair)
})
afterEach(async () => {
  expect(journey.faults).toEqual([])
  for (const visitor of visitors.splice(0)) await visitor.context().close()
})

let cycle: string | undefined
const visitors: Page[] = []

async function visit(person: Person, options: object = DESKTOP): Promise<Page> {
  const visitor = await journey.visitor(options)
  visitors.push(visitor)
  await signIn(visitor, person)
  await visitor.goto(paths.prerequisites(assessment))
  if (!('javaScriptEnabled' in options)) await visitor.locator('.is-live[data-save]').waitFor()
  return visitor
}

const row = (visitor: Page, id: string) => visitor.locator(`section.prereq[id="${id}"]`)
const state = (visitor: Page, id: string) => row(visitor, id).locator('[data-status]')
const saved = (visitor: Page, id: string) =>
  state(visitor, id)
    .getByText(/^Tersimpan/)
    .waitFor()
const stored = (id: string) =>
  journey.house.database.one<{ value: string | null; note: string }>(
    'SELECT value, note FROM prerequisite_values WHERE assessment_id = $1 AND prerequisite = $2',
    [assessment, id],
  )
const goOffline = (gone: boolean) => page.context().setOffline(gone)

/** The note of a row that says it is saved already: the answer to the new text is waited for. */
async function writeAndWait(note: string): Promise<void> {
  const answer = page.waitForResponse(`**${paths.prerequisite(assessment, REPORTED)}`)
  await row(page, REPORTED).getByLabel('Catatan').fill(note)
  await answer
  await saved(page, REPORTED)
}

/** Types what cannot leave. */
async function typeWithoutLine(): Promise<void> {
  await row(page, REPORTED).getByLabel('Catatan').fill(HERS)
  await row(page, GRADE).getByLabel('Predikat').selectOption('BB')
  await state(page, REPORTED).getByText('Menunggu jaringan').waitFor()
  await state(page, GRADE).getByText('Menunggu jaringan').waitFor()
}

async function expectAllStored(): Promise<void> {
  expect(
    await page.evaluate(`Object.keys(localStorage).filter(key => key.startsWith('zi:unsent:'))`),
  ).toEqual([])
  expect(await stored(REPORTED)).toEqual({ value: null, note: HERS })
  expect(await stored(GRADE)).toEqual({ value: 'BB', note: '' })
}

async function expectAllSent(): Promise<void> {
  await saved(page, REPORTED)
  await saved(page, GRADE)
  await expectAllStored()
}

describe('the prerequisites', () => {
  it('are saved as they are changed: a choice, a list, a date, a note; the verdicts follow', async () => {
    expect(await row(page, REPORTED).getByRole('button', { name: 'Simpan' }).isVisible()).toBe(false)
    await row(page, REPORTED).getByRole('radio', { name: 'Ya' }).check()
    await saved(page, REPORTED)
    await row(page, REPORTED).getByText('Terpenuhi', { exact: true }).nth(1).waitFor()
    await row(page, GRADE).getByLabel('Predikat').selectOption('B')
    await row(page, GRADE).getByText('Belum terpenuhi').waitFor()
    await row(page, SINCE).getByLabel('Sejak tanggal').fill('2024-03-12')
    await saved(page, SINCE)
    await writeAndWait(HERS)
    await page.getByText('3 dari 7 prasyarat WBK terpenuhi').waitFor()
    await row(page, REPORTED)
      .getByText(/^Diubah Sari/)
      .waitFor()
    expect(await stored(REPORTED)).toEqual({ value: 'Ya', note: HERS })
    expect(await stored(GRADE)).toEqual({ value: 'B', note: '' })
    expect((await stored(SINCE))?.value).toBe('2024-03-12')
    expect(await violationsOn(page)).toEqual([])
  })

  it('say above the date what is wrong with it, and take it once it is right', async () => {
    const date = row(page, SINCE).getByLabel('Sejak tanggal')
    await date.fill('0202-03-12')
    await row(page, SINCE).getByText('Periksa tahunnya.').waitFor()
    await page.getByText('1 belum tersimpan').waitFor()
    expect(await violationsOn(page)).toEqual([])
    await date.fill('2024-03-12')
    await saved(page, SINCE)
    expect(await row(page, SINCE).getByText('Periksa tahunnya.').count()).toBe(0)
  })

  it('wait on a dead line, outlive leaving the page, and are sent when the line comes back', async () => {
    await page.route('**/prasyarat/**', route => route.abort('internetdisconnected'))
    await typeWithoutLine()
    page.once('dialog', dialog => void dialog.accept())
    await page.reload()
    await state(page, GRADE).getByText('Menunggu jaringan').waitFor()
    expect(await row(page, REPORTED).getByLabel('Catatan').inputValue()).toBe(HERS)
    expect(await row(page, GRADE).getByLabel('Predikat').inputValue()).toBe('BB')
    await page.unroute('**/prasyarat/**')
    await page.evaluate(`dispatchEvent(new Event('online'))`)
    await expectAllSent()
  })

  it('are sent after signing in anew when the session ended in between', async () => {
    await goOffline(true)
    await typeWithoutLine()
    await endSessionsOf(journey.house, chair)
    await goOffline(false)
    const again = row(page, GRADE).getByRole('link', { name: 'Masuk lagi' })
    await signInAgain(page, again, journey.house, chair)
    await page.waitForURL(`**${paths.prerequisites(assessment)}`)
    await expectAllSent()
  })

  it('are asked about before signing out while they are unsent', async () => {
    await page.route('**/prasyarat/**', route => route.abort('internetdisconnected'))
    await typeWithoutLine()
    await page.locator('details.menu:not(.aside-nav) > summary').click()
    await page.getByRole('button', { name: 'Keluar', exact: true }).click()
    const asked = page.getByRole('dialog', { name: '2 isian belum terkirim' })
    await asked.waitFor()
    await page.unroute('**/prasyarat/**')
    await asked.getByRole('button', { name: 'Kirim dahulu' }).click()
    await page.getByLabel('NIP atau surel').waitFor()
    await expectAllStored()
  })

  it('merge what two people changed apart, and show both texts of one note side by side', async () => {
    const his = await visit(head, PHONE)
    await row(page, REPORTED).getByRole('radio', { name: 'Ya' }).check()
    await saved(page, REPORTED)
    await writeAndWait(HERS)
    await row(his, REPORTED).getByLabel('Catatan').fill(HIS)
    await row(his, REPORTED).getByRole('alert').waitFor()
    expect((await stored(REPORTED))?.note).toBe(HERS)
    const sides = await row(his, REPORTED).locator('.versus').innerText()
    expect(sides).toContain(HERS)
    expect(sides).toContain(HIS)
    expect(await violationsOn(his)).toEqual([])
    expect(await tooWide(his)).toBe(0)
    await row(his, REPORTED).getByRole('button', { name: 'Pakai isian saya' }).click()
    await row(his, REPORTED)
      .getByText(/^Jawaban diperbarui oleh Sari/)
      .waitFor()
    expect(await row(his, REPORTED).getByRole('radio', { name: 'Ya' }).isChecked()).toBe(true)
    expect(await stored(REPORTED)).toEqual({ value: 'Ya', note: HIS })
  })

  it('are saved by a button, and contested in the form, without JavaScript', async () => {
    const hers = await visit(chair, { ...DESKTOP, javaScriptEnabled: false })
    const his = await visit(head, { ...PHONE, javaScriptEnabled: false })
    await row(hers, REPORTED).getByLabel('Catatan').fill(HERS)
    await row(hers, REPORTED).getByRole('button', { name: 'Simpan' }).click()
    await hers.getByText('Prasyarat tersimpan.').waitFor()
    await row(his, REPORTED).getByLabel('Catatan').fill(HIS)
    await row(his, REPORTED).getByRole('button', { name: 'Simpan' }).click()
    await his.getByText('Prasyarat ini diubah oleh dua orang.').waitFor()
    expect(await tooWide(his)).toBe(0)
    await his.getByRole('button', { name: 'Pakai isi saya' }).click()
    await his.getByText('Prasyarat tersimpan.').waitFor()
    expect(await stored(REPORTED)).toEqual({ value: null, note: HIS })
  })
})
