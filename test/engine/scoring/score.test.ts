import { toText } from '../../../src/engine/exact'
import { InvalidAnswer } from '../../../src/engine/scoring/answer-value'
import { score } from '../../../src/engine/scoring/score-worksheet'
import type { AnswerValue, EvidenceUse } from '../../../src/engine/scoring/score'
import { bestAnswers, fullEvidence, inputs, lke } from '../support/lke'

const scoreOf = (answers: [string, AnswerValue][], uses: EvidenceUse[] = []) =>
  score(lke, new Map(answers), uses, { areaGates: 'joint' })

describe('the score of a worksheet', () => {
  it('counts an unanswered question as 0 within its sub-criterion', () => {
    const { sections } = scoreOf([['A.I.1.i.a', { option: 'Ya' }]])
    expect(toText(sections.get('A.I.1.i')!.claimed)).toBe('1/4')
    expect(sections.get('A.I.1.i')).toMatchObject({ questions: 2, answered: 1 })
    expect(toText(sections.get('A.1')!.claimed)).toBe('1/4')
  })

  it('keeps the smaller of value and coverage as proven: half the stages carry half of a 1, and all of a half', () => {
    const uses: EvidenceUse[] = ['A.I.1.i.a', 'A.I.1.i.b'].map(question => ({
      id: question,
      question,
      nature: 'formal',
      stages: ['planning'],
    }))
    const { questions } = scoreOf(
      [
        ['A.I.1.i.a', { option: 'Ya' }],
        ['A.I.1.i.b', { option: 'B' }],
      ],
      uses,
    )
    expect(toText(questions.get('A.I.1.i.a')!.substantiatedValue)).toBe('1/2')
    expect(toText(questions.get('A.I.1.i.b')!.substantiatedValue)).toBe('1/2')
  })

  it('treats a contradictory answer as unanswered and names it', () => {
    const scored = scoreOf([['A.II.1.i.b', inputs({ changes: 1, integrated: 2 })]])
    expect(scored.answered).toBe(0)
    expect(scored.contradictions).toMatchObject([{ question: 'A.II.1.i.b', kind: 'part-above-whole' }])
    expect(scored.sections.get('A.II')).toMatchObject({ contradictory: 1, flagged: 0 })
  })

  it('names each flag with what was seen and how to clear it, in the order of the instrument', () => {
    const answers: [string, AnswerValue][] = [
      ['A.II.1.i.a', inputs({ agents: 2, changes: 2 })],
      ['A.I.1.ii.c', { option: 'A' }],
    ]
    const { flags, sections } = scoreOf(answers, [
      { id: 'SK', question: 'A.I.1.ii.c', nature: 'formal', stages: ['planning'] },
    ])
    expect(flags).toEqual([
      {
        question: 'A.I.1.ii.c',
        kind: 'document-only',
        seen: { pieces: 1, natures: ['formal'], shown: ['planning'] },
        toClear: { stages: ['implementation'], nature: 'trace' },
      },
      {
        question: 'A.II.1.i.a',
        kind: 'unsupported',
        seen: { pieces: 0, natures: [], shown: [] },
        toClear: { stages: ['implementation', 'monitoring', 'impact'], nature: 'outcome' },
      },
    ])
    expect(sections.get('total')).toMatchObject({ answered: 2, evidenced: 1, flagged: 2 })
  })

  it('reads the gates on the claimed and on the proven score', () => {
    const paper = score(lke, bestAnswers(), fullEvidence('formal'), { areaGates: 'joint' })
    expect(toText(paper.claimed.total)).toBe('100')
    expect(paper.claimed.predicates).toEqual(['WBK', 'WBBM'])
    expect(paper.substantiated.predicates).toEqual([])
  })

  it('is a what-if over changed answers: the worksheet itself stays as it is', () => {
    const answers = bestAnswers()
    const before = scoreOf([...answers])
    scoreOf([...answers, ['B.I.i.a', inputs({ index: 0 })]])
    expect(scoreOf([...answers])).toEqual(before)
  })

  it('refuses an answer or a piece of evidence for a question that does not exist', () => {
    expect(() => scoreOf([['A.I.1', { option: 'Ya' }]])).toThrow(InvalidAnswer)
    expect(() => scoreOf([], [{ id: 'x', question: 'Z', nature: 'trace', stages: [] }])).toThrow(
      InvalidAnswer,
    )
  })
})
