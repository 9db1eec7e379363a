import type { ProfileFacts, SurveyFacts } from '../../../../src/engine/rules/facts'
import { integrity } from '../../../../src/engine/rules/keys/integrity'
import { reading, survey } from '../facts-of'
import { profile } from '../rows-of'

const ipak = (heldUntil: string, index: string, known: Partial<SurveyFacts> = {}) =>
  survey(heldUntil, { kind: 'IPAK', heldUntil, index, ...known })
const two = (before: Partial<ProfileFacts>, now: Partial<ProfileFacts>) => ({
  profiles: [profile({ year: 2025, quarter: 4, ...before }), profile(now)],
})
const filed = (lhkpnFiled: number | null, lhkasnFiled: number) => ({
  lhkpnDue: 2,
  lhkpnFiled,
  lhkasnDue: 98,
  lhkasnFiled,
})

describe('the key of integrity', () => {
  it.each([
    ['IPAK up', { surveys: [ipak('2025-03-31', '3.5'), ipak('2026-03-31', '3.53')] }, 'membaik'],
    ['IPAK up by too little', { surveys: [ipak('2025-03-31', '3.5'), ipak('2026-03-31', '3.52')] }, 'tetap'],
    [
      'IPAK down by too little',
      { surveys: [ipak('2025-03-31', '3.52'), ipak('2026-03-31', '3.5')] },
      'tetap',
    ],
    ['IPAK down', { surveys: [ipak('2025-03-31', '3.53'), ipak('2026-03-31', '3.5')] }, 'memburuk'],
    [
      'the same on another scale',
      { surveys: [ipak('2025-03-31', '87.5', { scale: '25-100' }), ipak('2026-03-31', '3.5')] },
      'tetap',
    ],
    [
      'an index off its scale',
      { surveys: [ipak('2025-03-31', '87.5'), ipak('2026-03-31', '3.5')] },
      'belum-terukur',
    ],
    [
      'a survey that is not over',
      { surveys: [ipak('2025-03-31', '3'), ipak('2026-05-21', '3.9')] },
      'belum-terukur',
    ],
    [
      'a survey of our own',
      { surveys: [ipak('2025-03-31', '3', { kind: 'SPAK' }), ipak('2026-03-31', '3.9')] },
      'belum-terukur',
    ],
    ['fewer violations', two({ violations: 1 }, { violations: 0 }), 'membaik'],
    ['as many violations', two({ violations: 1 }, { violations: 1 }), 'tetap'],
    ['more violations', two({ violations: 0 }, { violations: 1 }), 'memburuk'],
    [
      'violations of a quarter that runs',
      two({ violations: 1 }, { quarter: 2, violations: 0 }),
      'belum-terukur',
    ],
    ['more wealth reports', two(filed(2, 96), filed(2, 98)), 'membaik'],
    ['one more of a hundred', two(filed(2, 97), filed(2, 98)), 'tetap'],
    ['one fewer of a hundred', two(filed(2, 98), filed(2, 97)), 'tetap'],
    ['fewer wealth reports', two(filed(2, 98), filed(2, 96)), 'memburuk'],
    ['wealth reports of one kind alone', two(filed(null, 50), filed(2, 98)), 'belum-terukur'],
    [
      'gratification reports alone',
      two({ gratificationReports: 1 }, { gratificationReports: 5 }),
      'belum-terukur',
    ],
    [
      'one worse among better',
      {
        surveys: [ipak('2025-03-31', '3.5'), ipak('2026-03-31', '3.9')],
        ...two({ violations: 0 }, { violations: 1 }),
      },
      'memburuk',
    ],
    ['nothing recorded', {}, 'belum-terukur'],
  ])('%s', (_, facts, trend) => expect(reading(integrity, facts).level).toBe(trend))

  it('says each indicator now and before', () => {
    const found = reading(integrity, {
      surveys: [ipak('2025-03-31', '3.5'), ipak('2026-03-31', '3.62')],
      ...two({ violations: 2, gratificationReports: 1 }, { violations: 2, gratificationReports: 3 }),
    })
    expect(found.sentence).toBe(
      'IPAK 3,62 (31 Maret 2026), sebelumnya 3,5 (31 Maret 2025): membaik; ' +
        'pelanggaran disiplin 2 (triwulan I 2026), sebelumnya 2 (triwulan IV 2025): tetap; ' +
        'laporan harta kekayaan belum ada data; ' +
        'laporan gratifikasi 3 (triwulan I 2026), sebelumnya 1 (triwulan IV 2025): naik turunnya tidak menentukan.',
    )
    expect(found.remedy).toBe('')
    expect(found.measures.map(({ trend }) => trend)).toEqual([
      'membaik',
      'tetap',
      'belum-terukur',
      'belum-terukur',
    ])
  })
})
