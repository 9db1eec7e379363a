import { coaching } from '../../../../src/engine/rules/recommendations/coaching'
import { activity, levelOf, reading } from '../facts-of'
import { people } from '../rows-of'

const DAYS = ['2025-06-10', '2025-09-10', '2025-12-10', '2026-03-10']
const staff = (employees: number | null) => ({ employees, frontLine: null, agents: [] })
const coached = (quarters: number, count: number | null) =>
  DAYS.slice(0, quarters).map((heldOn, at) =>
    activity(`c${at}`, { kind: 'coaching', heldOn, counted: count }),
  )

describe('recommendation 6, coaching', () => {
  it.each([
    ['every quarter, eight of ten', { staff: staff(10), activities: coached(4, 8) }, 'selesai'],
    ['every quarter, seven of ten', { staff: staff(10), activities: coached(4, 7) }, 'berjalan'],
    ['three quarters, everybody', { staff: staff(10), activities: coached(3, 10) }, 'berjalan'],
    ['one quarter, one of 25', { staff: staff(25), activities: coached(1, 1) }, 'berjalan'],
    ['no coaching', { staff: staff(10), activities: [activity('a')] }, 'belum'],
    [
      'a coaching ahead',
      { staff: staff(10), activities: [activity('c', { kind: 'coaching', heldOn: '2026-06-01' })] },
      'belum',
    ],
    [
      'every quarter, and nobody wrote down who came',
      { staff: staff(10), activities: coached(4, null) },
      'berjalan',
    ],
    ['a unit of one', { staff: staff(1), activities: coached(4, 1) }, 'selesai'],
    ['a roster of zero', { staff: staff(0), activities: coached(4, 8) }, 'berjalan'],
    ['nothing recorded', { staff: staff(10) }, 'belum-cukup-data'],
  ])('%s', (_, facts, level) => expect(reading(coaching, facts).level).toBe(level))

  it.each([
    ['one in a hundred, on average', coached(4, 1), 'waspada'],
    ['fewer', coached(3, 1), 'bahaya'],
    ['nobody came', coached(4, 0), 'bahaya'],
    ['nobody counted or named who came', coached(4, null), 'belum-cukup-data'],
    ['no coaching', [activity('a')], 'bahaya'],
  ])('%s', (_, activities, level) =>
    expect(levelOf(reading(coaching, { staff: staff(100), activities }), 'coached')).toBe(level),
  )

  it('knows the same person once in a quarter, and never fewer than came at once', () => {
    const activities = [
      activity('a', { kind: 'coaching', heldOn: '2026-03-01', participants: people(3) }),
      activity('b', { kind: 'coaching', heldOn: '2026-03-20', participants: people(4) }),
      activity('c', { kind: 'coaching', heldOn: '2025-12-20', participants: people(1), counted: 6 }),
    ]
    expect(reading(coaching, { staff: staff(10), activities }).sentence).toBe(
      'Pembinaan diadakan dalam 2 dari 4 triwulan terakhir; rata-rata 25% pegawai dibina per triwulan.',
    )
  })
})
