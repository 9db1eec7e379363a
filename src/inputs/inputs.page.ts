import type { PartNames } from '../accounts/part-names'
import { paths } from '../paths'
import { areaFilterField } from '../registers/area-filter'
import { registersLink } from '../registers/register-nav'
import type { RegisterUnit } from '../registers/register-unit'
import { sortedColumns, type Column } from '../web/components/columns'
import type { Field } from '../web/components/field'
import { selectField, textField } from '../web/components/fields'
import { pagination, type Pagination } from '../web/components/pagination'
import type { Crumbs, Empty } from '../web/components/panels'
import type { Pills } from '../web/components/pills'
import type { Status } from '../web/components/status'
import { freshForm } from '../web/form'
import { formatShortDate } from '../web/format/date'
import { formatCount } from '../web/format/number'
import { keptWords, listHref } from '../web/list-query'
import type { Link } from '../web/shell'
import type { PageModel } from '../web/view'
import { complaintsYear, type ComplaintsYear } from './complaints-chart'
import { isComplaints, STAKEHOLDERS, type InputRow } from './input-facts'
import { inputStatus, inputSummary, inputTitle, KIND_WORDS, STAKEHOLDER_WORDS } from './input-words'
import { ALL_YEARS, drawnYear, INPUTS_PAGE, inputsShape, yearsUntil, type InputsQuery } from './inputs-list'
import type { InputsPart } from './inputs.service'

declare module '../web/view' {
  interface Views {
    'inputs/inputs': InputsPage
  }
}

export interface InputsPage extends PageModel {
  readonly crumbs: Crumbs
  readonly over: string
  readonly summary: string
  /** Empty for those who only read. */
  readonly newComplaintsHref: string
  readonly newMeetingHref: string
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
  readonly rows: readonly InputLine[]
  readonly empty: Empty | null
  readonly pages: Pagination | null
  readonly year: ComplaintsYear
}

interface InputLine {
  readonly href: string
  readonly title: string
  readonly detail: string
  readonly kind: string
  readonly date: string
  readonly stakeholder: string
  readonly people: string
  readonly state: Status
}

export interface InputsSetting {
  readonly unit: RegisterUnit
  readonly query: InputsQuery
  readonly today: string
  readonly parts: PartNames
  readonly keeps: boolean
}

/** What stakeholders told one satker, with the complaints of the year as a picture. */
export function inputsPage(part: InputsPart, setting: InputsSetting): InputsPage {
  const { unit, query, today, keeps } = setting
  const { counts, total, rows, complaints } = part
  const base = paths.inputs(unit.satkerId)
  const shape = inputsShape(setting)
  const file = (format: string) => {
    const href = listHref(paths.inputsTable(unit.satkerId), shape, query)
    return {
      label: `Unduh ${format.toUpperCase()}`,
      href: `${href}${href.includes('?') ? '&' : '?'}format=${format}`,
    }
  }
  const { tahun } = query.filters
  return {
    title: 'Masukan pemangku kepentingan',
    current: 'register',
    sheet: 'registers',
    crumbs: { links: [registersLink(unit.satkerId)] },
    over: unit.satkerName,
    summary:
      counts.semua === 0
        ? 'Belum ada masukan yang tercatat.'
        : `${formatCount(counts.semua)} masukan ${tahun === ALL_YEARS ? 'tercatat' : `tahun ${tahun}`}, ${formatCount(counts.belum)} belum selesai ditindaklanjuti.`,
    newComplaintsHref: keeps ? paths.newComplaints(unit.satkerId) : '',
    newMeetingHref: keeps ? paths.newInput(unit.satkerId) : '',
    importHref: keeps ? paths.importInputs(unit.satkerId) : '',
    files: total > 0 ? ['xlsx', 'csv'].map(file) : [],
    paperHref: listHref(paths.inputsPaper(unit.satkerId), shape, query),
    pills: pillsOf(base, setting, part),
    search: searchOf(base, setting),
    caption: `${formatCount(total)} masukan`,
    columns: sortedColumns(base, shape, query, [
      ['Tanggal', 'tanggal'],
      ['Perihal', 'perihal'],
      ['Jenis', null],
      ['Pihak', null],
      ['Orang', 'orang'],
      ['Tindak lanjut', null],
    ]),
    rows: rows.map(lineOf),
    empty: rows.length > 0 ? null : emptyOf(base, setting),
    pages: pagination({
      page: query.page,
      pageSize: INPUTS_PAGE,
      total,
      hrefOf: page => listHref(base, shape, query, { page }),
    }),
    year: complaintsYear(complaints, {
      year: drawnYear(query, today),
      today,
      hrefOf: id => paths.input(id),
    }),
  }
}

