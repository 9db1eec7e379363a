import { impossibleInputs } from '../../../../src/engine/rules/contradictions/impossible-inputs'
import { answer, answering, reading, seenBy } from '../facts-of'

const violations = (previous: string, current: string, sanctioned?: string) =>
  answering(
    answer('A.II.3.iii.a', {
      inputs: { previous, current, ...(sanctioned === undefined ? {} : { sanctioned }) },
    }),
  )

describe('inputs that cannot be', () => {
  it.each([
    ['contradictory', ['A.II.6.i.b bahaya']],
    ['answered', []],
    ['incomplete', []],
    ['unanswered', []],
  ] as const)('an answer that is %s', (state, found) => {
    const known = { state, inputs: { services: '5', simplified: '7' } }
    expect(seenBy(impossibleInputs, answering(answer('A.II.6.i.b', known)))).toEqual(found)
  })

  it.each([
    ['2', '1', '3', []],
    ['2', '1', '4', ['A.II.3.iii.a sanctioned waspada']],
    ['2', '1', undefined, []],
  ])('%s and %s violations with %s sanctioned', (previous, current, sanctioned, found) => {
    expect(seenBy(impossibleInputs, violations(previous, current, sanctioned))).toEqual(found)
  })

  it('is judged on the figures, so that other figures are another finding', () => {
    const known = { state: 'contradictory' as const, inputs: { services: '5', simplified: '7', note: 'x' } }
    const [finding] = reading(impossibleInputs, answering(answer('A.II.6.i.b', known)))
    expect(finding?.measures.map(({ key, value }) => [key, value])).toEqual([
      ['services', '5'],
      ['simplified', '7'],
    ])
  })

  it('says nothing of an empty worksheet', () => {
    expect(seenBy(impossibleInputs)).toEqual([])
  })
})
