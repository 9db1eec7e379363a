import type { Instrument } from '../engine/instrument/instrument'
import type { RecommendationStanding } from '../engine/recommendation/recommendation'
import { sectionTitle } from '../reports/section-titles'
import { formatShortfall } from '../web/components/status'
import { formatCount, formatScore } from '../web/format/number'

/** One thing that a rule asks for, and how it stands; `open`: nobody filled it, and it is in nobody's way. */
export interface Ground {
  readonly stands: 'met' | 'failed' | 'open'
  readonly text: string
}

/** Everything that a rule was judged by, in words. */
export function groundsOf(instrument: Instrument, standing: RecommendationStanding): Ground[] {
  const grounds = [
    ...gateGrounds(instrument, standing),
    ...prerequisiteGrounds(instrument, standing),
    ...totalGrounds(standing),
  ]
  return grounds.length > 0 ? grounds : [{ stands: 'met', text: 'Tidak mensyaratkan ambang atau prasyarat.' }]
}

function gateGrounds(
  instrument: Instrument,
  { rule, gates, failingGates, predicateUnknown }: RecommendationStanding,
): Ground[] {
  const { predicate } = rule
  if (predicate === null) return []
  if (predicateUnknown)
    return [{ stands: 'failed', text: `Instrumen siklus ini tidak mengenal predikat ${predicate}.` }]
  if (failingGates.length === 0)
    return [{ stands: 'met', text: `Semua ${formatCount(gates.length)} ambang ${predicate} terpenuhi.` }]
  return failingGates.map(({ section, reached, minimum, distance }) => ({
    stands: 'failed',
    text: `${sectionTitle(instrument, section)}: dinilai ${formatScore(reached, { below: minimum })} dari ambang ${formatScore(minimum)}, kurang ${formatShortfall(distance)}.`,
  }))
}

function prerequisiteGrounds(
  { prerequisites }: Instrument,
  { rule, failingPrerequisites, unknownPrerequisites }: RecommendationStanding,
): Ground[] {
  const { predicate } = rule
  if (predicate === null || rule.prerequisites === 'ignored') return []
  const textOf = (id: string) => prerequisites.find(one => one.id === id)?.text ?? id
  const failing = failingPrerequisites.map((id): Ground => ({
    stands: 'failed',
    text: `Prasyarat tidak terpenuhi: ${textOf(id)}`,
  }))
  const unknown = unknownGrounds(unknownPrerequisites.map(textOf), rule.prerequisites === 'all-pass')
  const all = [...failing, ...unknown]
  return all.length > 0 ? all : [{ stands: 'met', text: `Semua prasyarat ${predicate} terpenuhi.` }]
}

/** Each by itself where it stands in the way; all in one line where it does not. */
function unknownGrounds(texts: readonly string[], inTheWay: boolean): Ground[] {
  if (inTheWay) return texts.map(text => ({ stands: 'failed', text: `Prasyarat belum diisi: ${text}` }))
  if (texts.length === 0) return []
  return [
    { stands: 'open', text: `${formatCount(texts.length)} prasyarat belum diisi: ${texts.join('; ')}.` },
  ]
}

function totalGrounds({ rule, totalBelow }: RecommendationStanding): Ground[] {
  if (totalBelow) {
    const { reached, minimum } = totalBelow
    return [
      {
        stands: 'failed',
        text: `Nilai total dinilai ${formatScore(reached, { below: minimum })} dari paling sedikit ${formatScore(minimum)}.`,
      },
    ]
  }
  return rule.minimumTotal === null
    ? []
    : [{ stands: 'met', text: `Nilai total paling sedikit ${formatScore(rule.minimumTotal)} tercapai.` }]
}
