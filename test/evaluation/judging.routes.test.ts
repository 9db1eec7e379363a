import { newId } from '../../src/db/ids'
import { paths } from '../../src/paths'
import { Answer } from '../../src/worksheets/answer.entity'
import { addAssessment, addCycle } from '../support/cast'
import { onPostgres } from '../support/database'
import { post, tokenIn, type Browser } from '../support/house'
import { upload } from '../evidence/satker-at-work'
import { samples } from '../storage/sample-files'
import { openInspection, submitAs, type Inspection } from './inspection'

const QUESTION = 'A.I.1.i.a'
const NEXT = 'A.I.1.i.b'
const RATIO = 'A.II.1.i.a'

let inspection: Inspection
let browser: Browser

const address = (code = QUESTION) => paths.evaluationQuestion(inspection.assessment, code)
const begin = async (who: 'member' | 'lead') =>
  inspection.house.services.evaluations.begin(await inspection.actor(who), await inspection.seen(who))
const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
const sheetIn = (html: string) => /data-sheet="([^"]+)"/.exec(html)?.[1] ?? ''

/** Sends one saying as a script does. */
async function say(saying: object, code = QUESTION, from = browser) {
  const { text } = await from.get(address())
  return from
    .post(address(code))
    .set('accept', 'application/json')
    .set('x-csrf-token', tokenIn(text))
    .send({ sheet: sheetIn(text), ...saying })
}

/** Fills the form as somebody without scripts does, and sends it. */
async function fill(fields: Record<string, string>, code = QUESTION, html?: string) {
  const page = html ?? (await browser.get(address(code))).text
  const kept = Object.fromEntries(['stamp', 'decided', 'sheet'].map(name => [name, hidden(page, name)]))
  return browser
    .post(address(code))
    .type('form')
    .send({ _csrf: tokenIn(page), ...kept, ...fields })
}

const answer = (code = QUESTION) =>
  inspection.house.database.one<{ option: string; note: string; inputs: string; version: number }>(
    `SELECT n.option, n.note, n.inputs, n.value_version AS version FROM answers n
       JOIN worksheets w ON w.id = n.worksheet_id WHERE w.seat = 'member' AND n.question = $1`,
    [code],
  )
const decision = async (code = QUESTION) =>
  (
    await inspection.house.database.one<{ decision: string | null }>(
      'SELECT decision FROM decisions WHERE question = $1',
      [code],
    )
  )?.decision
const actions = async () =>
  (
    await inspection.house.database.query<{ action: string }>(
      `SELECT action FROM audit_events WHERE question = $1 ORDER BY at, id`,
      [QUESTION],
    )
  ).map(event => event.action)
const useOf = async (code = QUESTION) =>
  (await inspection.house.database.one<{ id: string }>('SELECT id FROM evidence_uses WHERE question = $1', [
    code,
  ]))!.id

beforeEach(async () => {
  inspection = await openInspection()
  await begin('member')
  browser = await inspection.browserOf('member')
})
afterEach(() => inspection.close())

