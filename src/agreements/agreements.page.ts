import type { PartNames } from '../accounts/part-names'
import { AGREEMENT_STATES, type AgreementState } from '../engine/agreements/agreement-state'
import { paths } from '../paths'
import { areaFilterField } from '../registers/area-filter'
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
import { AGREEMENT_KINDS, REALMS, type AgreementUnit, type StandingAgreement } from './agreement-facts'
import { agreementShape, AGREEMENTS_PAGE, type AgreementQuery } from './agreement-list'
import {
  evaluationStatus,
  KIND_WORDS,
  planWords,
  REALM_WORDS,
  STATE_WORDS,
  termWords,
} from './agreement-words'
import type { AgreementsPart } from './agreements.service'

declare module '../web/view' {
  interface Views {
    'agreements/list': AgreementsPage
  }
}

export interface AgreementsPage extends PageModel {
  readonly crumbs: Crumbs
  readonly over: string
  readonly summary: string
  /** Empty for those who only read. */
  readonly newHref: string
  readonly importHref: string
  readonly files: readonly Link[]
  /** Other ways to look at the same agreements. */
  readonly views: readonly Link[]
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
  readonly rows: readonly AgreementLine[]
  readonly empty: Empty | null
  readonly pages: Pagination | null
}

export interface AgreementLine {
  readonly href: string
  readonly title: string
  /** `PKS · 12/PKS/2026` */
  readonly about: string
  readonly partner: string
  readonly term: string
  readonly plan: string
  /** Tasks late or an evaluation whose day is over. */
  readonly trouble: readonly string[]
  readonly state: Status
}

export interface AgreementsSetting {
  readonly unit: AgreementUnit
  readonly query: AgreementQuery
  readonly today: string
  readonly parts: PartNames
  readonly keeps: boolean
}

/** The agreements of one unit. */
export function agreementsPage(part: AgreementsPart, setting: AgreementsSetting): AgreementsPage {
  const { unit, query, keeps } = setting
  const { total, rows } = part
  const base = paths.agreements(unit.satkerId)
  const shape = agreementShape(setting.parts)
  const file = (format: string) => {
    const href = listHref(paths.agreementsTable(unit.satkerId), shape, query)
    return {
      label: `Unduh ${format.toUpperCase()}`,
      href: `${href}${href.includes('?') ? '&' : '?'}format=${format}`,
    }
  }
  return {
    title: 'Kerja sama',
    current: 'register',
    sheet: 'registers',
    crumbs: { links: [registersLink(unit.satkerId)] },
    over: unit.satkerName,
    summary: summaryOf(part),
    newHref: keeps ? paths.newAgreement(unit.satkerId) : '',
    importHref: keeps ? paths.importAgreements(unit.satkerId) : '',
    files: [
      ...(total > 0 ? ['xlsx', 'csv'].map(file) : []),
      ...(total > 0
        ? [
            { label: 'Unduh rencana kerja', href: paths.agreementPlansTable(unit.satkerId) },
            { label: 'Unduh evaluasi', href: paths.agreementEvaluationsTable(unit.satkerId) },
          ]
        : []),
    ],
    views: [
      { label: 'Laporan tahunan', href: paths.agreementsReport(unit.satkerId) },
      { label: 'Dasbor', href: paths.agreementDashboard() },
      { label: 'Halaman publik', href: paths.publicAgreements() },
      ...(keeps
        ? [
            { label: 'Impor rencana kerja', href: paths.importAgreementPlans(unit.satkerId) },
            { label: 'Impor evaluasi', href: paths.importAgreementEvaluations(unit.satkerId) },
          ]
        : []),
    ],
    paperHref: total > 0 ? listHref(paths.agreementsPaper(unit.satkerId), shape, query) : '',
    pills: pillsOf(base, setting, part),
    search: searchOf(base, setting),
    caption: `${formatCount(total)} kerja sama`,
    columns: sortedColumns(base, shape, query, [
      ['Kerja sama', 'judul'],
      ['Mitra', 'mitra'],
      ['Masa berlaku', 'berakhir'],
      ['Rencana kerja', null],
      ['Keadaan', 'keadaan'],
    ]),
    rows: rows.map(row => lineOf(row, setting)),
    empty: rows.length > 0 ? null : emptyOf(countOf(part), base, setting),
    pages: pagination({
      page: query.page,
      pageSize: AGREEMENTS_PAGE,
      total,
      hrefOf: page => listHref(base, shape, query, { page }),
    }),
  }
}

