import { exact } from '../engine/exact'
import { paths } from '../paths'
import { areaFacts } from '../registers/area-filter'
import { registersLink } from '../registers/register-nav'
import { formatDate, formatShortDateRange } from '../web/format/date'
import { formatCount } from '../web/format/number'
import { listHref } from '../web/list-query'
import { printedRows, type PrintedRegister } from '../web/printed-register'
import type { PageModel } from '../web/view'
import { indexWords, SCALE_WORDS } from './index-words'
import { qualityOf, sampleOf, type SurveyRow } from './survey-facts'
import { INDEX_SOURCES, METHOD_WORDS, SAMPLE_SOURCES, worksheetIndex } from './survey-words'
import { surveysShape } from './surveys-list'
import type { SurveysSetting } from './surveys.page'

declare module '../web/view' {
  interface Views {
    'surveys/paper': SurveysPaperPage
  }
}

export interface SurveysPaperPage extends PageModel {
  readonly register: PrintedRegister
}

const HEADER = [
  'No.',
  'Survei',
  'Periode',
  'Pelaksana dan cara',
  'Responden',
  'Diperlukan',
  'Kurang',
  'Indeks',
  'Skala',
  'Pada 0–4',
  'Mutu',
]

/** The surveys that a list shows, for paper. */
export function surveysPaperPage(
  rows: readonly SurveyRow[],
  { unit, query, today, parts }: Omit<SurveysSetting, 'keeps'>,
): SurveysPaperPage {
  const { sumber, jenis, tahun, area } = query.filters
  return {
    title: 'Rekapitulasi survei',
    current: 'register',
    sheet: 'registers',
    wide: true,
    register: {
      crumbs: {
        links: [
          registersLink(unit.satkerId),
          {
            label: 'Survei',
            href: listHref(paths.surveys(unit.satkerId), surveysShape({ parts, today }), query),
          },
        ],
      },
      letterhead: unit.letterhead.split('\n').filter(Boolean),
      heading: `Rekapitulasi survei ${unit.satkerName}`,
      facts: [
        ...(sumber === 'semua' ? [] : [{ label: 'Kedudukan', value: STANDING[sumber] ?? sumber }]),
        ...(jenis ? [{ label: 'Survei', value: jenis }] : []),
        ...areaFacts(area, parts),
        ...(query.search ? [{ label: 'Pencarian', value: query.search }] : []),
        { label: 'Tahun', value: tahun || 'Semua' },
        { label: 'Jumlah', value: `${formatCount(rows.length)} survei` },
        { label: 'Tanggal', value: formatDate(today) },
      ],
      header: HEADER,
      rows: printedRows(HEADER, rows.map(cellsOf)),
      note: `${SAMPLE_SOURCES} ${INDEX_SOURCES}`,
    },
  }
}

const STANDING: Readonly<Record<string, string>> = { internal: 'Internal', eksternal: 'Eksternal' }

function cellsOf(row: SurveyRow, place: number): string[] {
  const { needed, missing } = sampleOf(row)
  return [
    String(place + 1),
    row.kind,
    formatShortDateRange(row.heldFrom, row.heldUntil),
    `${row.conductedBy}, ${METHOD_WORDS[row.method].toLowerCase()}`,
    formatCount(row.respondents) + (row.population === null ? '' : ` dari ${formatCount(row.population)}`),
    formatCount(needed),
    missing === 0 ? '' : formatCount(missing),
    indexWords(exact(row.index)),
    SCALE_WORDS[row.scale],
    worksheetIndex(row),
    qualityOf(row) ?? '',
  ]
}
