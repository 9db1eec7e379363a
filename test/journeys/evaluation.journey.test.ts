import type { Page } from 'playwright-core'
import { paths } from '../../src/paths'
import { inspectionIn, submitAs, type Inspection } from '../evaluation/inspection'
import { upload } from '../evidence/satker-at-work'
import { samples } from '../storage/sample-files'
import { DESKTOP, openJourney, picture, PHONE, tooWide, violationsOn, type Journey } from './journey'
import { signIn } from './visitor'

const FIRST = 'A.I.1.i.a'
const SECOND = 'A.I.1.i.b'
const THIRD = 'A.I.1.ii.a'
const AFTER = 'A.I.1.ii.b'
const RATIO = 'A.II.1.i.a'
const REASON = 'SK belum ditandatangani.'

let journey: Journey
let inspection: Inspection
let page: Page

beforeAll(async () => {
  journey = await openJourney()
  inspection = await inspectionIn(journey.house, {}, { submitted: false })
  await upload(await inspection.browserOf('chair'), paths.evidenceUses(inspection.assessment, FIRST), {
    fields: { title: 'Foto rapat tim', nature: 'trace', stages: ['implementation'], access: 'terbatas' },
    files: [[samples.png, 'rapat.png']],
  })
  await upload(await inspection.browserOf('chair'), paths.evidenceUses(inspection.assessment, AFTER), {
    fields: { title: 'Rekaman apel', nature: 'trace', stages: ['implementation'] },
    files: [
      [samples.heic, 'apel.heic'],
      [samples.mp4, 'apel.mp4'],
      [samples.xlsx, 'daftar hadir.xlsx'],
      [samples.pdf, 'undangan.pdf'],
    ],
  })
  await submitAs(inspection)
  const member = await inspection.actor('member')
  await journey.house.services.evaluations.begin(member, await inspection.seen('member'))
  await journey.house.services.phrases.add(member, inspection.team, 'Rutinitas bulanan belum terbukti.')
}, 120_000)
afterAll(() => journey.close())
beforeEach(async () => {
  await forgetEverythingSaid()
  page = await journey.visitor(DESKTOP)
  await signIn(page, inspection.people.member)
  await open(FIRST)
})
afterEach(async () => {
  expect(journey.faults).toEqual([])
  await page.context().close()
})

const address = (code: string) => paths.evaluationQuestion(inspection.assessment, code)
const open = async (code: string) => {
  await page.goto(address(code))
  await page.locator('.desk-page.is-live').waitFor()
}
const shows = (code: string) => page.locator(`article[data-question="${code}"]`).waitFor()
const text = (place: string) => page.locator(`[data-place="${place}"]`)
const saved = () =>
  page
    .locator('[data-status]')
    .getByText(/Tersimpan/)
    .waitFor()
async function nothingUnsent(): Promise<void> {
  for (let tries = 0; tries < 50; tries++) {
    if (await page.evaluate(`!Object.keys(localStorage).some(key => key.startsWith('zi:unsent:'))`)) return
    await page.waitForTimeout(200)
  }
  throw new Error('Something is still unsent.')
}
const stored = async (code: string) =>
  (await journey.house.database.one<{
    option: string
    inputs: string
    note: string
    decision: string | null
  }>(
    `SELECT n.option, n.inputs, n.note, d.decision FROM worksheets w
       JOIN answers n ON n.worksheet_id = w.id LEFT JOIN decisions d ON d.worksheet_id = w.id AND d.question = n.question
      WHERE w.seat = 'member' AND n.question = $1`,
    [code],
  ))!

/** Back to the sheet as it was begun. */
async function forgetEverythingSaid(): Promise<void> {
  const { database } = journey.house
  await database.inTransaction(async () => {
    const writing = database.writing()
    await writing.query('DELETE FROM decisions')
    await writing.query('DELETE FROM evidence_verdicts')
    await writing.query('DELETE FROM flag_rulings')
    await writing.query(
      `UPDATE answers SET value_version = 0, note_version = 0, note = '',
              "option" = (SELECT s."option" FROM answers s JOIN worksheets sw ON sw.id = s.worksheet_id
                           WHERE sw.seat = 'satker' AND s.question = answers.question),
              inputs = (SELECT s.inputs FROM answers s JOIN worksheets sw ON sw.id = s.worksheet_id
                         WHERE sw.seat = 'satker' AND s.question = answers.question)
        WHERE worksheet_id IN (SELECT id FROM worksheets WHERE seat = 'member')`,
    )
  })
}

