import fc from 'fast-check'
import { compare, equals, sum, ZERO, type Exact } from '../../../src/engine/exact'
import type { Instrument } from '../../../src/engine/instrument/instrument'
import { valueOf } from '../../../src/engine/scoring/answer-value'
import { score } from '../../../src/engine/scoring/score-worksheet'
import type { Score } from '../../../src/engine/scoring/score'
import { lke, questionsOfLke } from '../support/lke'
import {
  anyAnswer,
  anyAnswers,
  anyUses,
  smallWorksheet,
  type WorksheetCase,
} from '../support/small-worksheets'

const worksheetOn = (instrument: Instrument): fc.Arbitrary<WorksheetCase> =>
  fc.record({
    instrument: fc.constant(instrument),
    answers: anyAnswers(instrument),
    uses: anyUses(instrument),
    areaGates: fc.constantFrom('joint' as const, 'separate' as const),
  })

const worksheet = fc.oneof(worksheetOn(lke), smallWorksheet({ kinds: ['choice', 'ratio', 'index'] }))
const scoreOf = (of: WorksheetCase): Score => score(of.instrument, of.answers, of.uses, of)
const atLeast = (a: Exact, b: Exact): boolean => compare(a, b) >= 0

describe('a score', () => {
  it('keeps every section between 0 and its weight, and proven at or below claimed', () => {
    fc.assert(
      fc.property(worksheet, of => {
        const wrong = [...scoreOf(of).sections.values()].filter(
          section =>
            !atLeast(section.weight, section.claimed) ||
            !atLeast(section.claimed, section.substantiated) ||
            !atLeast(section.substantiated, ZERO) ||
            section.answered > section.questions,
        )
        expect(wrong).toEqual([])
      }),
    )
  })

  it('does not depend on the order of answers and evidence', () => {
    const shuffled = worksheet.chain(of =>
      fc.record({
        of: fc.constant(of),
        answers: fc.shuffledSubarray([...of.answers], { minLength: of.answers.size }),
        uses: fc.shuffledSubarray([...of.uses], { minLength: of.uses.length }),
      }),
    )
    const comparable = (scored: Score): string =>
      JSON.stringify(
        { ...scored, sections: [...scored.sections], questions: [...scored.questions] },
        (key, value: unknown) =>
          typeof value === 'bigint'
            ? String(value)
            : key === 'because'
              ? [...(value as string[])].sort()
              : value,
      )
    fc.assert(
      fc.property(shuffled, ({ of, answers, uses }) => {
        const other = scoreOf({ ...of, answers: new Map(answers), uses })
        expect(comparable(other)).toEqual(comparable(scoreOf(of)))
      }),
      { numRuns: 50 },
    )
  })

  it('is never lowered by an answer of higher value in the place of another', () => {
    const changed = worksheetOn(lke).chain(of =>
      fc
        .constantFrom(...questionsOfLke)
        .chain(question =>
          fc.record({ of: fc.constant(of), question: fc.constant(question), answer: anyAnswer(question) }),
        ),
    )
    fc.assert(
      fc.property(changed, ({ of, question, answer }) => {
        const [before, after] = [of.answers.get(question.code), answer].map(given => valueOf(question, given))
        fc.pre(compare(after!.value, before!.value) > 0)
        const [was, is] = [
          scoreOf(of),
          scoreOf({ ...of, answers: new Map([...of.answers, [question.code, answer]]) }),
        ]
        const lowered = [...is.sections].filter(([code, section]) => {
          const old = was.sections.get(code)!
          return !atLeast(section.claimed, old.claimed) || !atLeast(section.substantiated, old.substantiated)
        })
        expect(lowered).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('adds up: total is the sum of the components, an area that of its blocks', () => {
    fc.assert(
      fc.property(worksheetOn(lke), of => {
        const { sections, claimed } = scoreOf(of)
        const points = (code: string): Exact => sections.get(code)!.claimed
        const sumIs = (whole: string, ...parts: string[]): boolean =>
          equals(points(whole), sum(parts.map(points)))
        expect(sumIs('total', 'A', 'B')).toBe(true)
        expect(sumIs('A.5', 'A.I.5', 'A.II.5')).toBe(true)
        expect(equals(claimed.total, points('total'))).toBe(true)
      }),
      { numRuns: 50 },
    )
  })
})