describe('the page of one question under evaluation', () => {
  it('shows the question, its criteria, what the satker said and how far the sheet is', async () => {
    const { status, text } = await browser.get(address())
    expect(status).toBe(200)
    expect(text).toContain('Apakah unit kerja sudah mempunyai tim kerja Zona Integritas (ZI)?')
    expect(text).toContain('Belum demikian.')
    expect(text).toContain('Jawaban satker: Ya')
    expect(text).toContain('0 dari 113 diputuskan')
    expect(text).toContain('sementara')
    expect(text).toContain('Sama dengan Mandiri')
    expect(text).toContain('2 dari 2 tahap terbukti')
  })

  it('reflows on a phone: its table is stacked, its halves are one column', async () => {
    const { text } = await browser.get(address())
    expect(text).toMatch(/<table class="tbl tbl-dense stack rounds">/)
    expect(text).toContain('class="desk-flow"')
    expect(text).not.toMatch(/\sstyle=/)
  })

  it('takes the same number of statements whatever was decided and said', async () => {
    const statements = async (code: string) => {
      await browser.get(address(code))
      inspection.house.statements.length = 0
      expect((await browser.get(address(code))).status).toBe(200)
      return inspection.house.statements.length
    }
    const few = await statements(QUESTION)
    await say({ field: 'value', base: 0, option: 'Tidak' })
    await say({ field: 'note', base: 0, note: 'SK belum ditandatangani.' })
    await say({ field: 'verdict', use: await useOf(), verdict: 'meragukan' })
    await say({ field: 'ruling', kind: 'unsupported', ruling: 'confirmed', reason: '' })
    expect(await statements(QUESTION)).toBe(few)
    expect(await statements(RATIO)).toBe(few)
    expect(few).toBeLessThanOrEqual(14)
  })

  it('saves a decision in twelve statements, and in as many when much was said before', async () => {
    // PostgreSQL also locks the assessment.
    const allowed = onPostgres ? 13 : 12
    const { text } = await browser.get(address())
    const decide = async (base: number, decision: string) => {
      inspection.house.statements.length = 0
      const { status } = await browser
        .post(address())
        .set('accept', 'application/json')
        .set('x-csrf-token', tokenIn(text))
        .send({ sheet: sheetIn(text), field: 'decision', base, decision })
      expect(status).toBe(200)
      return inspection.house.statements.length
    }
    expect(await decide(0, 'setuju')).toBe(allowed)
    await inspection.house.services.judgements.agreeWithRest(
      await inspection.actor('member'),
      await inspection.seen('member'),
    )
    await decide(1, 'tunda')
    expect(await decide(2, 'setuju')).toBe(allowed)
  })

  it('gives a script the part that is exchanged, never kept by a cache', async () => {
    const reply = await browser.get(address(NEXT)).set('accept', 'application/json')
    expect(reply.headers['cache-control']).toBe('private, no-store')
    const { title, html } = reply.body as { title: string; html: string }
    expect(title).toMatch(/^A\.I\.1\.i\.b /)
    expect(html).toMatch(/^\s*<article class="desk" data-question="A\.I\.1\.i\.b"/)
    expect(html).not.toContain('<html')
  })

  it('is not there for an evaluator outside the team, nor for a member to whom it is not assigned', async () => {
    for (const who of ['outsider', 'second'] as const)
      expect((await (await inspection.browserOf(who)).get(address())).status).toBe(404)
    expect((await browser.get(address('A.I.9.x'))).status).toBe(404)
  })

  it('is closed to the satker and to whoever manages', async () => {
    for (const who of ['chair', 'head', 'pokja', 'admin'] as const)
      expect((await (await inspection.browserOf(who)).get(address())).status).toBe(403)
  })

  it('is read only by the ketua while it is the turn of the member, and says so', async () => {
    const { text } = await (await inspection.browserOf('lead')).get(address())
    expect(text).toContain('Giliran menilai ada pada anggota TPI.')
    expect(text).toContain('<fieldset class="verdicts" disabled>')
    expect(text).not.toContain('Simpan, lanjut')
    const refused = await say(
      { field: 'note', base: 0, note: 'x' },
      QUESTION,
      await inspection.browserOf('lead'),
    )
    expect(refused.status).toBe(403)
    expect((refused.body as { message: string }).message).toContain('Giliran menilai ada pada anggota TPI')
  })

  it('leads to the overview while the sheet of the person was not begun', async () => {
    await inspection.close()
    inspection = await openInspection()
    const reply = await (await inspection.browserOf('member')).get(address())
    expect(reply.status).toBe(303)
    expect(reply.headers['location']).toBe(paths.evaluation(inspection.assessment))
  })

  it('shows what the unit had in the cycle before', async () => {
    const { house, satker } = inspection
    const instrument = (await house.database.one<{ id: string }>('SELECT id FROM instruments'))!.id
    const last = await addAssessment(house, satker, await addCycle(house, instrument, 2025))
    await house.database.inTransaction(() =>
      house.database.insert(Answer, [
        {
          id: newId(),
          worksheetId: last.worksheetId,
          question: NEXT,
          option: 'C',
          note: 'Anggota ditunjuk tanpa prosedur.',
          valueVersion: 1,
          carried: false,
        },
      ]),
    )
    const { text } = await browser.get(address(NEXT))
    expect(text).toContain('Siklus 2025, mandiri')
    expect(text).toContain('Anggota ditunjuk tanpa prosedur.')
  })
})

