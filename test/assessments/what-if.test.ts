import { inputsFor, readAssumption, tryOut } from '../../src/assessments/what-if'
import { equals, exact, ONE, ratio, ZERO } from '../../src/engine/exact'
import { lookup } from '../../src/engine/instrument/lookup'
import { missingSteps } from '../../src/engine/missing/missing-steps'
import { valueOf } from '../../src/engine/scoring/answer-value'
import { score } from '../../src/engine/scoring/score-worksheet'
import { lke } from '../engine/support/lke'

const ratios = [...lookup(lke).questions.values()].flatMap(({ question }) =>
  question.kind === 'ratio' ? [question] : [],
)

describe('trying an answer', () => {
  it.each(ratios.map(question => [question.code, question] as const))(
    'finds counts that give %s any value from 0 to 1',
    (_code, question) => {
      for (const value of [ZERO, ratio(1, 3), ratio(4, 5), ONE]) {
        const valued = valueOf(question, { inputs: inputsFor(question, value) })
        expect(valued.state).toBe('answered')
        expect(equals(valued.value, value)).toBe(true)
      }
    },
  )

  it.each([
    ['A.I.1.i.a:ya', { option: 'Ya' }],
    ['A.I.1.i.b:b', { option: 'B' }],
    ['B.I.i.a:3,62', { inputs: { index: exact('3.62') } }],
  ])('reads %s', (typed, answer) => {
    const reading = readAssumption(lke, typed)
    expect(reading.ok && reading.assumption.answer).toEqual(answer)
  })

  it.each(['A.I.1.i.a:D', 'A.I.1.i.a:', 'B.I.i.a:4,01', 'A.II.1.i.a:1,1', 'A.II.1.i.a:101%', 'X:Ya', ''])(
    'refuses %s with words',
    typed => {
      const reading = readAssumption(lke, typed)
      expect(reading.ok).toBe(false)
      expect(!reading.ok && reading.message.length).toBeGreaterThan(10)
    },
  )

  it('closes every gate once all steps are carried out, from an empty worksheet', () => {
    const empty = { answers: new Map(), uses: [] }
    const { steps } = missingSteps(lke, empty.answers, empty.uses, {
      areaGates: 'joint',
      predicate: 'WBBM',
      basis: 'substantiated',
    })
    const tried = tryOut(lke, empty, { steps, assumptions: [], proven: false })
    expect(score(lke, tried.answers, tried.uses, { areaGates: 'joint' }).substantiated.predicates).toEqual([
      'WBK',
      'WBBM',
    ])
    expect(empty.answers.size).toBe(0)
  })
})