const countOf = ({ counts }: AgreementsPart): number =>
  AGREEMENT_STATES.reduce((sum, state) => sum + counts[state], 0)

function summaryOf(part: AgreementsPart): string {
  const all = countOf(part)
  if (all === 0) return 'Belum ada kerja sama yang tercatat.'
  const { counts } = part
  const troubled = counts['expired-without-result'] + counts['signed-only'] + counts.late + counts['no-plan']
  return troubled === 0
    ? `${formatCount(all)} kerja sama, semuanya dilaksanakan sesuai rencana.`
    : `${formatCount(all)} kerja sama, ${formatCount(troubled)} perlu ditangani.`
}

function pillsOf(base: string, { query, parts }: AgreementsSetting, part: AgreementsPart): Pills {
  const shape = agreementShape(parts)
  const pill = (label: string, state: AgreementState | '', count: number) => ({
    label,
    href: listHref(base, shape, query, { filters: { keadaan: state } }),
    icon: state === '' ? ('' as const) : STATE_WORDS[state].icon,
    count: formatCount(count),
    current: query.filters.keadaan === state,
  })
  return {
    label: 'Saring menurut keadaan',
    items: [
      pill('Semua', '', countOf(part)),
      ...AGREEMENT_STATES.filter(state => part.counts[state] > 0 || query.filters.keadaan === state).map(
        state => pill(STATE_WORDS[state].text, state, part.counts[state]),
      ),
    ],
  }
}

function searchOf(base: string, { query, parts }: AgreementsSetting): AgreementsPage['search'] {
  const { lingkup, jenis, area } = query.filters
  const form = freshForm({ cari: query.search, lingkup, jenis, area })
  const shape = agreementShape(parts)
  const narrowed = [query.search, lingkup, jenis, area].some(word => word !== '')
  return {
    action: base,
    hidden: keptWords(shape, query, ['cari', 'lingkup', 'jenis', 'area']),
    fields: [
      textField(form, 'cari', { label: 'Judul, mitra, atau nomor', type: 'search', maxlength: 100 }),
      selectField(form, 'lingkup', {
        label: 'Lingkup',
        prompt: 'Semua lingkup',
        choices: REALMS.map(value => ({ value, label: REALM_WORDS[value] })),
      }),
      selectField(form, 'jenis', {
        label: 'Jenis',
        prompt: 'Semua jenis',
        choices: AGREEMENT_KINDS.map(value => ({ value, label: KIND_WORDS[value] })),
      }),
      areaFilterField(form, parts),
    ],
    clearHref: narrowed
      ? listHref(base, shape, { ...query, search: '' }, { filters: { lingkup: '', jenis: '', area: '' } })
      : '',
  }
}

function lineOf(row: StandingAgreement, { today }: AgreementsSetting): AgreementLine {
  const evaluation = evaluationStatus(row.nextEvaluationOn, today)
  return {
    href: paths.cooperation(row.id),
    title: row.title,
    about: `${KIND_WORDS[row.kind]} · ${row.number}`,
    partner: row.partner,
    term: termWords(row),
    plan: planWords(row) || '–',
    trouble: [
      ...(row.late > 0 ? [`${formatCount(row.late)} tugas lewat tenggat`] : []),
      ...(evaluation?.tone === 'bad' ? [evaluation.text] : []),
    ],
    state: STATE_WORDS[row.state],
  }
}

function emptyOf(all: number, base: string, { unit, keeps }: AgreementsSetting): Empty {
  if (all > 0)
    return {
      title: 'Tidak ada kerja sama yang cocok.',
      text: 'Ubah kata pencarian atau saringannya.',
      action: { label: 'Lihat semua kerja sama', href: base, icon: '' },
    }
  return {
    title: 'Register kerja sama masih kosong.',
    text: keeps
      ? 'Catat kerja sama beserta rencana kerjanya, atau impor dari berkas.'
      : 'Diisi oleh unit yang menandatangani kerja samanya.',
    action: keeps
      ? { label: 'Impor kerja sama', href: paths.importAgreements(unit.satkerId), icon: 'upload' }
      : null,
  }
}
