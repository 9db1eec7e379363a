import { sortedColumns, type Column } from '../web/components/columns'
import { ACTIVITY_KINDS } from '../engine/activities/activity-kinds'
import { attendanceOf } from '../engine/activities/attendance'
import { paths } from '../paths'
import { areaFilterField } from '../registers/area-filter'
import { registersLink } from '../registers/register-nav'
import type { RegisterUnit } from '../registers/register-unit'
import type { Field } from '../web/components/field'
import { selectField, textField } from '../web/components/fields'
import { pagination, type Pagination } from '../web/components/pagination'
import type { Crumbs, Empty } from '../web/components/panels'
import type { Pills } from '../web/components/pills'
import type { Status } from '../web/components/status'
import { freshForm } from '../web/form'
import { formatCount } from '../web/format/number'
import { keptWords, listHref } from '../web/list-query'
import type { Link } from '../web/shell'
import type { PageModel } from '../web/view'
import {
  ACTIVITY_PAGE,
  activityShape,
  type ActivityQuery,
  type ActivityRange,
  type ActivityView,
} from './activities-list'
import type { ListedActivity } from './activity-facts'
import { areaShort, KIND_WORDS, shortDayWords, timeStatus } from './activity-words'
import type { ActivitiesKept, ActivitiesPart } from './activities.service'

declare module '../web/view' {
  interface Views {
    'activities/activities': ActivitiesPage
  }
}

export interface ActivitiesPage extends PageModel {
  readonly crumbs: Crumbs
  readonly over: string
  readonly summary: string
  /** Empty for those who only read. */
  readonly newHref: string
  readonly importHref: string
  readonly calendarHref: string
  readonly pointsHref: string
  readonly files: readonly Link[]
  readonly paperHref: string
  readonly pills: Pills
  readonly search: {
    readonly action: string
    readonly hidden: readonly { readonly name: string; readonly value: string }[]
    readonly fields: readonly Field[]
    readonly clearHref: string
  }
  readonly caption: string
  readonly columns: readonly Column[]
  readonly rows: readonly ActivityLine[]
  readonly empty: Empty | null
  readonly pages: Pagination | null
}

export interface ActivityLine {
  readonly href: string
  readonly title: string
  readonly place: string
  readonly day: string
  readonly kind: string
  readonly areas: string
  readonly people: string
  readonly points: string
  /** Null where nothing is open. */
  readonly pointState: Status | null
  readonly state: Status | null
}

export interface ActivitiesSetting {
  readonly unit: RegisterUnit
  readonly query: ActivityQuery
  readonly range: ActivityRange
  readonly kept: ActivitiesKept
  readonly today: string
  readonly keeps: boolean
}

export const VIEW_WORDS: Readonly<Record<ActivityView, string>> = {
  semua: 'tercatat',
  akan: 'yang akan datang',
  terbuka: 'dengan butir terbuka',
  lewat: 'dengan butir yang lewat tenggat',
}

/** What one satker does. */
export function activitiesPage(part: ActivitiesPart, setting: ActivitiesSetting): ActivitiesPage {
  const { unit, query, range, keeps } = setting
  const { total, rows } = part
  const { satkerId } = unit
  const base = paths.activities(satkerId)
  const shape = activityShape(range)
  const file = (format: string) => {
    const href = listHref(paths.activitiesTable(satkerId), shape, query)
    return {
      label: `Unduh ${format.toUpperCase()}`,
      href: `${href}${href.includes('?') ? '&' : '?'}format=${format}`,
    }
  }
  return {
    title: 'Kegiatan',
    current: 'register',
    sheet: 'registers',
    crumbs: { links: [registersLink(satkerId)] },
    over: unit.satkerName,
    summary: summaryOf(setting),
    newHref: keeps ? paths.newActivity(satkerId) : '',
    importHref: keeps ? paths.importActivities(satkerId) : '',
    calendarHref: paths.activityCalendar(satkerId),
    pointsHref: paths.satkerPoints(satkerId),
    files: total > 0 ? ['xlsx', 'csv'].map(file) : [],
    paperHref: total > 0 ? listHref(paths.activitiesPaper(satkerId), shape, query) : '',
    pills: pillsOf(base, setting),
    search: searchOf(base, setting),
    caption: `${formatCount(total)} kegiatan ${VIEW_WORDS[query.filters.keadaan as ActivityView]}`,
    columns: columnsOf(base, setting),
    rows: rows.map(row => lineOf(row, setting)),
    empty: rows.length > 0 ? null : emptyOf(base, setting),
    pages: pagination({
      page: query.page,
      pageSize: ACTIVITY_PAGE,
      total,
      hrefOf: page => listHref(base, shape, query, { page }),
    }),
  }
}

function summaryOf({ kept: { counts } }: ActivitiesSetting): string {
  if (counts.semua === 0) return 'Belum ada kegiatan yang tercatat.'
  const ahead = counts.akan > 0 ? `, ${formatCount(counts.akan)} akan datang` : ''
  return `${formatCount(counts.semua)} kegiatan tercatat${ahead}. ${formatCount(counts.terbuka)} masih berbutir terbuka.`
}

