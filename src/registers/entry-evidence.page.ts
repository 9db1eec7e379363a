import { errorSummary, type ErrorSummary } from '../web/components/error-summary'
import { evidenceKind } from '../web/components/evidence'
import type { Field } from '../web/components/field'
import type { Crumbs } from '../web/components/panels'
import {
  accessField,
  filesField,
  linksField,
  natureField,
  paperFields,
  titleField,
  type UploadWords,
} from '../evidence/evidence-fields'
import type { Candidate } from '../evidence/evidence-shelf.repository'
import { paths } from '../paths'
import { freshForm, type FormState } from '../web/form'
import { formatShortDate } from '../web/format/date'
import type { PageModel } from '../web/view'
import { entryWords } from './entries.service'
import { entryHref } from './register'
import type { SeenEntry } from './register-entry'
import { registersLink } from './register-nav'

declare module '../web/view' {
  interface Views {
    'registers/entry-evidence': EntryEvidencePage
  }
}

/** Bringing evidence to an entry: a new upload, or a piece of the shelf. */
export interface EntryEvidencePage extends PageModel {
  readonly limits: UploadWords
  readonly crumbs: Crumbs
  readonly over: string
  readonly summary: ErrorSummary | null
  readonly action: string
  readonly files: Field
  readonly links: Field
  readonly first: readonly Field[]
  readonly more: readonly Field[]
  readonly moreTitle: string
  readonly moreOpen: boolean
  readonly search: { readonly action: string; readonly value: string }
  readonly shelfTitle: string
  readonly shelf: readonly ShelfChoice[]
  readonly shelfError: string
  readonly shelfEmpty: string
}

interface ShelfChoice {
  readonly id: string
  readonly value: string
  readonly title: string
  readonly kind: string
  readonly checked: boolean
}

export interface EntryEvidenceSetting {
  readonly limits: UploadWords
  readonly search: string
  readonly candidates: readonly Candidate[]
  /** Who does not is shown the pieces of the unit's agreements. */
  readonly readsShelf: boolean
  readonly mayRestrict: boolean
}

/** `form` brought files or chose a piece; its faults stand where they belong. */
export function entryEvidencePage(
  entry: SeenEntry,
  { limits, search, candidates, readsShelf, mayRestrict }: EntryEvidenceSetting,
  form?: FormState,
): EntryEvidencePage {
  const shown = form ?? freshForm({ access: 'biasa', happenedOn: entry.happenedOn ?? '' })
  const files = filesField(shown, limits)
  const links = linksField(shown)
  const first = [natureField(shown)]
  const more = [
    titleField(shown, 'Bila kosong, nama berkas pertama dipakai.'),
    ...paperFields(shown),
    ...(mayRestrict ? [accessField(shown)] : []),
  ]
  const action = paths.entryEvidence(entry.id)
  return {
    title: 'Tambah bukti',
    current: 'register',
    limits,
    crumbs: {
      links: [
        registersLink(entry.satkerId),
        { label: entry.title, href: entryHref(entry.register, entry.id) },
      ],
    },
    over: entryWords(entry),
    summary: errorSummary(shown, [files, links, ...first, ...more]),
    action,
    files,
    links,
    first,
    more,
    moreTitle: mayRestrict ? 'Judul, tanggal, nomor, dan akses' : 'Judul, tanggal, dan nomor',
    moreOpen: more.some(field => field.error !== ''),
    search: { action, value: search },
    shelfTitle: readsShelf ? 'Pilih bukti dari rak' : 'Pilih bukti kerja sama unit ini',
    shelf: candidates.map((candidate, place) => ({
      id: place === 0 ? 'f-evidence' : `f-evidence-${place}`,
      value: candidate.id,
      title: candidate.title,
      kind: [
        evidenceKind(candidate.nature, []),
        candidate.happenedOn && formatShortDate(candidate.happenedOn),
      ]
        .filter(Boolean)
        .join(' · '),
      checked: shown.values['evidence'] === candidate.id,
    })),
    shelfError: shown.errors['evidence'] ?? '',
    shelfEmpty: search
      ? 'Tidak ada bukti yang cocok dengan pencarian ini.'
      : readsShelf
        ? 'Belum ada bukti di rak ini.'
        : 'Belum ada bukti pada kerja sama unit ini.',
  }
}
