import { toText } from '../../src/engine/exact'
import { Conflict, Invalid, NotFound, Refused } from '../../src/refusals'
import { openInspection, submitAs, type Inspection } from './inspection'

const QUESTION = 'A.I.1.i.a'
const RATIO = 'A.II.1.i.a'

describe('scoring again', () => {
  let inspection: Inspection
  beforeEach(async () => void (inspection = await openInspection()))
  afterEach(() => inspection.close())

  const services = () => inspection.house.services
  const stage = async () =>
    (await inspection.house.database.one<{ stage: string; round: number }>(
      'SELECT stage, round FROM assessments',
    ))!
  const sheets = () =>
    inspection.house.database.query<{
      seat: string
      round: number
      frozen: string | null
      hash: string | null
    }>('SELECT seat, round, frozen_at AS frozen, hash FROM worksheets ORDER BY round, created_at, id')
  const begin = async (who: 'member' | 'lead' | 'controller' | 'second' | 'outsider') =>
    services().evaluations.begin(await inspection.actor(who), await inspection.seen(who))
  const say = async (who: 'member' | 'lead' | 'controller', code: string, saying: object) =>
    services().judgements.say(await inspection.actor(who), await inspection.seen(who), code, saying as never)
  const agree = async (who: 'member' | 'lead' | 'controller') =>
    services().judgements.agreeWithRest(await inspection.actor(who), await inspection.seen(who))
  const handIn = async (who: 'member' | 'lead' | 'controller') =>
    services().evaluations.handIn(await inspection.actor(who), await inspection.seen(who))

  it('goes from the member over the ketua to the dalnis, each on a copy of the one before', async () => {
    await begin('member')
    expect(await stage()).toEqual({ stage: 'dievaluasi', round: 1 })
    await expect(begin('member')).rejects.toThrow(Conflict)
    await say('member', QUESTION, { field: 'value', value: { option: 'Tidak' }, base: 0 })
    const noted = await say('member', QUESTION, { field: 'note', note: 'SK tidak ditandatangani.', base: 0 })
    expect(noted.sheet.progress.decided).toBe(1)
    expect(await agree('member')).toBe(112)
    await handIn('member')
    await begin('lead')
    expect(await agree('lead')).toBe(113)
    await handIn('lead')
    await begin('controller')
    expect(await agree('controller')).toBe(113)
    await handIn('controller')
    expect(await stage()).toEqual({ stage: 'dinilai', round: 1 })
    const made = await sheets()
    expect(made.map(sheet => sheet.seat)).toEqual(['satker', 'member', 'lead', 'controller'])
    expect(made.every(sheet => sheet.hash?.length === 64)).toBe(true)
    const totals = await inspection.house.database.query<{ claimed: string }>(
      `SELECT x.claimed FROM section_scores x JOIN worksheets w ON w.id = x.worksheet_id
        WHERE x.section = 'total' ORDER BY w.round, w.created_at, w.id`,
    )
    expect(totals[1]?.claimed).not.toBe(totals[0]?.claimed)
    expect(totals[3]?.claimed).toBe(totals[1]?.claimed)
  })

  it('refuses to hand in while a question is undecided, put off or lowered without a reason', async () => {
    await begin('member')
    await expect(handIn('member')).rejects.toThrow('113 pertanyaan belum diputuskan')
    await agree('member')
    await say('member', RATIO, { field: 'decision', decision: 'tunda', base: 1 })
    await expect(handIn('member')).rejects.toThrow(`Masih ditunda: ${RATIO}`)
    await say('member', RATIO, { field: 'value', value: { inputs: { agents: '4', changes: '2' } }, base: 0 })
    await say('member', RATIO, { field: 'decision', decision: 'ubah', base: 2 })
    await expect(handIn('member')).rejects.toThrow(`Alasan belum ditulis: ${RATIO}`)
    await say('member', RATIO, { field: 'note', note: 'Dua perubahan tidak terbukti.', base: 0 })
    await handIn('member')
  })

  it('does not take a copied value for a decision, and a value that comes back is undecided again', async () => {
    await begin('member')
    const lowered = await say('member', QUESTION, { field: 'value', value: { option: 'Tidak' }, base: 0 })
    expect(lowered.sheet.contents.decisions.get(QUESTION)?.decision).toBe('ubah')
    expect(lowered.sheet.progress.decided).toBe(0)
    const back = await say('member', QUESTION, { field: 'value', value: { option: 'Ya' }, base: 1 })
    expect(back.sheet.contents.decisions.get(QUESTION)?.decision).toBeNull()
    await say('member', QUESTION, { field: 'value', value: { option: 'Tidak' }, base: 2 })
    const agreed = await say('member', QUESTION, { field: 'decision', decision: 'setuju', base: 3 })
    expect(agreed.sheet.contents.answers.get(QUESTION)?.option).toBe('Ya')
    expect(agreed.sheet.progress.decided).toBe(1)
  })

  it('counts the verdict on a piece at once in this worksheet, and leaves that of the satker as it was', async () => {
    const before = await inspection.house.database.query(
      `SELECT x.section, x.substantiated FROM section_scores x JOIN worksheets w ON w.id = x.worksheet_id
        WHERE w.seat = 'satker' ORDER BY x.section`,
    )
    const sheet = await begin('member')
    const use = (await inspection.house.database.one<{ id: string }>(
      'SELECT id FROM evidence_uses WHERE question = $1',
      [QUESTION],
    ))!
    const said = await say('member', QUESTION, { field: 'verdict', use: use.id, verdict: 'meragukan' })
    const scored = said.sheet.contents.score.questions.get(QUESTION)!
    expect(toText(scored.coverage.share)).toBe('0')
    expect(scored.flags).toEqual(['unsupported'])
    const stored = await inspection.house.database.one<{ substantiated: string; claimed: string }>(
      `SELECT substantiated, claimed FROM section_scores WHERE worksheet_id = $1 AND section = 'A.I.1.i'`,
      [sheet.id],
    )
    expect(stored?.substantiated).not.toBe(stored?.claimed)
    const after = await inspection.house.database.query(
      `SELECT x.section, x.substantiated FROM section_scores x JOIN worksheets w ON w.id = x.worksheet_id
        WHERE w.seat = 'satker' ORDER BY x.section`,
    )
    expect(after).toEqual(before)
    const back = await say('member', QUESTION, { field: 'verdict', use: use.id, verdict: null })
    expect(toText(back.sheet.contents.score.questions.get(QUESTION)!.coverage.share)).toBe('1')
    await expect(say('member', RATIO, { field: 'verdict', use: use.id, verdict: 'kurang' })).rejects.toThrow(
      NotFound,
    )
  })

  it('rules on a flag: confirmed, or dismissed with a reason', async () => {
    await begin('member')
    const use = (await inspection.house.database.one<{ id: string }>(
      'SELECT id FROM evidence_uses WHERE question = $1',
      [QUESTION],
    ))!
    const ruling = { field: 'ruling', kind: 'unsupported', reason: '' }
    await expect(say('member', QUESTION, { ...ruling, ruling: 'confirmed' })).rejects.toThrow(NotFound)
    await say('member', QUESTION, { field: 'verdict', use: use.id, verdict: 'tidak relevan' })
    await expect(say('member', QUESTION, { ...ruling, ruling: 'dismissed' })).rejects.toThrow(Invalid)
    const said = await say('member', QUESTION, {
      ...ruling,
      ruling: 'dismissed',
      reason: 'SK diperlihatkan saat kunjungan.',
    })
    expect(said.sheet.contents.rulings).toMatchObject([{ ruling: 'dismissed' }])
  })

  it('keeps both when two windows disagree', async () => {
    await begin('member')
    await say('member', QUESTION, { field: 'note', note: 'Dari jendela satu.', base: 0 })
    const late = say('member', QUESTION, { field: 'note', note: 'Dari jendela dua.', base: 0 })
    await expect(late).rejects.toMatchObject({
      current: { note: 'Dari jendela satu.', versions: { note: 1 } },
    })
  })

  it('is nobody else’s business: an evaluator outside the team finds nothing, one out of turn is told whose turn it is', async () => {
    await expect(inspection.seen('outsider')).rejects.toThrow(NotFound)
    await expect(begin('lead')).rejects.toThrow('Giliran menilai ada pada anggota TPI')
    await expect(inspection.seen('second')).rejects.toThrow(NotFound)
    await begin('member')
    await expect(
      services().evaluations.handIn(await inspection.actor('lead'), await inspection.seen('lead')),
    ).rejects.toThrow(Refused)
  })

  it('sends chosen questions back once, each with its note, and goes on where the member stopped', async () => {
    await begin('member')
    await say('member', QUESTION, { field: 'decision', decision: 'minta bukti', base: 0 })
    await expect(handIn('member')).rejects.toThrow('Alasan belum ditulis')
    await say('member', QUESTION, { field: 'note', note: 'Lampirkan SK bertanda tangan.', base: 0 })
    await say('member', RATIO, { field: 'value', value: { inputs: { agents: '4', changes: '2' } }, base: 0 })
    await say('member', RATIO, { field: 'note', note: 'Dua perubahan.', base: 0 })
    await agree('member')
    await handIn('member')
    const lead = await inspection.actor('lead')
    const { returns } = services()
    await expect(returns.sendBack(lead, await inspection.seen('lead'), [])).rejects.toThrow(Invalid)
    await expect(
      returns.sendBack(lead, await inspection.seen('lead'), [{ question: QUESTION, note: ' ' }]),
    ).rejects.toMatchObject({ fields: { [`note:${QUESTION}`]: 'Tulis apa yang harus diperbaiki.' } })
    await returns.sendBack(lead, await inspection.seen('lead'), [
      { question: QUESTION, note: 'Lampirkan SK bertanda tangan.' },
    ])
    expect(await stage()).toEqual({ stage: 'dikembalikan', round: 2 })
    await submitAs(inspection)
    const second = await begin('member')
    const evaluation = await services().evaluations.of(await inspection.seen('member'))
    const { contents, progress } = await services().evaluations.sheet(evaluation, second)
    expect(contents.answers.get(RATIO)).toMatchObject({ note: 'Dua perubahan.' })
    expect(progress.undecided).toEqual([QUESTION])
    await agree('member')
    await handIn('member')
    await expect(
      returns.sendBack(lead, await inspection.seen('lead'), [{ question: QUESTION, note: 'Sekali lagi.' }]),
    ).rejects.toThrow('sudah dikembalikan')
  })

  it('keeps what was done when another member takes over', async () => {
    await begin('member')
    await say('member', QUESTION, { field: 'note', note: 'Catatan awal.', base: 0 })
    const { teams, cycles } = services()
    const admin = await inspection.actor('admin')
    const cycle = await cycles.get(inspection.cycle)
    const to = { teamId: inspection.team, userId: inspection.people.second.id }
    await expect(teams.assign(admin, cycle, inspection.assessment, { ...to, reason: '' })).rejects.toThrow(
      Invalid,
    )
    await teams.assign(admin, cycle, inspection.assessment, { ...to, reason: 'Cuti melahirkan.' })
    await expect(inspection.seen('member')).rejects.toThrow(NotFound)
    const evaluation = await services().evaluations.of(await inspection.seen('second'))
    expect(evaluation.open?.assessorId).toBe(inspection.people.second.id)
    const { contents } = await services().evaluations.sheet(evaluation, evaluation.open!)
    expect(contents.answers.get(QUESTION)).toMatchObject({
      note: 'Catatan awal.',
      noteByName: 'Nirmala Sekarwangi',
    })
  })
})
