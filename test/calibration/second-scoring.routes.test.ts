import { Membership } from '../../src/accounts/membership.entity'
import { Assessment } from '../../src/assessments/assessment.entity'
import { newId } from '../../src/db/ids'
import { EvaluatorAssignment } from '../../src/evaluation/evaluator-assignment.entity'
import { paths } from '../../src/paths'
import { evaluators, score } from '../evaluation/acting'
import { openInspection, submitAs, type Inspection } from '../evaluation/inspection'
import { scoredBy } from '../evaluation/scored'
import { upload } from '../evidence/satker-at-work'
import { DRAFT, nextCycle } from '../notes/noted'
import { samples } from '../storage/sample-files'
import { keepAgreement } from '../agreements/agreement-office'
import { post, tokenIn, type Browser } from '../support/house'
import { drawOne, scoredTwice, secondScorer } from './sampled'

const QUESTION = 'A.I.1.i.a'
const NEXT = 'A.I.1.i.b'
const MEMBERS_WORDS = 'SK tim belum ditandatangani.'
const MEMBERS_REASON = 'Foto dipakai dua kali.'

let inspection: Inspection
let second: Browser

const desk = () => paths.secondScoring(inspection.assessment)
const question = (code = QUESTION) => paths.secondQuestion(inspection.assessment, code)
const sheetsOf = (seat: string) =>
  inspection.house.database.query<{ id: string; frozen: string | null; hash: string | null }>(
    'SELECT id, frozen_at AS frozen, hash FROM worksheets WHERE seat = $1',
    [seat],
  )
const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''

/** Sends one saying as a script does. */
async function say(saying: object, code = QUESTION) {
  const { text } = await second.get(question(code))
  return second
    .post(question(code))
    .set('accept', 'application/json')
    .set('x-csrf-token', tokenIn(text))
    .send({ sheet: /data-sheet="([^"]+)"/.exec(text)?.[1], ...saying })
}

/** Fills the form as somebody without scripts does. */
async function fill(fields: Record<string, string>, page?: string) {
  const text = page ?? (await second.get(question())).text
  const kept = Object.fromEntries(['stamp', 'decided', 'sheet'].map(name => [name, hidden(text, name)]))
  return second
    .post(question())
    .type('form')
    .send({ _csrf: tokenIn(text), ...kept, ...fields })
}

beforeEach(async () => {
  inspection = await openInspection()
  const { begin } = evaluators(inspection)
  await begin('member')
  await score(inspection, 'member', QUESTION, { option: 'Tidak' }, MEMBERS_WORDS)
  await drawOne(inspection)
  second = await inspection.browserOf('outsider')
})
afterEach(() => inspection.close())