describe('a saying sent by a script', () => {
  it('is saved at once and answers with what moved', async () => {
    const reply = await say({ field: 'value', base: 0, option: 'Tidak' })
    expect(reply.status).toBe(200)
    expect(reply.body).toMatchObject({
      versions: { value: 1, note: 0, decision: 1 },
      followed: ['decision'],
      savedAt: '10.45',
      standing: { option: 'Tidak', decision: 'ubah' },
    })
    const { places } = reply.body as { places: Record<string, string> }
    expect(places['outcome']).toContain('Turun 1,00')
    expect(places['outcome']).toContain('data-need="note"')
    expect(places['head']).toContain('0 dari 113 diputuskan')
    expect(await answer()).toMatchObject({ option: 'Tidak', version: 1 })
    expect(await decision()).toBe('ubah')
    const noted = await say({ field: 'note', base: 0, note: 'SK belum ditandatangani.' })
    expect((noted.body as { places: Record<string, string> }).places['head']).toContain(
      '1 dari 113 diputuskan',
    )
    expect(await actions()).toEqual(expect.arrayContaining(['score-value', 'decide', 'score-note']))
  })

  it('of a verdict moves the coverage of this sheet', async () => {
    const reply = await say({ field: 'verdict', use: await useOf(), verdict: 'tidak relevan' })
    const { places } = reply.body as { places: Record<string, string> }
    expect(places['proof']).toContain('0 dari 2 tahap terbukti')
    expect(places['proof']).toContain('Tanpa bukti')
    const back = await say({ field: 'verdict', use: await useOf(), verdict: null })
    expect((back.body as { places: Record<string, string> }).places['proof']).toContain(
      '2 dari 2 tahap terbukti',
    )
  })

  it('over a version that no longer stands gives both contents and overwrites nothing', async () => {
    await say({ field: 'note', base: 0, note: 'Dari jendela satu.' })
    const late = await say({ field: 'note', base: 0, note: 'Dari jendela dua.' })
    expect(late.status).toBe(409)
    expect(late.body).toMatchObject({ current: { version: 1, note: 'Dari jendela satu.' } })
    expect((late.body as { words: { mine: string } }).words.mine).toContain('<mark>dua.</mark>')
    expect(await answer()).toMatchObject({ note: 'Dari jendela satu.' })
  })

  it('over a sheet that was handed in meanwhile is a conflict, and nothing is written', async () => {
    const sheet = sheetIn((await browser.get(address())).text)
    const member = await inspection.actor('member')
    await inspection.house.services.judgements.agreeWithRest(member, await inspection.seen('member'))
    await inspection.house.services.evaluations.handIn(member, await inspection.seen('member'))
    const reply = await say({ field: 'note', base: 0, note: 'Terlambat.', sheet })
    expect(reply.status).toBe(409)
    expect((reply.body as { message: string }).message).toContain('sudah diserahkan')
    expect(await answer()).toMatchObject({ note: '' })
  })

  it('that cannot be read or kept is refused with the field', async () => {
    expect((await say({ field: 'value', base: 0, option: 'Z' })).body).toMatchObject({
      fields: { option: 'Pilih salah satu jawaban yang tersedia.' },
    })
    expect((await say({ field: 'verdict', use: 'tidak-ada', verdict: 'kurang' })).status).toBe(404)
    expect((await say({ field: 'decision', base: 0, decision: 'entah' })).status).toBe(422)
    expect((await say({ field: 'note', base: 0, note: 'x', actor: 'orang-lain' })).status).toBe(401)
    expect(await answer()).toMatchObject({ version: 0, note: '' })
  })
})

