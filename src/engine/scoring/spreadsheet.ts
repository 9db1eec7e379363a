import { div, exact, mul, sum, ZERO, type Exact } from '../exact'
import type { Instrument, Section } from '../instrument/instrument'
import { lookup } from '../instrument/lookup'
import type { ValuedAnswer } from './answer-value'
import type { Score } from './score'

/**
 * The worksheet as the official spreadsheet counts it: a sub-criterion is the mean over its answered questions, nothing
 * answered is 0, a zero denominator is a blank. The slips of the sheet are not imitated.
 */
export function asTheSpreadsheetCounts(
  instrument: Instrument,
  answers: ReadonlyMap<string, ValuedAnswer>,
): Score['spreadsheet'] {
  const sections = new Map<string, Exact>()
  const visit = (section: Section): Exact => {
    sections.set(section.code, ZERO)
    const score =
      section.sections.length > 0
        ? sum(section.sections.map(visit))
        : mul(section.weight, meanOf(section, answers))
    sections.set(section.code, score)
    return score
  }
  const total = sum(instrument.sections.map(visit))
  for (const area of lookup(instrument).areas.values()) {
    sections.set(area.code, sum(area.sections.map(section => sections.get(section.code) ?? ZERO)))
  }
  sections.set('total', total)
  return { total, sections }
}

function meanOf(section: Section, answers: ReadonlyMap<string, ValuedAnswer>): Exact {
  const counted = section.questions
    .map(question => answers.get(question.code))
    .filter(answer => answer?.state === 'answered' && !answer.zeroDenominator)
  if (counted.length === 0) return ZERO
  return div(sum(counted.map(answer => answer?.value ?? ZERO)), exact(counted.length))
}
