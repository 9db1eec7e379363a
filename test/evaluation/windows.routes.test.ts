import { CycleWindow } from '../../src/cycles/cycle-window.entity'
import { Closed } from '../../src/refusals'
import { Satker } from '../../src/satker/satker.entity'
import { paths } from '../../src/paths'
import { evaluators } from './acting'
import { openInspection, type Inspection } from './inspection'
import { scoredBy } from './scored'

/** The end of a day in WIT is 14.59.59 UTC. */
const LAST = (day: string) => new Date(`${day}T14:59:59.000Z`)
const OVER = (day: string) => new Date(`${day}T15:00:00.000Z`)

describe('the window of an evaluation', () => {
  let inspection: Inspection
  beforeEach(async () => {
    inspection = await openInspection()
    const { house, cycle, satker } = inspection
    await house.database.inTransaction(async () => {
      await house.database.writing().update(Satker, { id: satker.id }, { timeZone: 'Asia/Jayapura' })
      await house.database.insert(CycleWindow, [
        { cycleId: cycle, stage: 'dievaluasi', opensOn: '2026-04-01', closesOn: '2026-04-30' },
        { cycleId: cycle, stage: 'dinilai', opensOn: '2026-05-01', closesOn: '2026-05-10' },
      ])
    })
  })
  afterEach(() => inspection.close())

  const at = (now: Date) => void (inspection.house.now = now)
  const extend = async (stage: 'dievaluasi' | 'dinilai', closesOn: string) =>
    inspection.house.services.extensions.extend(
      await inspection.actor('admin'),
      await inspection.seen('admin'),
      { stage, closesOn, reason: 'Jaringan putus.' },
    )
  const decide = (base: number) =>
    evaluators(inspection).say('member', 'A.I.1.i.a', {
      field: 'decision',
      decision: base % 2 ? 'tunda' : 'setuju',
      base,
    })

  it('opens on its first day in the zone of the satker: nobody begins before', async () => {
    const { begin } = evaluators(inspection)
    at(LAST('2026-03-31'))
    await expect(begin('member')).rejects.toThrow('Tahap ini dibuka pada 1 April 2026.')
    at(OVER('2026-03-31'))
    await begin('member')
  })

  it('closes at the end of its last day: beginning, scoring and handing in are refused after it', async () => {
    const { begin, agree, handIn } = evaluators(inspection)
    at(OVER('2026-04-30'))
    await expect(begin('member')).rejects.toThrow(Closed)
    at(LAST('2026-04-30'))
    await begin('member')
    await decide(0)
    at(OVER('2026-04-30'))
    await expect(decide(1)).rejects.toThrow('Batas tahap ini, 30 April 2026, sudah lewat.')
    await expect(agree('member')).rejects.toThrow(Closed)
    at(LAST('2026-04-30'))
    await agree('member')
    at(OVER('2026-04-30'))
    await expect(handIn('member')).rejects.toThrow(Closed)
    at(LAST('2026-04-30'))
    await handIn('member')
  })

  it('stays open to the end of an extension, also one that was given before the evaluation began', async () => {
    const { begin, agree, handIn } = evaluators(inspection)
    at(LAST('2026-04-30'))
    await extend('dievaluasi', '2026-05-05')
    at(LAST('2026-05-05'))
    await begin('member')
    await decide(0)
    at(OVER('2026-05-05'))
    await expect(decide(1)).rejects.toThrow('Batas tahap ini, 5 Mei 2026, sudah lewat.')
    await extend('dievaluasi', '2026-05-08')
    at(LAST('2026-05-08'))
    await agree('member')
    await handIn('member')
    at(OVER('2026-05-08'))
    await expect(begin('lead')).rejects.toThrow(Closed)
  })

  it('of the settled score is extended apart', async () => {
    const { begin, agree, handIn } = evaluators(inspection)
    at(LAST('2026-04-30'))
    await extend('dinilai', '2026-05-20')
    for (const who of ['member', 'lead', 'controller'] as const) {
      await begin(who)
      await agree(who)
      await handIn(who)
    }
    expect(await inspection.seen('controller')).toMatchObject({
      stage: 'dinilai',
      opensOn: '2026-05-01',
      closesOn: '2026-05-20',
    })
  })

  describe('in which a result is made final', () => {
    const finalise = async () => {
      const { results } = inspection.house.services
      const dalnis = await inspection.actor('controller')
      const { standings, recommendation } = await results.of(await inspection.seen('controller'))
      const draft = {
        recommendation: standings.find(({ holds }) => holds)!.recommendation,
        grounds: 'Sesuai.',
        base: recommendation?.version ?? 0,
      }
      await results.recommend(dalnis, await inspection.seen('controller'), draft)
      return results.finalise(dalnis, await inspection.seen('controller'))
    }
    const stage = async () =>
      (await inspection.house.database.one<{ stage: string }>('SELECT stage FROM assessments'))?.stage

    beforeEach(async () => {
      at(LAST('2026-04-30'))
      await scoredBy(inspection, {})
    })

    it('is over after its last day, in the zone of the satker', async () => {
      at(OVER('2026-05-10'))
      await expect(finalise()).rejects.toThrow('Batas tahap ini, 10 Mei 2026, sudah lewat.')
      expect(await stage()).toBe('dinilai')
      at(LAST('2026-05-10'))
      await finalise()
      expect(await stage()).toBe('final')
    })

    it('goes on with an extension, to its last day', async () => {
      at(OVER('2026-05-10'))
      await extend('dinilai', '2026-05-20')
      at(OVER('2026-05-20'))
      await expect(finalise()).rejects.toThrow('Batas tahap ini, 20 Mei 2026, sudah lewat.')
      at(LAST('2026-05-20'))
      await finalise()
      expect(await stage()).toBe('final')
    })

    it('shows the dalnis why nothing can be set once it is over, and offers no form', async () => {
      const page = paths.result(inspection.assessment)
      const read = async () => (await (await inspection.browserOf('controller')).get(page)).text
      at(LAST('2026-05-10'))
      expect(await read()).toContain('name="recommendation"')
      at(OVER('2026-05-10'))
      const over = await read()
      expect(over).toContain('Batas tahap ini, 10 Mei 2026, sudah lewat.')
      expect(over).not.toContain('name="recommendation"')
    })
  })
})
