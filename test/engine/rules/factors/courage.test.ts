import type { InnovationFacts } from '../../../../src/engine/rules/facts'
import { courage } from '../../../../src/engine/rules/factors/courage'
import { innovation, levelOf, reading } from '../facts-of'

const begun = (count: number, startedOn: string) => ({
  innovations: [
    innovation('old', { startedOn: '2024-01-01' }),
    ...Array.from({ length: count }, (_, at) => innovation(`n${at}`, { startedOn })),
  ],
})
const better = (count: number, known: Partial<InnovationFacts> = {}) => ({
  innovations: Array.from({ length: 100 }, (_, at) =>
    innovation(`n${at}`, at < count ? known : { after: null }),
  ),
})

describe('courage to leave the comfort zone', () => {
  it.each([
    ['two within a year', begun(2, '2025-05-21'), 'begun', 'aman'],
    ['one', begun(1, '2025-05-21'), 'begun', 'waspada'],
    ['none since a year ago', begun(5, '2025-05-20'), 'begun', 'bahaya'],
    ['ahead', begun(5, '2026-05-21'), 'begun', 'bahaya'],
    ['nothing recorded', {}, 'begun', 'belum-cukup-data'],
    ['75 of a hundred better', better(75), 'proven_better', 'aman'],
    ['74', better(74), 'proven_better', 'waspada'],
    ['25', better(25), 'proven_better', 'waspada'],
    ['24', better(24), 'proven_better', 'bahaya'],
    ['as it was', better(100, { after: '120' }), 'proven_better', 'bahaya'],
    ['worse', better(100, { after: '121' }), 'proven_better', 'bahaya'],
    ['better upwards', better(100, { after: '121', better: 'higher' }), 'proven_better', 'aman'],
    ['of what is no number', better(100, { after: 'banyak' }), 'proven_better', 'bahaya'],
  ])('%s', (_, facts, key, level) => expect(levelOf(reading(courage, facts), key)).toBe(level))
})
