import { evidenceOutsideCycle } from '../../../../src/engine/rules/contradictions/evidence-outside-cycle'
import { piece, reading, seenBy } from '../facts-of'

describe('evidence from before the time that is judged', () => {
  it.each([
    ['trace', '2025-01-01', null, []],
    ['trace', '2024-12-31', null, ['waspada']],
    ['outcome', '2024-12-31', null, ['waspada']],
    ['trace', '2024-12-31', '2025-01-02', []],
    ['formal', '2019-01-01', null, []],
    ['trace', null, null, []],
  ] as const)('a %s of %s until %s', (nature, happenedOn, happenedUntil, found) => {
    expect(
      seenBy(evidenceOutsideCycle, { evidence: [piece('e1', { nature, happenedOn, happenedUntil })] }),
    ).toEqual(found)
  })

  it('says how many', () => {
    const evidence = [piece('e1', { happenedOn: '2020-01-01' }), piece('e2', { happenedOn: '2021-01-01' })]
    expect(reading(evidenceOutsideCycle, { evidence })[0]?.sentence).toBe(
      '2 jejak kegiatan atau bukti hasil berasal dari sebelum tahun 2025.',
    )
    expect(seenBy(evidenceOutsideCycle)).toEqual([])
  })
})
