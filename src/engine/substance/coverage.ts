import { isZero, min, ONE, ratio, ZERO } from '../exact'
import type { AsksAbout, EvidenceNature, EvidenceStage } from '../instrument/instrument'
import type { ValuedAnswer } from '../scoring/answer-value'
import type { Coverage, EvidenceUse, Flag, FlagKind } from '../scoring/score'

/** Paper for something that is not paper carries an answer by half at most. */
const CAP = ratio(1, 2)

export interface Substance {
  readonly coverage: Coverage
  readonly flag: FlagKind | null
  readonly seen: Flag['seen']
}

/** What the evidence of one question shows: its coverage, exact 0..1, and the flag it earns (domain: paper for practice). */
export function substanceOf(
  answer: Pick<ValuedAnswer, 'value' | 'asksAbout' | 'expectedStages'>,
  uses: readonly EvidenceUse[],
): Substance {
  const counting = uses.filter(counts)
  const shownAnywhere = new Set<EvidenceStage>()
  for (const use of counting) if (showsStages(use)) for (const stage of use.stages) shownAnywhere.add(stage)
  const expected = answer.expectedStages
  const shown = expected.filter(stage => shownAnywhere.has(stage))
  const natures = [...new Set(counting.map(use => use.nature))].sort()
  const missingNature = missingNatureOf(answer.asksAbout, natures)
  const flag = isZero(answer.value) ? null : flagOf(answer.asksAbout, natures)
  const share = shown.length === expected.length ? ONE : ratio(shown.length, expected.length)
  return {
    coverage: {
      share: flag === 'unsupported' ? ZERO : flag ? min(share, CAP) : share,
      expected,
      shown,
      missing: expected.filter(stage => !shownAnywhere.has(stage)),
      missingNature,
      because: counting.map(use => use.id),
    },
    flag,
    seen: { pieces: counting.length, natures, shown },
  }
}

/** `tidak relevan` and `meragukan` do not count at all. */
const counts = (use: EvidenceUse): boolean => use.verdict !== 'tidak relevan' && use.verdict !== 'meragukan'

/** `kurang` counts for the nature of the evidence, not for its stages. */
const showsStages = (use: EvidenceUse): boolean => use.verdict !== 'kurang'

function flagOf(asksAbout: AsksAbout, natures: readonly EvidenceNature[]): FlagKind | null {
  if (natures.length === 0) return 'unsupported'
  if (asksAbout === 'document') return null
  if (natures.every(nature => nature === 'formal')) return 'document-only'
  return asksAbout === 'result' && !natures.includes('outcome') ? 'no-outcome' : null
}

function missingNatureOf(asksAbout: AsksAbout, natures: readonly EvidenceNature[]): EvidenceNature | null {
  if (asksAbout === 'result') return natures.includes('outcome') ? null : 'outcome'
  if (asksAbout === 'practice') return natures.some(nature => nature !== 'formal') ? null : 'trace'
  return natures.length === 0 ? 'formal' : null
}
