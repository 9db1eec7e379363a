import type { Actor } from '../access/actor'
import type { Prerequisite } from '../engine/instrument/instrument'
import { prerequisiteVerdicts, type PrerequisiteVerdict } from '../engine/prerequisites/prerequisite-verdicts'
import { mayAttach } from '../evidence/evidence-access'
import type { VisibleUse } from '../evidence/evidence.service'
import { evidenceInQuestion, type EvidenceInQuestion } from '../evidence/in-question.page'
import { paths } from '../paths'
import { errorSummary, type ErrorSummary } from '../web/components/error-summary'
import type { Conflict as ConflictTexts } from '../web/components/conflict'
import { markDifferences } from '../web/components/conflict'
import type { Field } from '../web/components/field'
import { dateField, radioField, selectField, textAreaField } from '../web/components/fields'
import { STATUS, type Status } from '../web/components/status'
import { formatPart } from '../web/format/number'
import { formatInstant } from '../web/format/date'
import { freshForm, type FormState } from '../web/form'
import type { PageModel } from '../web/view'
import type { AssessmentContext } from '../assessments/assessment-context'
import type { PrerequisiteRow } from './prerequisites.repository'
import { choicesOf, prerequisiteWords } from './prerequisites.form'

declare module '../web/view' {
  interface Views {
    'prerequisites/prerequisites': PrerequisitesPage
  }
}

export interface PrerequisitesFacts {
  readonly assessment: AssessmentContext
  readonly values: readonly PrerequisiteRow[]
  readonly uses: ReadonlyMap<string, readonly VisibleUse[]>
  /** The civil date they are judged on. */
  readonly on: string
  /** Who fills it instead of the actor, and why it is closed; null where it may be filled. */
  readonly readOnly: (prerequisite: Prerequisite) => string | null
  readonly closed: (prerequisite: Prerequisite) => boolean
}

/** A form that was refused: whose, and what was typed. */
export interface RefusedPrerequisite {
  readonly id: string
  readonly form: FormState
  /** What stands when somebody else was faster. */
  readonly standing: PrerequisiteRow | null
}

export interface PrerequisitesPage extends PageModel {
  readonly over: string
  readonly intro: string
  readonly summary: ErrorSummary | null
  readonly items: readonly PrerequisiteItem[]
}

export interface PrerequisiteItem {
  readonly id: string
  readonly text: string
  readonly filledBy: string
  readonly verdicts: readonly { readonly predicate: string; readonly status: Status }[]
  readonly value: string
  readonly note: string
  /** `Diubah Sari Puspadewi, 12 Maret 2026 10.45 WIB`; `''` while nobody filled it. */
  readonly changed: string
  readonly evidence: EvidenceInQuestion
  /** Why it cannot be filled; `''` where it can. */
  readonly readOnly: string
  readonly form: PrerequisiteFormModel | null
}

export interface PrerequisiteFormModel {
  readonly action: string
  readonly version: string
  readonly fields: readonly Field[]
  readonly conflict: ConflictTexts | null
}

const VERDICTS: Readonly<Record<PrerequisiteVerdict, Status>> = {
  passes: STATUS.met,
  fails: { tone: 'bad', icon: 'cross', text: 'Belum terpenuhi' },
  unknown: { tone: 'mut', icon: 'ring', text: 'Belum diisi' },
}

export function prerequisitesPage(
  facts: PrerequisitesFacts,
  actor: Actor,
  refused: RefusedPrerequisite | null = null,
): PrerequisitesPage {
  const { assessment } = facts
  const target = assessment.targetPredicate
  const items = assessment.instrument.prerequisites.map(one => itemOf(facts, actor, one, refused))
  const concerned = items.flatMap(item => item.verdicts.filter(verdict => verdict.predicate === target))
  const passing = concerned.filter(verdict => verdict.status === VERDICTS.passes).length
  const wrong = items.find(item => item.id === refused?.id)?.form
  return {
    title: 'Prasyarat di luar nilai',
    current: 'beranda',
    over: `${assessment.satkerName} · siklus ${assessment.year}`,
    intro: `${formatPart(passing, concerned.length)} prasyarat ${target} terpenuhi. Prasyarat tidak mengubah nilai, tetapi predikat tidak diberikan bila ada yang gagal.`,
    summary: refused && wrong && !refused.standing ? errorSummary(refused.form, wrong.fields) : null,
    items,
  }
}

