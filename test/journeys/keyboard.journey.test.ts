import type { Page } from 'playwright-core'
import { paths } from '../../src/paths'
import { samples } from '../storage/sample-files'
import { addAssessment, addCycle, addPerson, addSatker, loadInstrument } from '../support/cast'
import { DESKTOP, openJourney, type Journey } from './journey'
import { question, signIn, stateOf } from './visitor'

const MEMBERS = 'A.I.1.i.b'
const CHANGES = 'A.II.1.i.a'

let journey: Journey
let worksheet: string
let page: Page

beforeAll(async () => {
  journey = await openJourney()
  const { house } = journey
  const satker = await addSatker(house, 'Kantor Imigrasi Tanjung Kirana')
  const member = await addPerson(house, 'Bagas Hendrawan', 'member', satker, { parts: '1' })
  const assessment = await addAssessment(house, satker, await addCycle(house, await loadInstrument(house)))
  worksheet = assessment.worksheetId
  page = await journey.visitor(DESKTOP)
  await signIn(page, member)
  await page.goto(paths.worksheetPart(assessment.id, '1'))
  await page.locator('.ws.is-live').waitFor()
})
afterAll(() => journey.close())

const stored = (code: string) =>
  journey.house.database.one<{ option: string | null; inputs: string | null; note: string }>(
    'SELECT "option", inputs, note FROM answers WHERE worksheet_id = $1 AND question = $2',
    [worksheet, code],
  )

/** Presses Tab until what has the focus is the one that is looked for, as somebody would who sees the focus ring. */
async function tabTo(selector: string): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`)) return
  }
  throw new Error(`${selector} was not reached in 40 steps`)
}

const within = (code: string, selector: string) => `[data-question="${code}"] ${selector}`

describe('with the keyboard alone', () => {
  it('an answer is chosen, changed and explained', async () => {
    await page.locator(within(MEMBERS, '.q-code')).focus()
    await tabTo('input[type=radio]')
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    await tabTo('.q-note > summary')
    await page.keyboard.press('Enter')
    await tabTo('textarea')
    await page.keyboard.type('Dipilih lewat wawancara.')
    await page.keyboard.press('Tab')
    await stateOf(page, MEMBERS)
      .getByText(/\d\d\.\d\d/)
      .waitFor()
    await page.waitForFunction(`!Object.keys(localStorage).some(key => key.startsWith('zi:unsent:'))`)
    expect(await stored(MEMBERS)).toMatchObject({ option: 'B', note: 'Dipilih lewat wawancara.' })
  })

  it('counts are typed and their value is read at once', async () => {
    await page.locator(within(CHANGES, '.q-code')).focus()
    await tabTo('input[data-input="agents"]')
    await page.keyboard.type('8')
    await page.keyboard.press('Tab')
    await page.keyboard.type('2')
    await page.keyboard.press('Tab')
    await question(page, CHANGES).getByText('0,25').first().waitFor()
    expect(JSON.parse((await stored(CHANGES))?.inputs ?? '')).toEqual({ agents: '8', changes: '2' })
  })

  it('the next unanswered question is one key away', async () => {
    await page.locator(within(MEMBERS, '.q-code')).focus()
    await page.keyboard.press('n')
    const next = await page.evaluate('document.activeElement.dataset.question')
    expect(next).not.toBe(MEMBERS)
    expect(await question(page, String(next)).getAttribute('data-open')).not.toBeNull()
  })

  it('evidence is added in place, and Escape leads back to where one was', async () => {
    await page.locator(within(MEMBERS, '.q-code')).focus()
    await tabTo('a[href$="/bukti"]')
    await page.keyboard.press('Enter')
    const form = question(page, MEMBERS).locator('form.upload')
    await form.waitFor()
    await page.keyboard.press('Escape')
    await form.waitFor({ state: 'detached' })
    expect(await page.evaluate('document.activeElement.getAttribute("href")')).toMatch(/\/bukti$/)
    await page.keyboard.press('Enter')
    await form.waitFor()
    await page.waitForFunction(`document.activeElement.matches('input[type=file]')`)
    await form.locator('input[name=files]').first().setInputFiles({
      name: 'SOP pemilihan anggota.pdf',
      mimeType: 'application/pdf',
      buffer: samples.pdf,
    })
    await tabTo('input[name=nature]')
    await page.keyboard.press('Space')
    await tabTo('input[name=stages]')
    await page.keyboard.press('Space')
    await tabTo('button[type=submit]')
    await page.keyboard.press('Enter')
    await question(page, MEMBERS).getByRole('link', { name: 'SOP pemilihan anggota' }).first().waitFor()
    expect(journey.faults).toEqual([])
  })
})
