import type { Page } from 'playwright-core'
import { paths } from '../../src/paths'
import { addAssessment, addCycle, addPerson, addSatker, loadInstrument, type Person } from '../support/cast'
import { DESKTOP, openJourney, type Journey } from './journey'
import { endSessionsOf, noteOf, question, signIn, signInAgain, signOut, stateOf } from './visitor'

const TEAM = 'A.I.1.i.a'
const MEMBERS = 'A.I.1.i.b'
const TYPED = 'Rapat tim dipindah ke hari Senin.'

let journey: Journey
let member: Person
let assessment: { id: string; worksheetId: string }
let page: Page

beforeAll(async () => {
  journey = await openJourney()
})
afterAll(() => journey.close())
beforeEach(async () => {
  const { house } = journey
  const satker = await addSatker(house, 'Kantor Imigrasi Tanjung Kirana')
  member = await addPerson(house, `Bagas ${satker.id}`, 'member', satker, { parts: '1' })
  assessment = await addAssessment(house, satker, await cycle())
  page = await journey.visitor(DESKTOP)
  await signIn(page, member)
  await page.goto(part())
  await page.locator('.ws.is-live').waitFor()
})
afterEach(async () => {
  expect(journey.faults).toEqual([])
  await page.context().close()
})

let cycleId: string | undefined
const cycle = async () => (cycleId ??= await addCycle(journey.house, await loadInstrument(journey.house)))
const part = () => paths.worksheetPart(assessment.id, '1')
const goOffline = (gone: boolean) => page.context().setOffline(gone)

async function stored(code: string): Promise<{ option: string | null; note: string } | undefined> {
  return journey.house.database.one(
    'SELECT "option", note FROM answers WHERE worksheet_id = $1 AND question = $2',
    [assessment.worksheetId, code],
  )
}

/** Chooses an answer and types a note that cannot leave. */
async function typeWithoutLine(): Promise<void> {
  await goOffline(true)
  await question(page, MEMBERS).getByRole('radio', { name: /^A/ }).check()
  await (await noteOf(page, TEAM)).fill(TYPED)
  await page.locator('h1').click()
  await stateOf(page, TEAM).getByText('Menunggu jaringan').waitFor()
  await stateOf(page, MEMBERS).getByText('Menunggu jaringan').waitFor()
}

async function expectAllStored(): Promise<void> {
  await stateOf(page, MEMBERS)
    .getByText(/Tersimpan/)
    .waitFor()
  await page.waitForFunction(`!Object.keys(localStorage).some(key => key.startsWith('zi:unsent:'))`)
  expect((await stored(MEMBERS))?.option).toBe('A')
  expect((await stored(TEAM))?.note).toBe(TYPED)
}

describe('before the page can save by itself, a choice', () => {
  const saver = '**/worksheet/worksheet.js'
  const chosen = () => question(page, MEMBERS).getByRole('radio', { name: /^A/ })

  it('is not lost when the line dies right after the page came', async () => {
    await page.route(saver, route => route.abort('internetdisconnected'))
    await page.reload()
    await page.getByText('Penyimpanan otomatis menunggu jaringan').waitFor()
    await goOffline(true)
    await chosen().check()
    await stateOf(page, MEMBERS).getByText('Belum tersimpan').waitFor()
    let asked = false
    page.once('dialog', dialog => {
      asked = true
      void dialog.dismiss()
    })
    await page.evaluate('void setTimeout(() => location.reload())')
    await page.waitForTimeout(300)
    expect(asked).toBe(true)
    await page.unroute(saver)
    await goOffline(false)
    await page.evaluate(`dispatchEvent(new Event('online'))`)
    await stateOf(page, MEMBERS)
      .getByText(/Tersimpan/)
      .waitFor()
    expect((await stored(MEMBERS))?.option).toBe('A')
  })

  it('finds what saves it fetched together with the page', async () => {
    const preloaded = await page.evaluate<string[]>(
      `[...document.querySelectorAll('link[rel=modulepreload]')].map(link => link.href.split('/').pop())`,
    )
    expect(preloaded).toEqual(expect.arrayContaining(['worksheet.js', 'question-keeper.js', 'send.js']))
  })
})

describe('on a dead line, what is typed', () => {
  it('waits in the browser and is sent when the line comes back', async () => {
    await typeWithoutLine()
    expect(await stored(TEAM)).toBeUndefined()
    await goOffline(false)
    await expectAllStored()
  })

  it('is still there after the page was closed and opened again', async () => {
    await page.route('**/jawaban/**', route => route.abort('internetdisconnected'))
    await (await noteOf(page, TEAM)).fill(TYPED)
    await question(page, MEMBERS).getByRole('radio', { name: /^A/ }).check()
    await stateOf(page, MEMBERS).getByText('Menunggu jaringan').waitFor()
    page.once('dialog', dialog => void dialog.accept())
    await page.reload()
    await stateOf(page, MEMBERS).getByText('Menunggu jaringan').waitFor()
    expect(await question(page, TEAM).getByLabel(`Catatan ${TEAM}`).inputValue()).toBe(TYPED)
    expect(await question(page, MEMBERS).getByRole('radio', { name: /^A/ }).isChecked()).toBe(true)
    await page.unroute('**/jawaban/**')
    await page.evaluate(`dispatchEvent(new Event('online'))`)
    await expectAllStored()
  })

  it('outlives the end of the session, and is sent after signing in anew', async () => {
    await typeWithoutLine()
    await endSessionsOf(journey.house, member)
    await goOffline(false)
    const again = question(page, TEAM).getByRole('link', { name: 'Masuk lagi' })
    await signInAgain(page, again, journey.house, member)
    await page.waitForURL(`**${part()}`)
    await expectAllStored()
  })

  it('is asked about before signing out, and sent first when that is wanted', async () => {
    await page.route('**/jawaban/**', route => route.abort('internetdisconnected'))
    await question(page, MEMBERS).getByRole('radio', { name: /^A/ }).check()
    await (await noteOf(page, TEAM)).fill(TYPED)
    await page.locator('h1').click()
    await stateOf(page, TEAM).getByText('Menunggu jaringan').waitFor()
    await page.locator('details.menu:not(.aside-nav) > summary').click()
    await page.getByRole('button', { name: 'Keluar', exact: true }).click()
    const asked = page.getByRole('dialog', { name: '2 isian belum terkirim' })
    await asked.waitFor()
    await page.unroute('**/jawaban/**')
    await asked.getByRole('button', { name: 'Kirim dahulu' }).click()
    await page.getByLabel('NIP atau surel').waitFor()
    expect((await stored(MEMBERS))?.option).toBe('A')
    expect((await stored(TEAM))?.note).toBe(TYPED)
  })

  it('is still saved by itself, and signing out still works, where the browser forbids its store', async () => {
    await page.addInitScript(`Object.defineProperty(window, 'localStorage', {
      get() { throw new DOMException('The operation is insecure.', 'SecurityError') },
    })`)
    await page.reload()
    await page.locator('.ws.is-live').waitFor()
    await question(page, MEMBERS).getByRole('radio', { name: /^A/ }).check()
    await stateOf(page, MEMBERS)
      .getByText(/Tersimpan/)
      .waitFor()
    expect((await stored(MEMBERS))?.option).toBe('A')
    await signOut(page)
  })
})
