import { isOpenNote } from '../engine/stages/notes'
import { civilDate } from '../clock'
import { paths } from '../paths'
import { pagination, type Pagination } from '../web/components/pagination'
import type { Status } from '../web/components/status'
import { formatShortDate } from '../web/format/date'
import { formatCount } from '../web/format/number'
import type { Link } from '../web/shell'
import type { NoteFilter, NoteSort, NoteView } from './note-filter'
import { noteListHref } from './note-filter'
import { NOTES_PAGE, NOTES_WHOLE } from './note-lists.repository'
import type { NoteList } from './note-lists.service'
import { placeName } from './note-place'
import { dueStatus, ORIGIN_WORDS, SEVERITY_WORDS, STATE_WORDS } from './note-words'
import type { NoteRow } from './notes.repository'

/** Notes as a table, for the list of one assessment and that over many units. */
export interface NoteTable {
  readonly caption: string
  readonly columns: readonly NoteColumn[]
  readonly rows: readonly NoteLine[]
  readonly pages: Pagination | null
  /** To everything on one page for the printer, or back; null where all are shown anyway. */
  readonly printing: Link | null
}

interface NoteColumn {
  readonly label: string
  readonly href: string
  /** `''` for a column that does not sort. */
  readonly sorted: 'ascending' | 'descending' | 'none' | ''
}

export interface NoteLine {
  readonly href: string
  readonly text: string
  /** `Tim penilai` */
  readonly origin: string
  readonly place: string
  /** `Berulang`, `Dari siklus 2025` */
  readonly tags: readonly string[]
  /** Empty in the list of one assessment. */
  readonly satker: string
  readonly satkerCode: string
  readonly severity: Status
  readonly due: string
  readonly left: Status | null
  readonly owner: string
  readonly state: Status
}

export interface TableSetting {
  readonly base: string
  readonly filter: NoteFilter
  readonly now: Date
  /** The cycle that is looked at; null over many units, where the cycle of each note is told. */
  readonly year: number | null
}

const VIEW_WORDS: Readonly<Record<NoteView, string>> = {
  terbuka: 'belum selesai',
  lewat: 'lewat tenggat',
  ditanggapi: 'menunggu verifikasi',
  diverifikasi: 'sudah diverifikasi',
  ditarik: 'ditarik',
  semua: '',
}

const SHOWN = 160

export function noteTable({ rows, total }: NoteList, setting: TableSetting): NoteTable {
  const { base, filter } = setting
  return {
    caption: `${countWords(rows.length, total, filter)} catatan ${VIEW_WORDS[filter.view]}`.trimEnd(),
    columns: columnsOf(setting),
    rows: rows.map(row => lineOf(row, setting)),
    pages: filter.whole
      ? null
      : pagination({
          page: filter.page,
          pageSize: NOTES_PAGE,
          total,
          hrefOf: page => noteListHref(base, filter, { page }),
        }),
    printing: total > NOTES_PAGE ? printingOf(total, setting) : null,
  }
}

const countWords = (shown: number, total: number, { whole }: NoteFilter): string =>
  whole && shown < total ? `${formatCount(shown)} pertama dari ${formatCount(total)}` : formatCount(total)

function printingOf(total: number, { base, filter }: TableSetting): Link {
  if (filter.whole) return { label: 'Kembali ke daftar per halaman', href: noteListHref(base, filter) }
  const label =
    total > NOTES_WHOLE
      ? `Cetak ${formatCount(NOTES_WHOLE)} catatan pertama`
      : `Cetak semua ${formatCount(total)} catatan`
  return { label, href: noteListHref(base, filter, { whole: true }) }
}

function columnsOf({ base, filter, year }: TableSetting): NoteColumn[] {
  const column = (label: string, sort: NoteSort | null): NoteColumn => {
    if (sort === null) return { label, href: '', sorted: '' }
    const current = filter.sort === sort
    const descending = current && !filter.descending
    return {
      label,
      href: noteListHref(base, filter, { sort, descending }),
      sorted: current ? (filter.descending ? 'descending' : 'ascending') : 'none',
    }
  }
  return [
    column('Catatan', null),
    ...(year === null ? [column('Satker', 'satker')] : []),
    column('Tentang', 'area'),
    column('Tingkat', 'tingkat'),
    column('Tenggat', 'tenggat'),
    column('Penanggung jawab', null),
    column('Keadaan', null),
  ]
}

function lineOf(row: NoteRow, { filter, now, year }: TableSetting): NoteLine {
  const carried = year !== null && row.year < year
  return {
    href: paths.note(row.id),
    text: filter.whole ? row.text : excerpt(row.text),
    origin: year === null ? `${ORIGIN_WORDS[row.origin]} · siklus ${row.year}` : ORIGIN_WORDS[row.origin],
    place: placeName(row),
    tags: [...(row.recurring ? ['Berulang'] : []), ...(carried ? [`Dari siklus ${row.year}`] : [])],
    satker: year === null ? row.satkerName : '',
    satkerCode: row.satkerCode,
    severity: SEVERITY_WORDS[row.severity],
    due: formatShortDate(row.dueOn),
    left: isOpenNote(row.state) ? dueStatus(row, civilDate(now, row.timeZone)) : null,
    owner: row.ownerName ?? '',
    state: STATE_WORDS[row.state],
  }
}

/** The beginning of a text, cut between words. */
function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length <= SHOWN ? line : `${line.slice(0, SHOWN).replace(/\s\S*$/, '')} …`
}
