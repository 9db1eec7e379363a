import type { AssessmentContext } from '../assessments/assessment-context'
import type { Prerequisite } from '../engine/instrument/instrument'
import { prerequisiteVerdicts, type PrerequisiteVerdict } from '../engine/prerequisites/prerequisite-verdicts'
import { STATUS, type Status } from '../web/components/status'
import { formatInstant } from '../web/format/date'
import { formatPart } from '../web/format/number'
import type { PrerequisiteRow } from './prerequisites.repository'

const VERDICTS: Readonly<Record<PrerequisiteVerdict, Status>> = {
  passes: STATUS.met,
  fails: { tone: 'bad', icon: 'cross', text: 'Belum terpenuhi' },
  unknown: { tone: 'mut', icon: 'ring', text: 'Belum diisi' },
}

/** Whether it passes, per predicate that asks for it; `on`: the civil date it is judged on. */
export const verdictsOf = (
  prerequisite: Prerequisite,
  value: string | null,
  on: string,
): { predicate: string; status: Status }[] =>
  [...prerequisiteVerdicts(prerequisite, value, on)].map(([predicate, verdict]) => ({
    predicate,
    status: VERDICTS[verdict],
  }))

/** `3 dari 7 prasyarat WBK terpenuhi. …` */
export function passingWords(
  { instrument, targetPredicate }: AssessmentContext,
  rows: readonly PrerequisiteRow[],
  on: string,
): string {
  const concerned = instrument.prerequisites.flatMap(one => {
    const value = rows.find(row => row.prerequisite === one.id)?.value ?? null
    return verdictsOf(one, value, on).filter(({ predicate }) => predicate === targetPredicate)
  })
  const passing = concerned.filter(({ status }) => status === VERDICTS.passes).length
  return `${formatPart(passing, concerned.length)} prasyarat ${targetPredicate} terpenuhi. Prasyarat tidak mengubah nilai, tetapi predikat tidak diberikan bila ada yang gagal.`
}

/** `Diubah Sari Puspadewi, 12 Maret 2026 10.45 WIB`; `''` while nobody filled it. */
export const changedWords = ({ timeZone }: AssessmentContext, row: PrerequisiteRow | undefined): string =>
  row?.updatedAt ? `Diubah ${row.updatedByName ?? 'sistem'}, ${formatInstant(row.updatedAt, timeZone)}` : ''
