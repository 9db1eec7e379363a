import fc from 'fast-check'
import type { Facts } from '../../../src/engine/rules/facts'
import { ALL_RULES, findingsOf } from '../../../src/engine/rules/findings'
import { readinessOf } from '../../../src/engine/rules/readiness'
import { workedUnits } from '../../golden/findings/worked-units'
import { activity, ruleBook } from './facts-of'
import { complaints, note, profile } from './rows-of'

const units = workedUnits()
const anyUnit = fc.constantFrom(...units).map(({ facts }) => facts)
const all = (facts: Facts) => {
  const findings = findingsOf(facts, ruleBook())
  return { ...findings, readiness: readinessOf(facts, findings, ruleBook()) }
}

/** Every list of an object in another order; gates keep that of the instrument. */
const reordered = (value: unknown, seed: number, name = ''): unknown => {
  if (Array.isArray(value)) {
    const items = value.map(one => reordered(one, seed))
    if (name === 'gates' || items.length === 0) return items
    const cut = seed % items.length
    const turned = [...items.slice(cut), ...items.slice(0, cut)]
    return seed % 2 === 0 ? turned : turned.reverse()
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, reordered(one, seed, key)]))
}

/** Good acts that take nothing away from anything else. */
const GOOD: Readonly<Record<string, (facts: Facts) => Facts>> = {
  'an award': facts => held(facts, 'award'),
  'a coaching of everybody': facts => held(facts, 'coaching', facts.staff.employees),
  'a socialisation for everybody': facts => held(facts, 'socialisation', facts.staff.employees),
  'a study visit': facts => held(facts, 'study-visit'),
  'outreach with guests': facts => held(facts, 'outreach', null, 50),
  'all complaints done': facts => ({
    ...facts,
    complaints: facts.complaints.map(one => complaints(one.month, one.received, one.received)),
  }),
  'all notes closed': facts => ({
    ...facts,
    notes: facts.notes.map(({ id, origin }) => note(id, { origin, isClosed: true })),
  }),
  'all points done': facts => ({
    ...facts,
    activities: facts.activities.map(one => ({ ...one, pointsDone: one.points, pointsLate: 0 })),
  }),
  'all signed, with mottos and services online': facts => ({
    ...facts,
    profiles: facts.profiles.map(one => ({
      ...one,
      signatures: one.employees,
      floorsWithMotto: one.floors,
      roomsWithMotto: one.rooms,
      onlineServices: one.year < 2026 ? one.onlineServices : one.services,
    })),
  }),
  'all gates proven': facts => ({
    ...facts,
    worksheet: {
      ...facts.worksheet,
      gates: facts.worksheet.gates.map(one => ({ ...one, claimed: true, substantiated: true })),
      prerequisites: [],
      failedPrerequisites: [],
    },
  }),
}

const held = (
  facts: Facts,
  kind: Facts['activities'][number]['kind'],
  counted: number | null = null,
  guests = 0,
): Facts => {
  const day = facts.cycle.submittedOn ?? facts.today
  const one = activity(`good ${kind}`, {
    kind,
    heldOn: day,
    counted,
    guests,
    ziDiscussed: false,
    areas: ['1'],
    proofs: 1,
  })
  return { ...facts, activities: [...facts.activities, one] }
}

const RANKS: Readonly<Record<string, number>> = {
  bahaya: 0,
  waspada: 1,
  aman: 2,
  belum: 0,
  berjalan: 1,
  selesai: 2,
  memburuk: 0,
  tetap: 1,
  membaik: 2,
  'belum-siap': 0,
  'siap-bersyarat': 1,
  'siap-diajukan': 2,
}
/** What was not known has no rank: knowing more may show anything, and where the bad is mended the unknown remains. */
const isNoWorse = (before: string, after: string): boolean => {
  const [was, is] = [RANKS[before], RANKS[after]]
  if (was === undefined) return true
  return is === undefined ? ['bahaya', 'waspada'].includes(before) : is >= was
}

describe('all findings of worked units', () => {
  it('do not mind the order of the facts', () => {
    fc.assert(
      fc.property(anyUnit, fc.nat(1000), (facts, seed) => {
        expect(all(reordered(facts, seed) as Facts)).toEqual(all(facts))
      }),
      { numRuns: 40 },
    )
  })

  it.each(Object.keys(GOOD))('get no worse by %s', name => {
    for (const { name: unit, facts } of units.filter(one => one.facts.activities.length > 0)) {
      const [before, after] = [all(facts), all(GOOD[name]!(facts))]
      for (const family of ['pitfalls', 'recommendations', 'keys', 'factors'] as const)
        before[family].forEach((one, at) => {
          const now = after[family][at]
          const told = `${unit}: ${one.rule} ${one.level} → ${now?.level}: ${now?.sentence}`
          expect([told, isNoWorse(one.level, now?.level ?? '')]).toEqual([told, true])
        })
      const told = `${unit}: ${before.readiness.verdict} → ${after.readiness.verdict}`
      expect([told, isNoWorse(before.readiness.verdict, after.readiness.verdict)]).toEqual([told, true])
    }
  })

  it('are defined where every count is nothing or huge', () => {
    for (const count of [0, 1, Number.MAX_SAFE_INTEGER]) {
      for (const { facts } of units.slice(0, 8)) {
        const odd = {
          ...facts,
          staff: { ...facts.staff, employees: count, frontLine: count },
          profiles: [profile(Object.fromEntries(Object.keys(profile()).map(key => [key, count])))].map(
            one => ({ ...one, id: 'f', year: 2026, quarter: 1 }),
          ),
          activities: facts.activities.map(one => ({
            ...one,
            points: count,
            pointsDone: count,
            guests: count,
            counted: count,
          })),
          complaints: facts.complaints.map(one => ({ ...one, received: count, done: count })),
          uploads: [{ person: 'p1', on: facts.today, files: count }],
        }
        const found = all(odd)
        expect(JSON.stringify(found)).not.toMatch(/NaN|Infinity|undefined/)
        for (const family of ['recommendations', 'keys', 'factors', 'pitfalls'] as const)
          expect(found[family].length).toBe(findingsOf(facts, ruleBook())[family].length)
      }
    }
  })

  it('leave a rule that lacks its settings as one finding, and the rest stands', () => {
    const { facts } = units[0]!
    for (const { id } of ALL_RULES.filter(one => /^(recommendation|key|factor)/.test(one.id))) {
      const book = ruleBook()
      const rules = Object.fromEntries(Object.entries(book.rules).filter(([name]) => name !== id))
      const found = findingsOf(facts, { ...book, rules })
      const failed = [...found.pitfalls, ...found.recommendations, ...found.keys, ...found.factors].filter(
        ({ level }) => level === 'gagal',
      )
      expect(failed.map(({ rule }) => rule)).toEqual([id])
    }
  })
})
