import type { AssessmentContext } from '../assessments/assessment-context'
import { lookup, type Part } from '../engine/instrument/lookup'
import type { Score } from '../engine/scoring/score'
import { coverageDots } from '../web/components/evidence'
import { STATUS, type Status } from '../web/components/status'
import { formatPart, formatScore } from '../web/format/number'
import type { StoredValue } from './answer-content'
import { flagWords } from './flag-words'
import { countText, partScore } from './part-summary.page'
import type { ScoredJson, ScoredQuestionJson } from './saved-json'
import { computedValue } from './value-words'
import { blocksOf } from './worksheet-tree'

/**
 * What a change moves on the page of its part, as JSON for scripts: of a saved answer as of added evidence. The browser
 * module `worksheet/show-scored` puts it in place.
 *
 * `stored` is the answer that was scored; needed for the formula beside typed inputs.
 */
export function scoredJson(
  assessment: AssessmentContext,
  score: Score,
  code: string,
  stored: StoredValue | null,
): ScoredJson {
  const { parts, partOfQuestion } = lookup(assessment.instrument)
  const part = parts.get(partOfQuestion.get(code) ?? '')
  if (!part) throw new RangeError(`No part has the question ${code}`)
  const whole = score.sections.get(part.code)!
  const summary = partScore(assessment, score, part)
  return {
    question: questionJson(assessment, score, code, stored),
    sections: Object.fromEntries(
      sectionsOf(assessment, part).map(section => [section, sectionJson(score, section)]),
    ),
    part: {
      id: part.id,
      count: countText(whole),
      answered: `${formatPart(whole.answered, whole.questions)} terjawab`,
      flagged: whole.flagged > 0 ? String(whole.flagged) : '',
      claimed: summary.claimed,
      substantiated: summary.substantiated,
      bar: summary.bar.toString(),
      gates: summary.gates,
      open: whole.questions - whole.answered,
    },
  }
}

const sectionsOf = (assessment: AssessmentContext, part: Part): string[] =>
  blocksOf(assessment.instrument, part).flatMap(block => [
    ...new Set([block.section.code, ...block.subs.map(sub => sub.code)]),
  ])

function sectionJson(score: Score, code: string) {
  const section = score.sections.get(code)!
  return {
    claimed: formatScore(section.claimed),
    substantiated: formatScore(section.substantiated),
    count: countText(section),
  }
}

function questionJson(
  assessment: AssessmentContext,
  score: Score,
  code: string,
  stored: StoredValue | null,
): ScoredQuestionJson {
  const { question } = lookup(assessment.instrument).questions.get(code)!
  const scored = score.questions.get(code)!
  const contradiction = score.contradictions.find(one => one.question === code)
  return {
    code,
    answered: scored.state === 'answered',
    status: statusOf(scored.state),
    computed:
      question.kind === 'choice' || !stored ? null : computedValue(question, stored, scored, contradiction),
    coverage: coverageDots(scored.coverage.expected, scored.coverage.shown),
    flags: score.flags.filter(flag => flag.question === code).map(flagWords),
  }
}

function statusOf(state: 'answered' | 'unanswered' | 'incomplete' | 'contradictory'): Status | null {
  switch (state) {
    case 'answered':
      return null
    case 'unanswered':
      return { ...STATUS.unanswered, text: 'Belum dijawab, dihitung 0' }
    case 'incomplete':
      return STATUS.incomplete
    case 'contradictory':
      return STATUS.contradictory
  }
}
