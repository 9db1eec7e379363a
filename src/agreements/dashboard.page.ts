import { AGREEMENT_STATES, type AgreementState } from '../engine/agreements/agreement-state'
import { paths } from '../paths'
import { sortedColumns, type Column } from '../web/components/columns'
import type { Field } from '../web/components/field'
import { selectField, textField } from '../web/components/fields'
import { pagination, type Pagination } from '../web/components/pagination'
import type { Empty } from '../web/components/panels'
import type { Pills } from '../web/components/pills'
import type { Status } from '../web/components/status'
import { freshForm } from '../web/form'
import { formatDate } from '../web/format/date'
import { formatCount } from '../web/format/number'
import { keptWords, listHref } from '../web/list-query'
import { printedRows, type PrintedRegister } from '../web/printed-register'
import type { PageModel } from '../web/view'
import { STATE_MEANINGS, STATE_WORDS } from './agreement-words'
import { DASHBOARD_PAGE, troubledOf, type Dashboard, type StandingSum, type UnitStanding } from './dashboard'

declare module '../web/view' {
  interface Views {
    'agreements/dashboard': DashboardPage
    'agreements/dashboard-paper': DashboardPaperPage
  }
}

export interface DashboardPage extends PageModel {
  readonly over: string
  readonly summary: string
  readonly publicHref: string
  /** The agreements of the unit that the actor keeps; empty for none. */
  readonly ownHref: string
  readonly paperHref: string
  readonly pills: Pills
  readonly search: {
    readonly action: string
    readonly hidden: readonly { readonly name: string; readonly value: string }[]
    readonly fields: readonly Field[]
    readonly clearHref: string
  }
  readonly regions: readonly RegionLine[]
  readonly caption: string
  readonly columns: readonly Column[]
  readonly rows: readonly UnitLine[]
  readonly empty: Empty | null
  readonly pages: Pagination | null
  readonly legend: readonly { readonly status: Status; readonly meaning: string }[]
}

export interface Amount {
  readonly label: string
  readonly text: string
  /** Nothing there: left out where there is little room. */
  readonly nil: boolean
  /** Somebody must act. */
  readonly bad: boolean
}

export interface RegionLine {
  readonly name: string
  readonly href: string
  readonly amounts: readonly Amount[]
}

export interface UnitLine {
  readonly name: string
  readonly href: string
  readonly amounts: readonly Amount[]
}

export interface DashboardPaperPage extends PageModel {
  readonly register: PrintedRegister
}

export interface DashboardSetting {
  readonly today: string
  /** Where the actor keeps agreements; null for nowhere. */
  readonly own: string | null
}

/** How the agreements of all units stand, the most troubled first. */
export function dashboardPage(dashboard: Dashboard, { today, own }: DashboardSetting): DashboardPage {
  const { shape, query, regions, sum, units } = dashboard
  const base = paths.agreementDashboard()
  const shown = units.slice((query.page - 1) * DASHBOARD_PAGE, query.page * DASHBOARD_PAGE)
  return {
    title: 'Dasbor kerja sama',
    current: 'kerja-sama',
    sheet: 'registers',
    wide: true,
    over: `Keadaan ${formatDate(today)}`,
    summary: summaryOf(sum),
    publicHref: paths.publicAgreements(),
    ownHref: own === null ? '' : paths.agreements(own),
    paperHref: listHref(paths.agreementDashboardPaper(), shape, query),
    pills: pillsOf(dashboard),
    search: searchOf(dashboard),
    regions:
      regions.length < 2 || query.filters.wilayah !== ''
        ? []
        : regions.map(region => ({
            name: region.name,
            href: listHref(base, shape, query, { filters: { wilayah: region.id } }),
            amounts: [amount('Unit', region.sum.units), ...amountsOf(region.sum)],
          })),
    caption: `${formatCount(units.length)} unit, yang paling bermasalah di atas`,
    columns: [
      ...sortedColumns(base, shape, query, [
        ['Unit', 'nama'],
        ['Kerja sama', 'jumlah'],
      ]),
      ...AGREEMENT_STATES.map(state => ({
        label: STATE_WORDS[state].text,
        href: '',
        sorted: '' as const,
      })),
      ...sortedColumns(base, shape, query, [
        ['Tugas lewat', 'lewat'],
        ['Evaluasi lewat', null],
      ]),
    ],
    rows: shown.map(unit => ({
      name: unit.name,
      href: paths.agreements(unit.id),
      amounts: amountsOf(unit),
    })),
    empty: shown.length > 0 ? null : emptyOf(base),
    pages: pagination({
      page: query.page,
      pageSize: DASHBOARD_PAGE,
      total: units.length,
      hrefOf: page => listHref(base, shape, query, { page }),
    }),
    legend: AGREEMENT_STATES.map(state => ({ status: STATE_WORDS[state], meaning: STATE_MEANINGS[state] })),
  }
}

const HEADER = [
  'No.',
  'Unit',
  'Kerja sama',
  ...AGREEMENT_STATES.map(state => STATE_WORDS[state].text),
  'Tugas lewat',
  'Evaluasi lewat',
]

