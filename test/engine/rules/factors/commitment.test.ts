import { commitment } from '../../../../src/engine/rules/factors/commitment'
import { goal, levelOf, reading } from '../facts-of'
import { profile } from '../rows-of'

const signed = (signatures: number) => ({ profiles: [profile({ employees: 100, signatures })] })
/** A hundred goals that are due, some of which were not done by their day. */
const late = (count: number) => ({
  goals: Array.from({ length: 100 }, (_, at) =>
    goal(`g${at}`, { dueOn: '2026-04-30', doneOn: at < count ? '2026-05-01' : '2026-04-30' }),
  ),
})

describe('commitment', () => {
  it.each([
    ['signed by all', signed(100), 'signatures', 'aman'],
    ['one short', signed(99), 'signatures', 'waspada'],
    ['signed by half', signed(50), 'signatures', 'waspada'],
    ['by less than half', signed(49), 'signatures', 'bahaya'],
    ['not told', {}, 'signatures', 'belum-cukup-data'],
    ['a tenth late', late(10), 'goals_late', 'aman'],
    ['more', late(11), 'goals_late', 'waspada'],
    ['three tenths late', late(30), 'goals_late', 'waspada'],
    ['more still', late(31), 'goals_late', 'bahaya'],
    ['not done at all', { goals: [goal('g', { dueOn: '2026-05-20' })] }, 'goals_late', 'bahaya'],
    [
      'not due before tomorrow',
      { goals: [goal('g', { dueOn: '2026-05-21' })] },
      'goals_late',
      'belum-cukup-data',
    ],
  ])('%s', (_, facts, key, level) => expect(levelOf(reading(commitment, facts), key)).toBe(level))

  it('is as good as its worse half and says that one', () => {
    const found = reading(commitment, { ...signed(100), ...late(40) })
    expect([found.level, found.sentence]).toEqual([
      'bahaya',
      '40 dari 100 rencana aksi tidak selesai pada tenggatnya (40%).',
    ])
    expect(reading(commitment, { ...signed(100), ...late(0) })).toMatchObject({ level: 'aman', remedy: '' })
    expect(reading(commitment, signed(100)).level).toBe('belum-cukup-data')
  })
})
