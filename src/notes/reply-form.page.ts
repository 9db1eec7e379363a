import { paths } from '../paths'
import { NATURE_WORDS } from '../web/components/evidence'
import { textAreaField, textField } from '../web/components/fields'
import type { Field } from '../web/components/field'
import type { FormState } from '../web/form'
import { formatShortDate } from '../web/format/date'
import type { Candidate } from '../evidence/evidence-shelf.repository'
import { NOTE_LENGTH } from './notes.form'
import type { SeenNote } from './notes.service'
import type { ShownPiece } from './notes.repository'

/** Answering a note in words, with pieces of the shelf. */
export interface ReplyForm {
  readonly action: string
  readonly version: string
  readonly text: Field
  readonly error: string
  /** Whether the shelf is open from the start: something was looked for, ticked or refused. */
  readonly open: boolean
  /** Ticked ones first. */
  readonly pieces: readonly PickedPiece[]
  readonly search: Field
  readonly nothing: string
  /** Where a new piece is uploaded; empty for whoever keeps none. */
  readonly uploadHref: string
}

interface PickedPiece {
  readonly id: string
  readonly value: string
  readonly title: string
  readonly kind: string
  readonly ticked: boolean
}

export interface ReplyFacts {
  readonly candidates: readonly Candidate[]
  /** Pieces that were ticked before the form came back. */
  readonly ticked: readonly ShownPiece[]
  readonly mayUpload: boolean
}

export function replyFormOf({ note, assessment }: SeenNote, facts: ReplyFacts, form: FormState): ReplyForm {
  const ticked = facts.ticked.filter(piece => Boolean(piece.opened) && piece.withdrawnAt === null)
  const chosen = new Set(ticked.map(piece => piece.id))
  const pieces = [
    ...ticked.map(piece => ({ ...piece, happenedOn: null, documentNumber: '' })),
    ...facts.candidates.filter(piece => !chosen.has(piece.id)),
  ]
  const searched = typeof form.values['cari'] === 'string' && form.values['cari'] !== ''
  return {
    action: paths.noteReplies(note.id),
    version: String(note.version),
    text: textAreaField(form, 'text', {
      label: 'Tanggapan',
      rows: 4,
      maxlength: NOTE_LENGTH,
      idPrefix: 'tanggapan-',
    }),
    error: form.errors['evidence'] ?? '',
    open: ticked.length > 0 || 'lihat' in form.values || 'evidence' in form.errors,
    pieces: pieces.map(({ id, title, nature, happenedOn, documentNumber }) => ({
      id: `bukti-${id}`,
      value: id,
      title,
      kind: [NATURE_WORDS[nature].text, documentNumber, happenedOn ? formatShortDate(happenedOn) : '']
        .filter(Boolean)
        .join(' · '),
      ticked: chosen.has(id),
    })),
    search: textField(form, 'cari', {
      label: 'Cari di rak bukti',
      type: 'search',
      oneOfSeveral: true,
      maxlength: 100,
      idPrefix: 'rak-',
    }),
    nothing: searched ? 'Tidak ada bukti yang cocok.' : 'Rak bukti satker masih kosong.',
    uploadHref: facts.mayUpload
      ? `${paths.newEvidence(assessment.satkerId)}?${new URLSearchParams({ catatan: note.id }).toString()}`
      : '',
  }
}
