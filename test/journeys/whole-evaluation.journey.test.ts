import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { verifyCommand } from '../../src/cli/verify.command'
import { paths } from '../../src/paths'
import { heard } from '../cli/heard-io'
import { inspectionIn, type Inspection } from '../evaluation/inspection'
import { DESKTOP, openJourney, picture, PHONE, tooWide, type Journey } from './journey'
import { nextThing, noteOf, question, signIn, signOut, stateOf } from './visitor'

const LOWERED = ['A.I.1.i.a', 'A.I.1.i.b', 'A.I.1.ii.a', 'A.I.1.ii.b', 'A.I.1.ii.c'] as const
const ASKED = ['A.I.1.iii.a', 'A.I.1.iii.b', 'A.I.1.iv.a'] as const
const REASON = 'Dokumen belum ditandatangani.'
const WANTED = 'Lampirkan bukti pelaksanaan tahun ini.'
const GROUNDS = 'Seluruh ambang WBK terpenuhi menurut penilaian akhir.'

let journey: Journey
let inspection: Inspection
let page: Page

beforeAll(async () => {
  journey = await openJourney()
  inspection = await inspectionIn(journey.house, {}, { submitted: false })
  page = await journey.visitor(DESKTOP)
}, 120_000)
afterAll(() => journey.close())
afterEach(() => expect(journey.faults).toEqual([]))

const as = async (who: keyof Inspection['people']) => {
  if (page.url() !== 'about:blank') await signOut(page)
  await signIn(page, inspection.people[who])
}
const look = async (name: string) => {
  await picture(page, name)
  await page.setViewportSize(PHONE.viewport)
  expect(await tooWide(page)).toBe(0)
  await picture(page, `${name}-phone`)
  await page.setViewportSize(DESKTOP.viewport)
}
const columns = () =>
  journey.house.database.query<{ seat: string; round: number; frozen: number }>(
    `SELECT seat, round, CASE WHEN frozen_at IS NULL THEN 0 ELSE 1 END AS frozen FROM worksheets
      WHERE assessment_id = $1 ORDER BY round, id`,
    [inspection.assessment],
  )
const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click()
const saved = () =>
  page
    .locator('[data-status]')
    .getByText(/Tersimpan/)
    .waitFor()

async function attestAndSubmit(left: number): Promise<void> {
  for (let done = 7 - left; done < 7; done++) {
    await page.getByRole('heading', { name: `${done} dari 7 bagian disahkan` }).waitFor()
    await press(/^Sahkan /)
  }
  await page.getByRole('heading', { name: '7 dari 7 bagian disahkan' }).waitFor()
  await page.getByRole('link', { name: 'Lanjut ke pengajuan' }).click()
  await press('Ajukan penilaian')
  await page.getByRole('heading', { name: 'Lembar yang dibekukan' }).waitFor()
}

async function goTo(code: string): Promise<void> {
  await page.goto(paths.evaluationQuestion(inspection.assessment, code))
  await page.locator('.desk-page.is-live').waitFor()
}

async function openUnit(): Promise<void> {
  await page.goto(paths.evaluationQueue())
  await page.getByRole('link', { name: inspection.satker.name }).click()
  await page.getByRole('heading', { level: 1, name: 'Evaluasi' }).waitFor()
}

/** From the queue into the unit, and the seat's sheet is begun. */
async function begin(): Promise<void> {
  await openUnit()
  await press('Mulai menilai')
  await page.getByRole('heading', { name: 'Belum diputuskan' }).waitFor()
}

async function agreeAndHandIn(): Promise<void> {
  await page.goto(paths.evaluation(inspection.assessment))
  await press(/^Setujui/)
  await page.getByRole('button', { name: 'Serahkan lembar' }).waitFor()
  await look(`serah-${(await columns()).length}`)
  await press('Serahkan lembar')
  await page.getByRole('button', { name: 'Serahkan lembar' }).waitFor({ state: 'detached' })
}

/** The head attests what the unit did and hands it in. */
async function headHandsIn(): Promise<void> {
  await as('head')
  await nextThing(page, 'Sahkan bagian').click()
  await attestAndSubmit(7)
  expect(await columns()).toMatchObject([{ seat: 'satker', round: 1, frozen: 1 }])
}

/** Five are lowered, two pieces doubted, proof of three asked. */
async function memberScores(): Promise<void> {
  await as('member')
  await begin()
  for (const code of LOWERED) {
    await goTo(code)
    await page.locator('input[data-digit]').last().check()
    await page.locator('#catatan').fill(REASON)
    await page.locator('h1').click()
    await saved()
  }
  for (const code of LOWERED.slice(0, 2)) {
    await goTo(code)
    await page.locator('.piece.is-shown').getByLabel('Meragukan').check()
    await page
      .locator('[data-place="proof"]')
      .getByText(/^0 dari/)
      .waitFor()
  }
  await look('ragu')
  for (const code of ASKED) {
    await goTo(code)
    await page.locator('#putusan-B').check()
    await page.locator('#catatan').fill(WANTED)
    await page.locator('h1').click()
    await saved()
  }
  await agreeAndHandIn()
}

