import fc from 'fast-check'
import { reward } from '../../../../src/engine/rules/pitfalls/reward'
import { activity, badness, factsOf, goal, levelOf, reading, shuffled } from '../facts-of'

const goals = (tied: number, untied: number) =>
  [...Array(tied + untied).keys()].map(place =>
    goal(`g${place}`, { serves: place < tied ? 'reform' : 'none' }),
  )
const titled = (...titles: string[]) => titles.map((title, place) => goal(`g${place}`, { title }))
const since = '2025-06-01'
const held = (before: number, after: number) => [
  ...[...Array(before).keys()].map(place => activity(`b${place}`, { heldOn: '2025-05-01' })),
  ...[...Array(after).keys()].map(place => activity(`a${place}`, { heldOn: '2026-01-01' })),
]
const predicates = [{ id: 'w1', predicate: 'WBK', heldSince: since, lostOn: null }]

describe('built for the reward', () => {
  it.each([
    [4, 1, 'aman'],
    [79, 21, 'waspada'],
    [5, 5, 'waspada'],
    [49, 51, 'bahaya'],
    [0, 1, 'bahaya'],
  ])('%d goals tied and %d not: %s', (tied, untied, level) => {
    expect(levelOf(reading(reward, { goals: goals(tied, untied) }), 'tied_goals')).toBe(level)
  })

  it.each([
    [['Layanan cepat'], 'aman'],
    [['Meraih PREDIKAT WBK', 'Layanan cepat'], 'waspada'],
    [['Tukin naik', 'Remunerasi'], 'waspada'],
    [['Tukin naik', 'Remunerasi', 'Tunjangan  kinerja!'], 'bahaya'],
    [['Penerapan Reward & Punishment'], 'aman'],
    [['Reward and punishment demi reward'], 'waspada'],
    [['Bertukin-tukinan', 'Predikatnya'], 'aman'],
  ])('goals named %j: %s', (titles, level) => {
    expect(levelOf(reading(reward, { goals: titled(...titles) }), 'reward_goals')).toBe(level)
  })

  it.each([
    // 365 days before, 365 days from the predicate to the last day.
    [4, 4, 'aman'],
    [4, 3, 'aman'],
    [100, 74, 'waspada'],
    [4, 2, 'waspada'],
    [100, 49, 'bahaya'],
    [4, 0, 'bahaya'],
    [0, 5, 'belum-cukup-data'],
  ])('a holder with %d activities in the year before and %d since: %s', (before, after, level) => {
    const facts = { today: '2026-05-31', predicates, activities: held(before, after) }
    expect(levelOf(reading(reward, facts), 'activities_kept')).toBe(level)
  })

  it.each([
    ['2025-08-28', 'belum-cukup-data'],
    ['2025-08-29', 'bahaya'],
  ])('does not compare on %s, before a holder had ninety days', (today, level) => {
    expect(levelOf(reading(reward, { today, predicates, activities: held(4, 0) }), 'activities_kept')).toBe(
      level,
    )
  })

  it('looks back a year from the predicate, no further', () => {
    const facts = (heldOn: string) => ({
      today: '2026-05-31',
      predicates,
      activities: [activity('b1', { heldOn })],
    })
    expect(levelOf(reading(reward, facts('2024-06-01')), 'activities_kept')).toBe('bahaya')
    expect(levelOf(reading(reward, facts('2024-05-31')), 'activities_kept')).toBe('belum-cukup-data')
  })

  it('asks nothing of a unit that holds no predicate, or lost it', () => {
    const lost = [{ id: 'w1', predicate: 'WBK', heldSince: since, lostOn: '2026-01-01' }]
    for (const given of [[], lost, [{ ...lost[0]!, heldSince: '2027-01-01', lostOn: null }]])
      expect(levelOf(reading(reward, { predicates: given, activities: held(4, 0) }), 'activities_kept')).toBe(
        undefined,
      )
  })

  it('is too little data without a plan, and a plan of tomorrow is none', () => {
    expect(reading(reward).level).toBe('belum-cukup-data')
    expect(reading(reward, { goals: [goal('g1', { plannedOn: '2026-05-21' })] }).level).toBe(
      'belum-cukup-data',
    )
  })

  it('says its figures and leads to the goals', () => {
    const finding = reading(reward, { goals: [goal('g1', { serves: 'none' }), goal('g2')] })
    expect(finding.sentence).toBe(
      '50% sasaran rencana aksi terkait target reformasi birokrasi atau manfaat bagi masyarakat.',
    )
    expect(finding.records).toEqual([{ kind: 'goal', id: 'g1' }])
  })

  it('never worsens by a goal that is tied after all, in any order', () => {
    const serving = fc.array(fc.constantFrom('reform', 'public', 'none'), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(serving, fc.nat(11), (serves, place) => {
        const before = serves.map((one, index) => goal(`g${index}`, { serves: one as 'none' }))
        const after = before.map((one, index) =>
          index === place ? { ...one, serves: 'public' as const } : one,
        )
        expect(badness(reading(reward, { goals: after }))).toBeLessThanOrEqual(
          badness(reading(reward, { goals: before })),
        )
      }),
    )
    const facts = factsOf({ goals: goals(2, 3), activities: held(3, 2), predicates })
    fc.assert(
      fc.property(shuffled(facts.goals), shuffled(facts.activities), (mixed, acts) => {
        expect(reading(reward, { ...facts, goals: mixed, activities: acts })).toEqual(reading(reward, facts))
      }),
    )
  })

  it('says once what two figures show alike', () => {
    expect(reading(reward, {}).sentence).toBe('Belum ada rencana aksi.')
  })
})
