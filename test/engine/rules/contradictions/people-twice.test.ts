import { peopleTwice } from '../../../../src/engine/rules/contradictions/people-twice'
import type { ProfileFacts } from '../../../../src/engine/rules/facts'
import { answer, answering, reading, seenBy } from '../facts-of'

const reporting = (lhkpn: readonly string[], lhkasn: readonly string[], reported = ['2', '18']) =>
  answering(
    answer('A.II.5.iii.a', {
      inputs: { heads: lhkpn[0]!, officials: lhkpn[1]!, others: lhkpn[2]!, reported: reported[0]! },
    }),
    answer('A.II.5.iii.b', {
      inputs: {
        administrators: lhkasn[0]!,
        supervisors: lhkasn[1]!,
        staff: lhkasn[2]!,
        reported: reported[1]!,
      },
    }),
  )
const profile = (known: Partial<ProfileFacts>): ProfileFacts => ({
  id: 'f1',
  year: 2026,
  quarter: 1,
  employees: null,
  frontLine: null,
  services: null,
  onlineServices: null,
  floors: null,
  floorsWithMotto: null,
  rooms: null,
  roomsWithMotto: null,
  signatures: null,
  gratificationReports: null,
  violations: null,
  lhkpnDue: null,
  lhkpnFiled: null,
  lhkasnDue: null,
  lhkasnFiled: null,
  ...known,
})
const staff = { employees: 20, frontLine: null, agents: [] }

describe('people counted twice', () => {
  it.each([
    ['12', []],
    ['13', ['employees bahaya']],
  ])('%s staff beside eight others of twenty employees', (rest, found) => {
    expect(seenBy(peopleTwice, { ...reporting(['1', '1', '0'], ['2', '4', rest]), staff })).toEqual(found)
  })

  it.each([
    ['1', []],
    ['2', ['heads waspada']],
  ])('%s heads', (heads, found) => {
    expect(seenBy(peopleTwice, reporting([heads, '0', '0'], ['0', '0', '0']))).toEqual(found)
  })

  it.each([
    ['as answered', { lhkpnDue: 2, lhkpnFiled: 2, lhkasnDue: 18, lhkasnFiled: 18 }, []],
    ['with more due', { lhkpnDue: 3, lhkpnFiled: 2 }, ['lhkpn profile waspada']],
    ['with fewer filed', { lhkasnDue: 18, lhkasnFiled: 17 }, ['lhkasn profile waspada']],
    ['with more filed since', { lhkasnDue: 18, lhkasnFiled: 19 }, []],
    ['that does not say who filed', { lhkasnDue: 18 }, []],
    ['that does not say anything', {}, []],
    ['of a quarter to come', { quarter: 3, lhkpnDue: 9 }, []],
  ])('against a profile %s', (_, known, found) => {
    const facts = { ...reporting(['1', '1', '0'], ['2', '4', '12']), profiles: [profile(known)] }
    expect(seenBy(peopleTwice, facts)).toEqual(found)
  })

  it('takes the employees of the last profile where there is no roster', () => {
    const profiles = [
      profile({ id: 'f0', year: 2025, quarter: 4, employees: 50 }),
      profile({ employees: 19 }),
    ]
    expect(seenBy(peopleTwice, { ...reporting(['1', '1', '0'], ['2', '4', '12']), profiles })).toEqual([
      'employees bahaya',
    ])
  })

  it('says nothing while a part is not typed, or nobody knows how many work there', () => {
    expect(seenBy(peopleTwice, { staff })).toEqual([])
    expect(
      seenBy(peopleTwice, {
        staff,
        ...answering(answer('A.II.5.iii.a', { inputs: { heads: '1', officials: '99' } })),
      }),
    ).toEqual([])
    expect(seenBy(peopleTwice, reporting(['1', '900', '0'], ['0', '0', '0']))).toEqual([])
  })

  it('says its figures', () => {
    const facts = { ...reporting(['1', '1', '0'], ['2', '4', '14']), staff }
    expect(reading(peopleTwice, facts)[0]?.sentence).toBe(
      'Wajib LHKPN 2 dan wajib LHKASN 20 berjumlah 22, lebih dari 20 pegawai.',
    )
  })
})
