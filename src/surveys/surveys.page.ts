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
import { formatShortDateRange } from '../web/format/date'
import { formatCount } from '../web/format/number'
import { keptWords, listHref } from '../web/list-query'
import type { Link } from '../web/shell'
import type { PageModel } from '../web/view'
import { SURVEY_KINDS, isExternal, qualityOf, type SurveyRow } from './survey-facts'
import {
  INDEX_SOURCES,
  METHOD_WORDS,
  ownIndex,
  SAMPLE_SOURCES,
  sampleStatus,
  sampleWords,
  SURVEY_WORDS,
  worksheetIndex,
} from './survey-words'
import { SURVEYS_PAGE, surveysShape, yearsUntil, type SurveysQuery, type SurveyView } from './surveys-list'
import { lackingTwins } from './surveys-summary'
import type { SurveysPart } from './surveys.service'

declare module '../web/view' {
  interface Views {
    'surveys/surveys': SurveysPage
  }
}

export interface SurveysPage extends PageModel {
  readonly crumbs: Crumbs
  readonly over: string
  readonly summary: string
  /** Empty for those who only read. */
  readonly newHref: string
  readonly importHref: string
  readonly files: readonly Link[]
  readonly paperHref: string
  /** External surveys that an internal one cannot stand in for. */
  readonly lacking: string
  readonly pills: Pills
  readonly search: {
    readonly action: string
    readonly hidden: readonly { readonly name: string; readonly value: string }[]
    readonly fields: readonly Field[]
    readonly clearHref: string
  }
  readonly caption: string
  readonly columns: readonly Column[]
  readonly rows: readonly SurveyLine[]
  readonly empty: Empty | null
  readonly pages: Pagination | null
  readonly sources: readonly string[]
}

interface SurveyLine {
  readonly href: string
  readonly kind: string
  readonly standing: string
  readonly period: string
  readonly method: string
  readonly respondents: string
  readonly sample: Status
  readonly index: string
  readonly worksheet: string
  readonly quality: string
}

export interface SurveysSetting {
  readonly unit: RegisterUnit
  readonly query: SurveysQuery
  readonly today: string
  readonly parts: PartNames
  readonly keeps: boolean
}

/** The surveys of one satker. */
export function surveysPage(part: SurveysPart, setting: SurveysSetting): SurveysPage {
  const { unit, query, today, keeps } = setting
  const { counts, total, rows } = part
  const base = paths.surveys(unit.satkerId)
  const shape = surveysShape(setting)
  const file = (format: string) => {
    const href = listHref(paths.surveysTable(unit.satkerId), shape, query)
    return {
      label: `Unduh ${format.toUpperCase()}`,
      href: `${href}${href.includes('?') ? '&' : '?'}format=${format}`,
    }
  }
  return {
    title: 'Survei',
    current: 'register',
    sheet: 'registers',
    crumbs: { links: [registersLink(unit.satkerId)] },
    over: unit.satkerName,
    summary:
      counts.semua === 0
        ? 'Belum ada survei yang tercatat.'
        : `${formatCount(counts.internal)} survei internal dan ${formatCount(counts.eksternal)} survei eksternal tercatat.`,
    newHref: keeps ? paths.newSurvey(unit.satkerId) : '',
    importHref: keeps ? paths.importSurveys(unit.satkerId) : '',
    files: total > 0 ? ['xlsx', 'csv'].map(file) : [],
    paperHref: total > 0 ? listHref(paths.surveysPaper(unit.satkerId), shape, query) : '',
    lacking: lackingWords(part.thisYear, today),
    pills: pillsOf(base, setting, part),
    search: searchOf(base, setting),
    caption: `${formatCount(total)} survei`,
    columns: sortedColumns(base, shape, query, [
      ['Periode', 'periode'],
      ['Survei', 'jenis'],
      ['Cara', null],
      ['Responden', 'responden'],
      ['Indeks', null],
      ['Pada 0–4', null],
      ['Mutu', null],
    ]),
    rows: rows.map(lineOf),
    empty: rows.length > 0 ? null : emptyOf(counts.semua, base, setting),
    pages: pagination({
      page: query.page,
      pageSize: SURVEYS_PAGE,
      total,
      hrefOf: page => listHref(base, shape, query, { page }),
    }),
    sources: [SAMPLE_SOURCES, INDEX_SOURCES],
  }
}

