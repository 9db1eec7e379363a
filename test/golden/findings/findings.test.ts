import { CONTRADICTIONS } from '../../../src/engine/rules/contradictions/contradictions'
import { findingsOf } from '../../../src/engine/rules/findings'
import { PITFALLS } from '../../../src/engine/rules/pitfalls/pitfalls'
import { ruleBook } from '../../engine/rules/facts-of'
import { compareAll } from './confusion'
import { workedUnits } from './worked-units'

const units = workedUnits()
const book = ruleBook()
const rules = CONTRADICTIONS.map(({ id }) => id)

describe('worked units', () => {
  it('are at least forty, and each says what it expects of all six pitfalls', () => {
    expect(units.length).toBeGreaterThanOrEqual(40)
    for (const { expected } of units)
      expect(Object.keys(expected['pitfalls'] ?? {}).sort()).toEqual(PITFALLS.map(({ id }) => id))
  })

  it('have every contradiction in one of them at least', () => {
    expect([...new Set(units.flatMap(({ expected }) => expected.contradictions))].sort()).toEqual(
      [...rules].sort(),
    )
  })

  it.each(units.map(unit => [unit.name, unit] as const))('%s is read as was expected', (_, unit) => {
    expect(compareAll([unit], book, rules).filter(one => one.expected !== one.found)).toEqual([])
  })

  it.each(units.map(unit => [unit.name, unit] as const))('%s lets no rule fail', (_, { facts }) => {
    const { pitfalls, contradictions } = findingsOf(facts, book)
    expect([...pitfalls, ...contradictions].filter(({ level }) => level === 'gagal')).toEqual([])
    expect(JSON.stringify([pitfalls, contradictions])).not.toMatch(/NaN|undefined|null hari|Infinity/)
  })
})
