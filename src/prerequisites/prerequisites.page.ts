import type { Actor } from '../access/actor'
import type { Prerequisite } from '../engine/instrument/instrument'
import { mayAttach } from '../evidence/evidence-access'
import type { VisibleUse } from '../evidence/evidence.service'
import { evidenceInQuestion, type EvidenceInQuestion } from '../evidence/in-question.page'
import { paths } from '../paths'
import { errorSummary, type ErrorSummary } from '../web/components/error-summary'
import type { Conflict as ConflictTexts } from '../web/components/conflict'
import { markDifferences } from '../web/components/conflict'
import type { Field } from '../web/components/field'
import { dateField, radioField, selectField, textAreaField } from '../web/components/fields'
import type { Status } from '../web/components/status'
import { freshForm, type FormState } from '../web/form'
import type { PageModel } from '../web/view'
import type { AssessmentContext } from '../assessments/assessment-context'
import { changedWords, passingWords, verdictsOf } from './prerequisite-row-words'
import { choicesOf, prerequisiteWords } from './prerequisites.form'
import type { PrerequisiteRow } from './prerequisites.repository'
import { unfilled } from './standing-prerequisite'

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
  /** The address below which a script saves each field. */
  readonly saveBase: string
  /** Whether the actor fills any of them. */
  readonly editable: boolean
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
  /** What stands, and its versions. */
  readonly valueVersion: string
  readonly noteVersion: string
  /** What the form's fields were typed over. */
  readonly hidden: readonly { readonly name: string; readonly value: string }[]
  readonly fields: readonly Field[]
  readonly conflict: ConflictTexts | null
}

export function prerequisitesPage(
  facts: PrerequisitesFacts,
  actor: Actor,
  refused: RefusedPrerequisite | null = null,
): PrerequisitesPage {
  const { assessment, values, on } = facts
  const items = assessment.instrument.prerequisites.map(one => itemOf(facts, actor, one, refused))
  const wrong = items.find(item => item.id === refused?.id)?.form
  return {
    title: 'Prasyarat di luar nilai',
    current: 'beranda',
    over: `${assessment.satkerName} · siklus ${assessment.year}`,
    intro: passingWords(assessment, values, on),
    saveBase: paths.prerequisites(assessment.id),
    editable: items.some(item => item.form !== null),
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
    verdicts: verdictsOf(prerequisite, row?.value ?? null, on),
    value: prerequisiteWords(row?.value ?? null),
    note: row?.note ?? '',
    changed: changedWords(assessment, row),
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
  const standing = row ?? unfilled(prerequisite.id)
  const { value, note, valueVersion, noteVersion } = standing
  const before = { valueVersion: String(valueVersion), noteVersion: String(noteVersion) }
  const fresh = freshForm({ value: value ?? '', note, valueWas: value ?? '', noteWas: note, ...before })
  const form = own?.form ?? fresh
  const idPrefix = `${prerequisite.id}-`
  return {
    action: paths.prerequisite(assessment.id, prerequisite.id),
    ...before,
    hidden: TYPED_OVER.map(name => ({ name, value: typedIn(own?.standing ? fresh : form, name) })),
    fields: [
      valueField(form, prerequisite, idPrefix),
      textAreaField(form, 'note', { label: 'Catatan', required: false, rows: 2, maxlength: 2000, idPrefix }),
    ],
    conflict: own?.standing ? conflictOf(own, own.standing) : null,
  }
}

/** After a conflict both are typed over what stands now; after another refusal over what they were. */
const TYPED_OVER = ['valueVersion', 'noteVersion', 'valueWas', 'noteWas'] as const

const typedIn = ({ values }: FormState, name: string): string => {
  const value = values[name]
  return typeof value === 'string' ? value : ''
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
  const [mine, theirs] = markDifferences(
    `${prerequisiteWords(typedIn(form, 'value') || null)}\n${typedIn(form, 'note')}`,
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
