import type { EvidenceNature, EvidenceStage } from '../../src/engine/instrument/instrument'
import { score } from '../../src/engine/scoring/score-worksheet'
import { whyFacts } from '../../src/worksheets/why.page'
import { bestAnswers, lke, lkeQuestion } from '../engine/support/lke'

const RESULT = lkeQuestion('A.II.5.ii.a')

/** What the evidence is said to show, of pieces of these natures. */
function shownBy(natures: readonly EvidenceNature[], stages: readonly EvidenceStage[]): string | undefined {
  const uses = natures.map(nature => ({ id: nature, question: RESULT.code, nature, stages }))
  const scored = score(lke, bestAnswers(), uses, { areaGates: 'joint' }).questions.get(RESULT.code)!
  return whyFacts(RESULT, scored, 'A.II.5').find(fact => fact.label === 'Bukti menunjukkan')?.text
}

describe('where a value comes from', () => {
  const { expectedStages } = RESULT

  it('names the cap where all stages are shown and only half counts', () => {
    expect(shownBy(['trace'], expectedStages)).toBe(
      '3 dari 3 tahap, tetapi belum ada hasil: paling tinggi setengah (50%)',
    )
    expect(shownBy(['formal'], expectedStages)).toBe(
      '3 dari 3 tahap, tetapi hanya dokumen: paling tinggi setengah (50%)',
    )
  })

  it('names no cap where none lowers anything', () => {
    expect(shownBy(['outcome'], expectedStages)).toBe('3 dari 3 tahap (100%)')
    expect(shownBy(['trace'], expectedStages.slice(0, 1))).toBe('1 dari 3 tahap (33%)')
  })
})
