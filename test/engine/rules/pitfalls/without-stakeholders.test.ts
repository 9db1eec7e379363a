import fc from 'fast-check'
import { withoutStakeholders } from '../../../../src/engine/rules/pitfalls/without-stakeholders'
import { activity, badness, factsOf, goal, innovation, levelOf, reading, shuffled, survey } from '../facts-of'

const heard = (id: string, happenedOn = '2026-02-01', kind = 'audiensi') => ({
  id,
  kind,
  happenedOn,
  followedUpOn: null,
})
const month = (of: string, received: number, done: number) => ({
  id: of,
  month: of,
  received,
  done,
  inProcess: received - done,
})
const counted = (known: object) =>
  reading(withoutStakeholders, known).measures.find(({ key }) => key === 'inputs')?.value
const consultation = (id: string, heldOn: string, guests = 10) =>
  activity(id, { kind: 'public-consultation', heldOn, guests })

describe('built without stakeholders', () => {
  it.each([
    [4, 'aman'],
    [3, 'waspada'],
    [1, 'waspada'],
    [0, 'bahaya'],
  ])('%d inputs in the cycle: %s', (count, level) => {
    const inputs = [...Array(count).keys()].map(place => heard(`m${place}`))
    expect(levelOf(reading(withoutStakeholders, { inputs }), 'inputs')).toBe(level)
  })

  it.each([
    ['a meeting of the year', { inputs: [heard('m1')] }, '1'],
    ['a meeting of last year', { inputs: [heard('m1', '2025-12-31')] }, '0'],
    ['a meeting of tomorrow', { inputs: [heard('m1', '2026-05-21')] }, '0'],
    ['a survey', { surveys: [survey('s1')] }, '1'],
    [
      'a survey and the activity that held it',
      { surveys: [survey('s1')], activities: [activity('a1', { kind: 'survey' })] },
      '1',
    ],
    ['a consultation in one register', { activities: [consultation('a1', '2026-02-01')] }, '1'],
    [
      'a consultation in two registers',
      { activities: [consultation('a1', '2026-02-01')], inputs: [heard('m1', '2026-02-01', 'konsultasi')] },
      '1',
    ],
    [
      'two of one day beside one told',
      {
        activities: [consultation('a1', '2026-02-01'), consultation('a2', '2026-02-01')],
        inputs: [heard('m1', '2026-02-01', 'konsultasi')],
      },
      '2',
    ],
    [
      'a consultation that no one from outside came to',
      { activities: [consultation('a1', '2026-02-01', 0)] },
      '0',
    ],
    ['a month of complaints dealt with', { complaints: [month('2026-03', 3, 1)] }, '1'],
    ['a month of complaints that lie', { complaints: [month('2026-03', 3, 0)] }, '0'],
    ['a month without complaints', { complaints: [month('2026-03', 0, 0)] }, '0'],
    ['a month to come', { complaints: [month('2026-06', 3, 3)] }, '0'],
    ['a month of another year', { complaints: [month('2025-03', 3, 3)] }, '0'],
  ])('counts %s', (_, known, count) => {
    expect(counted(known)).toBe(count)
  })

  it.each([
    [5, 5, 'aman'],
    [49, 51, 'waspada'],
    [2, 8, 'waspada'],
    [19, 81, 'bahaya'],
  ])('%d service actions traced to an input and %d not: %s', (traced, untraced, level) => {
    const goals = [...Array(traced + untraced).keys()].map(place =>
      goal(`g${place}`, { needInputs: place < traced ? 1 : 0 }),
    )
    expect(levelOf(reading(withoutStakeholders, { goals }), 'traced')).toBe(level)
  })

  it('traces goals that serve the public or touch the services, and innovations that have begun', () => {
    const facts = {
      goals: [
        goal('g1', { serves: 'none' }),
        goal('g2', { areas: ['1'] }),
        goal('g3', { serves: 'reform', areas: ['1'] }),
        goal('g4', { plannedOn: '2026-06-01' }),
      ],
      innovations: [
        innovation('n1'),
        innovation('n2', { needInputs: 0 }),
        innovation('n3', { startedOn: '2027-01-01', needInputs: 0 }),
      ],
    }
    const finding = reading(withoutStakeholders, facts)
    expect(finding.measures.find(({ key }) => key === 'traced')?.value).toBe('1/4')
    expect(finding.records).toEqual([
      { kind: 'goal', id: 'g1' },
      { kind: 'goal', id: 'g2' },
      { kind: 'innovation', id: 'n2' },
    ])
  })

  it.each([
    [100, 80, 'aman'],
    [100, 79, 'waspada'],
    [null, 384, 'aman'],
    [null, 383, 'waspada'],
    [0, 0, 'aman'],
    [1, 1, 'aman'],
  ])('a survey of %s people with %d respondents: %s', (population, respondents, level) => {
    const surveys = [survey('s1', { population, respondents })]
    expect(levelOf(reading(withoutStakeholders, { surveys }), 'small_samples')).toBe(level)
  })

  it('has too little data on tracing and samples where there is nothing, and says that nobody was heard', () => {
    const finding = reading(withoutStakeholders)
    expect(finding.measures.map(({ level }) => level)).toEqual([
      'bahaya',
      'belum-cukup-data',
      'belum-cukup-data',
    ])
    expect(finding.sentence).toBe('0 masukan pemangku kepentingan tercatat dalam siklus 2026.')
  })

  it('never worsens by one more input, in any order', () => {
    const days = fc.constantFrom('2026-01-10', '2026-02-10', '2026-03-10')
    const kinds = fc.constantFrom('audiensi', 'konsultasi', 'lainnya')
    const inputs = fc.array(fc.record({ happenedOn: days, kind: kinds }), { maxLength: 6 })
    const acts = fc.array(days, { maxLength: 4 })
    fc.assert(
      fc.property(inputs, acts, days, kinds, (told, held, day, kind) => {
        const before = factsOf({
          inputs: told.map((one, place) => heard(`m${place}`, one.happenedOn, one.kind)),
          activities: held.map((heldOn, place) => consultation(`a${place}`, heldOn)),
        })
        const after = { ...before, inputs: [...before.inputs, heard('more', day, kind)] }
        expect(Number(counted(after))).toBeGreaterThanOrEqual(Number(counted(before)))
        expect(badness(reading(withoutStakeholders, after))).toBeLessThanOrEqual(
          badness(reading(withoutStakeholders, before)),
        )
      }),
    )
    const facts = factsOf({
      goals: [goal('g1'), goal('g2', { needInputs: 1 })],
      surveys: [survey('s1', { respondents: 2 }), survey('s2')],
    })
    fc.assert(
      fc.property(shuffled(facts.goals), shuffled(facts.surveys), (goals, surveys) => {
        expect(reading(withoutStakeholders, { ...facts, goals, surveys })).toEqual(
          reading(withoutStakeholders, facts),
        )
      }),
    )
  })
})