describe('a second scorer', () => {
  it('finds the unit in a list of its own in the queue, and begins', async () => {
    const { text } = await second.get(paths.evaluationQueue())
    expect(text).toContain('1 uji petik menunggu Anda.')
    expect(text).toContain(`href="${desk()}"`)
    for (const ofTeams of ['Belum ada satker untuk Anda.', 'Saring menurut giliran', 'role="search"'])
      expect(text).not.toContain(ofTeams)
    expect((await second.get(question())).headers['location']).toBe(desk())
    expect((await second.get(desk())).text).toContain('Mulai menilai')
    expect((await post(second, desk(), desk(), {})).status).toBe(303)
    expect((await second.get(desk())).text).toContain('0 dari 113')
    expect((await post(second, desk(), desk(), {})).status).toBe(303)
    expect(await sheetsOf('second')).toHaveLength(1)
  })

  it('sees what the satker handed in, and nothing of what the team said', async () => {
    const { say: memberSays } = evaluators(inspection)
    const use = await inspection.house.database.one<{ id: string }>(
      'SELECT id FROM evidence_uses WHERE question = $1',
      [QUESTION],
    )
    await memberSays('member', QUESTION, { field: 'value', value: { option: 'Ya' }, base: 1 })
    await memberSays('member', QUESTION, { field: 'verdict', use: use!.id, verdict: 'meragukan' })
    await memberSays('member', QUESTION, {
      field: 'ruling',
      kind: 'unsupported',
      ruling: 'confirmed',
      reason: MEMBERS_REASON,
    })
    await secondScorer(inspection).begin()
    const { status, text } = await second.get(question())
    expect(status).toBe(200)
    expect(text).toContain('Jawaban satker: Ya')
    expect(text).toContain('Sudah berjalan.')
    expect(text).toContain('Bukti A.I.1.i.a')
    expect(text).toContain('Sama dengan Mandiri')
    expect(text).toContain('0 dari 113 diputuskan')
    expect(text).toContain('2 dari 2 tahap terbukti')
    expect(text).toMatch(/data-verdict="[^"]+" checked><span>Belum dinilai/)
    for (const seen of [text, (await second.get(desk())).text]) {
      expect(seen).not.toContain(MEMBERS_WORDS)
      expect(seen).not.toContain(MEMBERS_REASON)
      expect(seen).not.toContain('Nirmala')
      expect(seen).not.toContain('Tim 1')
      expect(seen).not.toContain(`href="${paths.comparison(inspection.assessment)}"`)
    }
  })

  it('is told nothing of the unit anywhere else', async () => {
    await secondScorer(inspection).begin()
    const { assessment, satker } = inspection
    const own = await sheetsOf('satker')
    for (const address of [
      paths.comparison(assessment),
      paths.comparisonTable(assessment),
      paths.result(assessment),
      paths.evaluation(assessment),
      paths.evaluationQuestion(assessment, QUESTION),
      paths.assessment(assessment),
      paths.assessmentTrail(assessment),
      paths.wholeWorksheet(assessment),
      paths.frozenWorksheet(assessment, own[0]!.id),
      paths.evidenceShelf(satker.id),
    ])
      expect([address, (await second.get(address)).status]).toEqual([address, 404])
  })

  const becomeReader = () =>
    inspection.house.database.inTransaction(() =>
      inspection.house.database.insert(Membership, [
        {
          id: newId(),
          userId: inspection.people.outsider.id,
          satkerId: inspection.ministry.id,
          role: 'reader',
          acting: false,
          validFrom: '2026-01-01',
          createdAt: '2026-01-01T00:00:00.000Z',
        },
      ]),
    )

  it('finds no register of that satker by a role that came meanwhile, until the own sheet is in', async () => {
    const { house, satker } = inspection
    await becomeReader()
    const agreement = await keepAgreement(house, { satkerId: satker.id })
    const places = [
      paths.registers(satker.id),
      paths.rosterTable(satker.id),
      paths.profiles(satker.id),
      paths.activitiesTable(satker.id),
      paths.satkerPointsTable(satker.id),
      paths.actionPlanTable(satker.id),
      paths.inputsTable(satker.id),
      paths.surveysTable(satker.id),
      paths.performanceTable(satker.id),
      paths.agreementsTable(satker.id),
      paths.innovationsTable(satker.id),
      paths.cooperation(agreement),
    ]
    const answers = () => Promise.all(places.map(async place => [place, (await second.get(place)).status]))
    const above = async () => [
      (await second.get(paths.region())).text.includes(satker.name),
      (await second.get(paths.matrix())).text.includes(satker.name),
      (await second.get(paths.agreementDashboard())).text.includes(satker.name),
    ]
    expect(await answers()).toEqual(places.map(place => [place, 404]))
    expect((await second.get(paths.registers(inspection.kanwil.id))).status).toBe(200)
    const hidden = await above()
    await scoredTwice(inspection, {})
    expect(await answers()).toEqual(places.map(place => [place, 200]))
    expect([hidden, await above()]).toEqual([
      [false, false, false],
      [true, true, true],
    ])
  })

  it('is told nothing elsewhere by a role that came meanwhile, until the own sheet is in', async () => {
    await becomeReader()
    const compared = async () => (await second.get(paths.comparison(inspection.assessment))).status
    expect(await compared()).toBe(404)
    await scoredTwice(inspection, {})
    expect(await compared()).toBe(200)
  })

  it('is told nothing by the notes of a unit that it scored last year, until the own sheet is in', async () => {
    const { teams, cycles, notes } = inspection.house.services
    const { id, cycle: lastYear } = await nextCycle(inspection, 2025)
    await inspection.house.database.inTransaction(() =>
      inspection.house.database.writing().update(Assessment, { id }, { stage: 'final' }),
    )
    const [admin, cycle] = [await inspection.actor('admin'), await cycles.get(lastYear)]
    const teamId = await teams.create(admin, cycle, 'Tim lalu')
    await teams.seat(admin, cycle, teamId, inspection.people.outsider.id, 'member')
    await inspection.house.database.inTransaction(() =>
      inspection.house.database.insert(EvaluatorAssignment, [
        {
          id: newId(),
          assessmentId: id,
          teamId,
          userId: inspection.people.outsider.id,
          createdBy: inspection.people.admin.id,
          createdAt: '2025-04-01T00:00:00.000Z',
          endedAt: null,
          endedBecause: '',
        },
      ]),
    )
    const note = await notes.write(await inspection.actor('member'), await inspection.seen('member'), {
      ...DRAFT,
      text: MEMBERS_WORDS,
    })
    const listed = async () => (await second.get(paths.notes())).text
    const seen = await listed()
    expect(seen).not.toContain(MEMBERS_WORDS)
    expect(seen).not.toContain(paths.note(note))
    expect((await second.get(`${paths.notes()}?cari=ditandatangani`)).text).not.toContain(paths.note(note))
    expect((await second.get(paths.note(note))).status).toBe(404)
    expect((await second.get(paths.evidenceShelf(inspection.satker.id))).status).toBe(404)
    expect((await second.get(paths.wholeWorksheet(id))).status).toBe(200)
    await scoredTwice(inspection, {})
    expect(await listed()).toContain(paths.note(note))
    expect((await second.get(paths.note(note))).status).toBe(200)
  })

  it('is not put into the team of the unit while the sample runs', async () => {
    const { teams, cycles, samples: drawn } = inspection.house.services
    const [admin, cycle] = [await inspection.actor('admin'), await cycles.get(inspection.cycle)]
    const { outsider } = inspection.people
    await teams.seat(admin, cycle, inspection.team, outsider.id, 'member')
    const to = { teamId: inspection.team, userId: outsider.id, reason: 'Beban tim.' }
    const assign = () => teams.assign(admin, cycle, inspection.assessment, to)
    await expect(assign()).rejects.toThrow('atau menilainya dalam uji petik')
    const [sample] = await drawn.ofCycle(inspection.cycle)
    await drawn.close(admin, inspection.cycle, sample!.id)
    await assign()
  })

  it('decides like a member, with and without a script', async () => {
    await secondScorer(inspection).begin()
    expect((await say({ field: 'value', base: 0, option: 'Tidak' })).status).toBe(200)
    const saved = await say({ field: 'note', base: 0, note: 'Belum ada SK.' })
    expect(saved.status).toBe(200)
    expect((saved.body as { places: { head: string } }).places.head).toContain(question(NEXT))
    const unexplained = await fill({ decision: 'ubah', option: 'Tidak', note: '' })
    expect(unexplained.status).toBe(422)
    const agreed = await fill({ decision: 'setuju', option: 'Tidak' })
    expect([agreed.status, agreed.headers['location']]).toEqual([303, question()])
    const rows = await inspection.house.database.query(
      `SELECT n.option, d.decision FROM answers n JOIN worksheets w ON w.id = n.worksheet_id AND w.seat = 'second'
         JOIN decisions d ON d.worksheet_id = w.id AND d.question = n.question WHERE n.question = $1`,
      [QUESTION],
    )
    expect(rows).toEqual([{ option: 'Ya', decision: 'setuju' }])
  })

  it('keeps both texts when another window was faster, and nothing of a page that is stale', async () => {
    const { begin, agree, handIn } = secondScorer(inspection)
    await begin()
    const page = (await second.get(question())).text
    await say({ field: 'note', base: 0, note: 'Dari jendela lain.' })
    const clash = await fill({ note: 'Dari jendela ini.' }, page)
    expect(clash.status).toBe(409)
    expect(clash.text).toContain('Dari jendela ini.')
    expect(clash.text).toContain('jendela lain')
    await agree()
    await handIn()
    const stale = await fill({ note: 'Terlambat.', option: 'Ya' }, page)
    expect(stale.status).toBe(409)
    expect(stale.text).toContain('Terlambat.')
  })

  it('hands in when everything is decided; nobody can be asked for proof', async () => {
    const { begin, say: speak, agree } = secondScorer(inspection)
    await begin()
    const early = await post(second, desk(), paths.secondHandIn(inspection.assessment), {})
    expect(early.status).toBe(422)
    expect(early.text).toContain('113 pertanyaan belum diputuskan')
    await speak(NEXT, { field: 'decision', decision: 'minta bukti', base: 0 })
    await speak(NEXT, { field: 'note', note: 'Lampirkan SK.', base: 0 })
    await agree()
    expect((await second.get(desk())).text).toContain('Bukti tidak dapat diminta lagi')
    await speak(NEXT, { field: 'decision', decision: 'setuju', base: 1 })
    expect((await post(second, desk(), paths.secondHandIn(inspection.assessment), {})).status).toBe(303)
    const [sheet] = await sheetsOf('second')
    expect(sheet?.hash).toMatch(/^[0-9a-f]{64}$/)
    expect((await second.get(desk())).text).toContain('Lembar sudah diserahkan.')
    expect((await second.get(question())).text).toContain('Uji petik sudah diserahkan')
  })

  it('agrees with the rest in one act', async () => {
    await secondScorer(inspection).begin()
    const address = paths.secondAgreement(inspection.assessment)
    expect((await post(second, desk(), address, {})).status).toBe(303)
    expect((await second.get(desk())).text).toContain('113 dari 113')
  })

  it('is one person: nobody else has that desk, and it is gone when the sample is closed', async () => {
    await secondScorer(inspection).begin()
    for (const who of ['member', 'lead', 'second', 'head', 'admin'] as const)
      expect((await (await inspection.browserOf(who)).get(desk())).status).toBeGreaterThanOrEqual(403)
    expect((await second.get(paths.secondScoring('tidak-ada'))).status).toBe(404)
    const { samples: drawn } = inspection.house.services
    const [sample] = await drawn.ofCycle(inspection.cycle)
    await drawn.close(await inspection.actor('admin'), inspection.cycle, sample!.id)
    expect((await second.get(desk())).status).toBeGreaterThanOrEqual(403)
    expect((await second.get(paths.evaluationQueue())).text).not.toContain(desk())
  })

  it('has the desk no more where the satker withdrew meanwhile', async () => {
    await inspection.house.database.inTransaction(async () => {
      await inspection.house.database.writing().query(`UPDATE assessments SET stage = 'draf'`)
    })
    expect((await second.get(desk())).status).toBeGreaterThanOrEqual(403)
  })
})

