import fc from 'fast-check'
import { add, equals } from '../../../src/engine/exact'
import { missingSteps } from '../../../src/engine/missing/missing-steps'
import { score } from '../../../src/engine/scoring/score-worksheet'
import type { Basis, Missing } from '../../../src/engine/scoring/score'
import { carriedOut } from '../support/carried-out'
import { smallWorksheet, type WorksheetCase } from '../support/small-worksheets'
import { passing, reachable, shortestLength } from './shortest-list'

const basis = fc.constantFrom<Basis>('claimed', 'substantiated')
const anything = smallWorksheet({ kinds: ['choice', 'ratio', 'index'] })
const crossing = smallWorksheet({ kinds: ['choice', 'ratio', 'index'], crossing: true })

const listFor = ({ instrument, answers, uses, areaGates }: WorksheetCase, on: Basis): Missing =>
  missingSteps(instrument, answers, uses, { areaGates, predicate: 'WBK', basis: on })

describe('the list of missing steps', () => {
  it.each([
    ['nested', anything],
    ['crossing', crossing],
  ])('closes every gate that can be closed (%s gates)', (_name, worksheets) => {
    fc.assert(
      fc.property(worksheets, basis, (worksheet, on) => {
        const after = passing(carriedOut(worksheet, listFor(worksheet, on).steps), on)
        expect([...reachable(worksheet, on)].filter(section => !after.has(section))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('names exactly the gates that no step closes', () => {
    fc.assert(
      fc.property(crossing, basis, (worksheet, on) => {
        const all = score(worksheet.instrument, worksheet.answers, worksheet.uses, worksheet)[on].gates.get(
          'WBK',
        )
        const can = reachable(worksheet, on)
        const cannot = new Set(all?.map(gate => gate.section).filter(section => !can.has(section)))
        expect(new Set(listFor(worksheet, on).unreachable)).toEqual(cannot)
      }),
    )
  })

  it.each([
    ['nested', anything],
    ['crossing', crossing],
  ])('holds no superfluous step (%s gates)', (_name, worksheets) => {
    fc.assert(
      fc.property(worksheets, basis, (worksheet, on) => {
        const { steps } = listFor(worksheet, on)
        const goal = reachable(worksheet, on)
        const superfluous = steps.filter(step => {
          const others = steps.filter(other => other !== step)
          const after = passing(carriedOut(worksheet, others), on)
          return [...goal].every(section => after.has(section))
        })
        expect(superfluous).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('is as short as trying every list finds, where gates are nested and no survey is asked', () => {
    fc.assert(
      fc.property(smallWorksheet({ kinds: ['choice', 'ratio'] }), basis, (worksheet, on) => {
        expect(listFor(worksheet, on).steps).toHaveLength(shortestLength(worksheet, on))
      }),
      { numRuns: 120 },
    )
  })

  it('promises of each step the points that carrying it out brings', () => {
    fc.assert(
      fc.property(anything, basis, (worksheet, on) => {
        const { instrument, areaGates } = worksheet
        let done = worksheet
        for (const step of listFor(worksheet, on).steps) {
          const before = score(instrument, done.answers, done.uses, { areaGates })[on].total
          done = carriedOut(done, [step])
          const after = score(instrument, done.answers, done.uses, { areaGates })[on].total
          expect(equals(after, add(before, step.gain))).toBe(true)
        }
      }),
    )
  })
})
