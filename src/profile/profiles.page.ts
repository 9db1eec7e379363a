import type { Figure } from '../engine/profile/figures'
import { placeOf, quarterAt, quarterOf, type Quarter } from '../engine/profile/quarter'
import { paths } from '../paths'
import { registersLink } from '../registers/register-nav'
import type { RegisterUnit } from '../registers/register-unit'
import type { Headcount } from '../roster/employee-facts'
import { sparkline } from '../web/charts/sparkline'
import type { Crumbs, Empty } from '../web/components/panels'
import type { Pills } from '../web/components/pills'
import type { Status } from '../web/components/status'
import { formatCount } from '../web/format/number'
import type { SafeHtml } from '../web/html'
import type { Link } from '../web/shell'
import type { PageModel } from '../web/view'
import type { HeldPredicateRow } from './held-predicate-facts'
import { FIGURE_NAMES, FIGURES, type ProfileRow } from './profile-facts'
import { figureWords, heldDates, heldStatus, quarterName, quarterShort } from './profile-words'

declare module '../web/view' {
  interface Views {
    'profile/profiles': ProfilesPage
  }
}

export interface ProfilesPage extends PageModel {
  readonly crumbs: Crumbs
  readonly over: string
  readonly summary: string
  /** Empty for those who only read, and while nothing is to be filled. */
  readonly newHref: string
  readonly importHref: string
  readonly files: readonly Link[]
  readonly paperHref: string
  readonly years: Pills
  readonly caption: string
  readonly columns: readonly ProfileColumn[]
  readonly rows: readonly ProfileLine[]
  readonly empty: Empty | null
  readonly predicates: readonly HeldLine[]
  readonly predicateFiles: readonly Link[]
  /** Empty for those who only read. */
  readonly newPredicateHref: string
  readonly importPredicatesHref: string
}

interface ProfileColumn {
  readonly label: string
  /** Where the quarter stands, or is filled; empty where there is nothing and one only reads. */
  readonly href: string
}

export interface ProfileLine {
  readonly label: string
  readonly cells: readonly {
    readonly title: string
    readonly text: string
    /** What the roster counts instead; empty where it says the same or nothing. */
    readonly other: string
  }[]
  readonly trend: SafeHtml | null
}

export interface HeldLine {
  readonly name: string
  readonly status: Status
  readonly dates: string
  readonly decree: string
  readonly href: string
}

export interface ProfilesSetting {
  readonly unit: RegisterUnit
  readonly today: string
  readonly keeps: boolean
  /** The last year shown; the one before it stands beside. */
  readonly year: number
  readonly headcounts: readonly Headcount[]
  readonly held: readonly HeldPredicateRow[]
  readonly predicateNames: ReadonlyMap<string, string>
}

const SHOWN_YEARS = 2

/** The quarters that the table shows, as far as they have begun. */
export function shownQuarters(year: number, today: string): Quarter[] {
  const first = placeOf({ year: year - SHOWN_YEARS + 1, quarter: 1 })
  const last = Math.min(placeOf({ year, quarter: 4 }), placeOf(quarterOf(today)))
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, place) => quarterAt(first + place))
}

/** The figures of a satker, quarter beside quarter. */
export function profilesPage(known: readonly ProfileRow[], setting: ProfilesSetting): ProfilesPage {
  const { unit, today, keeps, year } = setting
  const quarters = shownQuarters(year, today)
  const next = nextToFill(known, today)
  const base = paths.profiles(unit.satkerId)
  return {
    title: 'Profil satker',
    current: 'register',
    sheet: 'registers',
    wide: true,
    crumbs: { links: [registersLink(unit.satkerId)] },
    over: unit.satkerName,
    summary: summaryOf(known, next),
    newHref: keeps && next ? paths.newProfile(unit.satkerId) : '',
    importHref: keeps ? paths.importProfiles(unit.satkerId) : '',
    files: known.length > 0 ? filesOf(paths.profilesTable(unit.satkerId)) : [],
    paperHref: known.length > 0 ? `${paths.profilesPaper(unit.satkerId)}?tahun=${year}` : '',
    years: yearsOf(base, known, setting),
    caption: `Angka per triwulan ${year - 1} dan ${year}; dalam kurung bagian dari keseluruhannya`,
    columns: quarters.map(quarter => columnOf(quarter, known, setting)),
    rows: profileLines(quarters, known, setting.headcounts),
    empty: known.length > 0 ? null : emptyOf(setting),
    predicates: setting.held.map(row => ({
      name: setting.predicateNames.get(row.predicate) ?? row.predicate,
      status: heldStatus(row),
      dates: heldDates(row),
      decree: row.decree,
      href: keeps ? paths.editPredicate(row.id) : '',
    })),
    predicateFiles: setting.held.length > 0 ? filesOf(paths.predicatesTable(unit.satkerId)) : [],
    newPredicateHref: keeps ? paths.newPredicate(unit.satkerId) : '',
    importPredicatesHref: keeps ? paths.importPredicates(unit.satkerId) : '',
  }
}

