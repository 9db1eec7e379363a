import fc from 'fast-check'
import { innovationForShow } from '../../../../src/engine/rules/pitfalls/innovation-for-show'
import { badness, innovation, levelOf, reading, shuffled } from '../facts-of'

const some = (good: number, bad: number, known: Parameters<typeof innovation>[1]) =>
  [...Array(good + bad).keys()].map(place => innovation(`n${place}`, place < good ? {} : known))

describe('innovation for show', () => {
  it.each([
    [3, 0, 'aman'],
    [99, 1, 'waspada'],
    [5, 5, 'waspada'],
    [49, 51, 'bahaya'],
  ])('%d innovations with a proven need and %d without: %s', (good, bad, level) => {
    for (const known of [{ needProofs: 0 }, { need: ' ' }])
      expect(
        levelOf(reading(innovationForShow, { innovations: some(good, bad, known) }), 'without_need'),
      ).toBe(level)
  })

  it.each([
    [3, 1, 'aman'],
    [74, 26, 'waspada'],
    [1, 3, 'waspada'],
    [24, 76, 'bahaya'],
  ])('%d innovations measured before and after and %d not: %s', (good, bad, level) => {
    for (const known of [{ before: null }, { after: null }])
      expect(levelOf(reading(innovationForShow, { innovations: some(good, bad, known) }), 'unmeasured')).toBe(
        level,
      )
  })

  it('is too little data without an innovation that has begun', () => {
    expect(reading(innovationForShow).level).toBe('belum-cukup-data')
    const innovations = [innovation('n1', { startedOn: '2026-05-21', needProofs: 0 })]
    expect(reading(innovationForShow, { innovations }).level).toBe('belum-cukup-data')
  })

  it('says its figures and leads to the innovations', () => {
    const finding = reading(innovationForShow, { innovations: some(1, 2, { need: '' }) })
    expect(finding.sentence).toBe('66,7% inovasi tanpa kebutuhan yang tercatat dan terbukti.')
    expect(finding.records).toEqual([
      { kind: 'innovation', id: 'n1' },
      { kind: 'innovation', id: 'n2' },
    ])
  })

  it('never worsens by an innovation that answers a need and was measured, in any order', () => {
    const shapes = fc.array(fc.record({ needProofs: fc.nat(1), after: fc.constantFrom('1', null) }), {
      maxLength: 8,
    })
    fc.assert(
      fc.property(shapes, known => {
        const before = known.map((one, place) => innovation(`n${place}`, one))
        const finding = reading(innovationForShow, { innovations: [...before, innovation('more')] })
        expect(badness(finding)).toBeLessThanOrEqual(
          badness(reading(innovationForShow, { innovations: before })),
        )
      }),
    )
    const all = some(1, 3, { after: null })
    fc.assert(
      fc.property(shuffled(all), innovations => {
        expect(reading(innovationForShow, { innovations })).toEqual(
          reading(innovationForShow, { innovations: all }),
        )
      }),
    )
  })
})
