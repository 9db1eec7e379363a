import { exact, toText, type Exact } from '../../../src/engine/exact'
import { lackingFor } from '../../../src/engine/missing/candidates'
import { missingSteps, type MissingOptions } from '../../../src/engine/missing/missing-steps'
import type { AnswerValue, Coverage, EvidenceUse, Step } from '../../../src/engine/scoring/score'
import { bestAnswers, fullEvidence, inputs, lke, questionsOfLke } from '../support/lke'

const plain = (answer: string | Exact | null): string | null =>
  answer === null || typeof answer === 'string' ? answer : toText(answer)

const shown = ({ question, from, to, gain }: Step) => [question, plain(from), plain(to), toText(gain)]

const list = (
  changes: [string, AnswerValue | null][],
  options: Partial<MissingOptions> = {},
  uses: EvidenceUse[] = fullEvidence('outcome'),
) => {
  const answers = new Map<string, AnswerValue>([...bestAnswers()])
  for (const [code, answer] of changes) {
    if (answer) answers.set(code, answer)
    else answers.delete(code)
  }
  return missingSteps(lke, answers, uses, {
    areaGates: 'joint',
    predicate: 'WBK',
    basis: 'claimed',
    ...options,
  })
}

const A4 = questionsOfLke.filter(({ code }) => /^A\.(I|II)\.4\./.test(code)).map(({ code }) => code)
const unanswered = (codes: readonly string[]): [string, null][] => codes.map(code => [code, null])

describe('what is missing on the claimed score', () => {
  it('is nothing where every gate passes', () => {
    expect(list([])).toEqual({ predicate: 'WBK', basis: 'claimed', steps: [], unreachable: [] })
  })

  it('is an index to the lowest hundredth that closes its gate, marked external', () => {
    const { steps } = list([['B.I.i.a', inputs({ index: '3.05' })]])
    expect(steps.map(shown)).toEqual([['B.I.i.a', '61/20', '18/5', '77/32']])
    expect(steps[0]).toMatchObject({ external: true, closes: ['B.I.i'], stages: [], nature: null })
    expect(list([['B.II.i.a', inputs({ index: '3.19' })]]).steps.map(shown)).toEqual([
      ['B.II.i.a', '319/100', '16/5', '7/160'],
    ])
  })

  it('leaves an index alone while other steps close the gate', () => {
    const weak: [string, AnswerValue][] = [
      ['B.I.i.a', inputs({ index: '3.60' })],
      ['B.II.i.a', inputs({ index: '3.60' })],
      ...questionsOfLke
        .filter(
          question =>
            question.code.startsWith('A.') && question.kind === 'choice' && question.scale === 'abcd',
        )
        .map(({ code }): [string, AnswerValue] => [code, { option: 'C' }]),
    ]
    const { steps } = list(weak, { predicate: 'WBBM' })
    expect(steps.length).toBeGreaterThan(0)
    expect(steps.filter(step => step.external)).toEqual([])
  })

  it('takes the largest gains of the failing area first and lowers them to the least that passes', () => {
    const { steps } = list(unanswered(A4))
    expect(steps.map(shown)).toEqual([
      ['A.II.4.i.a', null, '1', '2'],
      ['A.II.4.ii.a', null, 'B', '201/200'],
      ['A.II.4.iii.a', null, 'A', '3/2'],
      ['A.I.4.i.a', null, 'A', '5/6'],
      ['A.I.4.i.b', null, 'A', '5/6'],
    ])
    expect(steps[0]?.closes).toEqual([])
    expect(steps.at(-1)?.closes).toEqual(['A.4'])
  })

  it('takes two area gates for one where areas stand separate', () => {
    const joint = list(unanswered(A4.filter(code => code.startsWith('A.II'))))
    const separate = list(unanswered(A4.filter(code => code.startsWith('A.II'))), { areaGates: 'separate' })
    expect(joint.steps.map(step => step.closes)).not.toContainEqual(['A.II.4'])
    expect(separate.steps.at(-1)?.closes).toEqual(['A.II.4'])
  })

  it('never names a locked question, and names as unreachable what only locked ones could close', () => {
    const locked = new Set(['B.I.ii.a', ...A4.filter(code => code !== 'A.II.4.i.a')])
    const { steps, unreachable } = list([...unanswered(A4), ['B.I.ii.a', { option: 'E' }]], { locked })
    expect(steps).toEqual([])
    expect(unreachable).toEqual(['A.4', 'B.I.ii', 'B.I'])
  })

  it('still closes the gates that can be closed beside an unreachable one', () => {
    const locked = new Set(['B.I.ii.a'])
    const changes: [string, AnswerValue][] = [
      ['B.I.ii.a', { option: 'E' }],
      ['B.II.i.a', inputs({ index: 3 })],
    ]
    const { steps, unreachable } = list(changes, { locked })
    expect(steps.map(shown)).toEqual([['B.II.i.a', '3', '16/5', '7/8']])
    expect(unreachable).toEqual(['B.I.ii', 'B.I'])
  })

  it('corrects a contradictory answer like a missing one', () => {
    const contradiction = inputs({ targets: 1, achieved: 2 })
    const rest = unanswered(A4.filter(code => code !== 'A.II.4.i.a'))
    const { steps } = list([...rest, ['A.II.4.i.a', contradiction]])
    expect(steps.map(shown)[0]).toEqual(['A.II.4.i.a', null, '1', '2'])
  })

  it('refuses a predicate that the instrument does not have', () => {
    expect(() => list([], { predicate: 'WBX' })).toThrow(RangeError)
  })
})

