import { noteTargetOf, type NoteAct } from '../engine/stages/notes'
import { paths } from '../paths'
import { dateField, textAreaField } from '../web/components/fields'
import type { Field } from '../web/components/field'
import type { Confirm } from '../web/components/panels'
import { freshForm, type FormState } from '../web/form'
import { noteFields, ownerField } from './note-form.page'
import { placeValue } from './note-place'
import { NOTE_LENGTH } from './notes.form'
import type { TeamPerson } from './notes.repository'
import type { SeenNote } from './notes.service'
import { replyFormOf, type ReplyFacts, type ReplyForm } from './reply-form.page'

/** What whoever looks at a note may do about it; null where they may not. */
export interface NoteForms {
  readonly reply: ReplyForm | null
  readonly verification: SmallForm | null
  readonly giveBack: SmallForm | null
  readonly correction: SmallForm | null
  readonly handOver: SmallForm | null
  readonly withdrawal: Confirm | null
  readonly withdrawalOpen: boolean
}

interface SmallForm {
  readonly action: string
  readonly version: string
  readonly fields: readonly Field[]
  /** It came back and is to be seen at once. */
  readonly open: boolean
}

/** A form that came back. */
export interface RefusedNoteAct {
  readonly act: NoteAct
  readonly form: FormState
  readonly clash: string
}

export interface FormFacts {
  readonly seen: SeenNote
  readonly team: readonly TeamPerson[]
  readonly reply: ReplyFacts
}

/** The forms for whoever looks, and the fields of the one that came back. */
export function noteForms(
  facts: FormFacts,
  refused: RefusedNoteAct | null,
): { readonly fields: readonly Field[]; readonly shown: NoteForms } {
  const { seen, team } = facts
  const { note, assessment, role } = seen
  const version = String(note.version)
  const may = (act: NoteAct): boolean => noteTargetOf(act, role, note.state) !== null
  const typed = (act: NoteAct, values: FormState['values'] = {}): FormState =>
    refused?.act === act ? refused.form : freshForm(values)
  const open = (act: NoteAct): boolean => refused?.act === act
  const small = (act: NoteAct, action: string, fields: readonly Field[]): SmallForm | null =>
    may(act) ? { action, version, fields, open: open(act) } : null
  const returnFields = [
    textAreaField(typed('return'), 'text', {
      label: 'Yang masih kurang',
      rows: 3,
      maxlength: NOTE_LENGTH,
      idPrefix: 'kembali-',
    }),
    dateField(typed('return'), 'dueOn', {
      label: 'Tenggat baru',
      required: false,
      hint: 'Kosong: tenggatnya tetap.',
      idPrefix: 'kembali-',
    }),
  ]
  const verificationFields = [
    textAreaField(typed('verify'), 'text', {
      label: 'Pesan',
      rows: 2,
      required: false,
      maxlength: NOTE_LENGTH,
      idPrefix: 'verifikasi-',
    }),
  ]
  const withdrawalFields = [
    textAreaField(typed('withdraw'), 'text', {
      label: 'Alasan',
      rows: 2,
      maxlength: NOTE_LENGTH,
      idPrefix: 'tarik-',
    }),
  ]
  const standing = {
    about: placeValue(note),
    text: note.text,
    severity: note.severity,
    dueOn: note.dueOn,
    owner: note.ownerId ?? '',
  }
  const correctionFields = may('correct')
    ? noteFields(assessment, team, typed('correct', standing), 'perbaiki-')
    : []
  const ownerFields = may('hand-over')
    ? [
        ownerField(team, typed('hand-over', { owner: standing.owner }), {
          label: 'Serahkan kepada',
          idPrefix: 'serah-',
        }),
      ]
    : []
  const reply = may('reply') ? replyFormOf(seen, facts.reply, typed('reply')) : null
  const withdrawal: Confirm | null = may('withdraw')
    ? {
        tone: 'warn',
        lead: 'Tarik catatan ini?',
        text: 'Catatan yang ditarik tetap dapat dibaca beserta alasannya, tetapi tidak dihitung lagi.',
        action: paths.noteWithdrawal(note.id),
        submit: 'Tarik catatan',
        destructive: true,
        hidden: [{ name: 'version', value: version }],
        fields: withdrawalFields,
        cancel: { label: 'Batal', href: paths.note(note.id) },
      }
    : null
  const fieldsOf: Readonly<Record<NoteAct, readonly Field[]>> = {
    correct: correctionFields,
    'hand-over': ownerFields,
    reply: reply ? [reply.text] : [],
    verify: verificationFields,
    return: returnFields,
    withdraw: withdrawalFields,
  }
  return {
    fields: refused ? fieldsOf[refused.act] : [],
    shown: {
      reply,
      verification: small('verify', paths.noteVerification(note.id), verificationFields),
      giveBack: small('return', paths.noteReturn(note.id), returnFields),
      correction: small('correct', paths.note(note.id), correctionFields),
      handOver: small('hand-over', paths.noteOwner(note.id), ownerFields),
      withdrawal,
      withdrawalOpen: open('withdraw'),
    },
  }
}
