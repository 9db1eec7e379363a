import { jointCommitment } from '../../../../src/engine/rules/recommendations/joint-commitment'
import { activity, levelOf, reading } from '../facts-of'
import { profile } from '../rows-of'

const launch = activity('a1', { kind: 'launch', heldOn: '2025-03-01' })
const signed = (signatures: number | null, employees: number | null = 20) => ({
  profiles: [profile({ employees, signatures })],
})

describe('recommendation 1, joint commitment', () => {
  it.each([
    ['launched and signed by all', { activities: [launch], ...signed(20) }, 'selesai'],
    ['signed by more than there are', { activities: [launch], ...signed(25) }, 'selesai'],
    ['one signature short', { activities: [launch], ...signed(19) }, 'berjalan'],
    ['signed by one of a hundred', { activities: [activity('a')], ...signed(1, 100) }, 'berjalan'],
    ['signed by one of a hundred and one', { activities: [activity('a')], ...signed(1, 101) }, 'belum'],
    ['not launched, signed by nobody', { activities: [activity('a')], ...signed(0) }, 'belum'],
    ['launched, signatures not told', { activities: [launch], ...signed(null) }, 'berjalan'],
    [
      'a launch that is still ahead',
      { activities: [activity('a', { kind: 'launch', heldOn: '2026-05-21' })], ...signed(0) },
      'belum',
    ],
    [
      'a launch that is not over',
      {
        activities: [activity('a', { kind: 'launch', heldOn: '2026-05-20', heldUntil: '2026-05-21' })],
        ...signed(0),
      },
      'belum',
    ],
    [
      'a launch after the hand-in',
      {
        cycle: { year: 2026, predicate: 'WBK', submittedOn: '2025-02-28' },
        activities: [launch],
        ...signed(0),
      },
      'belum-cukup-data',
    ],
    [
      'a profile of a quarter that has not begun',
      { activities: [launch], profiles: [profile({ quarter: 3, employees: 20, signatures: 20 })] },
      'berjalan',
    ],
    ['a unit of one', { activities: [launch], ...signed(1, 1) }, 'selesai'],
    ['a roster of zero', { activities: [launch], ...signed(3, 0) }, 'berjalan'],
    ['nothing recorded', {}, 'belum-cukup-data'],
  ])('%s', (_, facts, level) => expect(reading(jointCommitment, facts).level).toBe(level))

  it('takes the employees of the roster where the profile tells none', () => {
    const staff = { employees: 40, frontLine: null, agents: [] }
    const found = reading(jointCommitment, { activities: [launch], staff, ...signed(20, null) })
    expect(found.sentence).toBe(
      '1 pencanangan tercatat; 20 dari 40 pegawai menandatangani komitmen bersama (50%) pada triwulan I 2026.',
    )
    expect(levelOf(found, 'signatures')).toBe('waspada')
    expect(found.measures[1]?.bounds).toBe('selesai bila paling sedikit 100%, belum bila kurang dari 1%')
    expect(found.remedy).toMatch(/^Minta pegawai/)
    expect(found.records).toEqual([
      { kind: 'activity', id: 'a1' },
      { kind: 'profile', id: 'f20261' },
    ])
  })
})
