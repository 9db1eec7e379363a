import fc from 'fast-check'
import { CONTRADICTIONS } from '../../../../src/engine/rules/contradictions/contradictions'
import { findingsOf } from '../../../../src/engine/rules/findings'
import type { Facts } from '../../../../src/engine/rules/facts'
import { workedUnits } from '../../../golden/findings/worked-units'
import { factsOf, ruleBook, shuffled } from '../facts-of'

const units = workedUnits()

/** Every list of the facts in another order. */
const inAnyOrder = (facts: Facts): fc.Arbitrary<Facts> =>
  fc
    .record(
      Object.fromEntries(
        Object.entries(facts)
          .filter(([, value]) => Array.isArray(value))
          .map(([key, value]) => [key, shuffled(value as readonly unknown[])]),
      ),
    )
    .chain(lists =>
      shuffled(facts.worksheet.answers).map(answers => ({
        ...facts,
        ...lists,
        worksheet: { ...facts.worksheet, answers },
      })),
    )

describe('the consistency checks', () => {
  it('have a name of their own each', () => {
    const ids = CONTRADICTIONS.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(id).toMatch(/^contradiction-[a-z-]+$/)
  })

  it('find nothing where nothing is known', () => {
    expect(findingsOf(factsOf(), ruleBook()).contradictions).toEqual([])
  })

  it('are told apart by what they are about, and are tied to a question or a record', () => {
    for (const { facts } of units) {
      const { contradictions } = findingsOf(facts, ruleBook())
      const keys = contradictions.map(({ rule, about }) => `${rule} ${about}`)
      expect(new Set(keys).size).toBe(keys.length)
      for (const one of contradictions) {
        expect(one.questions.length + one.records.length).toBeGreaterThan(0)
        expect(one.sentence).toMatch(/^\S.*\.$/)
        expect(one.remedy).not.toBe('')
      }
    }
  })

  it('and the pitfalls say the same whatever the order of the facts', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...units).chain(({ facts }) => fc.tuple(fc.constant(facts), inAnyOrder(facts))),
        ([facts, mixed]) => {
          const [one, other] = [findingsOf(facts, ruleBook()), findingsOf(mixed, ruleBook())]
          expect(other.contradictions).toEqual(one.contradictions)
          expect(other.pitfalls).toEqual(one.pitfalls)
        },
      ),
    )
  })
})
