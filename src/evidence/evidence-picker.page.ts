import type { EvidenceNature } from '../engine/instrument/instrument'
import { NATURE_WORDS } from '../web/components/evidence'
import type { Field } from '../web/components/field'
import { textField } from '../web/components/fields'
import { formatShortDate } from '../web/format/date'
import type { FormState } from '../web/form'
import type { Candidate, PickedPiece } from './evidence-shelf.repository'

/** Pieces of the shelf to tick within a form, with a search of its own that keeps nothing. */
export interface EvidencePicker {
  readonly error: string
  /** Whether it is open from the start: something was looked for, ticked or refused. */
  readonly open: boolean
  /** Ticked ones first. */
  readonly pieces: readonly {
    readonly id: string
    readonly value: string
    readonly title: string
    readonly kind: string
    readonly ticked: boolean
  }[]
  readonly search: Field
  readonly nothing: string
}

export interface PickerFacts {
  readonly candidates: readonly Candidate[]
  /** Pieces that are ticked already. */
  readonly ticked: readonly PickedPiece[]
}

export function evidencePicker({ candidates, ticked }: PickerFacts, form: FormState): EvidencePicker {
  const kept = ticked.filter(piece => Boolean(piece.opened) && piece.withdrawnAt === null)
  const chosen = new Set(kept.map(piece => piece.id))
  const rest = candidates.filter(piece => !chosen.has(piece.id))
  return {
    error: form.errors['evidence'] ?? '',
    open: kept.length > 0 || isSearch(form.values) || 'evidence' in form.errors,
    pieces: [
      ...kept.map(piece => picked(piece, true, [])),
      ...rest.map(piece => picked(piece, false, [piece.documentNumber, dayWords(piece.happenedOn)])),
    ],
    search: textField(form, 'cari', {
      label: 'Cari di rak bukti',
      type: 'search',
      oneOfSeveral: true,
      maxlength: 100,
      idPrefix: 'rak-',
    }),
    nothing: searchedFor(form) ? 'Tidak ada bukti yang cocok.' : 'Rak bukti satker masih kosong.',
  }
}

/** What the search of a picker was given. */
export function searchedFor({ values }: FormState): string {
  const typed = values['cari']
  return typeof typed === 'string' ? typed : ''
}

/** Whether a form came by the button that looks through the shelf and keeps nothing. */
export const isSearch = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && 'lihat' in body

/** The ids that are ticked in a form. */
export const tickedIn = ({ values }: FormState): string[] => [values['evidence'] ?? []].flat()

const picked = (
  { id, title, nature }: { readonly id: string; readonly title: string; readonly nature: EvidenceNature },
  ticked: boolean,
  details: readonly string[],
) => ({
  id: `bukti-${id}`,
  value: id,
  title,
  kind: [NATURE_WORDS[nature].text, ...details].filter(Boolean).join(' · '),
  ticked,
})

const dayWords = (day: string | null): string => (day ? formatShortDate(day) : '')