describe('with the keyboard alone', () => {
  it('questions are decided one after the other, and the page is loaded once', async () => {
    let loads = 0
    page.on('load', () => void loads++)
    await page.keyboard.press('Alt+KeyS')
    await text('head').getByText('1 dari 113 diputuskan').waitFor()
    await page.keyboard.press('j')
    await shows(SECOND)
    expect(page.url()).toContain(address(SECOND))
    expect(await page.evaluate('document.activeElement.id')).toBe('pertanyaan')
    await page.keyboard.press('2')
    await text('outcome').getByText('Turun').waitFor()
    expect(await page.locator('#putusan-U').isChecked()).toBe(true)
    await page.keyboard.press('Control+Enter')
    await page.locator('[data-refusal="note"]').getByText('Tulis alasannya untuk satker.').waitFor()
    expect(await page.evaluate('document.activeElement.id')).toBe('catatan')
    await page.keyboard.type('Jumlah 3 j k l tidak cukup?')
    await page.keyboard.press('Alt+KeyT')
    expect(await page.locator('#putusan-U').isChecked()).toBe(true)
    await page.keyboard.press('Control+Enter')
    await shows(THIRD)
    await page.keyboard.press('k')
    await shows(SECOND)
    expect(await page.locator('#catatan').inputValue()).toBe('Jumlah 3 j k l tidak cukup?')
    await text('head').getByText('2 dari 113 diputuskan').waitFor()
    await page.keyboard.press('ArrowRight')
    await shows(THIRD)
    await page.keyboard.press('Alt+KeyT')
    await text('head').getByText('3 dari 113 diputuskan').waitFor()
    await page.goBack()
    await shows(SECOND)
    await page.keyboard.press('l')
    await shows(AFTER)
    expect(loads).toBe(0)
    expect(await stored(FIRST)).toMatchObject({ option: 'Ya', decision: 'setuju' })
    expect(await stored(SECOND)).toMatchObject({
      option: 'B',
      decision: 'ubah',
      note: 'Jumlah 3 j k l tidak cukup?',
    })
    expect(await stored(THIRD)).toMatchObject({ decision: 'tunda' })
  })

  it('pieces are gone through, the keys are listed, and single keys can be switched off', async () => {
    const current = () => page.locator('.desk-tabs [aria-current]').innerText()
    expect(await current()).toBe(`Bukti ${FIRST}`)
    await page.keyboard.press(']')
    expect(await current()).toBe('Foto rapat tim')
    expect(await page.locator('.piece.is-shown img').isVisible()).toBe(true)
    await page.keyboard.press('[')
    await page.keyboard.press('?')
    const keys = page.getByRole('dialog', { name: 'Tombol cepat' })
    await keys.waitFor()
    expect(await violationsOn(page)).toEqual([])
    await keys.getByLabel('Pakai tombol tunggal').press('Space')
    await page.keyboard.press('Escape')
    await page.keyboard.press('j')
    await page.keyboard.press('2')
    await page.keyboard.press('Alt+KeyS')
    await saved()
    expect(await stored(FIRST)).toMatchObject({ option: 'Ya', decision: 'setuju' })
    expect(page.url()).toContain(address(FIRST))
    await page.reload()
    await page.locator('.desk-page.is-live').waitFor()
    await page.keyboard.press('j')
    expect(page.url()).toContain(address(FIRST))
  })
})

