import type { AssessmentContext } from '../assessments/assessment-context'
import { markDifferences } from '../web/components/conflict'
import type { ConflictJson, StandingJson } from '../worksheets/saved-json'
import { savedTime } from '../worksheets/question-row.page'
import type { FilledJson } from './filled-json'
import { changedWords, passingWords, verdictsOf } from './prerequisite-row-words'
import { prerequisiteWords } from './prerequisites.form'
import type { PrerequisiteRow } from './prerequisites.repository'
import {
  otherField,
  standingField,
  type PrerequisiteContent,
  type PrerequisiteField,
  type StandingField,
} from './standing-prerequisite'

interface Filled {
  readonly assessment: AssessmentContext
  readonly id: string
  readonly field: PrerequisiteField
  /** What stands now. */
  readonly row: PrerequisiteRow
  /** Every prerequisite of the assessment. */
  readonly rows: readonly PrerequisiteRow[]
  /** The version of the other field that the page shows; undefined when nobody looks. */
  readonly seen: number | undefined
  /** The civil date they are judged on. */
  readonly on: string
  readonly now: Date
}

/** One field that was filled, and what it moves on the page. */
export function filledJson({ assessment, id, field, row, rows, seen, on, now }: Filled): FilledJson {
  const prerequisite = assessment.instrument.prerequisites.find(one => one.id === id)!
  const { version, at } = standingField(row, field)
  const beside = standingField(row, otherField(field))
  return {
    field,
    version,
    savedAt: savedTime(at, assessment.timeZone, now),
    inputs: null,
    newer:
      seen !== undefined && beside.version > seen
        ? { ...standingJson(beside), field: beside.field, by: beside.by }
        : null,
    verdicts: verdictsOf(prerequisite, row.value, on).map(({ status }) => status),
    changed: changedWords(assessment, row),
    intro: passingWords(assessment, rows, on),
  }
}

/** One field that somebody else changed, in both contents. */
export function contestedJson(
  assessment: AssessmentContext,
  mine: Partial<PrerequisiteContent>,
  standing: StandingField,
  message: string,
  now: Date,
): ConflictJson {
  const isNote = standing.field === 'note'
  const [left, right] = isNote
    ? markDifferences(mine.note ?? '', standing.note)
    : markDifferences(prerequisiteWords(mine.value ?? null), prerequisiteWords(standing.value))
  return {
    error: 'conflict',
    message,
    current: standingJson(standing),
    words: {
      lead: isNote ? 'Catatan ini diubah oleh dua orang.' : 'Jawaban ini diubah oleh dua orang.',
      theirName: standing.by || 'pengguna lain',
      theirState: `tersimpan ${savedTime(standing.at, assessment.timeZone, now)}`,
      mine: left.toString(),
      theirs: right.toString(),
    },
  }
}

const standingJson = ({ field, version, value, note }: StandingField): StandingJson =>
  field === 'note' ? { version, note } : { version, value: { option: value ?? '', inputs: null } }
