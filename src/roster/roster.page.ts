import type { PartNames } from '../accounts/part-names'
import type { AssessmentContext } from '../assessments/assessment-context'
import { paths } from '../paths'
import type { EntryPanels } from '../registers/entry-panels.page'
import { registersLink } from '../registers/register-nav'
import { sortedColumns, type Column } from '../web/components/columns'
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
import { agentLinks } from './agent-questions'
import { isAtWork, type SeenEmployee } from './employee-facts'
import { NO_POKJA, ROSTER_PAGE, rosterShape, type RosterQuery, type RosterView } from './roster-list'
import { agentDates, agentStatus, pokjaShort, retention, workDates, workStatus } from './roster-words'
import type { RosterPart, RosterUnit } from './roster.service'

declare module '../web/view' {
  interface Views {
    'roster/roster': RosterPage
  }
}

export interface RosterPage extends PageModel {
  readonly crumbs: Crumbs
  readonly over: string
  readonly summary: string
  /** Empty for those who only read. */
  readonly newHref: string
  readonly importHref: string
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
  readonly rows: readonly RosterLine[]
  readonly empty: Empty | null
  readonly pages: Pagination | null
  readonly questions: readonly Link[]
  /** What stands around the list of agents of change; null beside any other list. */
  readonly panels: EntryPanels | null
  readonly note: string
}

export interface RosterLine {
  readonly href: string
  readonly name: string
  readonly nip: string
  readonly position: string
  readonly frontLine: string
  readonly pokja: string
  /** The part of the worksheet that the pokja answers; empty where there is none to see. */
  readonly pokjaHref: string
  readonly agent: string
  readonly agentState: Status | null
  readonly dates: string
  /** Null for whoever works here today, as nearly everybody does. */
  readonly state: Status | null
}

export interface RosterSetting {
  readonly unit: RosterUnit
  readonly query: RosterQuery
  readonly parts: PartNames
  readonly today: string
  /** The newest worksheet of the satker; null for whoever sees none. */
  readonly assessment: AssessmentContext | null
  readonly keeps: boolean
  readonly panels: EntryPanels | null
  readonly months: number
}

const VIEW_WORDS: Readonly<Record<RosterView, string>> = {
  aktif: 'yang bekerja hari ini',
  depan: 'di garis depan',
  agen: 'yang menjadi agen perubahan',
  keluar: 'yang sudah keluar',
  semua: 'tercatat',
}

/** The people of one satker. */
export function rosterPage(part: RosterPart, setting: RosterSetting): RosterPage {
  const { unit, query, parts, keeps, panels, months } = setting
  const { counts, total, rows } = part
  const base = paths.roster(unit.satkerId)
  const shape = rosterShape(parts)
  const file = (format: string) => {
    const href = listHref(paths.rosterTable(unit.satkerId), shape, query)
    return {
      label: `Unduh ${format.toUpperCase()}`,
      href: `${href}${href.includes('?') ? '&' : '?'}format=${format}`,
    }
  }
  return {
    title: 'Pegawai',
    current: 'register',
    crumbs: { links: [registersLink(unit.satkerId)] },
    over: unit.satkerName,
    summary: summaryOf(part),
    newHref: keeps ? paths.newEmployee(unit.satkerId) : '',
    importHref: keeps ? paths.importRoster(unit.satkerId) : '',
    files: total > 0 ? ['xlsx', 'csv'].map(file) : [],
    paperHref: total > 0 ? listHref(paths.rosterPaper(unit.satkerId), shape, query) : '',
    pills: pillsOf(base, setting, part),
    search: searchOf(base, setting),
    caption: `${formatCount(total)} pegawai ${VIEW_WORDS[query.filters.keadaan as RosterView]}`,
    columns: sortedColumns(base, shape, query, [
      ['Nama', 'nama'],
      ['NIP', null],
      ['Jabatan', 'jabatan'],
      ['Garis depan', null],
      ['Pokja', 'pokja'],
      ['Agen perubahan', 'agen'],
      ['Masa kerja', 'masuk'],
    ]),
    rows: rows.map(row => lineOf(row, setting)),
    empty: rows.length > 0 ? null : emptyOf(counts.semua, base, setting),
    pages: pagination({
      page: query.page,
      pageSize: ROSTER_PAGE,
      total,
      hrefOf: page => listHref(base, shape, query, { page }),
    }),
    questions: agentLinks(setting.assessment),
    panels,
    note: retention(months),
  }
}

