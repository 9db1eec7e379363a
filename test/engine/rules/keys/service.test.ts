import { service } from '../../../../src/engine/rules/keys/service'
import { reading, survey } from '../facts-of'
import { complaints, profile } from '../rows-of'

const index = (kind: 'IPKP' | 'SKM' | 'SPKP', heldUntil: string, value: string) =>
  survey(`${kind} ${heldUntil}`, { kind, heldUntil, index: value })
const online = (before: number, now: number) => ({
  profiles: [
    profile({ year: 2025, quarter: 4, services: 100, onlineServices: before }),
    profile({ services: 100, onlineServices: now }),
  ],
})

describe('the key of service', () => {
  it.each([
    [
      'IPKP up',
      { surveys: [index('IPKP', '2025-03-31', '3.5'), index('IPKP', '2026-03-31', '3.53')] },
      'membaik',
    ],
    [
      'SKM down',
      { surveys: [index('SKM', '2025-03-31', '3.53'), index('SKM', '2026-03-31', '3.5')] },
      'memburuk',
    ],
    [
      'SKM down by too little',
      { surveys: [index('SKM', '2025-03-31', '3.52'), index('SKM', '2026-03-31', '3.5')] },
      'tetap',
    ],
    [
      'IPKP against SKM',
      { surveys: [index('SKM', '2025-03-31', '3.1'), index('IPKP', '2026-03-31', '3.5')] },
      'belum-terukur',
    ],
    [
      'more complaints done',
      { complaints: [complaints('2025-11', 4, 2), complaints('2026-02', 4, 3)] },
      'membaik',
    ],
    [
      'fewer complaints done',
      { complaints: [complaints('2025-11', 4, 4), complaints('2026-02', 4, 3)] },
      'memburuk',
    ],
    [
      'no complaint now',
      { complaints: [complaints('2025-11', 4, 2), complaints('2026-02', 0, 0)] },
      'belum-terukur',
    ],
    [
      'complaints of the running quarter',
      { complaints: [complaints('2026-02', 4, 2), complaints('2026-04', 4, 4)] },
      'belum-terukur',
    ],
    ['more services online', online(50, 52), 'membaik'],
    ['one more of a hundred', online(50, 51), 'tetap'],
    ['fewer services online', online(52, 50), 'memburuk'],
    ['nothing recorded', {}, 'belum-terukur'],
  ])('%s', (_, facts, trend) => expect(reading(service, facts).level).toBe(trend))

  it('adds the months of a quarter', () => {
    const found = reading(service, {
      complaints: [complaints('2025-12', 2, 1), complaints('2026-01', 3, 3), complaints('2026-03', 1, 0)],
    })
    expect(found.measures[2]?.shown).toBe(
      'pengaduan yang selesai 75% (triwulan I 2026), sebelumnya 50% (triwulan IV 2025): membaik',
    )
  })
})
