import type { BrowserContextOptions, Page } from 'playwright-core'
import { paths } from '../../src/paths'
import { addAssessment, addCycle, addPerson, addSatker, loadInstrument } from '../support/cast'
import { samples } from '../storage/sample-files'
import { DESKTOP, openJourney, PHONE, tooWide, type Journey } from './journey'
import { nextThing, noteOf, openPart, question, signIn, signOut, stateOf } from './visitor'

let journey: Journey
let cycle: string
beforeAll(async () => {
  journey = await openJourney()
  cycle = await addCycle(journey.house, await loadInstrument(journey.house))
})
afterAll(() => journey.close())

const TEAM = 'A.I.1.i.a'
const CHANGES = 'A.II.1.i.a'
const NOTE = 'SK dibaca ulang dan diperbarui bersama semua seksi.'

/** A satker of its own, since each journey hands its worksheet in. */
async function newSatker(name: string) {
  const { house } = journey
  const satker = await addSatker(house, name)
  const person = (role: 'member' | 'chair' | 'head', who: string, parts?: string) =>
    addPerson(house, `${who} ${name}`, role, satker, parts ? { parts } : {})
  return {
    assessment: await addAssessment(house, satker, cycle),
    member: await person('member', 'Bagas', '1'),
    chair: await person('chair', 'Sari'),
    head: await person('head', 'Hendra'),
  }
}

interface Way {
  readonly page: Page
  readonly scripts: boolean
}

/** What was typed in a section reaches the server: by itself, or by the button of the section. */
async function saved({ page, scripts }: Way, code: string): Promise<void> {
  if (scripts)
    return stateOf(page, code)
      .getByText(/\d\d\.\d\d/)
      .waitFor()
  const section = page.locator('section.sec').filter({ has: question(page, code) })
  await section.getByRole('button', { name: 'Simpan isian' }).click()
  await page.getByText('Isian tersimpan.').waitFor()
}

async function answerAsMember(way: Way): Promise<void> {
  const { page } = way
  await nextThing(page, 'Buka lembar kerja').click()
  await page.getByRole('heading', { level: 1, name: 'Manajemen Perubahan' }).waitFor()
  await question(page, TEAM).getByRole('radio', { name: /^Ya/ }).check()
  await saved(way, TEAM)
  await (await noteOf(page, TEAM)).fill(NOTE)
  await page.locator('h1').click()
  await saved(way, TEAM)
  await question(page, CHANGES).getByLabel('Jumlah agen perubahan').fill('8')
  await question(page, CHANGES).getByLabel('Jumlah perubahan yang dihasilkan').fill('6')
  await page.locator('h1').click()
  await saved(way, CHANGES)
  await question(page, CHANGES).getByText('0,75').first().waitFor()
  expect(await tooWide(page)).toBe(0)
}

async function attach({ page, scripts }: Way): Promise<void> {
  await question(page, TEAM)
    .getByRole('link', { name: `Bukti untuk ${TEAM}` })
    .click()
  const form = page.locator('form.upload')
  await form.getByLabel('Berkas', { exact: false }).first().setInputFiles({
    name: 'SK Tim ZI 2026.pdf',
    mimeType: 'application/pdf',
    buffer: samples.pdf,
  })
  await form.getByRole('radio', { name: /^Formal/ }).check()
  await form.getByRole('checkbox', { name: /^Rencana/ }).check()
  await form.getByRole('checkbox', { name: /^Pelaksanaan/ }).check()
  expect(await tooWide(page)).toBe(0)
  await form.getByRole('button', { name: 'Simpan bukti' }).click()
  const list = scripts ? question(page, TEAM) : page
  await list.getByRole('link', { name: 'SK Tim ZI 2026', exact: false }).first().waitFor()
}