describe('the files of a unit that is scored a second time', () => {
  it('open for its second scorer while the sample runs, and not before or after', async () => {
    await inspection.close()
    inspection = await openInspection({}, { submitted: false })
    const chair = await inspection.browserOf('chair')
    await upload(chair, paths.evidenceUses(inspection.assessment, QUESTION), {
      files: [[samples.pdf, 'sk.pdf']],
    })
    await submitAs(inspection)
    const file = await inspection.house.database.one<{ id: string }>(
      `SELECT id FROM evidence_files WHERE name = 'sk.pdf'`,
    )
    const open = async () =>
      (await (await inspection.browserOf('outsider')).get(paths.evidenceFile(file!.id))).status
    expect(await open()).toBe(404)
    await drawOne(inspection)
    expect(await open()).toBe(200)
    await secondScorer(inspection).begin()
    const { text } = await (await inspection.browserOf('outsider')).get(question())
    expect(text).toContain(paths.evidenceFile(file!.id))
    const { samples: drawn } = inspection.house.services
    const [sample] = await drawn.ofCycle(inspection.cycle)
    await drawn.close(await inspection.actor('admin'), inspection.cycle, sample!.id)
    expect(await open()).toBe(404)
  })
})

describe('the trail of a restricted paper', () => {
  it('says that a second scorer opened it once the sample is closed, so that the team scores unwatched', async () => {
    await inspection.close()
    inspection = await openInspection({}, { submitted: false })
    const chair = await inspection.browserOf('chair')
    await upload(chair, paths.evidenceUses(inspection.assessment, QUESTION), {
      fields: { access: 'terbatas' },
      files: [[samples.pdf, 'sk.pdf']],
    })
    await submitAs(inspection)
    const file = await inspection.house.database.one<{ id: string; piece: string }>(
      `SELECT id, evidence_id AS piece FROM evidence_files WHERE name = 'sk.pdf'`,
    )
    await drawOne(inspection)
    const scorer = await inspection.browserOf('outsider')
    expect((await scorer.get(paths.evidenceFile(file!.id))).status).toBe(200)
    const told = async () => {
      const member = await inspection.browserOf('member')
      const pages = [
        await member.get(paths.assessmentTrail(inspection.assessment)),
        await member.get(paths.evidence(file!.piece)),
        await chair.get(paths.evidence(file!.piece)),
      ]
      return pages.map(page => [page.status, page.text.includes('Lestari Ayuningtyas')])
    }
    expect(await told()).toEqual([200, 200, 200].map(status => [status, false]))
    const { samples: drawn } = inspection.house.services
    const [sample] = await drawn.ofCycle(inspection.cycle)
    await drawn.close(await inspection.actor('admin'), inspection.cycle, sample!.id)
    expect(await told()).toEqual([200, 200, 200].map(status => [status, true]))
  })
})

