import { Membership } from '../../src/accounts/membership.entity'
import { Cycle, type CycleSettings } from '../../src/cycles/cycle.entity'
import { newId } from '../../src/db/ids'
import { paths } from '../../src/paths'
import { NotFound } from '../../src/refusals'
import { Satker } from '../../src/satker/satker.entity'
import { whoWasTold } from '../messages/told'
import { post } from '../support/house'
import { evaluators, score } from './acting'
import { openInspection, submitAs, type Inspection } from './inspection'

const REPAIRED = 'A.I.1.i.a'
/** Lowered by the kanwil, raised again by the member: on the second round the value of the satker. */
const RAISED = 'A.I.5.i.a'
/** Lowered by the kanwil, which the member agreed with: on the second round under the value of the satker. */
const LOWERED = 'A.I.2.i.a'
/** Lowered by the member alone. */
const OWN = 'A.II.1.i.a'

type Evaluator = 'companion' | 'member' | 'lead' | 'controller'
const SEATS = ['kanwil', 'member', 'lead', 'controller']

describe('an evaluation that the kanwil begins', () => {
  let inspection: Inspection
  beforeEach(async () => void (inspection = await openInspection({ preAssessment: true })))
  afterEach(() => inspection.close())

  const overview = () => paths.evaluation(inspection.assessment)
  const question = (code: string) => paths.evaluationQuestion(inspection.assessment, code)
  const read = async (who: Evaluator, address = overview()) =>
    (await (await inspection.browserOf(who)).get(address)).text
  const send = async (
    who: Evaluator,
    address: string,
    fields: Record<string, string> = {},
    from = overview(),
  ) => post(await inspection.browserOf(who), from, address, fields)
  const hidden = (html: string, name: string) =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''

  /** Lowers one question by the form without scripts. */
  const lower = async (who: Evaluator, code: string, option: string, note: string) => {
    const page = await read(who, question(code))
    const kept = Object.fromEntries(['stamp', 'decided', 'sheet'].map(name => [name, hidden(page, name)]))
    const fields = { ...kept, decision: 'ubah', option, note }
    expect((await send(who, question(code), fields, question(code))).status).toBe(303)
  }
  const whole = async (who: Evaluator) => {
    expect((await send(who, paths.evaluationAgreement(inspection.assessment))).status).toBe(303)
    expect((await send(who, paths.evaluationHandIn(inspection.assessment))).status).toBe(303)
  }

  it('goes by its pages from the kanwil over member and ketua to the dalnis, and can be made final', async () => {
    for (const who of ['member', 'lead', 'controller'] as const)
      expect((await send(who, overview())).status).toBe(403)
    for (const who of ['companion', 'member', 'lead', 'controller'] as const) {
      expect(await read(who, paths.evaluationQueue())).toContain('1 satker menunggu Anda.')
      expect((await send(who, overview())).status).toBe(303)
      if (who === 'companion') await lower(who, LOWERED, 'C', 'SOP belum lengkap.')
      if (who === 'member') await lower(who, RAISED, 'B', 'Kampanye sekali setahun.')
      await whole(who)
      expect(await read(who)).not.toContain('Serahkan lembar')
    }
    const sheets = await inspection.house.database.query<{ seat: string; before: string | null }>(
      `SELECT w.seat, b.seat AS before FROM worksheets w LEFT JOIN worksheets b ON b.id = w.based_on
        WHERE w.seat <> 'satker' AND w.frozen_at IS NOT NULL ORDER BY w.id`,
    )
    expect(sheets.sort((a, b) => SEATS.indexOf(a.seat) - SEATS.indexOf(b.seat))).toEqual([
      { seat: 'kanwil', before: 'satker' },
      { seat: 'member', before: 'kanwil' },
      { seat: 'lead', before: 'member' },
      { seat: 'controller', before: 'lead' },
    ])
    const table = await read('controller', paths.comparison(inspection.assessment))
    expect(table).toContain('SOP belum lengkap.')
    expect(table).toContain('Kampanye sekali setahun.')
    const result = paths.result(inspection.assessment)
    const recommended = { recommendation: 'pembinaan', grounds: 'Sesuai.', version: '0' }
    expect((await send('controller', result, recommended, result)).status).toBe(303)
    expect(
      (await send('controller', paths.resultFinalisation(inspection.assessment), {}, result)).status,
    ).toBe(303)
    expect((await inspection.seen('controller')).stage).toBe('final')
  })

  it('is not the kanwil’s once the member has begun, and the kanwil never sits on another seat', async () => {
    await send('companion', overview())
    await whole('companion')
    expect((await send('companion', overview())).status).toBe(403)
    await send('member', overview())
    expect((await send('companion', paths.evaluationHandIn(inspection.assessment))).status).toBe(403)
    expect(await read('companion', question(LOWERED))).toContain('Lembar ini hanya dapat dibaca.')
  })
})

