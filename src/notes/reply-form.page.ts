import { evidencePicker, type EvidencePicker, type PickerFacts } from '../evidence/evidence-picker.page'
import { paths } from '../paths'
import { textAreaField } from '../web/components/fields'
import type { Field } from '../web/components/field'
import type { FormState } from '../web/form'
import { NOTE_LENGTH } from './notes.form'
import type { SeenNote } from './notes.service'

/** Answering a note in words, with pieces of the shelf. */
export interface ReplyForm {
  readonly action: string
  readonly version: string
  readonly text: Field
  readonly picker: EvidencePicker
  /** Where a new piece is uploaded; empty for whoever keeps none. */
  readonly uploadHref: string
}

export interface ReplyFacts extends PickerFacts {
  readonly mayUpload: boolean
}

export function replyFormOf({ note, assessment }: SeenNote, facts: ReplyFacts, form: FormState): ReplyForm {
  return {
    action: paths.noteReplies(note.id),
    version: String(note.version),
    text: textAreaField(form, 'text', {
      label: 'Tanggapan',
      rows: 4,
      maxlength: NOTE_LENGTH,
      idPrefix: 'tanggapan-',
    }),
    picker: evidencePicker(facts, form),
    uploadHref: facts.mayUpload
      ? `${paths.newEvidence(assessment.satkerId)}?${new URLSearchParams({ catatan: note.id }).toString()}`
      : '',
  }
}
