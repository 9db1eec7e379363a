import type { AssessmentContext } from '../assessments/assessment-context'
import { storedValue, type StoredValue } from './answer-content'
import type { Saved, StandingField } from './answers.service'
import type { StandingRow } from './answers.repository'
import { scoreFrom, type Facts } from './scoring.service'

/** The value that stands, as it is stored. */
export const valueOf = (standing: StandingRow): StoredValue => storedValue(standing)

/** One field that stands, with who typed it and when. */
export const fieldOf = (field: Saved['field'], standing: StandingRow): StandingField =>
  field === 'value'
    ? {
        field,
        value: valueOf(standing),
        by: standing.valueByName ?? '',
        at: standing.valueAt ?? '',
        version: standing.valueVersion ?? 0,
      }
    : {
        field,
        note: standing.note ?? '',
        by: standing.noteByName ?? '',
        at: standing.noteAt ?? '',
        version: standing.noteVersion ?? 0,
      }

/** What a save answers that found its own content there. */
export const unchanged = (field: Saved['field'], standing: StandingRow): Saved => {
  const { version, at } = fieldOf(field, standing)
  return {
    field,
    version,
    at,
    value: null,
    scored: null,
    beside: fieldOf(field === 'value' ? 'note' : 'value', standing),
  }
}

/** The scores come along: the page may show what stood before. */
export const unchangedValue = (
  assessment: AssessmentContext,
  standing: StandingRow,
  facts: Facts,
): Saved => ({
  ...unchanged('value', standing),
  value: valueOf(standing),
  scored: scoreFrom(assessment, facts),
})
