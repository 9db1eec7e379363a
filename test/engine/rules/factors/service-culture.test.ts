import { serviceCulture } from '../../../../src/engine/rules/factors/service-culture'
import { activity, levelOf, reading, survey } from '../facts-of'

const trained = (count: number) => ({
  staff: { employees: 100, frontLine: 10, agents: [] },
  activities: [activity('t', { kind: 'service-training', frontLineParticipants: count })],
})
const skm = (index: string, heldUntil = '2026-03-31') => ({
  surveys: [
    survey('s0', { index: '60', scale: '25-100', heldUntil: '2025-03-31' }),
    survey('s1', { index, scale: '25-100', heldUntil }),
  ],
})

describe('service culture', () => {
  it.each([
    ['eight of ten trained', trained(8), 'trained', 'aman'],
    ['seven of ten', trained(7), 'trained', 'waspada'],
    ['five of ten', trained(5), 'trained', 'waspada'],
    ['four of ten', trained(4), 'trained', 'bahaya'],
    ['a training that names nobody', trained(0), 'trained', 'belum-cukup-data'],
    ['nobody known to serve', {}, 'trained', 'belum-cukup-data'],
    ['satisfaction at B', skm('76.61'), 'satisfaction', 'aman'],
    ['below B', skm('76.60'), 'satisfaction', 'waspada'],
    ['satisfaction at C', skm('65'), 'satisfaction', 'waspada'],
    ['below C', skm('64.99'), 'satisfaction', 'bahaya'],
    ['a survey that is not over', skm('90', '2026-05-21'), 'satisfaction', 'bahaya'],
    ['no survey', {}, 'satisfaction', 'belum-cukup-data'],
    [
      'an index off its scale',
      { surveys: [survey('s', { index: '87', scale: '1-4' })] },
      'satisfaction',
      'belum-cukup-data',
    ],
  ])('%s', (_, facts, key, level) => expect(levelOf(reading(serviceCulture, facts), key)).toBe(level))
})
