import fc from 'fast-check'
import { instant } from '../../../../src/engine/rules/pitfalls/instant'
import { activity, badness, factsOf, goal, levelOf, piece, reading, shuffled } from '../facts-of'

const cycle = { year: 2026, predicate: 'WBK', submittedOn: '2026-05-20' }
const launched = (heldOn: string) => [activity('a1', { kind: 'launch', heldOn })]
const uploads = (early: number, late: number) =>
  [...Array(early + late).keys()].map(place =>
    piece(`e${place}`, { uploadedOn: place < early ? '2026-05-06' : '2026-05-07' }),
  )

describe('built in an instant', () => {
  it.each([
    ['2025-05-20', 'aman'],
    ['2025-05-21', 'waspada'],
    ['2025-11-20', 'waspada'],
    ['2025-11-21', 'bahaya'],
    ['2026-05-20', 'bahaya'],
    ['2026-05-21', 'belum-cukup-data'],
  ])('launched on %s and handed in on 20 May 2026: %s', (heldOn, level) => {
    const facts = { cycle, today: '2026-06-30', activities: launched(heldOn) }
    expect(levelOf(reading(instant, facts), 'months_since_launch')).toBe(level)
  })

  it.each([
    [1, 1, 'aman'],
    [49, 51, 'waspada'],
    [1, 4, 'waspada'],
    [19, 81, 'bahaya'],
    [0, 0, 'belum-cukup-data'],
  ])('%d pieces before the last fourteen days and %d in them: %s', (early, late, level) => {
    const facts = { cycle, today: '2026-06-30', evidence: uploads(early, late) }
    expect(levelOf(reading(instant, facts), 'late_uploads')).toBe(level)
  })

  it.each([
    ['2026-02-10', 'aman'],
    ['2026-02-11', 'waspada'],
  ])('a plan of %s for an activity of 10 February: %s', (plannedOn, level) => {
    const facts = {
      activities: [activity('a1')],
      goals: [goal('g1', { plannedOn, activities: ['a1', 'gone'] })],
    }
    expect(levelOf(reading(instant, facts), 'plans_after_the_fact')).toBe(level)
  })

  it('counts to today while nothing was handed in, and says so', () => {
    expect(reading(instant, { today: '2026-05-20', activities: launched('2026-03-20') }).sentence).toBe(
      '2 bulan dari pencanangan pada 20 Maret 2026 sampai hari ini.',
    )
    const facts = { cycle, today: '2026-05-30', evidence: uploads(0, 3), activities: launched('2025-01-01') }
    expect(reading(instant, facts).sentence).toBe(
      '100% bukti diunggah dalam 14 hari terakhir sebelum pengajuan.',
    )
  })

  it('takes a hand-in that lies ahead for none', () => {
    const facts = { cycle, today: '2026-01-20', activities: launched('2025-02-20') }
    expect(levelOf(reading(instant, facts), 'months_since_launch')).toBe('waspada')
  })

  it('is too little data where nothing is recorded', () => {
    expect(reading(instant).level).toBe('belum-cukup-data')
  })

  it('never worsens by a piece uploaded in time, in any order', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), (early, late) => {
        const before = { cycle, today: '2026-06-30', evidence: uploads(early, late) }
        const after = { ...before, evidence: uploads(early + 1, late) }
        const level = (facts: object) =>
          ['aman', 'belum-cukup-data', 'waspada', 'bahaya'].indexOf(
            levelOf(reading(instant, facts), 'late_uploads') ?? '',
          )
        expect(level(after)).toBeLessThanOrEqual(level(before))
      }),
    )
    const facts = factsOf({
      cycle,
      evidence: uploads(2, 3),
      activities: [
        activity('a2'),
        ...launched('2025-01-01'),
        activity('a3', { kind: 'launch', heldOn: '2025-03-01' }),
      ],
      goals: [
        goal('g1', { activities: ['a2'] }),
        goal('g2', { plannedOn: '2026-03-01', activities: ['a2'] }),
      ],
    })
    fc.assert(
      fc.property(
        shuffled(facts.activities),
        shuffled(facts.evidence),
        shuffled(facts.goals),
        (activities, evidence, goals) => {
          expect(reading(instant, { ...facts, activities, evidence, goals })).toEqual(reading(instant, facts))
        },
      ),
    )
    expect(badness(reading(instant, facts))).toBe(2)
  })

  it('says several figures in one sentence', () => {
    expect(reading(instant, { today: '2026-05-20' }).sentence).toMatch(
      /^Pencanangan belum tercatat di register kegiatan; belum ada bukti; belum ada rencana aksi /,
    )
  })
})
