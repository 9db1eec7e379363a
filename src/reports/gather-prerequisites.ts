import type { Instrument, Prerequisite } from '../engine/instrument/instrument'
import { prerequisiteVerdicts } from '../engine/prerequisites/prerequisite-verdicts'
import { formatDate } from '../web/format/date'
import type { PrerequisiteFact } from './readiness-facts'
import type { PrerequisiteValueRow } from './reports.repository'

/** Every prerequisite of the instrument with its value in words and its verdict on a civil date. */
export function gatherPrerequisites(
  instrument: Instrument,
  rows: readonly PrerequisiteValueRow[],
  on: string,
): PrerequisiteFact[] {
  const values = new Map(rows.map(row => [row.prerequisite, row]))
  return instrument.prerequisites.map(prerequisite => {
    const row = values.get(prerequisite.id)
    const value = row?.value ?? null
    return {
      id: prerequisite.id,
      text: prerequisite.text,
      value: value === null ? null : valueWords(prerequisite, value),
      note: row?.note ?? '',
      verdicts: prerequisiteVerdicts(prerequisite, value, on),
    }
  })
}

const CIVIL_DATE = /^\d{4}-\d{2}-\d{2}$/

function valueWords({ kind }: Prerequisite, value: string): string {
  return kind === 'since' && CIVIL_DATE.test(value) ? `Sejak ${formatDate(value)}` : value
}