describe('a worksheet of a second scorer', () => {
  it('counts nowhere: not in turns, columns, result or seal, and not in the trail', async () => {
    await inspection.close()
    inspection = await openInspection()
    await drawOne(inspection)
    await scoredTwice(inspection, { [QUESTION]: 'Tidak', 'A.I.1.iii.b': 'D' })
    const { evaluations, results, audit } = inspection.house.services
    const before = await evaluations.of(await inspection.seen('member'))
    expect([before.turn, before.open, before.sheets.map(sheet => sheet.seat)]).toEqual([
      'member',
      null,
      ['satker'],
    ])
    await scoredBy(inspection, {})
    const seen = await inspection.seen('controller')
    expect((await evaluations.of(seen)).sheets.map(sheet => sheet.seat)).toEqual([
      'satker',
      'member',
      'lead',
      'controller',
    ])
    const { text } = await (
      await inspection.browserOf('controller')
    ).get(paths.comparison(inspection.assessment))
    expect(text).not.toContain('Uji petik')
    expect(text).not.toContain('Belum terlihat.')
    const controller = await inspection.actor('controller')
    const grounds = 'Semua ambang terpenuhi.'
    await results.recommend(controller, seen, { recommendation: 'diusulkan WBK', grounds, base: 0 })
    await results.finalise(controller, await inspection.seen('controller'))
    const { seal } = await results.exported(await inspection.seen('controller'))
    expect(seal.worksheets.map(sheet => sheet.seat)).toEqual(['satker', 'member', 'lead', 'controller'])
    const trail = await audit.trail({ assessmentId: inspection.assessment, limit: 500, offset: 0 })
    expect(trail.filter(event => event.userName === 'Lestari Ayuningtyas')).toEqual([])
  })

  it('is on record beside the trail, every act with its author', async () => {
    await scoredTwice(inspection, { [QUESTION]: 'Tidak' })
    const [sheet] = await sheetsOf('second')
    const acts = await inspection.house.database.query<{ action: string; role: string }>(
      'SELECT action, role FROM audit_events WHERE subject_id = $1 ORDER BY at, id',
      [sheet!.id],
    )
    expect(new Set(acts.map(act => act.action))).toEqual(
      new Set([
        'begin-second-sheet',
        'score-value',
        'decide',
        'score-note',
        'agree-with-rest',
        'hand-in-second-sheet',
      ]),
    )
    expect(new Set(acts.map(act => act.role))).toEqual(new Set(['second-scorer']))
  })

  it('tells the typing of a note as one act, and goes on with another after ten minutes', async () => {
    await inspection.close()
    inspection = await openInspection()
    await drawOne(inspection)
    const { begin, say } = secondScorer(inspection)
    await begin()
    const type = async (note: string, base: number) => say(QUESTION, { field: 'note', note, base })
    await type('SK', 0)
    await type('SK belum', 1)
    await type('SK belum ditandatangani.', 2)
    const notes = async () =>
      (
        await inspection.house.database.query<{ before: string; after: string }>(
          `SELECT before, after FROM audit_events WHERE action = 'score-note' ORDER BY at, id`,
        )
      ).map(({ before, after }) => [JSON.parse(before), JSON.parse(after)])
    expect(await notes()).toEqual([[{ note: '' }, { note: 'SK belum ditandatangani.' }]])
    inspection.house.now = new Date(inspection.house.now.getTime() + 11 * 60_000)
    await type('SK belum ditandatangani kepala.', 3)
    expect(await notes()).toHaveLength(2)
  })
})