/** The order by date is newest first, and by numbers largest first: their heads say what stands on the page. */
function columnsOf(base: string, { query, range }: ActivitiesSetting): Column[] {
  const columns = sortedColumns(base, activityShape(range), query, [
    ['Tanggal', 'terbaru'],
    ['Kegiatan', 'judul'],
    ['Jenis', 'jenis'],
    ['Area', null],
    ['Peserta', 'peserta'],
    ['Butir', 'butir'],
  ])
  const turned = ['Tanggal', 'Peserta', 'Butir']
  return columns.map(column => {
    if (!turned.includes(column.label)) return column
    if (column.sorted === 'ascending') return { ...column, sorted: 'descending' }
    return column.sorted === 'descending' ? { ...column, sorted: 'ascending' } : column
  })
}

function pillsOf(base: string, { query, range, kept }: ActivitiesSetting): Pills {
  const pill = (label: string, view: ActivityView) => ({
    label,
    href: listHref(base, activityShape(range), query, { filters: { keadaan: view } }),
    icon: '' as const,
    count: formatCount(kept.counts[view]),
    current: query.filters.keadaan === view,
  })
  return {
    label: 'Saring kegiatan',
    items: [
      pill('Semua', 'semua'),
      pill('Akan datang', 'akan'),
      pill('Butir terbuka', 'terbuka'),
      pill('Butir lewat tenggat', 'lewat'),
    ],
  }
}

const NONE = { jenis: '', tahun: '', triwulan: '', area: '', peserta: '' }

function searchOf(base: string, { query, range }: ActivitiesSetting): ActivitiesPage['search'] {
  const { filters } = query
  const form = freshForm({ cari: query.search, ...filters })
  const shape = activityShape(range)
  const narrowed =
    query.search !== '' || Object.keys(NONE).some(name => filters[name as keyof typeof NONE] !== '')
  return {
    action: base,
    hidden: keptWords(shape, query, ['cari', ...Object.keys(NONE)]),
    fields: [
      textField(form, 'cari', { label: 'Cari kegiatan', type: 'search', maxlength: 100 }),
      selectField(form, 'jenis', {
        label: 'Jenis',
        prompt: 'Semua jenis',
        choices: ACTIVITY_KINDS.map(value => ({ value, label: KIND_WORDS[value] })),
      }),
      selectField(form, 'tahun', {
        label: 'Tahun',
        prompt: 'Semua tahun',
        choices: range.years.map(value => ({ value, label: value })),
      }),
      selectField(form, 'triwulan', {
        label: 'Triwulan',
        prompt: 'Semua triwulan',
        choices: ['I', 'II', 'III', 'IV'].map((name, place) => ({
          value: String(place + 1),
          label: `Triwulan ${name}`,
        })),
      }),
      areaFilterField(form, range.parts),
      selectField(form, 'peserta', {
        label: 'Peserta',
        prompt: 'Semua peserta',
        choices: [...range.people].map(([value, label]) => ({ value, label })),
      }),
    ],
    clearHref: narrowed ? listHref(base, shape, { ...query, search: '' }, { filters: NONE }) : '',
  }
}

function lineOf(row: ListedActivity, { range, today }: ActivitiesSetting): ActivityLine {
  const { total } = attendanceOf(row.named, row.counted, row.guests)
  return {
    href: paths.activity(row.id),
    title: row.title,
    place: row.place,
    day: shortDayWords(row),
    kind: KIND_WORDS[row.kind],
    areas: row.areas.map(area => areaShort(area, range.parts)).join(', ') || '–',
    people: total > 0 ? formatCount(total) : '–',
    points: row.points === 0 ? '–' : row.openPoints === 0 ? `${formatCount(row.points)} selesai` : '',
    pointState: openPoints(row),
    state: timeStatus(row, today),
  }
}

function openPoints({ openPoints: open, latePoints }: ListedActivity): Status | null {
  if (latePoints > 0) return { tone: 'bad', icon: 'cross', text: `${formatCount(latePoints)} lewat` }
  return open > 0 ? { tone: 'mut', icon: 'ring', text: `${formatCount(open)} terbuka` } : null
}

function emptyOf(base: string, { unit, keeps, kept }: ActivitiesSetting): Empty {
  if (kept.counts.semua > 0)
    return {
      title: 'Tidak ada kegiatan yang cocok.',
      text: 'Ubah kata pencarian atau saringannya.',
      action: { label: 'Lihat semua kegiatan', href: base, icon: '' },
    }
  return {
    title: 'Register kegiatan masih kosong.',
    text: keeps
      ? 'Catat rapat, pembinaan, pelatihan, dan kegiatan lain pada hari terlaksananya, atau impor dari berkas.'
      : 'Diisi oleh ketua tim ZI, anggota pokja, atau kepala satker.',
    action: keeps ? { label: 'Catat kegiatan', href: paths.newActivity(unit.satkerId), icon: 'plus' } : null,
  }
}
