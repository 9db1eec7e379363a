import { leaderSupport } from '../../../../src/engine/rules/factors/leader-support'
import { activity, levelOf, reading } from '../facts-of'

/** A hundred meetings, some of them led. */
const led = (count: number) => ({
  activities: Array.from({ length: 100 }, (_, at) => activity(`m${at}`, { leaderPresent: at < count })),
})
const read = (count: number, on = '2026-05-20') => ({
  attestations: Array.from({ length: count }, (_, at) => ({ part: String(at + 1), on })),
})

describe('support of the leader', () => {
  it.each([
    ['three of four meetings', led(75), 'meetings_led', 'aman'],
    ['fewer', led(74), 'meetings_led', 'waspada'],
    ['two of five', led(40), 'meetings_led', 'waspada'],
    ['fewer still', led(39), 'meetings_led', 'bahaya'],
    [
      'no meeting on ZI',
      { activities: [activity('m', { ziDiscussed: false })] },
      'meetings_led',
      'belum-cukup-data',
    ],
    [
      'a meeting a year ago',
      { activities: [activity('m', { heldOn: '2025-05-20' })] },
      'meetings_led',
      'belum-cukup-data',
    ],
    ['six parts read', read(6), 'parts_read', 'aman'],
    ['five', read(5), 'parts_read', 'waspada'],
    ['three', read(3), 'parts_read', 'waspada'],
    ['two', read(2), 'parts_read', 'bahaya'],
    ['read tomorrow', read(6, '2026-05-21'), 'parts_read', 'bahaya'],
    [
      'one part read seven times',
      { attestations: Array.from({ length: 7 }, () => ({ part: '1', on: '2026-05-01' })) },
      'parts_read',
      'bahaya',
    ],
  ])('%s', (_, facts, key, level) => expect(levelOf(reading(leaderSupport, facts), key)).toBe(level))
})
