import { evaluators, score } from './acting'
import { openInspection, submitAs, type Inspection } from './inspection'

const REPAIRED = 'A.I.1.i.a'
/** Lowered by the kanwil, raised again by the member: on the second round the value of the satker. */
const RAISED = 'A.I.5.i.a'
/** Lowered by the kanwil, which the member agreed with: on the second round under the value of the satker. */
const LOWERED = 'A.I.2.i.a'
/** Lowered by the member alone. */
const OWN = 'A.II.1.i.a'

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
