import { STAGE_NAMES } from '../assessments/stage-names'
import type { AssessmentStage } from '../engine/stages/stages'
import { paths } from '../paths'
import type { Crumbs } from '../web/components/panels'
import type { Status } from '../web/components/status'
import { formatDate } from '../web/format/date'
import { listHref } from '../web/list-query'
import type { PageModel } from '../web/view'
import type { MatrixView } from './matrix-list'
import { headingOf, headlineOf, LEGEND, regionWords, restOf, VIEW_WORDS } from './matrix-words'
import { matrixTable, type MatrixSetting, type MatrixTable } from './matrix.page'
import type { MatrixPart } from './matrix.service'

declare module '../web/view' {
  interface Views {
    'findings/matrix-paper': MatrixPaperPage
  }
}

export interface MatrixPaperPage extends PageModel {
  readonly crumbs: Crumbs
  readonly heading: string
  readonly headline: string
  readonly rest: string
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly legend: readonly Status[]
  readonly table: MatrixTable
}

/** The matrix on paper: every unit that the filters keep. */
export function matrixPaperPage(part: MatrixPart, setting: MatrixSetting): MatrixPaperPage {
  const { query, shape, choices, today } = setting
  const { wilayah, siklus, tahap, keadaan } = query.filters
  const narrowed = [
    ...(keadaan === 'semua' ? [] : [VIEW_WORDS[keadaan as MatrixView]]),
    ...(tahap ? [`tahap ${STAGE_NAMES[tahap as AssessmentStage]}`] : []),
    ...(query.search ? [`"${query.search}"`] : []),
  ]
  return {
    title: `Cetak matriks ${siklus}`,
    current: 'matriks',
    sheet: 'findings',
    wide: true,
    bodyClass: 'mx-page mx-paper',
    crumbs: { links: [{ label: 'Matriks', href: listHref(paths.matrix(), shape, query) }] },
    heading: headingOf(part.sums),
    headline: headlineOf(part.sums),
    rest: restOf(part.sums, query),
    facts: [
      { label: 'Wilayah', value: regionWords(wilayah, choices.named) },
      { label: 'Siklus', value: siklus },
      { label: 'Keadaan', value: formatDate(today) },
      ...(narrowed.length > 0 ? [{ label: 'Saringan', value: narrowed.join(', ') }] : []),
    ],
    legend: LEGEND,
    table: matrixTable(part, setting, false),
  }
}