describe('the form without scripts', () => {
  it('takes the whole of one question: verdict, ruling, value, reason, decision, and shows all of it again', async () => {
    const use = await useOf()
    await post(browser, address(), address(), { use, verdict: 'tidak relevan' })
    const flagged = (await browser.get(address())).text
    expect(flagged).toMatch(/name="kind" value="unsupported"/)
    await post(browser, address(), address(), { kind: 'unsupported', ruling: 'confirmed' })
    const reply = await fill({ decision: 'ubah', option: 'Tidak', note: 'SK satker lain.', lanjut: '1' })
    expect(reply.headers['location']).toBe(address(NEXT))
    const { text } = await browser.get(address())
    expect(text).toMatch(/id="pilihan-Tidak"[^>]* checked/)
    expect(text).toMatch(/id="putusan-U"[^>]* checked/)
    expect(text).toContain('SK satker lain.</textarea>')
    expect(text).toMatch(/value="tidak relevan"[^>]* checked/)
    expect(text).toContain('1 dari 113 diputuskan')
    expect(await actions()).toEqual(
      expect.arrayContaining(['judge-evidence', 'rule-flag', 'score-value', 'decide', 'score-note']),
    )
    expect(await decision()).toBe('ubah')
  })

  it('saves decision, value and note together and goes on to the next question', async () => {
    const reply = await fill({
      decision: 'ubah',
      option: 'Tidak',
      note: 'SK belum ditandatangani.',
      lanjut: '1',
    })
    expect(reply.status).toBe(303)
    expect(reply.headers['location']).toBe(address(NEXT))
    expect(await answer()).toMatchObject({ option: 'Tidak', note: 'SK belum ditandatangani.' })
    expect(await decision()).toBe('ubah')
    expect((await browser.get(address(NEXT))).text).toContain('1 dari 113 diputuskan')
  })

  it('agrees without a note', async () => {
    expect((await fill({ decision: 'setuju', option: 'Ya', note: '' })).headers['location']).toBe(address())
    expect(await decision()).toBe('setuju')
    expect(await answer()).toMatchObject({ option: 'Ya', version: 0 })
  })

  it('keeps nothing of a lowered value without its reason, and shows everything that was typed', async () => {
    const reply = await fill({ decision: 'tunda', option: 'Tidak', note: '' })
    expect(reply.status).toBe(422)
    expect(reply.text).toContain('Satu isian belum tersimpan')
    expect(reply.text).toContain('href="#catatan"')
    expect(reply.text).toMatch(/id="pilihan-Tidak"[^>]* checked/)
    expect(reply.text).toMatch(/id="putusan-T"[^>]* checked/)
    expect(await answer()).toMatchObject({ option: 'Ya', version: 0 })
    expect(await decision()).toBeUndefined()
  })

  it('refuses to agree with a value that was changed, and to change without another value', async () => {
    const agreed = await fill({ decision: 'setuju', option: 'Tidak', note: 'Alasan.' })
    expect(agreed.status).toBe(422)
    expect(agreed.text).toContain('Setuju berarti nilainya sama dengan kolom sebelumnya.')
    const same = await fill({ decision: 'ubah', option: 'Ya', note: '' })
    expect(same.status).toBe(422)
    expect(same.text).toContain('memerlukan nilai yang berbeda')
    expect(await decision()).toBeUndefined()
  })

  it('shows an option that the scale lacks and an input that cannot be read at their fields', async () => {
    expect((await fill({ option: 'Z', note: '' })).text).toContain('Pilih salah satu jawaban yang tersedia.')
    const reply = await fill({ 'input:agents': 'lima', 'input:changes': '2', note: 'Dua perubahan.' }, RATIO)
    expect(reply.status).toBe(422)
    expect(reply.text).toMatch(/id="angka-agents"[^>]*value="lima"[^>]*aria-invalid="true"/)
    expect(reply.text).toContain('Dua perubahan.</textarea>')
    expect(await answer(RATIO)).toMatchObject({ note: '' })
  })

  it('leaves alone what was only sent back and puts contested texts side by side', async () => {
    const { text } = await browser.get(address())
    await say({ field: 'note', base: 0, note: 'Dari jendela satu.' })
    const reply = await fill({ decision: 'tunda', option: 'Ya', note: 'Dari jendela dua.' }, QUESTION, text)
    expect(reply.status).toBe(409)
    expect(reply.text).toContain('Catatan ini diubah di jendela lain.')
    expect(reply.text).toMatch(/Isian Anda · belum tersimpan<\/h4><p>Dari jendela <mark>dua\.<\/mark>/)
    expect(await answer()).toMatchObject({ note: 'Dari jendela satu.' })
    const again = await fill(
      { decision: 'tunda', option: 'Ya', note: 'Dari jendela dua.' },
      QUESTION,
      reply.text,
    )
    expect(again.status).toBe(303)
    expect(await answer()).toMatchObject({ note: 'Dari jendela dua.' })
  })

  it('shows what was typed over a sheet that was handed in meanwhile', async () => {
    const { text } = await browser.get(address())
    const member = await inspection.actor('member')
    await inspection.house.services.judgements.agreeWithRest(member, await inspection.seen('member'))
    await inspection.house.services.evaluations.handIn(member, await inspection.seen('member'))
    const reply = await fill({ option: 'Tidak', note: 'Terlambat ditulis.' }, QUESTION, text)
    expect(reply.status).toBe(409)
    expect(reply.text).toContain('Terlambat ditulis.')
    expect(reply.text).toContain('sudah diserahkan')
    expect(await answer()).toMatchObject({ option: 'Ya', note: '' })
  })

  it('leaves a note alone that came as a list, or not at all', async () => {
    await say({ field: 'note', base: 0, note: 'SK belum ditandatangani.' })
    for (const note of [['dua', 'kali'], undefined]) {
      const { text } = await browser.get(address())
      const stamp = /name="stamp" value="([^"]*)"/.exec(text)?.[1]?.replaceAll('&#x3D;', '=')
      const fields = { stamp, decided: '0.', sheet: sheetIn(text), option: 'Ya', ...(note && { note }) }
      expect((await post(browser, address(), address(), fields)).status).toBe(303)
      expect(await answer()).toMatchObject({ note: 'SK belum ditandatangani.' })
    }
  })

  it('shows the reason of a ruling that came after the sheet was handed in', async () => {
    await post(browser, address(), address(), { use: await useOf(), verdict: 'meragukan' })
    const sheet = hidden((await browser.get(address())).text, 'sheet')
    const member = await inspection.actor('member')
    await inspection.house.services.judgements.agreeWithRest(member, await inspection.seen('member'))
    await inspection.house.services.evaluations.handIn(member, await inspection.seen('member'))
    const typed = { kind: 'unsupported', ruling: 'dismissed', reason: 'Terlambat dijelaskan.', sheet }
    const reply = await post(browser, address(), address(), typed)
    expect(reply.status).toBe(409)
    expect(reply.text).toContain('Lembar ini sudah diserahkan.')
    expect(reply.text).toContain('Terlambat dijelaskan.')
    expect(await inspection.house.database.query('SELECT * FROM flag_rulings')).toEqual([])
  })

  it('judges evidence and rules on flags by small forms of their own', async () => {
    const use = await useOf()
    const verdict = await post(browser, address(), address(), { use, verdict: 'meragukan' })
    expect(verdict.headers['location']).toBe(`${address()}#bukti-${use}`)
    const empty = await post(browser, address(), address(), {
      kind: 'unsupported',
      ruling: 'dismissed',
      reason: ' ',
    })
    expect(empty.status).toBe(422)
    expect(empty.text).toContain('Tulis alasan mengapa tanda ini diabaikan.')
    await post(browser, address(), address(), {
      kind: 'unsupported',
      ruling: 'dismissed',
      reason: 'SK diperlihatkan saat kunjungan.',
    })
    const { text } = await browser.get(address())
    expect(text).toContain('Diabaikan oleh Nirmala Sekarwangi: SK diperlihatkan saat kunjungan.')
    await post(browser, address(), address(), { kind: 'unsupported', ruling: '' })
    expect(await inspection.house.database.query('SELECT * FROM flag_rulings')).toEqual([])
    await post(browser, address(), address(), { use, verdict: '' })
    expect(await inspection.house.database.query('SELECT * FROM evidence_verdicts')).toEqual([])
  })
})

