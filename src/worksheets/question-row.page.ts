import { lockedBecause, type AssessmentContext } from '../assessments/assessment-context'
import type { Question } from '../engine/instrument/instrument'
import type { Contradiction, Flag, QuestionScore } from '../engine/scoring/score'
import { evidenceInQuestion, type EvidenceInQuestion } from '../evidence/in-question.page'
import type { QuestionMark, QuestionMarks } from '../findings/question-marks'
import { paths } from '../paths'
import { coverageDots, type CoverageDots } from '../web/components/evidence'
import { savedAt, STATUS, type Status } from '../web/components/status'
import { civilDateIn, formatShortDate, formatTime, type TimeZone } from '../web/format/date'
import { NO_VALUE, typedText, type StoredValue } from './answer-content'
import { stampText } from './answer-stamp'
import type { AnswerRow } from './answers.repository'
import type { Assignee } from './assignments.service'
import { flagWords, type FlagWords } from './flag-words'
import { computedValue, type ComputedValue } from './value-words'
import type { WorksheetContents } from './worksheets.service'

/** One question as people fill it in: what is asked, what was answered, what proves it. */
export interface QuestionRow {
  readonly code: string
  /** Within its block: `ii.a`. */
  readonly short: string
  readonly href: string
  readonly text: string
  /** The form that its fields belong to; the fields stand outside of it, since forms cannot nest. */
  readonly form: string
  readonly editable: boolean
  /** What the evaluators ask of it; null where it did not come back. */
  readonly returned: { readonly note: string; readonly href: string } | null
  readonly unanswered: boolean
  /** Not answered so that it counts: a stop of "next unanswered". */
  readonly open: boolean
  readonly stateClass: string
  readonly stamp: string
  readonly valueVersion: number
  readonly noteVersion: number
  readonly options: readonly OptionChoice[]
  readonly optionError: string
  readonly counts: QuestionCounts | null
  readonly clearable: boolean
  /** Copied from last cycle and not confirmed. */
  readonly carried: boolean
  readonly confirmAction: string
  readonly coverage: CoverageDots
  readonly evidence: EvidenceInQuestion
  readonly flags: readonly FlagWords[]
  /** What the rules saw when they were read last. */
  readonly marks: readonly QuestionMark[]
  readonly note: QuestionNote
  readonly status: Status
  readonly assignee: string
  readonly assignment: Assignment | null
}

export interface OptionChoice {
  readonly id: string
  readonly key: string
  readonly criterion: string
  readonly checked: boolean
}

export interface QuestionCounts extends ComputedValue {
  readonly criterion: string
  readonly inputs: readonly CountInput[]
  /** Ids of the inputs, for the output that is computed from them. */
  readonly inputIds: string
}

export interface CountInput {
  readonly id: string
  readonly name: string
  readonly key: string
  readonly label: string
  readonly value: string
  readonly inputmode: 'numeric' | 'decimal'
  readonly error: string
}

export interface QuestionNote {
  readonly id: string
  readonly text: string
  /** The first words, beside the closed note. */
  readonly peek: string
  readonly open: boolean
  readonly error: string
}

export interface Assignment {
  readonly action: string
  readonly choices: readonly { readonly value: string; readonly label: string; readonly selected: boolean }[]
}

/** What was typed and refused for one question; fields that are absent show what is stored. */
export interface RefusedFields {
  readonly option?: string | undefined
  readonly inputs?: Readonly<Record<string, string>> | undefined
  readonly note?: string | undefined
  /** By input key, `option` or `note`. */
  readonly errors: Readonly<Record<string, string>>
}

/** What the rows of one page share. */
export interface RowSetting {
  readonly assessment: AssessmentContext
  readonly contents: WorksheetContents
  readonly flags: ReadonlyMap<string, Flag>
  readonly contradictions: ReadonlyMap<string, Contradiction>
  readonly editable: boolean
  readonly mayAttach: boolean
  readonly assignees: ReadonlyMap<string, Assignee>
  /** People a question may be given to; null when the actor gives none. */
  readonly answerers: readonly { readonly userId: string; readonly name: string }[] | null
  readonly refused: ReadonlyMap<string, RefusedFields>
  readonly marks: QuestionMarks
  /** What the evaluators ask of a question that came back. */
  readonly repairs: ReadonlyMap<string, string>
  readonly now: Date
}

