import { findingsOf } from '../../../src/engine/rules/findings'
import { readinessOf } from '../../../src/engine/rules/readiness'
import { ruleBook } from '../../engine/rules/facts-of'
import { compareAll, JUDGED, neverExpected } from './confusion'
import { OUT_OF_REACH } from './out-of-reach'
import { workedUnits } from './worked-units'

const units = workedUnits()
const book = ruleBook()
const withLevels = ['pitfalls', 'recommendations', 'keys', 'factors', 'readiness'] as const

describe('worked units', () => {
  it('are at least a hundred, and each says what it expects of the whole result', () => {
    expect(units.length).toBeGreaterThanOrEqual(100)
    for (const { name, expected } of units)
      for (const family of withLevels) {
        const { rules } = JUDGED.find(one => one.family === family)!
        expect({ name, family, unsaid: rules.filter(rule => !expected[family][rule]) }).toEqual({
          name,
          family,
          unsaid: [],
        })
      }
  })

  it('expect every level of every rule in one of them at least, but those out of reach', () => {
    expect(neverExpected(compareAll(units, book)).sort()).toEqual(Object.values(OUT_OF_REACH).flat().sort())
  })

  it.each(units.map(unit => [unit.name, unit] as const))('%s is read as was expected', (_, unit) => {
    expect(compareAll([unit], book).filter(one => one.expected !== one.found)).toEqual([])
  })

  it.each(units.map(unit => [unit.name, unit] as const))('%s lets no rule fail', (_, { facts }) => {
    const findings = findingsOf(facts, book)
    const failed = Object.values(findings)
      .flat()
      .filter(({ level }) => level === 'gagal')
    expect(failed).toEqual([])
    expect(JSON.stringify([findings, readinessOf(facts, findings, book)])).not.toMatch(
      /NaN|undefined|null hari|Infinity/,
    )
  })
})
