import { awards } from '../../../../src/engine/rules/recommendations/awards'
import { activity, reading } from '../facts-of'

const on = (...days: string[]) => days.map((heldOn, at) => activity(`w${at}`, { kind: 'award', heldOn }))

describe('recommendation 7, awards', () => {
  it.each([
    [
      'in each of the quarters that ended',
      on('2025-04-01', '2025-07-01', '2025-10-01', '2026-03-31'),
      'selesai',
    ],
    [
      'with the running quarter in place of the oldest',
      on('2026-05-20', '2025-07-01', '2025-10-01', '2026-03-31'),
      'selesai',
    ],
    ['in three quarters', on('2025-07-01', '2025-10-01', '2026-03-31'), 'berjalan'],
    ['four times in one quarter', on('2026-01-01', '2026-01-02', '2026-02-01', '2026-03-31'), 'berjalan'],
    ['one', on('2025-04-01'), 'berjalan'],
    ['too long ago', on('2025-03-31'), 'belum'],
    ['ahead', on('2026-05-21'), 'belum'],
    ['nothing recorded', [], 'belum-cukup-data'],
  ])('%s', (_, activities, level) => expect(reading(awards, { activities }).level).toBe(level))
})
