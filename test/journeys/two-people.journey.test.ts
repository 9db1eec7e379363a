import type { Page } from 'playwright-core'
import { paths } from '../../src/paths'
import { addAssessment, addCycle, addPerson, addSatker, loadInstrument } from '../support/cast'
import { DESKTOP, openJourney, PHONE, tooWide, violationsOn, type Journey } from './journey'
import { noteOf, question, signIn, stateOf } from './visitor'

const TEAM = 'A.I.1.i.a'
const CHANGES = 'A.II.1.i.a'
const HERS = 'SK tim diperbarui 12 Januari.'
const HIS = 'SK tim menunggu tanda tangan kepala.'

let journey: Journey
let address: string
let worksheet: string
let hers: Page
let his: Page

beforeAll(async () => {
  journey = await openJourney()
})
afterAll(() => journey.close())

async function atTheSameNote(scripts: boolean): Promise<void> {
  const { house } = journey
  const satker = await addSatker(house, 'Kantor Imigrasi Tanjung Kirana')
  const sari = await addPerson(house, `Sari ${satker.id}`, 'chair', satker)
  const bagas = await addPerson(house, `Bagas ${satker.id}`, 'member', satker, { parts: '1' })
  cycle ??= await addCycle(house, await loadInstrument(house))
  const assessment = await addAssessment(house, satker, cycle)
  worksheet = assessment.worksheetId
  address = paths.worksheetPart(assessment.id, '1')
  hers = await journey.visitor({ ...DESKTOP, javaScriptEnabled: scripts })
  his = await journey.visitor({ ...PHONE, javaScriptEnabled: scripts })
  await signIn(hers, sari)
  await signIn(his, bagas)
  for (const page of [hers, his]) {
    await page.goto(address)
    if (scripts) await page.locator('.ws.is-live').waitFor()
  }
}
let cycle: string | undefined

async function close(): Promise<void> {
  expect(journey.faults).toEqual([])
  await hers.context().close()
  await his.context().close()
}

const noteStored = async () =>
  (
    await journey.house.database.one<{ note: string }>(
      'SELECT note FROM answers WHERE worksheet_id = $1 AND question = $2',
      [worksheet, TEAM],
    )
  )?.note

const countsStored = async () => {
  const row = await journey.house.database.one<{ inputs: string }>(
    'SELECT inputs FROM answers WHERE worksheet_id = $1 AND question = $2',
    [worksheet, CHANGES],
  )
  return JSON.parse(row?.inputs ?? 'null') as unknown
}

async function write(page: Page, note: string): Promise<void> {
  await (await noteOf(page, TEAM)).fill(note)
  await page.locator('h1').click()
}

describe('two people on one note', () => {
  it('see both texts side by side, and the second one merges them', async () => {
    await atTheSameNote(true)
    await write(hers, HERS)
    await stateOf(hers, TEAM)
      .getByText(/^Catatan tersimpan/)
      .waitFor()
    await stateOf(hers, TEAM).getByText('Belum dijawab, dihitung 0').waitFor()
    await write(his, HIS)
    const clash = question(his, TEAM).getByRole('alert')
    await clash.waitFor()
    expect(await noteStored()).toBe(HERS)
    const sides = question(his, TEAM).locator('.versus')
    expect(await sides.innerText()).toContain(HERS)
    expect(await sides.innerText()).toContain(HIS)
    expect(await violationsOn(his)).toEqual([])
    expect(await tooWide(his)).toBe(0)
    await question(his, TEAM).getByRole('button', { name: 'Gabungkan keduanya lalu sunting' }).click()
    await stateOf(his, TEAM)
      .getByText(/^Catatan tersimpan/)
      .waitFor()
    expect(await noteStored()).toBe(`${HERS}\n\n${HIS}`)
    await close()
  })

  it('answer and note of one question merge, and the page shows what the other one changed', async () => {
    await atTheSameNote(true)
    await question(hers, TEAM).getByRole('radio', { name: /^Ya/ }).check()
    await stateOf(hers, TEAM)
      .getByText(/\d\d\.\d\d/)
      .waitFor()
    await write(his, HIS)
    await stateOf(his, TEAM)
      .getByText(/Tersimpan/)
      .waitFor()
    const row = await journey.house.database.one(
      'SELECT "option", note FROM answers WHERE worksheet_id = $1 AND question = $2',
      [worksheet, TEAM],
    )
    expect(row).toEqual({ option: 'Ya', note: HIS })
    await question(his, TEAM)
      .getByText(/^Jawaban diperbarui oleh Sari/)
      .waitFor()
    expect(await question(his, TEAM).getByRole('radio', { name: /^Ya/ }).isChecked()).toBe(true)
    expect(await question(his, TEAM).getAttribute('data-open')).toBeNull()
    await close()
  })

  it('fill the two counts of one ratio together, and each sees what the other typed', async () => {
    await atTheSameNote(true)
    const count = (page: Page, key: string) => question(page, CHANGES).locator(`input[data-input="${key}"]`)
    await count(hers, 'agents').fill('8')
    await hers.locator('h1').click()
    await stateOf(hers, CHANGES).getByText('Belum lengkap').waitFor()
    expect(await count(hers, 'agents').inputValue()).toBe('8')
    await count(his, 'changes').fill('6')
    await his.locator('h1').click()
    await question(his, CHANGES).getByText('0,75').first().waitFor()
    expect(await count(his, 'agents').inputValue()).toBe('8')
    expect(await countsStored()).toEqual({ agents: '8', changes: '6' })
    await count(hers, 'agents').fill('12')
    await hers.locator('h1').click()
    await question(hers, CHANGES).getByText('0,50').first().waitFor()
    expect(await count(hers, 'changes').inputValue()).toBe('6')
    await count(his, 'agents').fill('10')
    await his.locator('h1').click()
    await question(his, CHANGES).getByRole('alert').waitFor()
    expect(await question(his, CHANGES).locator('.versus').innerText()).toContain('12')
    await question(his, CHANGES).getByRole('button', { name: 'Pakai isian saya' }).click()
    await question(his, CHANGES).getByText('0,60').first().waitFor()
    expect(await countsStored()).toEqual({ agents: '10', changes: '6' })
    await close()
  })

  it('choose on a page of its own without JavaScript', async () => {
    await atTheSameNote(false)
    for (const [page, note] of [
      [hers, HERS],
      [his, HIS],
    ] as const) {
      await write(page, note)
      await page
        .locator('section.sec')
        .filter({ has: question(page, TEAM) })
        .getByRole('button', { name: 'Simpan isian' })
        .click()
    }
    await his.getByText('Isian ini diubah oleh dua orang.').waitFor()
    expect(await tooWide(his)).toBe(0)
    expect(await his.locator('.versus').innerText()).toContain(HERS)
    await his.getByLabel('Pakai isian saya').check()
    await his.getByRole('button', { name: 'Simpan pilihan' }).click()
    await his.getByText('Isian tersimpan.').waitFor()
    expect(await noteStored()).toBe(HIS)
    await close()
  })
})
