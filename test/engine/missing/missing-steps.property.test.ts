import fc from 'fast-check'
import { add, equals, exact, max, sub, ZERO } from '../../../src/engine/exact'
import { lookup } from '../../../src/engine/instrument/lookup'
import { missingSteps } from '../../../src/engine/missing/missing-steps'
import { score } from '../../../src/engine/scoring/score-worksheet'
import type { Basis, Missing, Step } from '../../../src/engine/scoring/score'
import { carriedOut } from '../support/carried-out'
import { smallWorksheet, type WorksheetCase } from '../support/small-worksheets'
import { passing, reachable, shortestLength, withoutSurveys } from './shortest-list'

const basis = fc.constantFrom<Basis>('claimed', 'substantiated')
const anything = smallWorksheet({ kinds: ['choice', 'ratio', 'index'] })
const crossing = smallWorksheet({ kinds: ['choice', 'ratio', 'index'], crossing: true })

/** The next lower answer than that of a step, null where there is none. */
function oneLower({ instrument }: WorksheetCase, { question: code, to }: Step): Step['to'] | null {
  const question = lookup(instrument).questions.get(code)!.question
  if (question.kind === 'choice') {
    const at = question.options.findIndex(option => option.key === to)
    return question.options[at + 1]?.key ?? null
  }
  return question.kind === 'index' && typeof to !== 'string' ? max(ZERO, sub(to, exact('0.01'))) : null
}

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
      { numRuns: 150 },
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
      { numRuns: 150 },
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

  it('needs no fewer steps beside the indexes that it raises', () => {
    fc.assert(
      fc.property(anything, worksheet => {
        const { steps } = listFor(worksheet, 'claimed')
        const raised = carriedOut(
          worksheet,
          steps.filter(step => step.external),
        )
        const others = steps.filter(step => !step.external)
        expect(others).toHaveLength(shortestLength(raised, 'claimed', reachable(worksheet, 'claimed')))
      }),
      { numRuns: 60 },
    )
  })

  it('raises an index only for a gate that nothing else closes', () => {
    fc.assert(
      fc.property(anything, worksheet => {
        const external = listFor(worksheet, 'claimed').steps.filter(step => step.external)
        const can = reachable(worksheet, 'claimed')
        const otherwise = passing(withoutSurveys(worksheet), 'claimed')
        const { sections, areas } = lookup(worksheet.instrument)
        for (const { question } of external) {
          const open = [...can].filter(section => !otherwise.has(section))
          const inside = open.filter(
            section =>
              (sections.get(section) ?? areas.get(section))?.questions.some(one => one.code === question) ??
              true,
          )
          expect(inside).not.toEqual([])
        }
      }),
      { numRuns: 200 },
    )
  })

  it('lowers each option and index to the least that still passes', () => {
    fc.assert(
      fc.property(anything, worksheet => {
        const { steps } = listFor(worksheet, 'claimed')
        const goal = [...reachable(worksheet, 'claimed')]
        const lowerable = steps.filter(step => {
          const lower = oneLower(worksheet, step)
          if (lower === null) return false
          const after = passing(
            carriedOut(
              worksheet,
              steps.map(other => (other === step ? { ...step, to: lower } : other)),
            ),
            'claimed',
          )
          return goal.every(section => after.has(section))
        })
        expect(lowerable).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('names no locked question', () => {
    const half = anything.chain(worksheet =>
      fc.record({
        worksheet: fc.constant(worksheet),
        locked: fc.subarray([...lookup(worksheet.instrument).questions.keys()]).map(codes => new Set(codes)),
      }),
    )
    fc.assert(
      fc.property(half, basis, ({ worksheet, locked }, on) => {
        const { instrument, answers, uses, areaGates } = worksheet
        const { steps } = missingSteps(instrument, answers, uses, {
          areaGates,
          predicate: 'WBK',
          basis: on,
          locked,
        })
        expect(steps.filter(step => locked.has(step.question))).toEqual([])
      }),
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
