import { outreach } from '../../../../src/engine/rules/recommendations/outreach'
import { activity, levelOf, reading } from '../facts-of'

const DAYS = ['2025-06-10', '2025-09-10', '2025-12-10', '2026-03-10']
const held = (quarters: number, guests: number) =>
  DAYS.slice(0, quarters).map((heldOn, at) => activity(`o${at}`, { kind: 'outreach', heldOn, guests }))

describe('recommendation 10, closeness to the public', () => {
  it.each([
    ['each quarter, forty guests', held(4, 10), 'selesai'],
    ['each quarter, thirty-six guests', held(4, 9), 'berjalan'],
    ['three quarters, many guests', held(3, 100), 'berjalan'],
    ['once, one guest', held(1, 1), 'berjalan'],
    ['without any guest', held(4, 0), 'belum'],
    ['a public consultation', [activity('c', { kind: 'public-consultation', guests: 30 })], 'belum'],
    ['of another kind', [activity('a', { guests: 50 })], 'belum'],
    ['nothing recorded', [], 'belum-cukup-data'],
  ])('%s', (_, activities, level) => expect(reading(outreach, { activities }).level).toBe(level))

  it('speaks of outreach alone, and denies no other meeting with the public', () => {
    const activities = [activity('c', { kind: 'public-consultation', guests: 30 })]
    expect(reading(outreach, { activities }).sentence).toBe(
      'Pendekatan masyarakat diadakan dalam 0 dari 4 triwulan terakhir; 0 warga ikut.',
    )
  })

  it.each([
    [40, 'aman'],
    [39, 'waspada'],
    [1, 'waspada'],
    [0, 'bahaya'],
  ])('%d guests', (guests, level) =>
    expect(levelOf(reading(outreach, { activities: held(1, guests) }), 'guests')).toBe(level),
  )
})
