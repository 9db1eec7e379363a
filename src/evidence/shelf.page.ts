import { EVIDENCE_NATURES } from '../engine/instrument/instrument'
import { paths } from '../paths'
import { NATURE_WORDS } from '../web/components/evidence'
import { selectField, textField } from '../web/components/fields'
import type { Field } from '../web/components/field'
import { pagination, type Pagination } from '../web/components/pagination'
import type { Empty } from '../web/components/panels'
import type { Pills } from '../web/components/pills'
import { freshForm } from '../web/form'
import { civilDateIn, formatDateRange, formatShortDate } from '../web/format/date'
import { formatCount } from '../web/format/number'
import type { IconName } from '../web/icons'
import type { Link } from '../web/shell'
import type { PageModel } from '../web/view'
import type { ShelfRow, ShelfUse } from './evidence-shelf.repository'
import { SHELF_PAGE, type Shelf } from './evidence-shelf.service'
import { shelfHref, type ShelfFilter, type ShelfState } from './shelf-filter'

declare module '../web/view' {
  interface Views {
    'evidence/shelf': ShelfPage
  }
}

export interface ShelfPage extends PageModel {
  readonly over: string
  readonly total: string
  /** Where a piece is added; empty for whoever may not. */
  readonly newHref: string
  readonly pills: Pills
  readonly search: { readonly action: string; readonly state: string; readonly fields: readonly Field[] }
  readonly rows: readonly ShelfItem[]
  readonly empty: Empty | null
  readonly pages: Pagination | null
}

export interface ShelfItem {
  readonly href: string | null
  readonly title: string
  readonly icon: IconName
  readonly nature: string
  readonly restricted: boolean
  /** `Nomor bukti B-012 (2026) · W.12-7 · Kanim Tanjung Kirana · 2 berkas` */
  readonly detail: string
  readonly happened: string
  readonly uploaded: string
  readonly uses: readonly Link[]
  readonly moreUses: string
  readonly twins: readonly Link[]
}

const STATE_WORDS: Readonly<Record<ShelfState, string>> = {
  semua: 'Semua',
  dipakai: 'Dipakai',
  belum: 'Belum dipakai',
  ganda: 'Berkas ganda',
  ditarik: 'Ditarik',
}
const USES_SHOWN = 6

/** `numbers` says by id what a piece is called in the worksheets that are handed in. */
export function shelfPage(
  shelf: Shelf,
  filter: ShelfFilter,
  { numbers, mayAdd }: { readonly numbers: ReadonlyMap<string, string>; readonly mayAdd: boolean },
): ShelfPage {
  const { satker, rows, total } = shelf
  return {
    title: 'Rak bukti',
    current: 'bukti',
    over: satker.satkerName,
    total: `${formatCount(total)} bukti`,
    newHref: mayAdd ? paths.newEvidence(satker.satkerId) : '',
    pills: pillsOf(satker.satkerId, filter),
    search: searchOf(satker.satkerId, filter),
    rows: rows.map(row => itemOf(shelf, row, numbers.get(row.id))),
    empty: rows.length > 0 ? null : emptyOf(satker.satkerId, filter),
    pages: pagination({
      page: filter.page,
      pageSize: SHELF_PAGE,
      total,
      hrefOf: page => shelfHref(satker.satkerId, filter, { page }),
    }),
  }
}

function pillsOf(satkerId: string, filter: ShelfFilter): Pills {
  const states = Object.keys(STATE_WORDS) as ShelfState[]
  return {
    label: 'Saring bukti',
    items: states.map(state => ({
      label: STATE_WORDS[state],
      href: shelfHref(satkerId, filter, { state }),
      icon: '',
      count: '',
      current: state === filter.state,
    })),
  }
}

function searchOf(satkerId: string, filter: ShelfFilter): ShelfPage['search'] {
  const form = freshForm({
    cari: filter.search,
    sifat: filter.nature,
    akses: filter.access,
    urut: filter.order,
  })
  return {
    action: paths.evidenceShelf(satkerId),
    state: filter.state === 'semua' ? '' : filter.state,
    fields: [
      textField(form, 'cari', { label: 'Judul, nomor, penerbit, atau nama berkas', type: 'search' }),
      selectField(form, 'sifat', {
        label: 'Sifat',
        prompt: 'Semua sifat',
        choices: EVIDENCE_NATURES.map(nature => ({ value: nature, label: NATURE_WORDS[nature].text })),
      }),
      selectField(form, 'akses', {
        label: 'Akses',
        prompt: 'Semua akses',
        choices: [
          { value: 'biasa', label: 'Biasa' },
          { value: 'terbatas', label: 'Terbatas' },
        ],
      }),
      selectField(form, 'urut', {
        label: 'Urutan',
        choices: [
          { value: 'terbaru', label: 'Terbaru diunggah' },
          { value: 'judul', label: 'Judul' },
          { value: 'kejadian', label: 'Tanggal kejadian' },
        ],
      }),
    ],
  }
}

function emptyOf(satkerId: string, filter: ShelfFilter): Empty {
  const narrowed = filter.search || filter.nature || filter.access || filter.state !== 'semua'
  return narrowed
    ? {
        title: 'Tidak ada bukti yang cocok.',
        text: 'Ubah pencarian atau saringannya.',
        action: { label: 'Lihat semua bukti', href: paths.evidenceShelf(satkerId), icon: '' },
      }
    : {
        title: 'Rak bukti masih kosong.',
        text: 'Bukti diunggah di dalam pertanyaan pada lembar kerja, atau langsung ke rak.',
        action: null,
      }
}

function itemOf(shelf: Shelf, row: ShelfRow, number: string | undefined): ShelfItem {
  const opened = Boolean(row.opened)
  const uses = shelf.uses.filter(use => use.evidenceId === row.id)
  const numbered = number === undefined ? '' : `Nomor bukti ${number}`
  const shared = {
    icon: NATURE_WORDS[row.nature].icon,
    nature: NATURE_WORDS[row.nature].text,
    restricted: row.access === 'terbatas',
    uploaded: formatShortDate(civilDateIn(row.createdAt, shelf.satker.timeZone)),
    uses: uses.slice(0, USES_SHOWN).map(useLink),
    moreUses: uses.length > USES_SHOWN ? `dan ${formatCount(uses.length - USES_SHOWN)} lagi` : '',
  }
  if (!opened)
    return { ...shared, href: null, title: 'Bukti terbatas', detail: numbered, happened: '–', twins: [] }
  return {
    ...shared,
    href: paths.evidence(row.id),
    title: row.title,
    detail: [
      numbered,
      row.documentNumber,
      row.issuer,
      counted(Number(row.fileCount), 'berkas'),
      counted(Number(row.linkCount), 'tautan'),
    ]
      .filter(Boolean)
      .join(' · '),
    happened: row.happenedOn ? formatDateRange(row.happenedOn, row.happenedUntil ?? row.happenedOn) : '–',
    twins: shelf.twins
      .filter(twin => twin.evidenceId === row.id)
      .map(twin => ({ label: twin.title, href: paths.evidence(twin.twinId) })),
  }
}

const counted = (count: number, what: string): string => (count > 0 ? `${formatCount(count)} ${what}` : '')

const useLink = (use: ShelfUse): Link => ({
  label: `${use.question} (${use.year})`,
  href: paths.evidenceUses(use.assessmentId, use.question),
})
