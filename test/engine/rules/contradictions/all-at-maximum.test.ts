import { allAtMaximum } from '../../../../src/engine/rules/contradictions/all-at-maximum'
import { answer, answering, reading, seenBy } from '../facts-of'

const full = (flagged: number, rest: number) =>
  [...Array(flagged + rest).keys()].map(place =>
    answer(`A.I.1.i.${place}`, { flags: place < flagged ? (['unsupported'] as const) : [] }),
  )

describe('all of Pemenuhan at its maximum', () => {
  it.each([
    [0, 4, ['waspada']],
    [49, 51, ['waspada']],
    [2, 2, ['bahaya']],
  ])('%d answers not carried and %d carried', (flagged, rest, found) => {
    expect(seenBy(allAtMaximum, answering(...full(flagged, rest)))).toEqual(found)
  })

  it.each([
    ['one below it', { value: '3/4' }],
    ['one unanswered', { state: 'unanswered' as const, value: '0' }],
    ['one that cannot be read', { value: '' }],
  ])('is not there with %s', (_, known) => {
    expect(seenBy(allAtMaximum, answering(...full(2, 2), answer('A.I.2.i.a', known)))).toEqual([])
  })

  it('looks at Pemenuhan alone and says nothing of an empty worksheet', () => {
    expect(seenBy(allAtMaximum, answering(...full(0, 1), answer('A.II.1.i.a', { value: '0' })))).toEqual([
      'waspada',
    ])
    expect(seenBy(allAtMaximum, answering(answer('A.II.1.i.a')))).toEqual([])
    expect(seenBy(allAtMaximum)).toEqual([])
  })

  it('leads to the answers that are not carried', () => {
    const [finding] = reading(allAtMaximum, answering(...full(1, 3)))
    expect(finding?.questions).toEqual(['A.I.1.i.0'])
    expect(finding?.sentence).toBe(
      'Seluruh 4 jawaban Pemenuhan bernilai penuh, dan 25% di antaranya tidak terbukti penuh.',
    )
  })
})