function summaryOf({ counts }: RosterPart): string {
  if (counts.semua === 0) return 'Belum ada pegawai yang tercatat.'
  const [atWork, frontLine, agents] = [counts.aktif, counts.depan, counts.agen].map(formatCount)
  return `${atWork} pegawai bekerja hari ini, ${frontLine} di garis depan, ${agents} agen perubahan.`
}

function pillsOf(base: string, { query, parts }: RosterSetting, { counts }: RosterPart): Pills {
  const pill = (label: string, view: RosterView) => ({
    label,
    href: listHref(base, rosterShape(parts), query, { filters: { keadaan: view } }),
    icon: '' as const,
    count: formatCount(counts[view]),
    current: query.filters.keadaan === view,
  })
  return {
    label: 'Saring pegawai',
    items: [
      pill('Bekerja', 'aktif'),
      pill('Garis depan', 'depan'),
      pill('Agen perubahan', 'agen'),
      pill('Sudah keluar', 'keluar'),
      pill('Semua', 'semua'),
    ],
  }
}

function searchOf(base: string, { query, parts, keeps }: RosterSetting): RosterPage['search'] {
  const form = freshForm({ cari: query.search, pokja: query.filters.pokja })
  const shape = rosterShape(parts)
  const narrowed = query.search !== '' || query.filters.pokja !== ''
  return {
    action: base,
    hidden: keptWords(shape, query, ['cari', 'pokja']),
    fields: [
      textField(form, 'cari', {
        label: keeps ? 'Nama, jabatan, atau NIP' : 'Nama atau jabatan',
        type: 'search',
        maxlength: 100,
      }),
      selectField(form, 'pokja', {
        label: 'Pokja',
        prompt: 'Semua pokja',
        choices: [
          ...[...parts].map(([value, label]) => ({ value, label })),
          { value: NO_POKJA, label: 'Di luar pokja' },
        ],
      }),
    ],
    clearHref: narrowed ? listHref(base, shape, { ...query, search: '' }, { filters: { pokja: '' } }) : '',
  }
}

function lineOf(row: SeenEmployee, { parts, today, assessment }: RosterSetting): RosterLine {
  const { pokja } = row
  return {
    href: paths.employee(row.id),
    name: row.name,
    nip: row.nipShown || '–',
    position: row.position || '–',
    frontLine: row.frontLine ? 'Ya' : '–',
    pokja: pokjaShort(pokja, parts),
    pokjaHref: assessment && parts.has(pokja) ? paths.worksheetPart(assessment.id, pokja) : '',
    agent: agentDates(row),
    agentState: agentStatus(row, today),
    dates: workDates(row),
    state: isAtWork(row, today) ? null : workStatus(row, today),
  }
}

function emptyOf(all: number, base: string, { unit, keeps }: RosterSetting): Empty {
  if (all > 0)
    return {
      title: 'Tidak ada pegawai yang cocok.',
      text: 'Ubah kata pencarian atau saringannya.',
      action: { label: 'Lihat semua pegawai', href: `${base}?keadaan=semua`, icon: '' },
    }
  return {
    title: 'Register pegawai masih kosong.',
    text: keeps
      ? 'Tambahkan satu per satu, atau impor dari berkas kepegawaian.'
      : 'Diisi oleh kepala satker, ketua tim ZI, atau administrator satker.',
    action: keeps
      ? { label: 'Impor pegawai', href: paths.importRoster(unit.satkerId), icon: 'upload' }
      : null,
  }
}
