import { exact, round, toText } from '../../../src/engine/exact'
import { readInput } from '../../../src/engine/instrument/read-input'
import {
  convertIndex,
  fromHundred,
  INDEX_SCALES,
  isOnScale,
  SCALE_BOUNDS,
  scaleMeant,
  type IndexScale,
} from '../../../src/engine/surveys/index-scales'

const converted = (index: string, from: IndexScale, to: IndexScale): string | null => {
  const value = convertIndex(exact(index), from, to)
  return value && toText(value)
}

describe('an index on another scale', () => {
  it.each<[string, IndexScale, IndexScale, string]>([
    ['87.65', '25-100', '0-4', '1753/500'],
    ['87.65', '25-100', '1-4', '1753/500'],
    ['3.506', '1-4', '25-100', '1753/20'],
    ['3.506', '1-4', '0-4', '1753/500'],
    ['3.6', '0-4', '25-100', '90'],
    ['25', '25-100', '1-4', '1'],
    ['100', '25-100', '0-4', '4'],
    ['1', '0-4', '1-4', '1'],
  ])('%s of %s is on %s exactly %s', (index, from, to, expected) => {
    expect(converted(index, from, to)).toBe(expected)
  })

  it('is 3.51 of 4 for 87.65, as the regulation’s worksheet writes it', () => {
    expect(round(convertIndex(exact('87.65'), '25-100', '0-4') ?? exact(0), 2)).toBe('3.51')
  })

  it.each<[string, IndexScale, IndexScale]>([
    ['0.99', '0-4', '1-4'],
    ['0.5', '0-4', '25-100'],
  ])('%s of %s has no place on %s, where answers begin higher', (index, from, to) => {
    expect(converted(index, from, to)).toBeNull()
  })

  it('is converted by the question of a worksheet as by a survey', () => {
    const input = {
      key: 'index',
      label: 'Nilai IPKP',
      type: 'index',
      min: exact(0),
      max: exact(4),
      informational: false,
    } as const
    for (const index of ['25', '87.65', '100']) {
      const reading = readInput(input, index)
      expect(!reading.ok && reading.converted && toText(reading.converted)).toBe(
        converted(index, '25-100', '0-4'),
      )
      expect(toText(fromHundred(exact(index), exact(4)))).toBe(converted(index, '25-100', '0-4'))
    }
  })

  it('comes back as it was, wherever it has been', () => {
    for (const from of INDEX_SCALES)
      for (const to of INDEX_SCALES) {
        const [least, most] = SCALE_BOUNDS[from]
        for (const index of [most, ...(from === '0-4' ? [] : [least])]) {
          const there = convertIndex(index, from, to)
          expect(there && toText(convertIndex(there, to, from) ?? exact(0))).toBe(toText(index))
        }
      }
  })

  it('lies on its scale from the lowest to the highest, and no further', () => {
    const sides: [IndexScale, string, string, string, string][] = [
      ['1-4', '0.99', '1', '4', '4.01'],
      ['25-100', '24.99', '25', '100', '100.01'],
      ['0-4', '-0.01', '0', '4', '4.01'],
    ]
    for (const [scale, ...indexes] of sides)
      expect(indexes.map(index => isOnScale(exact(index), scale))).toEqual([false, true, true, false])
  })

  it('names the scale that was meant when it lies on another', () => {
    expect(scaleMeant(exact('87.65'), '0-4')).toBe('25-100')
    expect(scaleMeant(exact('3.5'), '25-100')).toBe('1-4')
    expect(scaleMeant(exact('0.5'), '1-4')).toBe('0-4')
    expect(scaleMeant(exact('3.5'), '0-4')).toBeNull()
    expect(scaleMeant(exact('101'), '25-100')).toBeNull()
  })
})