function itemOf(
  facts: PrerequisitesFacts,
  actor: Actor,
  prerequisite: Prerequisite,
  refused: RefusedPrerequisite | null,
): PrerequisiteItem {
  const { assessment, uses, on } = facts
  const row = facts.values.find(value => value.prerequisite === prerequisite.id)
  const question = `P.${prerequisite.id}`
  const readOnly = facts.readOnly(prerequisite)
  const attachable = !facts.closed(prerequisite) && mayAttach(actor, assessment, question)
  return {
    id: prerequisite.id,
    text: prerequisite.text,
    filledBy: prerequisite.filledBy === 'pusat' ? 'Diisi pusat' : 'Diisi satker',
    verdicts: [...prerequisiteVerdicts(prerequisite, row?.value ?? null, on)].map(([predicate, verdict]) => ({
      predicate,
      status: VERDICTS[verdict],
    })),
    value: prerequisiteWords(row?.value ?? null),
    note: row?.note ?? '',
    changed: row
      ? `Diubah ${row.updatedByName ?? 'sistem'}, ${formatInstant(row.updatedAt, assessment.timeZone)}`
      : '',
    evidence: evidenceInQuestion(assessment, question, uses.get(question), { mayAttach: attachable }),
    readOnly: readOnly ?? '',
    form: readOnly === null ? formOf(facts, prerequisite, row, refused) : null,
  }
}

function formOf(
  { assessment }: PrerequisitesFacts,
  prerequisite: Prerequisite,
  row: PrerequisiteRow | undefined,
  refused: RefusedPrerequisite | null,
): PrerequisiteFormModel {
  const own = refused?.id === prerequisite.id ? refused : null
  const form = own?.form ?? freshForm({ value: row?.value ?? '', note: row?.note ?? '' })
  const idPrefix = `${prerequisite.id}-`
  return {
    action: paths.prerequisite(assessment.id, prerequisite.id),
    version: String(row?.version ?? 0),
    fields: [
      valueField(form, prerequisite, idPrefix),
      textAreaField(form, 'note', { label: 'Catatan', required: false, rows: 2, maxlength: 2000, idPrefix }),
    ],
    conflict: own?.standing ? conflictOf(own, own.standing) : null,
  }
}

function valueField(form: FormState, prerequisite: Prerequisite, idPrefix: string): Field {
  const choices = choicesOf(prerequisite).map(value => ({ value, label: value }))
  if (prerequisite.kind === 'since')
    return dateField(form, 'value', { label: 'Sejak tanggal', required: false, idPrefix })
  if (prerequisite.kind === 'sakip')
    return selectField(form, 'value', {
      label: 'Predikat',
      required: false,
      prompt: 'Belum diisi',
      choices,
      idPrefix,
    })
  return radioField(form, 'value', {
    label: 'Terpenuhi',
    choices: [...choices, { value: '', label: 'Belum diisi' }],
    idPrefix,
  })
}

/** Both contents whole; the typed one stands in the form and is kept by saving it once more. */
function conflictOf({ form }: RefusedPrerequisite, standing: PrerequisiteRow): ConflictTexts {
  const typed = (name: string) => {
    const value = form.values[name]
    return typeof value === 'string' ? value : ''
  }
  const [mine, theirs] = markDifferences(
    `${prerequisiteWords(typed('value') || null)}\n${typed('note')}`,
    `${prerequisiteWords(standing.value)}\n${standing.note}`,
  )
  const author = standing.updatedByName ?? 'orang lain'
  return {
    lead: 'Prasyarat ini diubah oleh dua orang.',
    text: 'Tidak ada yang hilang; pilih isi yang dipakai.',
    mine: {
      author: 'Isi Anda',
      state: 'belum tersimpan',
      text: mine,
      button: { label: 'Pakai isi saya', name: 'pakai', value: 'saya' },
    },
    theirs: {
      author: `Isi ${author}`,
      state: 'tersimpan',
      text: theirs,
      button: { label: `Pakai isi ${author}`, name: 'pakai', value: 'mereka' },
    },
  }
}