function pillsOf(base: string, setting: InputsSetting, { counts }: InputsPart): Pills {
  const pill = (label: string, jenis: keyof typeof counts) => ({
    label,
    href: listHref(base, inputsShape(setting), setting.query, { filters: { jenis } }),
    icon: '' as const,
    count: formatCount(counts[jenis]),
    current: setting.query.filters.jenis === jenis,
  })
  return {
    label: 'Saring masukan',
    items: [
      pill('Semua', 'semua'),
      pill('Pengaduan', 'pengaduan'),
      pill('Konsultasi publik', 'konsultasi'),
      pill('Audiensi', 'audiensi'),
      pill('Lainnya', 'lainnya'),
      pill('Belum selesai', 'belum'),
    ],
  }
}

function searchOf(base: string, setting: InputsSetting): InputsPage['search'] {
  const { query, today, parts } = setting
  const { tahun, pihak, area } = query.filters
  const [present] = yearsUntil(today)
  const form = freshForm({ cari: query.search, tahun, pihak, area })
  const shape = inputsShape(setting)
  const narrowed = query.search !== '' || pihak !== '' || area !== '' || tahun !== present
  return {
    action: base,
    hidden: keptWords(shape, query, ['cari', 'tahun', 'pihak', 'area']),
    fields: [
      textField(form, 'cari', { label: 'Perihal, isi, atau tindak lanjut', type: 'search', maxlength: 100 }),
      selectField(form, 'tahun', {
        label: 'Tahun',
        choices: [
          ...yearsUntil(today).map(value => ({ value, label: value })),
          { value: ALL_YEARS, label: 'Semua tahun' },
        ],
      }),
      selectField(form, 'pihak', {
        label: 'Pihak',
        prompt: 'Semua pihak',
        choices: STAKEHOLDERS.map(value => ({ value, label: STAKEHOLDER_WORDS[value] })),
      }),
      areaFilterField(form, parts),
    ],
    clearHref: narrowed
      ? listHref(base, shape, { ...query, search: '' }, { filters: { tahun: present, pihak: '', area: '' } })
      : '',
  }
}

function lineOf(row: InputRow): InputLine {
  return {
    href: paths.input(row.id),
    title: inputTitle(row),
    detail: isComplaints(row) ? inputSummary(row) : row.asked,
    kind: KIND_WORDS[row.kind],
    date: isComplaints(row)
      ? formatShortDate(row.happenedOn).replace('1 ', '')
      : formatShortDate(row.happenedOn),
    stakeholder: row.stakeholder === '' ? '–' : STAKEHOLDER_WORDS[row.stakeholder],
    people: row.people === null ? '–' : formatCount(row.people),
    state: inputStatus(row),
  }
}

function emptyOf(base: string, { unit, query, keeps }: InputsSetting): Empty {
  const { jenis, pihak, area } = query.filters
  if (query.search || pihak || area || jenis !== 'semua')
    return {
      title: 'Tidak ada masukan yang cocok.',
      text: 'Ubah kata pencarian atau saringannya.',
      action: { label: 'Lihat semua masukan', href: `${base}?tahun=${ALL_YEARS}`, icon: '' },
    }
  return {
    title: 'Belum ada masukan pada tahun ini.',
    text: keeps
      ? 'Laporkan pengaduan tiap bulan, juga bila nihil, serta konsultasi publik dan audiensi.'
      : 'Diisi oleh kepala satker, ketua tim ZI, atau anggota pokja.',
    action: keeps
      ? { label: 'Impor masukan', href: paths.importInputs(unit.satkerId), icon: 'upload' }
      : null,
  }
}
