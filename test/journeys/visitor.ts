import type { Locator, Page } from 'playwright-core'
import { paths } from '../../src/paths'
import { PASSWORD, type Person } from '../support/cast'
import type { House } from '../support/house'

/** Signs in as a person would, and waits for the first page. */
export async function signIn(page: Page, { login }: Person): Promise<void> {
  if (!page.url().includes(paths.signIn())) await page.goto(paths.signIn())
  await page.getByLabel('NIP atau surel').fill(login)
  await page.getByLabel('Kata sandi', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Masuk' }).click()
  await page.locator('details.menu:not(.aside-nav)').waitFor()
}

export async function signOut(page: Page): Promise<void> {
  await page.locator('details.menu:not(.aside-nav) > summary').click()
  await page.getByRole('button', { name: 'Keluar', exact: true }).click()
  await page.getByLabel('NIP atau surel').waitFor()
}

/** Ends every session of a person from elsewhere, as a changed password does. */
export function endSessionsOf({ database, now }: House, { id }: Person): Promise<unknown> {
  const since = new Date(now.getTime() + 1000).toISOString()
  return database.inTransaction(() =>
    database.writing().query('UPDATE users SET sessions_valid_from = $1 WHERE id = $2', [since, id]),
  )
}

/** Follows the offer of a page whose session is over, and signs in anew; leaving the unsent texts is agreed to. */
export async function signInAgain(
  page: Page,
  offer: Locator,
  house: House,
  { login }: Person,
): Promise<void> {
  await offer.waitFor()
  house.now = new Date(house.now.getTime() + 5000)
  page.once('dialog', dialog => void dialog.accept())
  await offer.click()
  await page.getByLabel('NIP atau surel').fill(login)
  await page.getByLabel('Kata sandi', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Masuk' }).click()
}

/** One question of a worksheet page. */
export const question = (page: Page, code: string): Locator => page.locator(`[data-question="${code}"]`)

/** The state that a question shows at its foot. */
export const stateOf = (page: Page, code: string): Locator => question(page, code).locator('[data-status]')

/** The note of a question, opened. */
export async function noteOf(page: Page, code: string): Promise<Locator> {
  const row = question(page, code)
  const note = row.getByLabel(`Catatan ${code}`)
  if (!(await note.isVisible())) await row.locator('.q-note > summary').click()
  return note
}

/** Goes to a part of the worksheet by the list beside it, which is folded on a narrow screen. */
export async function openPart(page: Page, name: string): Promise<void> {
  const folded = page.locator('details.pick')
  const list = (await folded.isVisible()) ? folded : page.locator('.ws-side')
  if (await folded.isVisible()) await folded.locator('summary').click()
  await list.getByRole('link', { name }).first().click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
}

/** The button or link of the one next thing on the first page. */
export const nextThing = (page: Page, name: string): Locator =>
  page.getByRole('complementary', { name: 'Langkah berikutnya' }).getByRole('link', { name })
