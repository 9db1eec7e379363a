import { paths } from '../paths'
import { errorSummary, type ErrorSummary } from '../web/components/error-summary'
import type { Field } from '../web/components/field'
import { freshForm, type FormState } from '../web/form'
import type { Link } from '../web/shell'
import type { PageModel } from '../web/view'
import {
  accessField,
  filesField,
  linksField,
  natureField,
  paperFields,
  titleField,
  type UploadWords,
} from './evidence-fields'
import type { ShelfSatker } from './evidence-shelf.repository'

declare module '../web/view' {
  interface Views {
    'evidence/new': NewEvidencePage
  }
}

/** A new piece for the shelf, that no question uses yet. */
export interface NewEvidencePage extends PageModel {
  readonly limits: UploadWords
  readonly crumbs: { readonly links: readonly Link[] }
  readonly over: string
  readonly intro: string
  readonly summary: ErrorSummary | null
  readonly action: string
  readonly files: Field
  readonly links: Field
  readonly first: readonly Field[]
  readonly more: readonly Field[]
  readonly moreOpen: boolean
}

const FRESH = { access: 'biasa' }

/** `note`: the note that the piece is to answer, empty for none. */
export function newEvidencePage(
  satker: ShelfSatker,
  { limits, note }: { readonly limits: UploadWords; readonly note: string },
  form: FormState = freshForm(FRESH),
): NewEvidencePage {
  const files = filesField(form, limits)
  const links = linksField(form)
  const first = [natureField(form)]
  const more = [
    titleField(form, 'Bila kosong, nama berkas pertama dipakai.'),
    ...paperFields(form),
    accessField(form),
  ]
  return {
    title: 'Bukti baru di rak',
    current: 'bukti',
    limits,
    crumbs: {
      links: [
        note
          ? { label: 'Kembali ke catatan', href: paths.note(note) }
          : { label: 'Rak bukti', href: paths.evidenceShelf(satker.satkerId) },
      ],
    },
    over: satker.satkerName,
    intro:
      'Bukti di rak belum menjawab pertanyaan mana pun dan tidak mengubah nilai. Ia dapat dilampirkan pada tanggapan catatan, atau dipakai di pertanyaan selama pengisian dibuka.',
    summary: errorSummary(form, [files, links, ...first, ...more]),
    action: `${paths.newEvidence(satker.satkerId)}${noteQuery(note)}`,
    files,
    links,
    first,
    more,
    moreOpen: more.some(field => field.error !== ''),
  }
}

export const noteQuery = (note: string): string =>
  note ? `?${new URLSearchParams({ catatan: note }).toString()}` : ''
