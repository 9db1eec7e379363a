import { evidenceAhead } from '../../../../src/engine/rules/contradictions/evidence-ahead'
import { activity, piece, reading, seenBy } from '../facts-of'

describe('evidence dated ahead', () => {
  it.each([
    ['2026-04-01', '2026-04-01', []],
    ['2026-04-02', '2026-04-01', ['bahaya']],
    ['2026-05-20', '2026-06-30', []],
    ['2026-05-21', '2026-06-30', ['bahaya']],
    [null, '2026-04-01', []],
  ])('of %s, uploaded on %s, read on 20 May 2026', (happenedOn, uploadedOn, found) => {
    expect(seenBy(evidenceAhead, { evidence: [piece('e1', { happenedOn, uploadedOn })] })).toEqual(found)
  })

  it.each([
    ['2026-05-20', 1, []],
    ['2026-05-21', 1, ['bahaya']],
    ['2026-05-21', 0, []],
  ])('an activity of %s with %d proofs', (heldOn, proofs, found) => {
    expect(seenBy(evidenceAhead, { activities: [activity('a1', { heldOn, proofs })] })).toEqual(found)
  })

  it('says how many and names them', () => {
    const evidence = [
      piece('e2', { happenedOn: '2027-01-05', questions: ['Q2', 'Q1'] }),
      piece('e1', { happenedOn: '2026-12-01', questions: ['Q1'] }),
    ]
    const [finding] = reading(evidenceAhead, { evidence })
    expect(finding?.sentence).toBe(
      '2 bukti bertanggal sesudah hari unggahnya atau sesudah hari ini, yang terakhir 5 Januari 2027.',
    )
    expect(finding?.records.map(({ id }) => id)).toEqual(['e1', 'e2'])
    expect(finding?.questions).toEqual(['Q1', 'Q2'])
    expect(seenBy(evidenceAhead)).toEqual([])
  })
})
