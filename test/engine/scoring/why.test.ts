import { add, equals, sum, toText, type Exact } from '../../../src/engine/exact'
import { score } from '../../../src/engine/scoring/score-worksheet'
import { why, type Contribution } from '../../../src/engine/scoring/why'
import { bestAnswers, fullEvidence, lke } from '../support/lke'

const scored = score(lke, bestAnswers(), fullEvidence('formal'), { areaGates: 'joint' })

const questionsBelow = (node: Contribution): Contribution[] =>
  node.question ? [node] : node.parts.flatMap(questionsBelow)

describe('why a section has its score', () => {
  it.each(['total', 'A', 'A.5', 'A.I.1.ii', 'B.I'])('the questions below %s add up to it', code => {
    const answer = why(lke, scored, code)
    const below = questionsBelow(answer)
    const total = (of: (node: Contribution) => Exact) => sum(below.map(of))
    expect(
      equals(
        total(node => node.claimed),
        scored.sections.get(code)!.claimed,
      ),
    ).toBe(true)
    expect(
      equals(
        total(node => node.substantiated),
        scored.sections.get(code)!.substantiated,
      ),
    ).toBe(true)
    expect(
      equals(
        total(node => node.weight),
        scored.sections.get(code)!.weight,
      ),
    ).toBe(true)
  })

  it('every part adds up on the way down', () => {
    const check = (node: Contribution): void => {
      if (node.question) return
      const claimed = node.parts.reduce((total, part) => add(total, part.claimed), sum([]))
      expect(equals(claimed, node.claimed)).toBe(true)
      node.parts.forEach(check)
    }
    check(why(lke, scored, 'total'))
  })

  it('a question tells its value, rule and coverage', () => {
    const [first] = questionsBelow(why(lke, scored, 'A.I.1.iii'))
    expect(first).toMatchObject({
      code: 'A.I.1.iii.a',
      question: { rule: 'scale', flags: ['document-only'] },
    })
    expect(toText(first!.claimed)).toBe('1/3')
    expect(toText(first!.substantiated)).toBe('1/6')
  })

  it('an unknown section is refused', () => {
    expect(() => why(lke, scored, 'A.7')).toThrow(RangeError)
  })
})
