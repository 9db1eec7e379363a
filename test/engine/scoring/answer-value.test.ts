import { toText } from '../../../src/engine/exact'
import { InvalidAnswer, valueOf } from '../../../src/engine/scoring/answer-value'
import type { AnswerValue } from '../../../src/engine/scoring/score'
import { inputs, lkeQuestion } from '../support/lke'

/** `value rule`, or the state of an answer without value. */
const valued = (code: string, answer: AnswerValue | undefined): string => {
  const { state, value, rule } = valueOf(lkeQuestion(code), answer)
  return state === 'answered' ? `${toText(value)} ${rule}` : state
}

describe('a chosen option', () => {
  it.each([
    ['A.I.1.i.a', 'Ya', '1'],
    ['A.I.1.i.a', 'Tidak', '0'],
    ['A.I.1.i.b', 'B', '1/2'],
    ['A.I.1.iii.a', 'B', '67/100'],
    ['A.I.1.iii.a', 'C', '33/100'],
    ['A.II.1.ii.a', 'D', '1/4'],
    ['A.II.1.ii.a', 'E', '0'],
  ])('%s %s is worth %s', (code, option, value) => {
    expect(valued(code, { option })).toBe(`${value} scale`)
  })
})

describe('a ratio of counts', () => {
  it.each([
    ['changes by agents', 'A.II.1.i.a', { agents: 7, changes: 7 }, '1 ratio'],
    ['changes by agents', 'A.II.1.i.a', { agents: 7, changes: 6 }, '6/7 ratio'],
    ['more changes than agents: kept at 1', 'A.II.1.i.a', { agents: 7, changes: 9 }, '1 ratio'],
    ['no agents and no changes', 'A.II.1.i.a', { agents: 0, changes: 0 }, '0 zero-rule'],
    ['changes without agents', 'A.II.1.i.a', { agents: 0, changes: 3 }, '0 zero-rule'],
    ['all integrated', 'A.II.1.i.b', { changes: 7, integrated: 7 }, '1 ratio'],
    ['one more integrated than made', 'A.II.1.i.b', { changes: 7, integrated: 8 }, 'contradictory'],
    ['nothing made, nothing integrated', 'A.II.1.i.b', { changes: 0, integrated: 0 }, '0 zero-rule'],
    ['integrated out of nothing', 'A.II.1.i.b', { changes: 0, integrated: 1 }, 'contradictory'],
    ['no complaints to handle', 'A.II.5.ii.a', { due: 0, resolved: 0 }, '1 zero-rule'],
    ['resolved without any to handle', 'A.II.5.ii.a', { due: 0, resolved: 1 }, 'contradictory'],
    [
      'informational inputs do not count',
      'A.II.5.ii.a',
      { due: 6, in_progress: 5, resolved: 1 },
      '1/6 ratio',
    ],
    [
      'a denominator of three',
      'A.II.5.iii.a',
      { heads: 1, officials: 2, others: 3, reported: 4 },
      '2/3 ratio',
    ],
    [
      'nobody has to report',
      'A.II.5.iii.a',
      { heads: 0, officials: 0, others: 0, reported: 0 },
      '1 zero-rule',
    ],
    [
      'more reports than people',
      'A.II.5.iii.a',
      { heads: 1, officials: 0, others: 0, reported: 2 },
      'contradictory',
    ],
    ['no targets at all', 'A.II.4.i.a', { targets: 0, achieved: 0 }, '0 zero-rule'],
    ['no services listed', 'A.II.6.i.b', { services: 0, simplified: 0 }, '0 zero-rule'],
    ['fewer violations', 'A.II.3.iii.a', { previous: 4, current: 1 }, '3/4 reduction'],
    ['as many violations', 'A.II.3.iii.a', { previous: 4, current: 4 }, '0 reduction'],
    ['more violations: kept at 0', 'A.II.3.iii.a', { previous: 4, current: 5 }, '0 reduction'],
    ['none in both years', 'A.II.3.iii.a', { previous: 0, current: 0 }, '1 zero-rule'],
    ['first ones this year', 'A.II.3.iii.a', { previous: 0, current: 2 }, '0 zero-rule'],
    ['one count is still missing', 'A.II.1.i.a', { agents: 7 }, 'incomplete'],
    ['only what is informational', 'A.II.5.ii.a', { in_progress: 2 }, 'incomplete'],
    ['nothing typed', 'A.II.1.i.a', {}, 'unanswered'],
  ])('%s: %s %j is %s', (_case, code, typed, result) => {
    expect(valued(code, inputs(typed))).toBe(result)
  })

  it('names numerator and denominator of a contradiction', () => {
    expect(
      valueOf(lkeQuestion('A.II.1.i.b'), inputs({ changes: 7, integrated: 8 })).contradiction,
    ).toMatchObject({
      question: 'A.II.1.i.b',
      kind: 'part-above-whole',
    })
    expect(
      valueOf(lkeQuestion('A.II.1.i.b'), inputs({ changes: 0, integrated: 1 })).contradiction,
    ).toMatchObject({
      kind: 'above-zero-denominator',
    })
  })

  it('is proven by what its zero rule asks where that rule gave the value, else by what the question asks', () => {
    const nil = valueOf(lkeQuestion('A.II.5.ii.a'), inputs({ due: 0, resolved: 0 }))
    expect(nil).toMatchObject({ asksAbout: 'document', expectedStages: ['monitoring'] })
    const some = valueOf(lkeQuestion('A.II.5.ii.a'), inputs({ due: 1, resolved: 1 }))
    expect(some).toMatchObject({
      asksAbout: 'result',
      expectedStages: ['implementation', 'monitoring', 'follow_up'],
    })
    const own = valueOf(lkeQuestion('A.II.1.i.a'), inputs({ agents: 0, changes: 0 }))
    expect(own).toMatchObject({ asksAbout: 'result' })
  })
})

describe('an index', () => {
  it.each([
    ['0', '0'],
    ['3.60', '9/10'],
    ['3.2', '4/5'],
    ['4', '1'],
  ])('of %s is worth %s', (index, value) => {
    expect(valued('B.I.i.a', inputs({ index }))).toBe(`${value} index`)
  })

  it.each(['4.01', '87.65', '-0.01'])('of %s never gets here', index => {
    expect(() => valued('B.I.i.a', inputs({ index }))).toThrow(InvalidAnswer)
  })
})

describe('what cannot be an answer', () => {
  it.each<[string, string, AnswerValue]>([
    ['an option off the scale', 'A.I.1.i.b', { option: 'D' }],
    ['an option for a ratio', 'A.II.1.i.a', { option: 'A' }],
    ['inputs for a choice', 'A.I.1.i.b', inputs({ agents: 1 })],
    ['an unknown input', 'A.II.1.i.a', inputs({ people: 1 })],
    ['an input named as a built-in', 'A.II.1.i.a', inputs({ constructor: 1 })],
    ['a negative count', 'A.II.1.i.a', inputs({ agents: -1 })],
    ['half a person', 'A.II.1.i.a', inputs({ agents: '0.5' })],
  ])('%s is refused with the code of its question', (_case, code, answer) => {
    expect(() => valueOf(lkeQuestion(code), answer)).toThrow(new RegExp(`^${code}: `))
  })

  it('nothing at all is just unanswered', () => {
    expect(valued('A.I.1.i.a', undefined)).toBe('unanswered')
  })
})