describe('what is said beside the value', () => {
  it('counts at once: a verdict in the coverage, a ruling on the flag that it raises', async () => {
    for (const piece of await page.locator('[data-piece-tab]').all()) {
      await piece.click()
      await page.locator('.piece.is-shown').getByLabel('Meragukan').check()
    }
    await text('proof').getByText('0 dari 2 tahap terbukti').waitFor()
    await text('proof').getByText('Abaikan dengan alasan').click()
    await page.getByRole('button', { name: 'Abaikan tanda' }).click()
    await page.getByText('Tulis alasan mengapa tanda ini diabaikan.').waitFor()
    await page.getByLabel('Alasan tanda ini diabaikan').fill('Diperlihatkan saat kunjungan.')
    await page.getByRole('button', { name: 'Abaikan tanda' }).click()
    await text('proof')
      .getByText('Diabaikan oleh Nirmala Sekarwangi: Diperlihatkan saat kunjungan.')
      .waitFor()
    await page.locator('.piece.is-shown').getByLabel('Belum dinilai').check()
    await text('proof').getByText('1 dari 2 tahap terbukti').waitFor()
  })

  it('is worked out from numbers, and takes phrases of the team', async () => {
    await open(RATIO)
    await page.locator('#angka-changes').fill('2')
    await text('outcome').getByText('Turun 0,50').waitFor()
    await page.getByRole('button', { name: 'Sisipkan' }).click()
    await text('outcome').getByText('Diputuskan', { exact: true }).waitFor()
    expect(await stored(RATIO)).toMatchObject({ note: 'Rutinitas bulanan belum terbukti.', decision: 'ubah' })
    await page.locator('#putusan-S').check()
    await text('outcome').getByText('Sama dengan Mandiri').waitFor()
    expect(await page.locator('#angka-changes').inputValue()).toBe('4')
  })
})

describe('a piece of several files', () => {
  it('shows the picture of a telephone, plays the film, frames the paper and hands the workbook over', async () => {
    await open(AFTER)
    await page.locator('[data-piece-tab]', { hasText: 'Rekaman apel' }).click()
    const piece = page.locator('.piece.is-shown')
    await piece.locator('img').waitFor()
    await page.waitForFunction(`document.querySelector('.piece.is-shown img').naturalWidth > 0`)
    for (const folded of await piece.locator('details.viewer-more').all())
      await folded.locator('summary').click()
    const film = await page.request.get((await piece.locator('video').getAttribute('src')) ?? '')
    expect([film.status(), film.headers()['content-type']]).toEqual([200, 'video/mp4'])
    expect(await piece.locator('iframe').getAttribute('title')).toContain('undangan.pdf')
    const [workbook] = await Promise.all([
      page.waitForEvent('download'),
      piece.getByRole('link', { name: 'Unduh daftar hadir.xlsx' }).click(),
    ])
    expect(workbook.suggestedFilename()).toBe('daftar hadir.xlsx')
    await picture(page, 'pratinjau')
  })
})

describe('on a dead line', () => {
  it('what was said of a question waits while one goes on, and is sent when the line is back', async () => {
    await page.waitForTimeout(500)
    await page.route('**/evaluasi/**', route =>
      route.request().method() === 'POST' ? route.abort('internetdisconnected') : route.fallback(),
    )
    await page.locator('#pilihan-Tidak').check()
    await page.locator('#catatan').fill(REASON)
    await page.locator('[data-status]').getByText('Menunggu jaringan').waitFor()
    await page.locator('h1').click()
    await page.keyboard.press('j')
    await shows(SECOND)
    await page.getByRole('link', { name: `${FIRST} belum tersimpan` }).waitFor()
    await page.unroute('**/evaluasi/**')
    await page.evaluate(`dispatchEvent(new Event('online'))`)
    await nothingUnsent()
    expect(await stored(FIRST)).toMatchObject({ option: 'Tidak', note: REASON, decision: 'ubah' })
    await text('head').getByText('1 dari 113 diputuskan').waitFor()
  })

  it('it is still there after the page was closed, and sent from any question of the sheet', async () => {
    await page.route('**/evaluasi/**', route =>
      route.request().method() === 'POST' ? route.abort('internetdisconnected') : route.fallback(),
    )
    await page.locator('#catatan').fill(REASON)
    await page.locator('h1').click()
    await page.locator('[data-status]').getByText('Menunggu jaringan').waitFor()
    page.once('dialog', dialog => void dialog.accept())
    await page.unroute('**/evaluasi/**')
    await open(SECOND)
    await nothingUnsent()
    expect(await stored(FIRST)).toMatchObject({ note: REASON })
  })
})

describe('when the session is over', () => {
  it('what was typed waits in the browser, and is sent after signing in anew', async () => {
    await page.context().clearCookies()
    await page.locator('#catatan').fill(REASON)
    const again = page.getByRole('link', { name: 'Masuk lagi' })
    await again.waitFor()
    expect(await stored(FIRST)).toMatchObject({ note: '' })
    page.once('dialog', dialog => void dialog.accept())
    await again.click()
    await signIn(page, inspection.people.member)
    await page.waitForURL(`**${address(FIRST)}`)
    await nothingUnsent()
    expect(await stored(FIRST)).toMatchObject({ note: REASON })
  })
})