describe('the phrases of a team', () => {
  const phrases = () =>
    inspection.house.database.query<{ id: string; text: string }>('SELECT id, text FROM team_phrases')
  const keep = (fields: Record<string, string>) =>
    post(browser, address(), paths.teamPhrases(inspection.team), {
      penilaian: inspection.assessment,
      pertanyaan: QUESTION,
      ...fields,
    })

  it('are added, put under the note and taken away', async () => {
    expect((await keep({ phrase: '  Rapat tidak  berdaftar hadir. ' })).status).toBe(303)
    const [phrase] = await phrases()
    expect(phrase?.text).toBe('Rapat tidak berdaftar hadir.')
    const inserted = await fill({ option: 'Ya', note: 'Notula salah.', sisip: '1', frasa: phrase!.id })
    expect(inserted.status).toBe(200)
    expect(inserted.text).toContain('Notula salah.\nRapat tidak berdaftar hadir.</textarea>')
    expect(await answer()).toMatchObject({ note: '' })
    expect((await keep({ hapus: phrase!.id })).status).toBe(303)
    expect(await phrases()).toEqual([])
  })

  it('are refused when empty or known already, with what was typed', async () => {
    await keep({ phrase: 'Rapat tidak berdaftar hadir.' })
    const again = await keep({ phrase: 'Rapat tidak berdaftar hadir.' })
    expect(again.status).toBe(422)
    expect(again.text).toContain('Frasa ini sudah ada di tim.')
    expect((await keep({ phrase: ' ' })).text).toContain('Tulis frasa yang akan disimpan.')
    expect(await phrases()).toHaveLength(1)
  })

  it('of another team are not there', async () => {
    const { teams, cycles } = inspection.house.services
    const other = await teams.create(
      await inspection.actor('admin'),
      await cycles.get(inspection.cycle),
      'Tim 2',
    )
    const reply = await post(browser, address(), paths.teamPhrases(other), {
      penilaian: inspection.assessment,
      pertanyaan: QUESTION,
      phrase: 'Titipan.',
    })
    expect(reply.status).toBe(404)
    expect(await phrases()).toEqual([])
  })
})

