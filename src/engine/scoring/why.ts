import { mul, type Exact } from '../exact'
import type { Instrument, Section } from '../instrument/instrument'
import { lookup } from '../instrument/lookup'
import type { QuestionScore, Score } from './score'

/** What one section or question gives to the sum above it, in points, down to the questions. */
export interface Contribution {
  readonly code: string
  /** The most it can give. */
  readonly weight: Exact
  readonly claimed: Exact
  readonly substantiated: Exact
  /** The scored question where this is one: its value, the rule that gave it, coverage and flags. */
  readonly question: QuestionScore | null
  readonly parts: readonly Contribution[]
}

/** Why a section, a joined area or the `total` has its score. Throws RangeError on a code that is none of these. */
export function why(instrument: Instrument, score: Score, code: string): Contribution {
  const { sections, areas } = lookup(instrument)
  const scored = score.sections.get(code)
  if (!scored) throw new RangeError(`No section "${code}" in ${instrument.id}`)
  const place = sections.get(code)
  if (place) return ofSection(place.section, score)
  const parts = areas.get(code)?.sections ?? instrument.sections
  return { ...pointsOf(scored), question: null, parts: parts.map(section => ofSection(section, score)) }
}

const ofSection = (section: Section, score: Score): Contribution => ({
  ...pointsOf(score.sections.get(section.code)!),
  question: null,
  parts: [
    ...section.sections.map(child => ofSection(child, score)),
    ...section.questions.map(({ code }) => ofQuestion(score.questions.get(code)!)),
  ],
})

const pointsOf = ({ code, weight, claimed, substantiated }: Omit<Contribution, 'question' | 'parts'>) => ({
  code,
  weight,
  claimed,
  substantiated,
})

const ofQuestion = (question: QuestionScore): Contribution => ({
  code: question.code,
  weight: question.share,
  claimed: mul(question.share, question.value),
  substantiated: mul(question.share, question.substantiatedValue),
  question,
  parts: [],
})