describe('the step of the kanwil', () => {
  let inspection: Inspection
  afterEach(() => inspection.close())

  const settle = (settings: Partial<CycleSettings>) =>
    inspection.house.database.inTransaction(async () => {
      const { sendBacks, preAssessment } = { sendBacks: 1, preAssessment: false, ...settings }
      const { house, cycle } = inspection
      await house.database.writing().update(Cycle, { id: cycle }, { settings: { sendBacks, preAssessment } })
    })
  const turn = async () =>
    (await inspection.house.services.evaluations.of(await inspection.seen('member'))).turn

  it('moves no column when it is switched on after the member began', async () => {
    inspection = await openInspection()
    const { begin, say } = evaluators(inspection)
    await begin('member')
    await settle({ preAssessment: true })
    expect(await turn()).toBe('member')
    const said = await say('member', OWN, { field: 'decision', decision: 'setuju', base: 0 })
    expect(said.sheet.progress.decided).toBe(1)
    await expect(begin('companion')).rejects.toThrow('Giliran menilai ada pada anggota TPI')
  })

  it('keeps what the kanwil handed in as the column before when it is switched off afterwards', async () => {
    inspection = await openInspection({ preAssessment: true })
    const { begin, agree, handIn } = evaluators(inspection)
    await begin('companion')
    await score(inspection, 'companion', LOWERED, { option: 'C' }, 'SOP belum lengkap.')
    await agree('companion')
    await handIn('companion')
    await settle({ preAssessment: false })
    await begin('member')
    expect(await agree('member')).toBe(113)
  })

  it('is left out for a unit without a kanwil above it', async () => {
    inspection = await openInspection({ preAssessment: true }, { submitted: false })
    const { house, ministry, satker, people } = inspection
    await house.database.inTransaction(async () => {
      const path = `${ministry.path}${satker.id}/`
      await house.database.writing().update(Satker, { id: satker.id }, { parentId: ministry.id, path })
    })
    await submitAs(inspection)
    expect(await turn()).toBe('member')
    expect(await whoWasTold(house, 'submitted')).toEqual([people.member.name])
    const queue = await (await inspection.browserOf('member')).get(paths.evaluationQueue())
    expect(queue.text).toContain('1 satker menunggu Anda.')
    await evaluators(inspection).begin('member')
  })
})

describe('whoever works at a unit', () => {
  it('scores nothing there, on no seat, also when the role came after the assignment', async () => {
    const inspection = await openInspection({ preAssessment: true })
    const { house, satker, people } = inspection
    const { begin, agree, handIn } = evaluators(inspection)
    const employ = (userId: string) =>
      house.database.inTransaction(() =>
        house.database.insert(Membership, [
          {
            id: newId(),
            userId,
            satkerId: satker.id,
            role: 'member',
            acting: false,
            parts: '1',
            validFrom: '2026-01-01',
            validUntil: null,
            createdAt: '2026-01-01T00:00:00.000Z',
          },
        ]),
      )
    await begin('companion')
    await agree('companion')
    await employ(people.companion.id)
    await expect(handIn('companion')).rejects.toThrow(NotFound)
    await house.database.inTransaction(() =>
      house.database.writing().delete(Membership, { userId: people.companion.id, role: 'member' }),
    )
    await handIn('companion')
    await employ(people.member.id)
    await expect(begin('member')).rejects.toThrow(NotFound)
    const queue = await (await inspection.browserOf('member')).get(paths.evaluationQueue())
    expect(queue.text).toContain('Tidak ada satker yang menunggu Anda.')
    await inspection.close()
  })
})

describe('the second round after a pre-assessment', () => {
  let inspection: Inspection
  afterEach(() => inspection.close())

  const sheetOf = async (who: 'member') => {
    const { evaluations } = inspection.house.services
    const evaluation = await evaluations.of(await inspection.seen(who))
    return evaluations.sheet(evaluation, evaluation.open!)
  }

  it('carries a decision on only where it still says the same against the worksheet of the satker', async () => {
    inspection = await openInspection({ preAssessment: true })
    const { begin, say, agree, handIn, sendBack } = evaluators(inspection)
    await begin('companion')
    await score(inspection, 'companion', RAISED, { option: 'C' }, 'Kampanye tidak ada.')
    await score(inspection, 'companion', LOWERED, { option: 'C' }, 'SOP belum lengkap.')
    await agree('companion')
    await handIn('companion')
    await begin('member')
    await score(inspection, 'member', RAISED, { option: 'A' }, 'Kampanye tiap bulan.')
    await score(inspection, 'member', OWN, { inputs: { agents: '4', changes: '2' } }, 'Dua perubahan.')
    await agree('member')
    await handIn('member')
    await sendBack([{ question: REPAIRED, note: 'Lampirkan SK bertanda tangan.' }])
    await submitAs(inspection)
    await begin('member')

    const { contents, progress } = await sheetOf('member')
    expect(progress.undecided).toEqual([REPAIRED, LOWERED, RAISED])
    expect(contents.answers.get(RAISED)).toMatchObject({ option: 'A', note: 'Kampanye tiap bulan.' })
    expect(contents.answers.get(LOWERED)).toMatchObject({ option: 'C', note: 'SOP belum lengkap.' })
    expect(contents.decisions.get(OWN)?.decision).toBe('ubah')

    expect(await agree('member')).toBe(2)
    await expect(handIn('member')).rejects.toThrow(`1 pertanyaan belum diputuskan: ${LOWERED}.`)
    await say('member', LOWERED, { field: 'decision', decision: 'ubah', base: 0 })
    await handIn('member')
  })
})