/** The same on paper, every unit that matches. */
export function dashboardPaperPage(dashboard: Dashboard, today: string): DashboardPaperPage {
  const { shape, query, regions, sum, units } = dashboard
  const region = regions.find(({ id }) => id === query.filters.wilayah)
  const { keadaan } = query.filters
  return {
    title: 'Cetak dasbor kerja sama',
    current: 'kerja-sama',
    sheet: 'registers',
    wide: true,
    register: {
      crumbs: {
        links: [{ label: 'Dasbor kerja sama', href: listHref(paths.agreementDashboard(), shape, query) }],
      },
      letterhead: [],
      heading: `Keadaan kerja sama ${region?.name ?? 'seluruh unit'}`,
      facts: [
        { label: 'Tanggal', value: formatDate(today) },
        { label: 'Ringkasan', value: summaryOf(sum) },
        ...(keadaan ? [{ label: 'Keadaan', value: STATE_WORDS[keadaan as AgreementState].text }] : []),
        ...(query.search ? [{ label: 'Pencarian', value: query.search }] : []),
      ],
      header: HEADER,
      rows: printedRows(
        HEADER,
        units.map((unit, place) => [
          String(place + 1),
          unit.name,
          ...amountsOf(unit).map(({ text, nil }) => (nil ? '' : text)),
        ]),
      ),
      note: 'Keadaan dihitung dari rencana kerja dan tanggal. Urutan: yang paling bermasalah di atas.',
    },
  }
}

const summaryOf = (sum: StandingSum): string =>
  `${formatCount(sum.agreements)} kerja sama di ${formatCount(sum.units - sum.without)} unit, ${formatCount(troubledOf(sum))} perlu ditangani, ${formatCount(sum.tasksLate)} tugas lewat tenggat. ${formatCount(sum.without)} unit belum mencatat kerja sama.`

const amount = (label: string, count: number, bad = false): Amount => ({
  label,
  text: formatCount(count),
  nil: count === 0,
  bad: bad && count > 0,
})

const BAD: readonly AgreementState[] = ['expired-without-result', 'signed-only', 'late']

const amountsOf = (
  of: Pick<UnitStanding, 'agreements' | 'counts' | 'tasksLate' | 'evaluationsLate'>,
): Amount[] => [
  amount('Kerja sama', of.agreements),
  ...AGREEMENT_STATES.map(state => amount(STATE_WORDS[state].text, of.counts[state], BAD.includes(state))),
  amount('Tugas lewat', of.tasksLate, true),
  amount('Evaluasi lewat', of.evaluationsLate, true),
]

function pillsOf({ shape, query, sum }: Dashboard): Pills {
  const pill = (label: string, state: AgreementState | '', count: number) => ({
    label,
    href: listHref(paths.agreementDashboard(), shape, query, { filters: { keadaan: state } }),
    icon: state === '' ? ('' as const) : STATE_WORDS[state].icon,
    count: formatCount(count),
    current: query.filters.keadaan === state,
  })
  return {
    label: 'Saring unit menurut keadaan kerja samanya',
    items: [
      pill('Semua', '', sum.agreements),
      ...AGREEMENT_STATES.map(state => pill(STATE_WORDS[state].text, state, sum.counts[state])),
    ],
  }
}

function searchOf({ shape, query, regions }: Dashboard): DashboardPage['search'] {
  const { wilayah, unit } = query.filters
  const form = freshForm({ cari: query.search, wilayah, unit })
  const base = paths.agreementDashboard()
  const narrowed = query.search !== '' || wilayah !== '' || unit !== 'berisi'
  return {
    action: base,
    hidden: keptWords(shape, query, ['cari', 'wilayah', 'unit']),
    fields: [
      textField(form, 'cari', { label: 'Nama unit', type: 'search', maxlength: 100 }),
      ...(regions.length > 1
        ? [
            selectField(form, 'wilayah', {
              label: 'Wilayah',
              prompt: 'Semua wilayah',
              choices: [...regions]
                .sort((one, other) => one.name.localeCompare(other.name, 'id'))
                .map(({ id, name }) => ({ value: id, label: name })),
            }),
          ]
        : []),
      selectField(form, 'unit', {
        label: 'Tampilkan',
        choices: [
          { value: 'berisi', label: 'Unit yang mencatat kerja sama' },
          { value: 'kosong', label: 'Unit yang belum mencatat' },
          { value: 'semua', label: 'Semua unit' },
        ],
      }),
    ],
    clearHref: narrowed
      ? listHref(base, shape, { ...query, search: '' }, { filters: { wilayah: '', unit: 'berisi' } })
      : '',
  }
}

const emptyOf = (base: string): Empty => ({
  title: 'Tidak ada unit yang cocok.',
  text: 'Ubah saringannya, atau tampilkan semua unit.',
  action: { label: 'Tampilkan semua unit', href: `${base}?unit=semua`, icon: '' },
})