describe('what is missing on the proven score', () => {
  const without = (...codes: string[]) => fullEvidence('outcome').filter(use => !codes.includes(use.question))
  const proven = { basis: 'substantiated' as const }

  it('is the evidence of an index that is claimed high enough: in the hands of the satker', () => {
    const { steps } = list([['B.I.i.a', inputs({ index: '3.8' })]], proven, without('B.I.i.a'))
    expect(steps.map(shown)).toEqual([['B.I.i.a', '19/5', '19/5', '133/8']])
    expect(steps[0]).toMatchObject({ external: false, stages: ['impact'], nature: 'outcome' })
  })

  it('is evidence and a higher index where the claim is too low', () => {
    const { steps } = list([['B.I.i.a', inputs({ index: '3.5' })]], proven, without('B.I.i.a'))
    expect(steps.map(shown)).toEqual([['B.I.i.a', '7/2', '18/5', '63/4']])
    expect(steps[0]).toMatchObject({ external: true, stages: ['impact'], nature: 'outcome' })
  })

  it('raises an option and shows only the stages that carry it', () => {
    const piece: EvidenceUse = { id: 'x', question: 'B.I.ii.a', nature: 'trace', stages: ['monitoring'] }
    const { steps } = list([['B.I.ii.a', { option: 'E' }]], proven, [...without('B.I.ii.a'), piece])
    expect(steps).toMatchObject([
      { question: 'B.I.ii.a', from: 'E', to: 'C', stages: ['planning'], nature: null },
    ])
  })

  it('never asks for less than is claimed already', () => {
    const { steps } = list([], proven, without('B.I.ii.a'))
    expect(steps).toMatchObject([
      {
        question: 'B.I.ii.a',
        from: 'A',
        to: 'A',
        stages: ['planning', 'monitoring', 'impact'],
        nature: 'outcome',
      },
    ])
  })
})

describe('what evidence still lacks for a value', () => {
  const coverage = (of: Partial<Coverage>): Coverage => ({
    share: exact(0),
    expected: ['planning', 'implementation', 'monitoring'],
    shown: [],
    missing: ['planning', 'implementation', 'monitoring'],
    missingNature: null,
    because: ['x'],
    ...of,
  })

  it.each([
    ['one third', '0.33', {}, 1, null],
    ['just above one third', '0.34', {}, 2, null],
    ['two thirds and a bit', '0.67', {}, 3, null],
    ['a half, by paper', '0.5', { missingNature: 'outcome' }, 2, null],
    ['above a half, by paper', '0.51', { missingNature: 'outcome' }, 2, 'outcome'],
    ['a document nobody has shown', '1', { missingNature: 'formal', because: [] }, 3, 'formal'],
    [
      'anything where no stage is expected',
      '0.5',
      { expected: [], missing: [], missingNature: 'trace', because: [] },
      0,
      'trace',
    ],
  ] as const)('%s', (_case, value, of, stages, nature) => {
    const lacking = lackingFor(coverage(of), exact(value))
    expect([lacking.stages.length, lacking.nature]).toEqual([stages, nature])
  })
})