async function answerAsChair(way: Way, assessment: string): Promise<void> {
  const { page } = way
  await page.goto(paths.worksheetPart(assessment, '1'))
  await openPart(page, 'Hasil')
  await question(page, 'B.I.i.a')
    .getByLabel(/Nilai IPAK/)
    .fill('3,72')
  await page.locator('h1').click()
  await saved(way, 'B.I.i.a')
  await page.goto(paths.prerequisites(assessment))
  const prerequisite = page.locator('section.prereq').first()
  await prerequisite.getByRole('radio').first().check()
  if (way.scripts)
    await prerequisite
      .locator('[data-status]')
      .getByText(/^Tersimpan/)
      .waitFor()
  else {
    await prerequisite.getByRole('button', { name: 'Simpan' }).click()
    await page.getByText('Prasyarat tersimpan.').waitFor()
  }
  expect(await tooWide(page)).toBe(0)
}

async function handIn({ page }: Way): Promise<void> {
  await nextThing(page, 'Sahkan bagian').click()
  for (let left = 7; left > 0; left--) {
    await page.getByRole('heading', { name: `${7 - left} dari 7 bagian disahkan` }).waitFor()
    await page
      .getByRole('button', { name: /^Sahkan / })
      .first()
      .click()
  }
  await page.getByRole('heading', { name: '7 dari 7 bagian disahkan' }).waitFor()
  expect(await tooWide(page)).toBe(0)
  await page.getByRole('link', { name: 'Lanjut ke pengajuan' }).click()
  const submit = page.getByRole('button', { name: 'Ajukan penilaian' })
  await submit.waitFor()
  expect(await tooWide(page)).toBe(0)
  await submit.click()
  await page.getByRole('heading', { name: 'Lembar yang dibekukan' }).waitFor()
}

async function print({ page }: Way): Promise<void> {
  await page.goto(paths.home())
  await nextThing(page, 'Lihat laporan kesiapan').click()
  await page.getByRole('heading', { level: 1, name: 'Laporan kesiapan' }).waitFor()
  expect(await page.locator('.report-draft').count()).toBe(0)
  expect(await tooWide(page)).toBe(0)
  const href = await page.getByRole('link', { name: 'Unduh PDF' }).getAttribute('href')
  const pdf = await page.request.get(href ?? '')
  expect(pdf.headers()['content-type']).toBe('application/pdf')
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')
  await page.emulateMedia({ media: 'print' })
  expect(await onEveryPage(page)).toEqual({ foot: 'fixed', room: 'table-footer-group', whole: 'avoid' })
  await page.emulateMedia({ media: null })
}

/** What Chromium repeats on every printed page: the foot with number and time, and the room that is kept for it. */
const onEveryPage = (page: Page): Promise<unknown> =>
  page.evaluate(`(() => {
    const room = getComputedStyle(document.querySelector('.report'), '::after')
    const foot = getComputedStyle(document.querySelector('.report-foot'))
    return { foot: foot.position, room: room.display, whole: room.breakInside }
  })()`)

describe('a worksheet', () => {
  it.each<[string, BrowserContextOptions]>([
    ['on a desktop', DESKTOP],
    ['on a phone', PHONE],
    ['on a desktop without JavaScript', { ...DESKTOP, javaScriptEnabled: false }],
    ['on a phone without JavaScript', { ...PHONE, javaScriptEnabled: false }],
  ])(
    'goes from empty to submitted and printed %s, in the hands of member, chair and head',
    async (name, options) => {
      const { assessment, member, chair, head } = await newSatker(`Kanim ${name}`)
      const page = await journey.visitor(options)
      const way = { page, scripts: options.javaScriptEnabled ?? true }
      await signIn(page, member)
      expect(await tooWide(page)).toBe(0)
      await answerAsMember(way)
      await attach(way)
      await signOut(page)
      await signIn(page, chair)
      await answerAsChair(way, assessment.id)
      await signOut(page)
      await signIn(page, head)
      await handIn(way)
      await print(way)
      await page.goto(paths.frozenWorksheet(assessment.id, assessment.worksheetId))
      await page.getByText(NOTE).waitFor()
      expect(await tooWide(page)).toBe(0)
      const row = await journey.house.database.one<{ stage: string }>(
        'SELECT stage FROM assessments WHERE id = $1',
        [assessment.id],
      )
      expect(row?.stage).toBe('diajukan')
      expect(journey.faults).toEqual([])
      await page.context().close()
    },
    120_000,
  )
})