/** What the member asked proof of goes back to the satker, and nothing else. */
async function leadSendsBack(): Promise<void> {
  await as('lead')
  await openUnit()
  await page.getByRole('link', { name: 'Pilih pertanyaan' }).click()
  for (const code of ASKED)
    expect(await page.locator(`input[name="question"][value="${code}"]`).isChecked()).toBe(true)
  await look('kembalikan')
  await press('Kembalikan ke satker')
  await page.getByText('Dikembalikan ke satker.').first().waitFor()
}

/** Those three and nothing else can be changed; each note gets its reply. */
async function satkerRepairs(): Promise<void> {
  await as('chair')
  await nextThing(page, 'Buka daftar perbaikan').waitFor()
  await look('beranda-perbaikan')
  await page.goto(paths.worksheetPart(inspection.assessment, '1'))
  expect(await question(page, LOWERED[0]).getByRole('radio').first().isDisabled()).toBe(true)
  for (const code of ASKED) {
    await (await noteOf(page, code)).fill(`Bukti ${code} ditambahkan.`)
    await page.locator('h1').click()
    await stateOf(page, code)
      .getByText(/\d\d\.\d\d/)
      .waitFor()
  }
  await page.goto(paths.repairs(inspection.assessment))
  for (const code of ASKED) {
    const line = page.locator(`section[id="${code}"]`)
    await line.getByRole('textbox').fill(`Sudah dilengkapi untuk ${code}.`)
    await line.getByRole('button', { name: 'Simpan tanggapan' }).click()
    await page.getByText('Tanggapan tersimpan.').waitFor()
  }
  await look('tanggapan')
  await as('head')
  await nextThing(page, 'Sahkan bagian').click()
  await attestAndSubmit(1)
}

async function scoreAs(who: 'member' | 'lead' | 'controller'): Promise<void> {
  await as(who)
  await begin()
  if (who === 'lead') {
    await goTo('A.I.2.i.a')
    await page.locator('input[data-digit]').last().check()
    await page.locator('#catatan').fill('Ditemukan saat reviu.')
    await page.locator('h1').click()
    await saved()
  }
  await agreeAndHandIn()
}

/** The comparison keeps every column, the biggest loss first. */
async function makeFinalAndCompare(): Promise<void> {
  await page.goto(paths.result(inspection.assessment))
  await page.getByRole('radio', { name: 'Diusulkan WBK' }).check()
  await page.getByRole('textbox').fill(GROUNDS)
  await look('rekomendasi')
  await page.locator('#h-rekomendasi ~ form button[type=submit]').click()
  await press(/Finalkan/)
  await page.locator('.seal-code').first().waitFor()
  await look('hasil')
  await page.goto(paths.comparison(inspection.assessment))
  expect(await page.locator('.cmp-sum thead th').count()).toBe(1 + 6)
  const [first] = await page.locator('.cmp:not(.cmp-sum) tbody tr').all()
  expect(await first!.innerText()).toMatch(/A\.I\.[12]/)
  await look('perbandingan')
}

/** The code is confirmed to a stranger; the export is believed until one byte of it is another. */
async function verify(): Promise<void> {
  await page.goto(paths.result(inspection.assessment))
  const code = await page.locator('.seal-code').first().innerText()
  const href = await page
    .locator(`a[href="${paths.resultExport(inspection.assessment)}"]`)
    .getAttribute('href')
  const exported = await (await page.request.get(href ?? '')).body()
  const stranger = await journey.visitor(PHONE)
  await stranger.goto(paths.verification())
  await stranger.getByRole('textbox').fill(code)
  await stranger.getByRole('button', { name: 'Periksa kode' }).click()
  await stranger.getByText('Berlaku, utuh').waitFor()
  await picture(stranger, 'verifikasi')
  await stranger.context().close()

  const { config } = journey.house.services
  const file = join(journey.house.dataDir, 'hasil.json')
  await writeFile(file, exported)
  const io = heard()
  expect(await verifyCommand({ file }, config, io)).toBe(0)
  const changed = await readFile(file)
  const place = changed.indexOf('"diusulkan WBK"') + 1
  changed[place] = 'D'.charCodeAt(0)
  await writeFile(file, changed)
  expect(await verifyCommand({ file }, config, io)).toBe(1)
}

it('a worksheet goes from the head to the member, back for repair, through every seat, and ends sealed', async () => {
  await headHandsIn()
  await memberScores()
  await leadSendsBack()
  await satkerRepairs()
  for (const who of ['member', 'lead', 'controller'] as const) await scoreAs(who)
  await makeFinalAndCompare()
  await verify()
}, 300_000)
