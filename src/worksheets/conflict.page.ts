import type { AssessmentContext } from '../assessments/assessment-context'
import { lookup } from '../engine/instrument/lookup'
import { paths } from '../paths'
import { markDifferences } from '../web/components/conflict'
import type { SafeHtml } from '../web/html'
import type { PageModel } from '../web/view'
import { NO_VALUE, readValue, valueWords } from './answer-content'
import type { FieldChange, StandingField } from './answers.service'
import { savedTime } from './question-row.page'
import type { FoundConflict } from './save-posted'

declare module '../web/view' {
  interface Views {
    'worksheets/conflict': ConflictPage
  }
}

/** Both contents of each contested field side by side; nothing is overwritten until somebody chooses. */
export interface ConflictPage extends PageModel {
  readonly action: string
  readonly hidden: readonly HiddenField[]
  readonly conflicts: readonly PrintedConflict[]
  readonly backHref: string
}

interface HiddenField {
  readonly name: string
  readonly value: string
}

interface PrintedConflict extends ConflictWords {
  readonly code: string
  readonly question: string
  readonly field: 'value' | 'note'
  readonly hidden: readonly HiddenField[]
  /** Both notes one below the other, to be edited; null for values, which do not merge. */
  readonly merged: string | null
}

/** Two contents of one field, by whom and since when. */
export interface ConflictWords {
  readonly lead: string
  readonly theirName: string
  /** `tersimpan 10.41` */
  readonly theirState: string
  readonly mine: SafeHtml
  readonly theirs: SafeHtml
}

export function conflictPage(
  assessment: AssessmentContext,
  found: readonly FoundConflict[],
  hidden: readonly HiddenField[],
  backHref: string,
  now: Date,
): ConflictPage {
  return {
    title: 'Pilih isian yang dipakai',
    current: 'lembar',
    action: paths.answers(assessment.id),
    hidden,
    conflicts: found.map(one => printed(assessment, one, now)),
    backHref,
  }
}

function printed(
  assessment: AssessmentContext,
  { posted, mine, standing }: FoundConflict,
  now: Date,
): PrintedConflict {
  const { code } = posted
  return {
    ...conflictWords(assessment, code, mine, standing, now),
    code,
    question: lookup(assessment.instrument).questions.get(code)?.question.text ?? '',
    field: mine.field,
    hidden: [
      { name: `stamp:${code}`, value: Object.values(posted.stamp).join('.') },
      { name: `seen:${mine.field}:${code}`, value: String(standing.version) },
      ...mineFields(code, mine),
    ],
    merged: mine.field === 'note' && standing.field === 'note' ? `${standing.note}\n\n${mine.note}` : null,
  }
}

function mineFields(code: string, mine: FieldChange): HiddenField[] {
  if (mine.field === 'note') return [{ name: `note:${code}`, value: mine.note }]
  if (!mine.value.inputs) return [{ name: `option:${code}`, value: mine.value.option ?? '' }]
  return Object.entries(mine.value.inputs).map(([key, value]) => ({ name: `input:${code}:${key}`, value }))
}

/** A contested field in words, with the differences marked; for the page and for the script alike. */
export function conflictWords(
  assessment: AssessmentContext,
  code: string,
  mine: FieldChange,
  standing: StandingField,
  now: Date,
): ConflictWords {
  const [left, right] = markDifferences(
    mineText(assessment, code, mine),
    theirText(assessment, code, standing),
  )
  return {
    lead: mine.field === 'note' ? 'Catatan ini diubah oleh dua orang.' : 'Jawaban ini diubah oleh dua orang.',
    theirName: standing.by || 'pengguna lain',
    theirState: `tersimpan ${savedTime(standing.at, assessment.timeZone, now)}`,
    mine: left,
    theirs: right,
  }
}

function mineText(assessment: AssessmentContext, code: string, mine: FieldChange): string {
  if (mine.field === 'note') return mine.note
  const { question } = lookup(assessment.instrument).questions.get(code)!
  const reading = readValue(question, mine.value)
  return valueWords(question, reading.ok ? reading.value : NO_VALUE)
}

const theirText = (assessment: AssessmentContext, code: string, standing: StandingField): string =>
  standing.field === 'note'
    ? standing.note
    : valueWords(lookup(assessment.instrument).questions.get(code)!.question, standing.value)