describe('a sheet that was handed in meanwhile', () => {
  it('is said so, and what was typed stays where it is', async () => {
    await journey.house.database.inTransaction(() =>
      journey.house.database
        .writing()
        .query(`UPDATE worksheets SET frozen_at = '2026-03-12T03:00:00.000Z' WHERE seat = 'member'`),
    )
    await page.locator('#catatan').fill('Terlambat ditulis.')
    await page.getByText('Lembar ini sudah diserahkan.').waitFor()
    expect(await page.locator('#catatan').inputValue()).toBe('Terlambat ditulis.')
    await journey.house.database.inTransaction(() =>
      journey.house.database.writing().query(`UPDATE worksheets SET frozen_at = NULL WHERE seat = 'member'`),
    )
  })
})

describe('two windows', () => {
  it('that disagree show both texts, and overwrite nothing until one is chosen', async () => {
    const other = await page.context().newPage()
    await other.goto(address(FIRST))
    await other.locator('.desk-page.is-live').waitFor()
    await page.locator('#catatan').fill('Dari jendela satu.')
    await saved()
    await other.locator('#catatan').fill('Dari jendela dua.')
    await other.getByText('Catatan ini diubah di jendela lain.').waitFor()
    expect(await stored(FIRST)).toMatchObject({ note: 'Dari jendela satu.' })
    await other.getByRole('button', { name: 'Pakai isian saya' }).click()
    await other
      .locator('[data-status]')
      .getByText(/Tersimpan/)
      .waitFor()
    expect(await stored(FIRST)).toMatchObject({ note: 'Dari jendela dua.' })
  })
})

describe('without scripts', () => {
  it('a question is decided by its form and the next one follows', async () => {
    const still = await journey.visitor({ ...DESKTOP, javaScriptEnabled: false })
    await signIn(still, inspection.people.member)
    await still.goto(address(FIRST))
    await still.locator('#pilihan-Tidak').check()
    await still.locator('#putusan-U').check()
    await still.getByRole('button', { name: `Simpan, lanjut ke ${SECOND}` }).click()
    await still.locator('.errsum').getByText('Tulis alasannya untuk satker.').waitFor()
    expect(await still.locator('#pilihan-Tidak').isChecked()).toBe(true)
    await still.locator('#catatan').fill(REASON)
    await still.getByRole('button', { name: `Simpan, lanjut ke ${SECOND}` }).click()
    await still.waitForURL(`**${address(SECOND)}`)
    expect(await stored(FIRST)).toMatchObject({ option: 'Tidak', note: REASON, decision: 'ubah' })
    await still.goto(address(FIRST))
    expect(await still.locator('.piece').count()).toBe(2)
    await still.locator('.piece').last().getByLabel('Kurang').check()
    await still.locator('.piece').last().getByRole('button', { name: 'Simpan penilaian bukti' }).click()
    await still.waitForURL(/#bukti-/)
    expect(await still.locator('.piece').last().getByLabel('Kurang').isChecked()).toBe(true)
    await still.context().close()
  })
})

describe('the screen', () => {
  it('fills a wide window: both halves scroll apart and the acts stay', async () => {
    const box = await page.locator('.desk-dock').boundingBox()
    expect(Math.round((box?.y ?? 0) + (box?.height ?? 0))).toBe(DESKTOP.viewport.height)
    expect(await page.evaluate('document.documentElement.scrollHeight')).toBe(DESKTOP.viewport.height)
    const [flow, evidence] = [
      await page.locator('.desk-question').boundingBox(),
      await page.locator('.desk-evidence').boundingBox(),
    ]
    expect(evidence!.x).toBeGreaterThan(flow!.x + flow!.width)
    expect(await violationsOn(page)).toEqual([])
  })

  it('is one column on a phone: question, evidence, verdict, earlier columns; nothing scrolls sideways', async () => {
    await page.setViewportSize(PHONE.viewport)
    const tops = await Promise.all(
      ['.desk-question', '.desk-evidence', '.desk-judgement', '.desk-earlier'].map(
        async name => (await page.locator(name).boundingBox())!.y,
      ),
    )
    expect(tops).toEqual([...tops].sort((a, b) => a - b))
    expect(await tooWide(page)).toBe(0)
    expect(await page.locator('.vd kbd').first().isVisible()).toBe(false)
    expect(await violationsOn(page)).toEqual([])
  })
})
