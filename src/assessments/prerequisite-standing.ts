import { prerequisiteVerdicts } from '../engine/prerequisites/prerequisite-verdicts'
import type { PrerequisiteRow } from '../prerequisites/prerequisites.repository'
import type { AssessmentContext } from './assessment-context'

/** The prerequisites of the target predicate, each in its words. */
export interface PrerequisiteStanding {
  readonly concerned: number
  readonly failing: readonly string[]
  readonly unknown: readonly string[]
}

/** How the prerequisites stand on a civil date. */
export function prerequisiteStanding(
  { instrument, targetPredicate }: AssessmentContext,
  rows: readonly PrerequisiteRow[],
  on: string,
): PrerequisiteStanding {
  const values = new Map(rows.map(row => [row.prerequisite, row.value]))
  const concerned = instrument.prerequisites.filter(one => one.predicates.includes(targetPredicate))
  const having = (verdict: 'fails' | 'unknown') =>
    concerned
      .filter(
        one => prerequisiteVerdicts(one, values.get(one.id) ?? null, on).get(targetPredicate) === verdict,
      )
      .map(one => one.text)
  return { concerned: concerned.length, failing: having('fails'), unknown: having('unknown') }
}
