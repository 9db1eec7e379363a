import { notesFollowedUp } from '../../../../src/engine/rules/recommendations/notes-followed-up'
import { reading } from '../facts-of'
import { note } from '../rows-of'

const closed = note('n1', { isClosed: true, dueOn: '2026-01-01' })
const many = (count: number) => Array.from({ length: count }, (_, at) => note(`o${at}`))

describe('recommendation 11, notes of the assistance team', () => {
  it.each([
    ['all closed', [closed], 'selesai'],
    ['one open', [closed, note('n2')], 'berjalan'],
    ['one of a hundred closed', [closed, ...many(99)], 'berjalan'],
    ['one of a hundred and one closed', [closed, ...many(100)], 'belum'],
    ['none closed', many(2), 'belum'],
    ['none closed, one late', [note('n', { dueOn: '2026-05-19' })], 'belum'],
    ['only notes of evaluators', [note('n', { origin: 'evaluator', isClosed: true })], 'belum-cukup-data'],
    ['nothing recorded', [], 'belum-cukup-data'],
  ])('%s', (_, notes, level) => expect(reading(notesFollowedUp, { notes }).level).toBe(level))

  it.each([
    ['due today', '2026-05-20', 'aman'],
    ['due yesterday', '2026-05-19', 'waspada'],
    ['never due', null, 'aman'],
  ])('%s', (_, dueOn, level) => {
    const found = reading(notesFollowedUp, { notes: [closed, note('n2', { dueOn })] })
    expect(found.measures[1]?.level).toBe(level)
  })
})
