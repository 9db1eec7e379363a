import { headlineOf } from '../../src/findings/matrix-words'
import type { MatrixSums } from '../../src/findings/matrix.repository'

const sums = (dangers: readonly (readonly [number, number])[], unread = 0): MatrixSums => ({
  views: {} as MatrixSums['views'],
  dangers: dangers.map(([each, units]) => ({ dangers: each, units })),
  kept: dangers.reduce((all, [, units]) => all + units, 0),
  unread,
  late: 0,
  lateUnits: 0,
})

describe('the sentence above the matrix', () => {
  it.each([
    [
      'names the few who bear most',
      [
        [4, 2],
        [2, 1],
        [1, 2],
        [0, 4],
      ],
      'Tiga satker menanggung 10 dari 12 bahaya.',
    ],
    ['says that they are spread', [[1, 9]], '9 bahaya tersebar di 9 satker.'],
    [
      'says that one bears them all',
      [
        [5, 1],
        [0, 20],
      ],
      'Satu satker menanggung semua 5 bahaya.',
    ],
    [
      'says that one bears the only one',
      [
        [1, 1],
        [0, 3],
      ],
      'Satu satker menanggung satu-satunya bahaya.',
    ],
    [
      'names as few as bear three quarters, many of them in figures',
      [
        [6, 20],
        [1, 30],
      ],
      '19 satker menanggung 114 dari 150 bahaya.',
    ],
    ['says that there is none', [[0, 3]], 'Tidak ada bahaya.'],
    ['says that nothing is there', [], 'Tidak ada satker yang cocok.'],
  ] as const)('%s', (_, dangers, expected) => {
    expect(headlineOf(sums(dangers))).toBe(expected)
  })

  it('says nothing of dangers where nothing was read', () => {
    expect(headlineOf(sums([[0, 3]], 3))).toBe('Belum ada satker yang dibaca.')
    expect(headlineOf(sums([[0, 3]], 2))).toBe('Tidak ada bahaya.')
  })
})