export function questionRow(page: RowSetting, question: Question, short: string, form: string): QuestionRow {
  const { assessment, contents } = page
  const { code } = question
  const open = lockedBecause(assessment, code) === null
  const setting = { ...page, editable: page.editable && open, mayAttach: page.mayAttach && open }
  const row = contents.rows.get(code)
  const scored = contents.score.questions.get(code)!
  const stored = storedValue(row)
  const refused = setting.refused.get(code)
  const flag = setting.flags.get(code)
  const carried = Boolean(row?.carried)
  const contradiction = setting.contradictions.get(code)
  return {
    code,
    short,
    href: paths.question(assessment.id, code),
    text: question.text,
    form,
    editable: setting.editable,
    returned: returnedOf(page, code),
    unanswered: scored.state === 'unanswered' && !carried,
    open: scored.state !== 'answered',
    stateClass: contradiction || refused ? ' is-error' : '',
    stamp: stampText(
      { ...stored, valueVersion: row?.valueVersion ?? 0 },
      { note: row?.note ?? '', noteVersion: row?.noteVersion ?? 0 },
    ),
    valueVersion: row?.valueVersion ?? 0,
    noteVersion: row?.noteVersion ?? 0,
    options: optionsOf(question, refused?.option ?? stored.option),
    optionError: refused?.errors['option'] ?? '',
    counts: countsOf(question, stored, scored, contradiction, refused),
    clearable: setting.editable && (stored.option !== null || stored.inputs !== null),
    carried,
    confirmAction: paths.carriedAnswer(assessment.id, code),
    coverage: coverageDots(scored.coverage.expected, scored.coverage.shown),
    evidence: evidenceInQuestion(assessment, code, contents.uses.get(code), setting),
    flags: flag ? [flagWords(flag)] : [],
    marks: page.marks.get(code) ?? [],
    note: noteOf(code, row?.note ?? '', refused),
    status: rowStatus(row, scored, assessment.timeZone, setting.now),
    assignee: assigneeWords(setting.assignees.get(code)),
    assignment: assignmentOf(setting, code),
  }
}

const assigneeWords = (assignee: Assignee | undefined): string =>
  assignee ? `${assignee.name}${assignee.left ? ', tidak lagi di bagian ini' : ''}` : ''

function returnedOf({ assessment, repairs }: RowSetting, code: string): QuestionRow['returned'] {
  const note = repairs.get(code)
  return note === undefined ? null : { note, href: `${paths.repairs(assessment.id)}#${code}` }
}

/** The value of a row, as it is stored. */
export const storedValue = (row: AnswerRow | undefined): StoredValue =>
  row
    ? {
        option: row.option,
        inputs: row.inputs === null ? null : (JSON.parse(row.inputs) as Record<string, string>),
      }
    : NO_VALUE

const optionsOf = (question: Question, chosen: string | null): OptionChoice[] =>
  question.kind === 'choice'
    ? question.options.map(({ key, criterion }) => ({
        id: `${question.code}-${key}`,
        key,
        criterion,
        checked: key === chosen,
      }))
    : []

function countsOf(
  question: Question,
  stored: StoredValue,
  scored: QuestionScore,
  contradiction: Contradiction | undefined,
  refused: RefusedFields | undefined,
): QuestionCounts | null {
  if (question.kind === 'choice') return null
  const inputs = question.inputs.map(input => ({
    id: `${question.code}-${input.key}`,
    name: `input:${question.code}:${input.key}`,
    key: input.key,
    label: input.informational ? `${input.label} (boleh kosong)` : input.label,
    value: refused?.inputs?.[input.key] ?? typedText(stored.inputs?.[input.key] ?? ''),
    inputmode: input.type === 'count' ? ('numeric' as const) : ('decimal' as const),
    error: refused?.errors[input.key] ?? '',
  }))
  return {
    ...computedValue(question, stored, scored, contradiction),
    criterion: question.criterion,
    inputs,
    inputIds: inputs.map(input => input.id).join(' '),
  }
}

function noteOf(code: string, stored: string, refused: RefusedFields | undefined): QuestionNote {
  const error = refused?.errors['note'] ?? ''
  return {
    id: `${code}-catatan`,
    text: refused?.note ?? stored,
    peek: stored.slice(0, 120),
    open: error !== '',
    error,
  }
}

/** Unanswered stands before saved: that a note was kept does not make an answer. */
function rowStatus(row: AnswerRow | undefined, scored: QuestionScore, zone: TimeZone, now: Date): Status {
  if (row?.carried) return STATUS.toReview
  if (scored.state === 'contradictory') return STATUS.contradictory
  if (scored.state === 'incomplete') return STATUS.incomplete
  if (scored.state === 'unanswered') return { ...STATUS.unanswered, text: 'Belum dijawab, dihitung 0' }
  const at = [row?.valueAt ?? '', row?.noteAt ?? ''].sort().at(-1) ?? ''
  return savedAt(savedTime(at, zone, now))
}

/** The time alone today, before that the date, of this year without the year. */
export function savedTime(at: string, zone: TimeZone, now: Date): string {
  if (at === '') return ''
  const day = civilDateIn(at, zone)
  const today = civilDateIn(now, zone)
  if (day === today) return formatTime(at, zone)
  const year = day.slice(0, 4)
  return year === today.slice(0, 4) ? formatShortDate(day).replace(` ${year}`, '') : formatShortDate(day)
}

function assignmentOf({ assessment, answerers, assignees }: RowSetting, code: string): Assignment | null {
  if (!answerers) return null
  const present = assignees.get(code)
  const gone = present && !answerers.some(person => person.userId === present.userId) ? [present] : []
  return {
    action: paths.assignment(assessment.id, code),
    choices: [...answerers, ...gone].map(person => ({
      value: person.userId,
      label: person.name,
      selected: person.userId === present?.userId,
    })),
  }
}
