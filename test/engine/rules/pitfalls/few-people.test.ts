import fc from 'fast-check'
import type { ContributionFacts } from '../../../../src/engine/rules/facts'
import { fewPeople } from '../../../../src/engine/rules/pitfalls/few-people'
import { activity, answer, answering, badness, factsOf, levelOf, reading, shuffled } from '../facts-of'

const AREAS = ['1', '2', '3', '4', '5', '6']
const worksheet = answering(...AREAS.map(area => answer(`A.I.${area}.i.a`)), answer('B.I.i.a')).worksheet
const people = (count: number) => [...Array(count).keys()].map(place => `p${place}`)
const did = (
  person: string,
  acts: number,
  pokja: string | null = '1',
  quarter = 1,
  year = 2026,
): ContributionFacts => ({
  person,
  pokja,
  year,
  quarter,
  acts,
})
const staff = (employees: number | null) => ({ employees, frontLine: null, agents: [] })
const everyPokja = (except = 0) => AREAS.slice(except).map(pokja => did(`q${pokja}`, 1, pokja))

describe('carried by a few people', () => {
  it.each([
    [75, 'aman'],
    [74, 'waspada'],
    [40, 'waspada'],
    [39, 'bahaya'],
  ])('%d of 100 employees took part: %s', (count, level) => {
    const facts = { staff: staff(100), activities: [activity('a1', { participants: people(count) })] }
    expect(levelOf(reading(fewPeople, facts), 'took_part')).toBe(level)
  })

  it.each([
    [
      'named and contributing, each once',
      {
        contributions: [did('p0', 1), did('x', 1)],
        activities: [activity('a1', { participants: people(3) })],
      },
      '2/5',
    ],
    [
      'counted more than named',
      { activities: [activity('a1', { participants: people(3), counted: 8 })] },
      '4/5',
    ],
    [
      'counted on two days: the fuller day',
      { activities: [activity('a1', { counted: 4 }), activity('a2', { counted: 6 })] },
      '3/5',
    ],
    ['more than there are', { activities: [activity('a1', { counted: 40 })] }, '1'],
    [
      'of tomorrow',
      { contributions: [did('x', 1)], activities: [activity('a1', { heldOn: '2026-06-01', counted: 9 })] },
      '1/10',
    ],
    [
      'of a quarter to come',
      { contributions: [did('x', 1, '1', 4)], activities: [activity('a1', { counted: 2 })] },
      '1/5',
    ],
    ['of another year', { contributions: [did('x', 1, '1', 1, 2025), did('y', 1)] }, '1/10'],
    ['of no acts', { contributions: [did('x', 0), did('y', 1)] }, '1/10'],
  ])('counts people %s', (_, known, share) => {
    const finding = reading(fewPeople, { staff: staff(10), ...known })
    expect(finding.measures.find(({ key }) => key === 'took_part')?.value).toBe(share)
  })

  it.each([
    [[20, 20, 20, 20, 20], 'aman'],
    [[21, 20, 20, 20, 19], 'waspada'],
    [[30, 30, 25, 15], 'waspada'],
    [[30, 30, 26, 14], 'bahaya'],
    [[1_000_000, 1, 1, 1], 'bahaya'],
  ])('contributions of %j: %s', (acts, level) => {
    const contributions = acts.map((count, place) => did(`p${place}`, count))
    expect(levelOf(reading(fewPeople, { staff: staff(20), contributions }), 'busiest_three')).toBe(level)
  })

  it.each([
    [5, undefined],
    [6, 'bahaya'],
    [null, 'bahaya'],
  ])('asks for the busiest three of a unit of %s employees: %s', (employees, level) => {
    expect(
      levelOf(
        reading(fewPeople, { staff: staff(employees), contributions: [did('p1', 9)] }),
        'busiest_three',
      ),
    ).toBe(level)
  })

  it.each([
    [0, 'aman'],
    [1, 'waspada'],
    [2, 'waspada'],
    [3, 'bahaya'],
  ])('%d pokja silent in the first quarter: %s', (silent, level) => {
    expect(
      levelOf(reading(fewPeople, { worksheet, contributions: everyPokja(silent) }), 'silent_pokja'),
    ).toBe(level)
  })

  it('reads the pokja of quarters that are over, and no others', () => {
    const march = { today: '2026-03-30', worksheet, contributions: everyPokja(3) }
    expect(levelOf(reading(fewPeople, march), 'silent_pokja')).toBe('belum-cukup-data')
    expect(levelOf(reading(fewPeople, { ...march, today: '2026-03-31' }), 'silent_pokja')).toBe('bahaya')
    const handedIn = {
      ...march,
      today: '2026-06-30',
      cycle: { year: 2026, predicate: 'WBK', submittedOn: '2026-03-30' },
    }
    expect(levelOf(reading(fewPeople, handedIn), 'silent_pokja')).toBe('belum-cukup-data')
  })

  it.each([
    [6, 'aman'],
    [5, 'waspada'],
    [3, 'waspada'],
    [2, 'bahaya'],
    [0, 'bahaya'],
  ])('the head read %d areas: %s', (read, level) => {
    const attestations = [
      { part: 'B', on: '2026-05-01' },
      { part: '6', on: '2026-05-21' },
      ...AREAS.slice(0, read).map(part => ({ part, on: '2026-05-01' })),
    ]
    expect(levelOf(reading(fewPeople, { worksheet, attestations }), 'areas_attested')).toBe(level)
  })

  it('does not ask the head before a quarter is over', () => {
    const facts = { today: '2026-02-01', worksheet }
    expect(levelOf(reading(fewPeople, facts), 'areas_attested')).toBe('belum-cukup-data')
    expect(
      levelOf(
        reading(fewPeople, { ...facts, attestations: [{ part: '1', on: '2026-01-20' }] }),
        'areas_attested',
      ),
    ).toBe('bahaya')
  })

  it.each([
    ['nothing', {}],
    ['a roster of zero', { staff: staff(0), contributions: everyPokja() }],
    ['no roster and no profile', { contributions: everyPokja() }],
    ['people and nothing done', { staff: staff(10) }],
  ])('is too little data with %s', (_, known) => {
    expect(levelOf(reading(fewPeople, known), 'took_part')).toBe('belum-cukup-data')
  })

  it('is clear of it with one employee who does everything', () => {
    const facts = {
      staff: staff(1),
      worksheet,
      contributions: AREAS.map(pokja => did('p1', 3, pokja)),
      attestations: AREAS.map(part => ({ part, on: '2026-05-01' })),
    }
    expect(reading(fewPeople, facts).level).toBe('aman')
    expect(reading(fewPeople, facts).remedy).toBe('')
  })

  it('says its figures', () => {
    const facts = { staff: staff(1_000), contributions: [did('p1', 1)] }
    expect(reading(fewPeople, facts).sentence).toBe(
      '0,1% dari 1.000 pegawai ikut membangun; 100% kontribusi dari tiga orang.',
    )
  })

  it('never worsens by one more who took part or one more area read, in any order', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(5), fc.nat(12), (came, read, employees) => {
        const facts = (more: number) => ({
          staff: staff(employees),
          worksheet,
          contributions: everyPokja(),
          activities: [activity('a1', { participants: people(came + more) })],
          attestations: AREAS.slice(0, read + more).map(part => ({ part, on: '2026-05-01' })),
        })
        expect(badness(reading(fewPeople, facts(1)))).toBeLessThanOrEqual(
          badness(reading(fewPeople, facts(0))),
        )
      }),
    )
    const facts = factsOf({
      staff: staff(9),
      worksheet,
      contributions: [...everyPokja(1), did('p1', 7), did('p2', 7, null)],
    })
    fc.assert(
      fc.property(shuffled(facts.contributions), shuffled(worksheet.answers), (contributions, answers) => {
        expect(reading(fewPeople, { ...facts, contributions, worksheet: { ...worksheet, answers } })).toEqual(
          reading(fewPeople, facts),
        )
      }),
    )
  })
})
