import type { ActivityFacts } from '../../../../src/engine/rules/facts'
import { periodicMeetings } from '../../../../src/engine/rules/recommendations/periodic-meetings'
import { activity, levelOf, reading } from '../facts-of'

const MONTHS =
  '2025-05 2025-06 2025-07 2025-08 2025-09 2025-10 2025-11 2025-12 2026-01 2026-02 2026-03 2026-04'
const meeting = (month: string, known: Partial<ActivityFacts> = {}) =>
  activity(`m${month}`, {
    kind: 'monitoring-meeting',
    heldOn: `${month}-10`,
    points: 2,
    pointsDone: 2,
    ...known,
  })
const inMonths = (count: number, known: Partial<ActivityFacts> = {}) =>
  MONTHS.split(' ')
    .slice(0, count)
    .map(month => meeting(month, known))
const points = (all: number, done: number, late = 0) => [
  ...inMonths(12, { points: 0, pointsDone: 0 }),
  meeting('2026-03', { id: 'p', points: all, pointsDone: done, pointsLate: late }),
]

describe('recommendation 5, periodic meetings', () => {
  it.each([
    ['nine months of twelve', inMonths(9), 'selesai'],
    ['eight months of twelve', inMonths(8), 'berjalan'],
    ['one month', inMonths(1), 'berjalan'],
    ['meetings without ZI', inMonths(12, { ziDiscussed: false }), 'belum'],
    ['the launch is no periodic meeting', inMonths(12, { kind: 'launch' }), 'belum'],
    ['all of two years ago', [meeting('2024-03')], 'belum'],
    ['a point past its day', points(10, 9, 1), 'berjalan'],
    ['no points recorded', inMonths(12, { points: 0, pointsDone: 0 }), 'berjalan'],
    ['nothing recorded', [], 'belum-cukup-data'],
  ])('%s', (_, activities, level) => expect(reading(periodicMeetings, { activities }).level).toBe(level))

  it.each([
    ['eight of ten done', points(10, 8), 'points_done', 'aman'],
    ['seven of ten done', points(10, 7), 'points_done', 'waspada'],
    ['one of a hundred done', points(100, 1), 'points_done', 'waspada'],
    ['one of a hundred and one', points(101, 1), 'points_done', 'bahaya'],
    ['more done than raised', points(10, 12), 'points_done', 'aman'],
    ['none late', points(10, 10), 'points_late', 'aman'],
    ['one late', points(10, 9, 1), 'points_late', 'waspada'],
    ['no month of twelve', [activity('a', { ziDiscussed: false })], 'months_with_meeting', 'bahaya'],
    ['one month of twelve', inMonths(1), 'months_with_meeting', 'waspada'],
  ])('%s', (_, activities, key, level) =>
    expect(levelOf(reading(periodicMeetings, { activities }), key)).toBe(level),
  )

  it('counts the running month where that reads better', () => {
    const activities = [...inMonths(8).slice(1), meeting('2026-04'), meeting('2026-05')]
    expect(reading(periodicMeetings, { activities }).sentence).toMatch(
      /^9 dari 12 bulan terakhir ada rapat yang membahas ZI \(75%\)/,
    )
  })
})
