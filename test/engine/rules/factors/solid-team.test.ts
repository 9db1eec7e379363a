import { solidTeam } from '../../../../src/engine/rules/factors/solid-team'
import { activity, levelOf, reading } from '../facts-of'
import { contribution } from '../rows-of'

const ENDED = [1, 2, 3, 4].map((quarter): [number, number] => [2026, quarter])
/** The first of the 24 quarters of work of six pokja. */
const worked = (count: number) => ({
  today: '2026-12-31',
  contributions: ENDED.flatMap(([year, quarter]) =>
    ['1', '2', '3', '4', '5', '6'].map(pokja => contribution(pokja, year, quarter)),
  ).slice(0, count),
})
const points = (pointsDone: number) => ({ activities: [activity('m', { points: 100, pointsDone })] })

describe('a solid team', () => {
  it.each([
    ['22 of 24 quarters', worked(22), 'pokja_at_work', 'aman'],
    ['21 of 24', worked(21), 'pokja_at_work', 'waspada'],
    ['15 of 24', worked(15), 'pokja_at_work', 'waspada'],
    ['14 of 24', worked(14), 'pokja_at_work', 'bahaya'],
    [
      'a quarter that runs',
      { today: '2026-06-29', contributions: [contribution('1', 2026, 2)] },
      'pokja_at_work',
      'bahaya',
    ],
    [
      'before a quarter is over',
      { today: '2026-03-30', contributions: [contribution('1', 2026, 1)] },
      'pokja_at_work',
      'belum-cukup-data',
    ],
    [
      'Hasil is no pokja',
      { contributions: ENDED.map(([year, quarter]) => contribution('B', year, quarter)) },
      'pokja_at_work',
      'bahaya',
    ],
    ['no act', { contributions: [contribution('1', 2026, 1, 0)] }, 'pokja_at_work', 'bahaya'],
    [
      'a million acts of one pokja',
      { contributions: [contribution('1', 2026, 1, 1_000_000)] },
      'pokja_at_work',
      'bahaya',
    ],
    ['nothing recorded', {}, 'pokja_at_work', 'belum-cukup-data'],
    ['80 of a hundred points done', points(80), 'points_done', 'aman'],
    ['79', points(79), 'points_done', 'waspada'],
    ['50', points(50), 'points_done', 'waspada'],
    ['49', points(49), 'points_done', 'bahaya'],
    ['no points', { activities: [activity('m')] }, 'points_done', 'belum-cukup-data'],
  ])('%s', (_, facts, key, level) => expect(levelOf(reading(solidTeam, facts), key)).toBe(level))
})
