import { exact } from '../../../src/engine/exact'
import type { IndexScale } from '../../../src/engine/surveys/index-scales'
import { serviceQuality } from '../../../src/engine/surveys/service-quality'

describe('the quality of a service', () => {
  it.each<[string, IndexScale, string | null]>([
    ['100', '25-100', 'A'],
    ['88.31', '25-100', 'A'],
    ['88.305', '25-100', 'A'],
    ['88.30', '25-100', 'B'],
    ['76.61', '25-100', 'B'],
    ['76.60', '25-100', 'C'],
    ['65.00', '25-100', 'C'],
    ['64.99', '25-100', 'D'],
    ['25', '25-100', 'D'],
    ['3.5324', '1-4', 'A'],
    ['3.532', '1-4', 'B'],
    ['3.0644', '1-4', 'B'],
    ['3.064', '1-4', 'C'],
    ['2.60', '1-4', 'C'],
    ['2.5996', '1-4', 'D'],
    ['1', '1-4', 'D'],
    ['3.6', '0-4', 'A'],
    ['0.99', '0-4', null],
  ])('of index %s on %s is %s', (index, scale, letter) => {
    expect(serviceQuality(exact(index), scale)).toBe(letter)
  })
})
