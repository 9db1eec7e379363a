import type { AssessmentContext } from '../assessments/assessment-context'
import { NOTE_SEVERITIES } from '../engine/stages/notes'
import { lookup } from '../engine/instrument/lookup'
import { paths } from '../paths'
import { ROLE_NAMES } from '../access/roles'
import { errorSummary, type ErrorSummary } from '../web/components/error-summary'
import { dateField, radioField, selectField, textAreaField } from '../web/components/fields'
import type { Choice, Field } from '../web/components/field'
import type { FormState } from '../web/form'
import type { PageModel } from '../web/view'
import type { NoteOrigin } from './note.entity'
import { areaTitles } from './note-place'
import { ORIGIN_WORDS, SEVERITY_WORDS } from './note-words'
import { NOTE_LENGTH } from './notes.form'
import type { TeamPerson } from './notes.repository'

declare module '../web/view' {
  interface Views {
    'notes/new': NewNotePage
  }
}

export interface NewNotePage extends PageModel {
  readonly over: string
  readonly summary: ErrorSummary | null
  readonly intro: string
  readonly action: string
  readonly fields: readonly Field[]
  readonly backHref: string
}

export function newNotePage(
  assessment: AssessmentContext,
  facts: { readonly origin: NoteOrigin; readonly team: readonly TeamPerson[] },
  form: FormState,
): NewNotePage {
  const fields = noteFields(assessment, facts.team, form)
  return {
    title: 'Tulis catatan',
    current: 'catatan',
    over: `${assessment.satkerName} · siklus ${assessment.year}`,
    summary: errorSummary(form, fields),
    intro: `Sebagai ${ORIGIN_WORDS[facts.origin].toLowerCase()}. Satker membaca catatan ini begitu disimpan, lalu menanggapinya dengan bukti.`,
    action: paths.assessmentNotes(assessment.id),
    fields,
    backHref: paths.assessmentNotes(assessment.id),
  }
}

/** The fields of a note, for writing and for correcting it. */
export function noteFields(
  assessment: AssessmentContext,
  team: readonly TeamPerson[],
  form: FormState,
  idPrefix = '',
): Field[] {
  return [
    selectField(form, 'about', {
      label: 'Tentang',
      prompt: 'Pilih pertanyaan, area, atau seluruh penilaian',
      choices: placeChoices(assessment),
      idPrefix,
    }),
    textAreaField(form, 'text', { label: 'Catatan', rows: 5, maxlength: NOTE_LENGTH, idPrefix }),
    radioField(form, 'severity', {
      label: 'Tingkat',
      choices: NOTE_SEVERITIES.map(value => ({ value, label: SEVERITY_WORDS[value].text })),
      idPrefix,
    }),
    dateField(form, 'dueOn', {
      label: 'Tenggat',
      hint: 'Hari terakhir satker menanggapi, menurut waktu setempat.',
      idPrefix,
    }),
    ownerField(team, form, { label: 'Penanggung jawab di satker', idPrefix }),
  ]
}

/** Who of the satker's team looks after a note. */
export const ownerField = (
  team: readonly TeamPerson[],
  form: FormState,
  { label, idPrefix }: { readonly label: string; readonly idPrefix: string },
): Field =>
  selectField(form, 'owner', {
    label,
    prompt: 'Belum ditentukan',
    required: false,
    choices: team.map(({ id, name, role, parts }) => ({
      value: id,
      label: `${name}, ${ROLE_NAMES[role]}${role === 'member' && parts ? ` (area ${parts})` : ''}`,
    })),
    idPrefix,
  })

const TEXT_SHOWN = 90

/** The whole, then each area with its questions after it. */
function placeChoices({ instrument }: AssessmentContext): Choice[] {
  const titles = areaTitles(instrument)
  const { parts } = lookup(instrument)
  return [
    { value: 'whole:', label: 'Seluruh penilaian' },
    ...[...parts.values()].flatMap(({ id, questions }) => [
      { value: `area:${id}`, label: titles.get(id) ?? id },
      ...questions.map(({ code, text }) => ({
        value: `question:${code}`,
        label: `${code} ${text.length > TEXT_SHOWN ? `${text.slice(0, TEXT_SHOWN)} …` : text}`,
      })),
    ]),
  ]
}