/** The first quarter after those that stand; the present one where none does, null when all is filled. */
export function nextToFill(known: readonly ProfileRow[], today: string): Quarter | null {
  const present = placeOf(quarterOf(today))
  const last = known.at(-1)
  if (!last) return quarterAt(present)
  return placeOf(last) < present ? quarterAt(placeOf(last) + 1) : null
}

function summaryOf(known: readonly ProfileRow[], next: Quarter | null): string {
  const last = known.at(-1)
  if (!last) return 'Belum ada triwulan yang tercatat.'
  const counted = `${formatCount(known.length)} triwulan tercatat, terakhir ${quarterName(last)}.`
  return next ? `${counted} Berikutnya ${quarterName(next)}.` : counted
}

const filesOf = (table: string): Link[] =>
  ['xlsx', 'csv'].map(format => ({
    label: `Unduh ${format.toUpperCase()}`,
    href: `${table}?format=${format}`,
  }))

function yearsOf(base: string, known: readonly ProfileRow[], { today, year }: ProfilesSetting): Pills {
  const years = [...new Set([...known.map(row => row.year), Number(today.slice(0, 4))])].sort()
  return {
    label: 'Tahun',
    items: years.map(one => ({
      label: String(one),
      href: `${base}?tahun=${one}`,
      icon: '' as const,
      count: formatCount(known.filter(row => row.year === one).length),
      current: one === year,
    })),
  }
}

function columnOf(
  quarter: Quarter,
  known: readonly ProfileRow[],
  { unit, keeps }: ProfilesSetting,
): ProfileColumn {
  const row = known.find(one => placeOf(one) === placeOf(quarter))
  if (row) return { label: quarterShort(quarter), href: paths.profile(row.id) }
  const asked = `${quarter.year}-${quarter.quarter}`
  return {
    label: quarterShort(quarter),
    href: keeps ? `${paths.newProfile(unit.satkerId)}?triwulan=${asked}` : '',
  }
}

const FROM_ROSTER: Partial<Record<Figure, 'employees' | 'frontLine'>> = {
  employees: 'employees',
  frontLine: 'frontLine',
}

/** One line per figure over some quarters; `headcounts` are those of the same quarters, or none. */
export function profileLines(
  quarters: readonly Quarter[],
  known: readonly ProfileRow[],
  headcounts: readonly Headcount[],
): ProfileLine[] {
  const shown = quarters.map(quarter => known.find(row => placeOf(row) === placeOf(quarter)))
  return FIGURE_NAMES.map(name => {
    const { label } = FIGURES[name]
    const values = shown.map(row => row?.figures[name] ?? null)
    const said = values.map(value => (value === null ? 'tidak ada data' : formatCount(value)))
    return {
      label,
      cells: quarters.map((quarter, place) => {
        const row = shown[place]
        return {
          title: quarterShort(quarter),
          text: (row && figureWords(row.figures, name)) || '–',
          other: otherCount(name, row, headcounts[place]),
        }
      }),
      trend: sparkline(values, `${label} dari triwulan ke triwulan: ${said.join(', ')}`),
    }
  })
}

/** What the roster says where it says something else. */
export function otherCount(
  name: Figure,
  row: Pick<ProfileRow, 'figures'> | undefined,
  counted: Headcount | undefined,
): string {
  const source = FROM_ROSTER[name]
  const typed = row?.figures[name] ?? null
  if (!source || typed === null || !counted || counted.employees === 0 || counted[source] === typed) return ''
  return formatCount(counted[source])
}

const emptyOf = ({ unit, keeps }: ProfilesSetting): Empty => ({
  title: 'Profil satker masih kosong.',
  text: keeps
    ? 'Isi sekali tiap triwulan; angka pegawai diusulkan dari register pegawai.'
    : 'Diisi oleh ketua tim ZI, anggota pokja, atau kepala satker.',
  action: keeps ? { label: 'Isi triwulan ini', href: paths.newProfile(unit.satkerId), icon: 'plus' } : null,
})
