import { add, ceilTo, compare, div, floorTo, isZero, min, mul, ONE, ratio, sub, type Exact } from '../exact'
import type { EvidenceNature, EvidenceStage, Instrument, Question } from '../instrument/instrument'
import { lookup, type QuestionPlace } from '../instrument/lookup'
import type { Answers, Basis, Coverage, EvidenceUse, QuestionScore, Score } from '../scoring/score'
import { substanceOf } from '../substance/coverage'
import { usesByQuestion } from '../substance/uses-by-question'

/** A question that can still gain points on a basis. */
export interface Candidate {
  readonly code: string
  readonly share: Exact
  /** The answer now: an option's key, a ratio's value, an index; null when there is none. */
  readonly from: string | Exact | null
  /** The value on the basis now. */
  readonly now: Exact
  /** Answers to move to, by rising value; of an index only the one that is claimed already. */
  readonly targets: readonly Target[]
  /** Points that the best target adds: what is in the hands of the satker. */
  readonly gain: Exact
  /** An index of an external survey and how far it can rise above what is claimed. */
  readonly index: IndexRange | null
}

export interface Target {
  readonly to: string | Exact
  readonly value: Exact
  /** What the evidence still lacks for the value to carry; empty on the claimed basis. */
  readonly lacks: Lacking
}

export interface IndexRange {
  readonly divisor: Exact
  /** The highest hundredth of the scale. */
  readonly top: Exact
  /** Points between the best target and the top. */
  readonly reserve: Exact
  readonly lacksAt: (value: Exact) => Lacking
}

export interface Lacking {
  readonly stages: readonly EvidenceStage[]
  readonly nature: EvidenceNature | null
}

export const NOTHING_LACKING: Lacking = { stages: [], nature: null }

interface Worksheet {
  readonly answers: Answers
  readonly uses: readonly EvidenceUse[]
  readonly score: Score
}

interface GroupedWorksheet extends Omit<Worksheet, 'uses'> {
  readonly uses: ReadonlyMap<string, readonly EvidenceUse[]>
}

/** Every unlocked question that can gain points on the basis. */
export function candidatesOf(
  instrument: Instrument,
  worksheet: Worksheet,
  basis: Basis,
  locked: ReadonlySet<string>,
): Candidate[] {
  const uses = usesByQuestion(worksheet.uses)
  return [...lookup(instrument).questions.values()]
    .filter(place => !locked.has(place.question.code))
    .map(place => candidateOf(place, { ...worksheet, uses }, basis))
    .filter(candidate => candidate.targets.length > 0 || candidate.index !== null)
}

function candidateOf(
  place: QuestionPlace,
  { answers, uses, score }: GroupedWorksheet,
  basis: Basis,
): Candidate {
  const { question, share } = place
  const scored = score.questions.get(question.code)!
  const from = answerNow(question, scored, answers)
  const now = basis === 'claimed' ? scored.value : scored.substantiatedValue
  const own = substanceOf({ value: ONE, ...question }, uses.get(question.code) ?? []).coverage
  const lacksAt = (value: Exact): Lacking => (basis === 'claimed' ? NOTHING_LACKING : lackingFor(own, value))
  const kept: Target[] =
    from === null || basis === 'claimed'
      ? []
      : [{ to: from, value: scored.value, lacks: lackingFor(scored.coverage, scored.value) }]
  const raised = raisedAnswers(question, scored).map(target => ({ ...target, lacks: lacksAt(target.value) }))
  const targets = [...kept, ...raised].filter(target => compare(target.value, now) > 0)
  const best = targets.at(-1)?.value ?? now
  return {
    code: question.code,
    share,
    from,
    now,
    targets,
    gain: mul(share, sub(best, now)),
    index: indexRange(question, share, best, scored, lacksAt),
  }
}

function answerNow(question: Question, scored: QuestionScore, answers: Answers): Candidate['from'] {
  const answer = answers.get(question.code)
  if (!answer || scored.state !== 'answered') return null
  if ('option' in answer) return answer.option
  return question.kind === 'index' ? (answer.inputs[question.inputs[0].key] ?? null) : scored.value
}

/** Answers of a higher value than the one claimed: better options, or the value 1 of a ratio. */
function raisedAnswers(question: Question, scored: QuestionScore): Omit<Target, 'lacks'>[] {
  const answers =
    question.kind === 'choice'
      ? question.options.map(option => ({ to: option.key, value: option.value })).reverse()
      : question.kind === 'ratio'
        ? [{ to: ONE, value: ONE }]
        : []
  return answers.filter(answer => compare(answer.value, scored.value) > 0)
}

function indexRange(
  question: Question,
  share: Exact,
  best: Exact,
  scored: QuestionScore,
  lacksAt: IndexRange['lacksAt'],
): IndexRange | null {
  if (question.kind !== 'index') return null
  const top = floorTo(question.inputs[0].max ?? question.divisor, 2)
  const highest = div(top, question.divisor)
  if (compare(highest, scored.value) <= 0) return null
  return { divisor: question.divisor, top, reserve: mul(share, sub(highest, best)), lacksAt }
}

const HALF = ratio(1, 2)

/** The fewest stages, in the order of the question, and the nature that let evidence carry a value. */
export function lackingFor(coverage: Coverage, value: Exact): Lacking {
  const { expected, missing, missingNature, because } = coverage
  let shown = expected.length - missing.length
  while (shown < expected.length && compare(ratio(shown, expected.length), value) < 0) shown++
  const stages = missing.slice(0, shown - (expected.length - missing.length))
  const capped = missingNature !== null && missingNature !== 'formal' && compare(value, HALF) > 0
  const noPiece = because.length === 0 && stages.length === 0 && !isZero(value)
  const paper = because.length === 0 && missingNature === 'formal'
  return { stages, nature: capped || noPiece || paper ? missingNature : null }
}

export const gainOf = (candidate: Candidate, value: Exact): Exact =>
  mul(candidate.share, sub(value, candidate.now))

/** The lowest hundredth of an index that adds the points, at most the top of its scale. */
export function indexFor(candidate: Candidate, index: IndexRange, points: Exact): Target {
  const wanted = mul(add(candidate.now, div(points, candidate.share)), index.divisor)
  const to = min(index.top, ceilTo(wanted, 2))
  const value = div(to, index.divisor)
  return { to, value, lacks: index.lacksAt(value) }
}
