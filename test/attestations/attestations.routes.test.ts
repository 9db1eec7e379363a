import { paths } from '../../src/paths'
import {
  actionsOf,
  addPiece,
  countOf,
  satkerAtWork,
  TEAM,
  upload,
  type SatkerAtWork,
} from '../evidence/satker-at-work'
import { samples } from '../storage/sample-files'
import { addPerson, PASSWORD } from '../support/cast'
import { signedIn, tokenIn, type Browser } from '../support/house'
import { save, say, stampIn, statesOf } from './hand-in'

/** Of the changes made, those that became part of the system: never more than were made. */
const CLASH = 'A.II.1.i.b'

describe('attesting the parts of a worksheet', () => {
  let work: SatkerAtWork
  let head: Browser
  let page: string

  beforeEach(async () => {
    work = await satkerAtWork()
    head = await work.browserOf('head')
    page = paths.attestations(work.assessment)
  })
  afterEach(() => work.close())

  const answerTeam = () => save(work, work.chair, TEAM, { field: 'value', option: 'Ya' })

  it('lets the head attest a part, with name, time and an event', async () => {
    const answer = await say(work, head, '1', { act: 'attest' })
    expect(answer.status).toBe(303)
    expect(answer.headers['location']).toBe(`${page}#bagian-1`)
    const { text } = await head.get(page)
    expect(text).toContain('1 dari 7 bagian disahkan')
    expect(text).toContain('Hendra Wiguna, 12 Maret 2026 10.45 WIB')
    expect(await statesOf(work, head)).toMatchObject({ '1': 'Disahkan', '2': 'Belum disahkan' })
    expect(await actionsOf(work)).toEqual(['attest'])
    const event = await work.house.database.one<{ role: string; after: string }>(
      "SELECT role, after FROM audit_events WHERE action = 'attest'",
    )
    expect(event).toEqual({ role: 'head', after: '{"part":"1"}' })
  })

  it('attests a part once, however often the button is pressed', async () => {
    const { text } = await head.get(page)
    const form = { _csrf: tokenIn(text), act: 'attest', stamp: stampIn(text, '2') }
    const press = () => head.post(paths.attestation(work.assessment, '2')).type('form').send(form)
    const answers = await Promise.all([press(), press(), press()])
    expect(answers.map(answer => answer.status)).toEqual([303, 303, 303])
    expect(await countOf(work, 'attestations')).toBe(1)
  })

  it('counts what is answered, proven, flagged and contradictory, and lists the questions', async () => {
    await answerTeam()
    await save(work, work.chair, 'A.II.1.i.a', { field: 'value', inputs: { agents: '7', changes: '9' } })
    const { text } = await head.get(page)
    const [, panel = ''] = text.split('id="bagian-1"')
    const count = (label: string) => new RegExp(`<dt>${label}</dt><dd>([^<]+)</dd>`).exec(panel)?.[1]
    expect(['Dijawab', 'Berbukti', 'Bertanda'].map(count)).toEqual(['2 dari 16', '0 dari 16', '2'])
    expect(['Diklaim', 'Terbukti'].map(count)).toEqual(['1,25', '0,00 dari 8'])
    expect(panel).toMatch(/Ambang<\/span> <span class="st st-bad">.*?Kurang 4,80</)
    expect(panel).toContain('14 belum dijawab')
    expect(panel).toContain('2 bertanda')
    expect(panel).toContain(`href="${paths.question(work.assessment, TEAM)}"`)
  })

  it('refuses a part whose inputs contradict each other and names the questions', async () => {
    await save(work, work.chair, CLASH, { field: 'value', inputs: { changes: '3', integrated: '4' } })
    const { text } = await head.get(page)
    const [, panel = ''] = text.split('id="bagian-1"')
    expect(panel.split('</section>')[0]).not.toContain('value="attest"')
    expect(panel).toContain('Belum dapat disahkan: betulkan dahulu angka yang bertentangan.')
    const forced = await say(work, head, '1', { act: 'attest' })
    expect(forced.status).toBe(422)
    expect(forced.text).toContain(
      `Area 1 Manajemen Perubahan belum dapat disahkan. Angka bertentangan pada ${CLASH}.`,
    )
    expect(await countOf(work, 'attestations')).toBe(0)
    expect((await say(work, head, '2', { act: 'attest' })).status).toBe(303)
  })

  it('refuses to attest what changed since the head looked, and attests it after a new look', async () => {
    const { text } = await head.get(page)
    const seen = stampIn(text, '1')
    await answerTeam()
    const late = await say(work, head, '1', { act: 'attest', stamp: seen })
    expect(late.status).toBe(409)
    expect(late.text).toContain('Area 1 Manajemen Perubahan berubah sejak halaman ini dibuka.')
    expect(await countOf(work, 'attestations')).toBe(0)
    expect((await say(work, head, '1', { act: 'attest' })).status).toBe(303)
    const other = await say(work, head, '2', { act: 'attest', stamp: stampIn(text, '2') })
    expect(other.status).toBe(303)
  })

  it('sends a part back with a remark that the pokja reads, and asks for one that is missing', async () => {
    const empty = await say(work, head, '5', { act: 'return', remark: '  ' })
    expect(empty.status).toBe(422)
    expect(empty.text).toContain('Tulis apa yang perlu diperbaiki pokja.')
    expect(empty.text).toContain('href="#f-5-remark"')
    expect(await countOf(work, 'attestations')).toBe(0)
    const remark = 'Rapat Februari tidak berdaftar hadir.'
    expect((await say(work, head, '5', { act: 'return', remark })).status).toBe(303)
    const five = await work.browserOf('five')
    expect((await statesOf(work, five))['5']).toBe('Dikembalikan ke pokja')
    expect((await five.get(page)).text).toContain(remark)
    await say(work, head, '5', { act: 'attest' })
    expect((await statesOf(work, five))['5']).toBe('Disahkan')
    expect((await five.get(page)).text).not.toContain(remark)
    expect(await actionsOf(work)).toEqual(['return-part', 'attest'])
  })

  it('lets the head take an attestation back', async () => {
    await say(work, head, '6', { act: 'attest' })
    await say(work, head, '6', { act: 'take-back' })
    expect((await statesOf(work, head))['6']).toBe('Belum disahkan')
    await say(work, head, '6', { act: 'take-back' })
    expect(await actionsOf(work)).toEqual(['attest', 'withdraw-attestation'])
  })

  it('ends the attestation of a part when its answer, note, use, piece or file changes, and of no other', async () => {
    const question = paths.evidenceUses(work.assessment, TEAM)
    const renew = async (what: string) => {
      expect({ [what]: await statesOf(work, head) }).toMatchObject({
        [what]: { '1': 'Pengesahan gugur', '2': 'Disahkan' },
      })
      await say(work, head, '1', { act: 'attest' })
    }
    await say(work, head, '1', { act: 'attest' })
    await say(work, head, '2', { act: 'attest' })
    await answerTeam()
    expect((await head.get(page)).text).toContain(`Jawaban ${TEAM} berubah.`)
    await renew('answer')
    await save(work, work.chair, TEAM, { field: 'note', note: 'Tim ada di lantai dua.' })
    await renew('note')
    const piece = await addPiece(work, work.chair, TEAM, { files: [[samples.pdf, 'SK Tim.pdf']] })
    await renew('use added')
    const use = paths.evidenceUse(work.assessment, piece.use)
    const changed = await work.chair
      .post(use)
      .type('form')
      .send({
        _csrf: tokenIn((await work.chair.get(use)).text),
        stages: ['planning', 'implementation'],
        claim: 'hal. 1',
        page: '',
        version: 1,
      })
    expect(changed.status).toBe(303)
    await renew('use changed')
    const replaced = await upload(
      work.chair,
      paths.evidence(piece.id),
      { files: [[samples.jpg, 'SK Tim.jpg']] },
      { action: paths.evidenceFileReplacement(piece.file), usual: false },
    )
    expect(replaced.status).toBe(303)
    await renew('file replaced')
    const same = await upload(work.chair, question, {
      fields: { title: 'Lagi' },
      files: [[samples.pdf, 'x.pdf']],
    })
    expect(same.status).toBe(303)
    await renew('second piece')
  })

  it('changes the stamp of a part with a new file of a piece, which changes no version', async () => {
    const piece = await addPiece(work, work.chair, TEAM, { files: [[samples.pdf, 'SK Tim.pdf']] })
    const before = (await head.get(page)).text
    await upload(
      work.chair,
      paths.evidence(piece.id),
      { files: [[samples.jpg, 'SK Tim.jpg']] },
      { action: paths.evidenceFileReplacement(piece.file), usual: false },
    )
    const after = (await head.get(page)).text
    expect(stampIn(after, '1')).not.toBe(stampIn(before, '1'))
    expect(stampIn(after, '2')).toBe(stampIn(before, '2'))
  })

  it('is read by whoever may read the assessment, and done by the head alone', async () => {
    for (const who of ['chair', 'one', 'viewer', 'admin'] as const) {
      const agent = await work.browserOf(who)
      const shown = await agent.get(page)
      expect([who, shown.status]).toEqual([who, 200])
      expect(shown.text).toContain('Pengesahan dilakukan oleh kepala satker.')
      expect(shown.text).not.toContain('name="act"')
      expect([who, (await say(work, agent, '1', { act: 'attest' })).status]).toEqual([who, 403])
    }
    const stranger = await work.browserOf('stranger')
    expect((await stranger.get(page)).status).toBe(404)
    expect(await countOf(work, 'attestations')).toBe(0)
  })

  it('knows no head of another satker and no part of another name', async () => {
    const other = await addPerson(work.house, 'Yudha Pramana', 'head', work.kanwil)
    const agent = await signedIn(work.house, other.login, PASSWORD)
    expect((await agent.get(page)).status).toBe(404)
    expect((await say(work, head, '9', { act: 'attest' })).status).toBe(404)
    expect(await countOf(work, 'attestations')).toBe(0)
  })

  it('lets an acting head attest from the first to the last day, and says so', async () => {
    const acting = await addPerson(work.house, 'Laras Widyanti', 'head', work.satker, {
      acting: true,
      validFrom: '2026-03-10',
      validUntil: '2026-03-12',
    })
    // 23.59.59 in the satker's zone on the last day.
    work.house.now = new Date('2026-03-12T16:59:59.000Z')
    const agent = await signedIn(work.house, acting.login, PASSWORD)
    expect((await say(work, agent, '1', { act: 'attest' })).status).toBe(303)
    expect((await agent.get(page)).text).toContain('Plt/Plh Laras Widyanti, 12 Maret 2026 23.59 WIB')
    work.house.now = new Date('2026-03-12T17:00:00.000Z')
    expect((await agent.get(page)).status).toBe(403)
  })

  it('is closed outside the window and after the hand-in', async () => {
    const { text } = await head.get(page)
    const attest = () =>
      head
        .post(paths.attestation(work.assessment, '1'))
        .type('form')
        .send({ _csrf: tokenIn(text), act: 'attest', stamp: stampIn(text, '1') })
    await work.house.database.inTransaction(() =>
      work.house.database.writing().query("UPDATE cycle_windows SET closes_on = '2026-03-11'"),
    )
    const late = await attest()
    expect(late.status).toBe(403)
    expect(late.text).toContain('Batas pengisian 11 Maret 2026 sudah lewat.')
    await work.house.database.inTransaction(() =>
      work.house.database.writing().query("UPDATE assessments SET stage = 'dievaluasi'"),
    )
    expect((await attest()).status).toBe(403)
    expect(await countOf(work, 'attestations')).toBe(0)
    expect((await head.get(page)).text).not.toContain('name="act"')
  })

  it('needs a constant number of statements, whatever the worksheet holds', async () => {
    const count = async () => {
      work.house.statements.length = 0
      expect((await head.get(page)).status).toBe(200)
      return work.house.statements.length
    }
    const empty = await count()
    await answerTeam()
    await addPiece(work, work.chair, TEAM, { files: [[samples.pdf, 'SK Tim.pdf']] })
    await say(work, head, '1', { act: 'attest' })
    expect(await count()).toBe(empty)
    expect(empty).toBeLessThanOrEqual(6)
  })
})
