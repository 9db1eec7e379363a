import { paths } from '../../src/paths'
import { canonicalJson } from '../../src/frozen/canonical-json'
import type { FrozenDocument } from '../../src/frozen/frozen-document'
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
import { attestAll, PARTS, save, say, stageOf, statesOf, submit, withdraw } from './hand-in'

const CLASH = 'A.II.1.i.b'

describe('handing in a worksheet', () => {
  let work: SatkerAtWork
  let head: Browser
  let page: string

  beforeEach(async () => {
    work = await satkerAtWork()
    head = await work.browserOf('head')
    page = paths.submission(work.assessment)
  })
  afterEach(() => work.close())

  const frozen = async (): Promise<FrozenDocument[]> =>
    (
      await work.house.database.query<{ document: string }>(
        'SELECT f.document FROM frozen_worksheets f JOIN worksheets w ON w.id = f.worksheet_id ORDER BY w.edition',
      )
    ).map(row => JSON.parse(row.document) as FrozenDocument)
  const change = (sql: string) =>
    work.house.database.inTransaction(() => work.house.database.writing().query(sql))

  it('freezes the worksheet with a hash, moves the assessment on and leaves an event', async () => {
    await save(work, work.chair, TEAM, { field: 'value', option: 'Ya' })
    await attestAll(work, head)
    const asked = (await head.get(page)).text
    expect(asked).toContain('Ajukan dengan 1 tanda yang belum dijelaskan?')
    expect(asked).toContain('112 pertanyaan belum dijawab dan dihitung nol.')
    expect(asked).toContain('Setelah diajukan, lembar ini tidak dapat diubah.')
    expect(asked).toContain('Periksa tanda')
    const answer = await submit(work, head)
    expect(answer.status).toBe(303)
    expect(await stageOf(work)).toEqual({ stage: 'diajukan', edition: 1 })
    const worksheet = await work.house.database.one<{ frozen: string; hash: string }>(
      'SELECT frozen_at AS frozen, hash FROM worksheets WHERE id = $1',
      [work.worksheet],
    )
    expect(worksheet).toEqual({
      frozen: '2026-03-12T03:45:00.000Z',
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    const event = await work.house.database.one<{ after: string }>(
      "SELECT after FROM audit_events WHERE action = 'submit'",
    )
    expect(JSON.parse(event?.after ?? '')).toMatchObject({ stage: 'diajukan', hash: worksheet?.hash })
    const shown = (await head.get(page)).text
    expect(shown).toContain('Diajukan oleh Hendra Wiguna, 12 Maret 2026 10.45 WIB.')
    expect(shown).toContain(paths.frozenWorksheet(work.assessment, work.worksheet))
  })

  it('keeps in the document every answer, use and version that stood, with the score and the attestations', async () => {
    const piece = await addPiece(work, work.chair, TEAM, {
      fields: { title: 'SK Tim ZI', claim: 'diktum kedua', stages: ['planning', 'implementation'] },
      files: [[samples.pdf, 'SK Tim.pdf']],
    })
    await upload(
      work.chair,
      paths.evidence(piece.id),
      { files: [[samples.jpg, 'SK Tim.jpg']] },
      { action: paths.evidenceFileReplacement(piece.file), usual: false },
    )
    await save(work, work.chair, TEAM, { field: 'value', option: 'Ya' })
    await save(work, work.chair, TEAM, { field: 'note', note: 'Tim ditetapkan Januari.' })
    await save(work, work.chair, 'A.II.1.i.a', { field: 'value', inputs: { agents: '7', changes: '5' } })
    await attestAll(work, head)
    await submit(work, head)
    const [document] = await frozen()
    const question = (code: string) => document?.questions.find(candidate => candidate.code === code)
    expect(question(TEAM)).toMatchObject({
      state: 'answered',
      value: '1',
      answer: { option: { key: 'Ya' }, by: { name: 'Sari Puspadewi' }, at: '2026-03-12T03:45:00.000Z' },
      note: { text: 'Tim ditetapkan Januari.' },
      uses: [{ evidence: piece.id, claim: 'diktum kedua', stages: ['planning', 'implementation'] }],
    })
    expect(question('A.II.1.i.a')).toMatchObject({
      value: '5/7',
      rule: 'ratio',
      answer: {
        inputs: [
          { key: 'agents', value: '7' },
          { key: 'changes', value: '5' },
        ],
      },
      flags: [{ kind: 'unsupported' }],
    })
    expect(question('A.I.1.i.b')).toMatchObject({ state: 'unanswered', answer: null, uses: [] })
    expect(document?.questions).toHaveLength(113)
    expect(document?.evidence).toMatchObject([
      {
        id: piece.id,
        number: 'B-001',
        title: 'SK Tim ZI',
        files: [{ name: 'SK Tim.jpg', version: 2, sha256: expect.any(String) }],
      },
    ])
    expect(document?.evidence[0]?.files).toHaveLength(1)
    expect(document?.attestations.map(attestation => attestation.part)).toEqual(PARTS)
    expect(document?.instrument).toMatchObject({
      code: 'lke-2021',
      version: 1,
      checksum: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(document?.submitted).toMatchObject({
      by: { id: work.people.head.id, name: 'Hendra Wiguna' },
      acting: false,
    })
    const stored = await work.house.database.one<{ claimed: string }>(
      "SELECT claimed FROM section_scores WHERE section = 'total' AND worksheet_id = $1",
      [work.worksheet],
    )
    expect(document?.score.claimed.total).toBe(stored?.claimed)
    expect(document?.prerequisites.length).toBeGreaterThan(0)
  })

  it('does not take a copied answer that nobody confirmed for an answer', async () => {
    await save(work, work.chair, TEAM, { field: 'value', option: 'Ya' })
    await change('UPDATE answers SET carried = TRUE')
    await attestAll(work, head)
    await submit(work, head)
    const question = (await frozen())[0]?.questions.find(candidate => candidate.code === TEAM)
    expect(question).toMatchObject({ state: 'unanswered', value: '0', answer: null, carried: true })
  })

  it('names what blocks, and hands nothing in', async () => {
    await save(work, work.chair, CLASH, { field: 'value', inputs: { changes: '3', integrated: '4' } })
    for (const part of PARTS.slice(1, 6)) await say(work, head, part, { act: 'attest' })
    const { text } = await head.get(page)
    expect(text).toContain('Penilaian belum dapat diajukan.')
    expect(text).toContain('2 bagian belum disahkan')
    expect(text).toContain(`href="${paths.question(work.assessment, CLASH)}"`)
    expect(text).not.toContain('Ajukan penilaian</button>')
    const answer = await submit(work, head)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Belum disahkan: Area 1 Manajemen Perubahan, Hasil.')
    expect(answer.text).toContain(`Angka bertentangan pada ${CLASH}.`)
    expect(await stageOf(work)).toEqual({ stage: 'draf', edition: 1 })
    expect(await countOf(work, 'submissions')).toBe(0)
    expect(await countOf(work, 'frozen_worksheets')).toBe(0)
  })

  it('says what the worksheet is worth before it is handed in, and blocks nothing for it', async () => {
    await save(work, work.chair, TEAM, { field: 'value', option: 'Ya' })
    await attestAll(work, head)
    const { text } = await head.get(page)
    const shown = text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
    expect(shown).toContain('Terbukti 0,00, diklaim 0,25, ambang 75,00')
    expect(shown).toMatch(/0 dari 12 terpenuhi pada nilai terbukti/)
    expect(shown).toContain('Area 1 Manajemen Perubahan: kurang 4,80')
    expect(shown).toContain('Prasyarat di luar nilai Tidak menghalangi 0 dari 7 terpenuhi Belum diisi:')
    expect(text).toContain(`href="${paths.worksheetPart(work.assessment, '1')}?saring&#x3D;bertanda"`)
    expect(text).toContain('Ajukan penilaian</button>')
  })

  it('needs attestations that still stand', async () => {
    await attestAll(work, head)
    await save(work, work.chair, TEAM, { field: 'note', note: 'Sebentar.' })
    const answer = await submit(work, head)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Belum disahkan: Area 1 Manajemen Perubahan.')
  })

  it('is closed after the last day of the window in the zone of the satker', async () => {
    await attestAll(work, head)
    await change("UPDATE cycle_windows SET closes_on = '2026-03-12'")
    await change("UPDATE satker SET time_zone = 'Asia/Jayapura'")
    const zone = { before: '2026-03-12T14:59:59.000Z', after: '2026-03-12T15:00:00.000Z' }
    work.house.now = new Date(zone.after)
    const late = await signedIn(work.house, work.people.head.login, PASSWORD)
    const refused = await submit(work, late)
    expect(refused.status).toBe(403)
    expect(refused.text).toContain('Batas pengisian 12 Maret 2026 sudah lewat.')
    expect((await late.get(page)).text).not.toContain('Ajukan penilaian</button>')
    work.house.now = new Date(zone.before)
    expect((await submit(work, await signedIn(work.house, work.people.head.login, PASSWORD))).status).toBe(
      303,
    )
  })

  it('is the act of the head alone, also of an acting one', async () => {
    await attestAll(work, head)
    for (const who of ['chair', 'viewer', 'admin'] as const) {
      const agent = await work.browserOf(who)
      const shown = await agent.get(page)
      expect(shown.text).toContain('Penilaian diajukan oleh kepala satker.')
      expect(shown.text).not.toContain('Ajukan penilaian</button>')
      expect([who, (await submit(work, agent)).status]).toEqual([who, 403])
    }
    expect((await (await work.browserOf('stranger')).get(page)).status).toBe(404)
    const acting = await addPerson(work.house, 'Laras Widyanti', 'head', work.satker, {
      acting: true,
      validFrom: '2026-03-12',
      validUntil: '2026-03-12',
    })
    const agent = await signedIn(work.house, acting.login, PASSWORD)
    expect((await submit(work, agent)).status).toBe(303)
    expect((await head.get(page)).text).toContain('Diajukan oleh Plt/Plh Laras Widyanti')
    expect((await frozen())[0]?.submitted.acting).toBe(true)
  })

  it('changes nothing any more: answers, notes, evidence and attestations are refused', async () => {
    const piece = await addPiece(work, work.chair, TEAM, { files: [[samples.pdf, 'SK Tim.pdf']] })
    await attestAll(work, head)
    await submit(work, head)
    expect((await save(work, work.chair, TEAM, { field: 'value', option: 'Ya' })).status).toBe(403)
    expect((await save(work, work.chair, TEAM, { field: 'note', note: 'Lagi' })).status).toBe(403)
    const added = await upload(work.chair, paths.evidenceUses(work.assessment, TEAM), {
      files: [[samples.jpg, 'Foto.jpg']],
    })
    expect(added.status).toBe(403)
    const use = paths.evidenceUse(work.assessment, piece.use)
    const removed = await work.chair
      .post(use)
      .type('form')
      .send({ _csrf: tokenIn((await work.chair.get(page)).text), stages: 'planning', version: 1 })
    expect(removed.status).toBe(403)
    expect((await say(work, head, '1', { act: 'take-back' })).status).toBe(403)
    expect(await countOf(work, 'answers')).toBe(0)
    expect(await countOf(work, 'evidence_uses')).toBe(1)
  })

  it('happens once when two people press at the same moment', async () => {
    await attestAll(work, head)
    const acting = await addPerson(work.house, 'Laras Widyanti', 'head', work.satker, { acting: true })
    const agents = [head, await signedIn(work.house, acting.login, PASSWORD)]
    const tokens = await Promise.all(agents.map(async agent => tokenIn((await agent.get(page)).text)))
    const answers = await Promise.all(
      [0, 1, 0, 1].map(who => agents[who]!.post(page).type('form').send({ _csrf: tokens[who] })),
    )
    expect(answers.map(answer => answer.status).sort()).toEqual([303, 409, 409, 409])
    expect(await countOf(work, 'submissions')).toBe(1)
    expect(await countOf(work, 'frozen_worksheets')).toBe(1)
  })

  /** Of the newest edition, which keeps the versions of those before. */
  const noteVersions = async () => {
    const rows = await work.house.database.query<{ question: string; version: number }>(
      'SELECT question, MAX(note_version) AS version FROM answers GROUP BY question',
    )
    return new Map(rows.map(({ question, version }) => [question, Number(version)]))
  }

  it('is either before or after an answer that is saved at the same moment, never beside it', async () => {
    const csrf = {
      head: tokenIn((await head.get(page)).text),
      chair: tokenIn((await work.chair.get(page)).text),
    }
    for (let round = 1; round <= 6; round++) {
      await attestAll(work, head)
      const before = (await frozen()).length
      const versions = await noteVersions()
      const save = (code: string) =>
        work.chair
          .post(paths.answer(work.assessment, code))
          .set('accept', 'application/json')
          .set('x-csrf-token', csrf.chair)
          .send({ field: 'note', base: versions.get(code) ?? 0, note: `Putaran ${round}.` })
      const handIn = () => head.post(page).type('form').send({ _csrf: csrf.head })
      const acts = [save('A.I.1.i.a'), save('A.I.2.i.a'), save('A.I.3.i.a'), save('A.I.4.i.a')]
      const answers = await Promise.all(acts.toSpliced(round % 4, 0, handIn()))
      const [handedIn] = answers.splice(round % 4, 1)
      const saved = answers.filter(answer => answer.status === 200).length
      expect(answers.every(answer => [200, 403].includes(answer.status))).toBe(true)
      expect(handedIn?.status).toBe(saved === 0 ? 303 : 422)
      const added = (await frozen()).slice(before)
      expect(added).toHaveLength(saved === 0 ? 1 : 0)
      expect(canonicalJson(added).includes(`Putaran ${round}.`)).toBe(false)
      if (saved === 0) await withdraw(work, head)
    }
  })

  it('gives a withdrawn submission back as a new edition and keeps the frozen one', async () => {
    await save(work, work.chair, TEAM, { field: 'value', option: 'Ya' })
    await save(work, work.chair, TEAM, { field: 'note', note: 'Pertama.' })
    await attestAll(work, head)
    await submit(work, head)
    expect((await head.get(page)).text).toContain('Tarik pengajuan ini?')
    expect((await withdraw(work, head)).status).toBe(303)
    expect(await stageOf(work)).toEqual({ stage: 'draf', edition: 2 })
    expect(Object.values(await statesOf(work, head))).toEqual(PARTS.map(() => 'Disahkan'))
    const scores = await work.house.database.query<{ edition: number; claimed: string }>(
      `SELECT w.edition, s.claimed FROM section_scores s JOIN worksheets w ON w.id = s.worksheet_id
        WHERE s.section = 'total' AND w.assessment_id = $1 ORDER BY w.edition`,
      [work.assessment],
    )
    expect(scores).toEqual([
      { edition: 1, claimed: '1/4' },
      { edition: 2, claimed: '1/4' },
    ])
    const late = await save(work, work.chair, TEAM, { field: 'note', note: 'Menimpa.', base: 0 })
    expect(late.status).toBe(409)
    const changed = await save(work, work.chair, TEAM, { field: 'value', option: 'Tidak', base: 1 })
    expect(changed.status).toBe(200)
    expect((await statesOf(work, head))['1']).toBe('Pengesahan gugur')
    await say(work, head, '1', { act: 'attest' })
    expect((await submit(work, head)).status).toBe(303)
    const documents = await frozen()
    const options = documents.map(
      document => document.questions.find(question => question.code === TEAM)?.answer?.option?.key,
    )
    expect(options).toEqual(['Ya', 'Tidak'])
    const acts = (await actionsOf(work)).filter(action => action.includes('submi'))
    expect(acts).toEqual(['submit', 'withdraw-submission', 'submit'])
    const { text } = await head.get(page)
    expect(text).toContain('Putaran 1, edisi 2')
    expect(text).toContain('Ditarik 12 Maret 2026 10.45 WIB')
  })

  it('withdraws once, and never after the evaluation has begun', async () => {
    await attestAll(work, head)
    await submit(work, head)
    const csrf = tokenIn((await head.get(page)).text)
    const action = paths.submissionWithdrawal(work.assessment)
    const press = () => head.post(action).type('form').send({ _csrf: csrf })
    const twice = await Promise.all([press(), press()])
    expect(twice.map(answer => answer.status).sort()).toEqual([303, 409])
    expect(await stageOf(work)).toEqual({ stage: 'draf', edition: 2 })
    await submit(work, head)
    await change("UPDATE assessments SET stage = 'dievaluasi'")
    expect((await press()).status).toBe(409)
    expect((await head.get(page)).text).toContain('Evaluasi sudah dimulai')
    expect(await stageOf(work)).toEqual({ stage: 'dievaluasi', edition: 2 })
    expect((await withdraw(work, work.chair)).status).toBe(403)
  })

  it('refuses a withdrawal that could never be handed in again', async () => {
    await attestAll(work, head)
    await submit(work, head)
    await change("UPDATE cycle_windows SET closes_on = '2026-03-11'")
    const { text } = await head.get(page)
    expect(text).toContain(
      'Batas pengisian 11 Maret 2026 sudah lewat, sehingga pengajuan tidak dapat ditarik',
    )
    expect(text).not.toContain('Tarik pengajuan</button>')
    expect((await withdraw(work, head)).status).toBe(403)
    expect(await stageOf(work)).toEqual({ stage: 'diajukan', edition: 1 })
    expect(await countOf(work, 'worksheets')).toBe(2)
  })

  it('ends, on a withdrawal, the attestation of a part whose evidence changed while it lay frozen', async () => {
    const piece = await addPiece(work, work.chair, TEAM, { files: [[samples.pdf, 'SK Tim.pdf']] })
    await attestAll(work, head)
    await submit(work, head)
    const replaced = await upload(
      work.chair,
      paths.evidence(piece.id),
      { files: [[samples.jpg, 'SK Tim.jpg']] },
      { action: paths.evidenceFileReplacement(piece.file), usual: false },
    )
    expect(replaced.status).toBe(303)
    await withdraw(work, head)
    expect(await statesOf(work, head)).toMatchObject({
      '1': 'Pengesahan gugur',
      '2': 'Disahkan',
      B: 'Disahkan',
    })
    expect((await head.get(paths.attestations(work.assessment))).text).toContain(
      'Bukti berubah sejak diajukan.',
    )
  })

  it('shows its page in a constant number of statements', async () => {
    const count = async () => {
      work.house.statements.length = 0
      expect((await head.get(page)).status).toBe(200)
      return work.house.statements.length
    }
    const empty = await count()
    await save(work, work.chair, TEAM, { field: 'value', option: 'Ya' })
    await attestAll(work, head)
    expect(await count()).toBe(empty)
    await submit(work, head)
    await withdraw(work, head)
    expect(await count()).toBe(empty)
    expect(empty).toBeLessThanOrEqual(7)
  })
})
