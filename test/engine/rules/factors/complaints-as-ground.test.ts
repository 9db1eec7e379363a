import { complaintsAsGround } from '../../../../src/engine/rules/factors/complaints-as-ground'
import { innovation, levelOf, reading } from '../facts-of'
import { complaints } from '../rows-of'

const done = (count: number, month = '2026-03') => ({ complaints: [complaints(month, 100, count)] })
const inputs = (count: number, followedUpOn = '2026-05-20') => ({
  inputs: Array.from({ length: 10 }, (_, at) => ({
    id: `i${at}`,
    kind: 'audiensi',
    happenedOn: '2026-02-01',
    followedUpOn: at < count ? followedUpOn : null,
  })),
})
const asked = (count: number, startedOn = '2026-01-15') => ({
  innovations: Array.from({ length: 10 }, (_, at) =>
    innovation(`n${at}`, { needInputs: at < count ? 1 : 0, startedOn }),
  ),
})

describe('complaints as ground for repair', () => {
  it.each([
    ['90 of a hundred done', done(90), 'complaints_done', 'aman'],
    ['89', done(89), 'complaints_done', 'waspada'],
    ['60', done(60), 'complaints_done', 'waspada'],
    ['59', done(59), 'complaints_done', 'bahaya'],
    ['more done than came', done(120), 'complaints_done', 'aman'],
    ['of two years ago', done(10, '2024-03'), 'complaints_done', 'belum-cukup-data'],
    ['of a month ahead', done(10, '2026-06'), 'complaints_done', 'belum-cukup-data'],
    [
      'nobody complained',
      { complaints: [complaints('2026-03', 0, 0)] },
      'complaints_done',
      'belum-cukup-data',
    ],
    ['eight of ten inputs followed up', inputs(8), 'inputs_followed_up', 'aman'],
    ['seven', inputs(7), 'inputs_followed_up', 'waspada'],
    ['five', inputs(5), 'inputs_followed_up', 'waspada'],
    ['four', inputs(4), 'inputs_followed_up', 'bahaya'],
    ['to be followed up tomorrow', inputs(10, '2026-05-21'), 'inputs_followed_up', 'bahaya'],
    ['no inputs', {}, 'inputs_followed_up', 'belum-cukup-data'],
    ['five of ten innovations asked for', asked(5), 'innovations_from_input', 'aman'],
    ['four', asked(4), 'innovations_from_input', 'waspada'],
    ['two', asked(2), 'innovations_from_input', 'waspada'],
    ['one', asked(1), 'innovations_from_input', 'bahaya'],
    ['all ahead', asked(1, '2026-05-21'), 'innovations_from_input', 'belum-cukup-data'],
  ])('%s', (_, facts, key, level) => expect(levelOf(reading(complaintsAsGround, facts), key)).toBe(level))
})