describe('the evidence beside a question', () => {
  it('is shown at the claimed page, in the version that was handed in, also when few may open it', async () => {
    await inspection.close()
    inspection = await openInspection({}, { submitted: false })
    const chair = await inspection.browserOf('chair')
    await upload(chair, paths.evidenceUses(inspection.assessment, QUESTION), {
      fields: {
        title: 'Notula monev',
        claim: 'tiga temuan',
        page: 'hal. 4',
        access: 'terbatas',
        happenedOn: '2026-01-30',
      },
      files: [[samples.pdf, 'notula.pdf']],
    })
    await submitAs(inspection)
    await begin('member')
    browser = await inspection.browserOf('member')
    const file = (await inspection.house.database.one<{ id: string }>('SELECT id FROM evidence_files'))!.id
    await inspection.house.database.inTransaction(() =>
      inspection.house.database
        .writing()
        .query(`UPDATE evidence_files SET replaced_at = '2026-03-12T00:00:00.000Z' WHERE id = $1`, [file]),
    )
    const { text } = await browser.get(address())
    expect(text).toContain(
      `<iframe src="${paths.evidenceFile(file)}#page&#x3D;4&amp;navpanes&#x3D;0" title="Pratinjau notula.pdf, halaman 4"`,
    )
    expect(text).toContain('hal. 4: tiga temuan')
    expect(text).toContain('peristiwa 30 Januari 2026')
    expect(text).toContain('Versi 1 ·')
    const served = await browser.get(paths.evidenceFile(file))
    expect(served.status).toBe(200)
    expect(served.headers['content-security-policy']).toContain("frame-ancestors 'self'")
    expect(served.headers['x-frame-options']).toBe('SAMEORIGIN')
  })
})
