import { registerCounts } from '../../../../src/engine/rules/contradictions/register-counts'
import type { ProfileFacts, QuarterFacts } from '../../../../src/engine/rules/facts'
import { answer, answering, reading, seenBy } from '../facts-of'

const typed = (code: string, inputs: Record<string, string>) => answering(answer(code, { inputs }))
const profile = (year: number, quarter: number, known: Partial<ProfileFacts>) =>
  ({ id: `f${year}${quarter}`, year, quarter, services: null, violations: null, ...known }) as ProfileFacts
const indicator = (name: string, year: number, quarter: number): QuarterFacts => ({
  id: `${name}${year}${quarter}`,
  indicator: name,
  year,
  quarter,
  better: 'higher',
  target: '1',
  realisation: null,
})

describe('answers against registers', () => {
  it.each([
    ['5', []],
    ['4', ['services waspada']],
    ['6', ['services waspada']],
  ])('%s services with five in the last profile', (services, found) => {
    const profiles = [
      profile(2025, 4, { services: 9 }),
      profile(2026, 1, { services: 5 }),
      profile(2026, 2, {}),
    ]
    expect(seenBy(registerCounts, { ...typed('A.II.6.i.b', { services }), profiles })).toEqual(found)
  })

  it.each([
    ['2', []],
    ['3', []],
    ['5', ['targets waspada']],
  ])('%s targets with two of this year and three of the last', (targets, found) => {
    const quarters = [
      ...['i1', 'i2'].flatMap(name => [indicator(name, 2026, 1), indicator(name, 2026, 2)]),
      ...['i1', 'i2', 'i3'].map(name => indicator(name, 2025, 4)),
    ]
    expect(seenBy(registerCounts, { ...typed('A.II.4.i.a', { targets }), quarters })).toEqual(found)
  })

  it.each([
    ['0', []],
    ['4', []],
    ['3', ['violations waspada']],
  ])('%s violations with none this year and four in the last', (current, found) => {
    const profiles = [
      ...[1, 2, 3, 4].map(quarter => profile(2025, quarter, { violations: 1 })),
      profile(2026, 1, { violations: 0 }),
      profile(2026, 2, { violations: 7 }),
    ]
    expect(
      seenBy(registerCounts, { ...typed('A.II.3.iii.a', { previous: '0', current }), profiles }),
    ).toEqual(found)
  })

  it('does not know the violations of a year with a quarter untold', () => {
    const profiles = [1, 2, 4].map(quarter => profile(2025, quarter, { violations: 1 }))
    expect(seenBy(registerCounts, { ...typed('A.II.3.iii.a', { current: '9' }), profiles })).toEqual([])
  })

  it('says nothing without an answer or a register', () => {
    expect(seenBy(registerCounts)).toEqual([])
    expect(seenBy(registerCounts, typed('A.II.6.i.b', { services: '9' }))).toEqual([])
    expect(seenBy(registerCounts, { profiles: [profile(2026, 1, { services: 5 })] })).toEqual([])
  })

  it('says both figures and leads to the profile', () => {
    const [finding] = reading(registerCounts, {
      ...typed('A.II.6.i.b', { services: '9' }),
      profiles: [profile(2026, 1, { services: 5 })],
    })
    expect(finding?.sentence).toBe('Layanan dijawab 9, tetapi profil triwulan terakhir memuat 5.')
    expect(finding?.records).toEqual([{ kind: 'profile', id: 'f20261' }])
  })
})