function lackingWords(thisYear: readonly SurveyRow[], today: string): string {
  const lacking = lackingTwins(thisYear)
  if (lacking.length === 0) return ''
  const external = lacking.map(twin => twin.external).join(' dan ')
  const internal = lacking.map(twin => twin.internal).join(' dan ')
  return `Hasil memakai survei eksternal. Tahun ${today.slice(0, 4)} baru ada ${internal}; ${external} belum tercatat.`
}

function pillsOf(base: string, setting: SurveysSetting, { counts }: SurveysPart): Pills {
  const pill = (label: string, sumber: SurveyView) => ({
    label,
    href: listHref(base, surveysShape(setting), setting.query, { filters: { sumber } }),
    icon: '' as const,
    count: formatCount(counts[sumber]),
    current: setting.query.filters.sumber === sumber,
  })
  return {
    label: 'Saring survei',
    items: [pill('Semua', 'semua'), pill('Internal', 'internal'), pill('Eksternal', 'eksternal')],
  }
}

function searchOf(base: string, setting: SurveysSetting): SurveysPage['search'] {
  const { query, today, parts } = setting
  const { jenis, tahun, area } = query.filters
  const form = freshForm({ cari: query.search, jenis, tahun, area })
  const shape = surveysShape(setting)
  const narrowed = query.search !== '' || jenis !== '' || tahun !== '' || area !== ''
  return {
    action: base,
    hidden: keptWords(shape, query, ['cari', 'jenis', 'tahun', 'area']),
    fields: [
      textField(form, 'cari', { label: 'Pelaksana atau cara', type: 'search', maxlength: 100 }),
      selectField(form, 'jenis', {
        label: 'Survei',
        prompt: 'Semua survei',
        choices: SURVEY_KINDS.map(value => ({ value, label: SURVEY_WORDS[value] })),
      }),
      selectField(form, 'tahun', {
        label: 'Tahun',
        prompt: 'Semua tahun',
        choices: yearsUntil(today).map(value => ({ value, label: value })),
      }),
      areaFilterField(form, parts),
    ],
    clearHref: narrowed
      ? listHref(base, shape, { ...query, search: '' }, { filters: { jenis: '', tahun: '', area: '' } })
      : '',
  }
}

function lineOf(row: SurveyRow): SurveyLine {
  return {
    href: paths.survey(row.id),
    kind: row.kind,
    standing: isExternal(row) ? 'Eksternal' : 'Internal',
    period: formatShortDateRange(row.heldFrom, row.heldUntil),
    method: METHOD_WORDS[row.method],
    respondents: sampleWords(row),
    sample: sampleStatus(row),
    index: ownIndex(row),
    worksheet: worksheetIndex(row),
    quality: qualityOf(row) ?? '–',
  }
}

function emptyOf(all: number, base: string, { unit, keeps }: SurveysSetting): Empty {
  if (all > 0)
    return {
      title: 'Tidak ada survei yang cocok.',
      text: 'Ubah kata pencarian atau saringannya.',
      action: { label: 'Lihat semua survei', href: base, icon: '' },
    }
  return {
    title: 'Register survei masih kosong.',
    text: keeps
      ? 'Catat tiap putaran survei setelah selesai, lalu lampirkan laporannya.'
      : 'Diisi oleh kepala satker, ketua tim ZI, atau anggota pokja.',
    action: keeps
      ? { label: 'Impor survei', href: paths.importSurveys(unit.satkerId), icon: 'upload' }
      : null,
  }
}
