import { paths } from '../paths'
import { SafeHtml } from '../web/html'
import type { PageModel } from '../web/view'
import { printReadiness } from './print-readiness'
import type { Note, PrintedReadiness } from './printed-readiness'
import type { ReadinessReport } from './readiness-report'
import {
  bar,
  concluded,
  head,
  num,
  reportTable,
  status,
  strongNum,
  text,
  type ReportTable,
} from './readiness-table'

declare module '../web/view' {
  interface Views {
    'reports/readiness': ReadinessPage
  }
}

type Kept =
  'title' | 'draft' | 'draftWord' | 'foot' | 'letterhead' | 'meta' | 'conclusion' | 'figures' | 'signatures'

export interface ReadinessPage extends PageModel {
  readonly backHref: string
  readonly pdfHref: string
  readonly report: Pick<PrintedReadiness, Kept> & {
    readonly logo: string
    readonly target: ReportTable
    readonly prerequisites: ReportTable
    readonly areas: ReportTable & {
      readonly radar: SafeHtml
      readonly legend: PrintedReadiness['areas']['radar']['legend']
    }
    /** The tables below the areas, in their order. */
    readonly tables: readonly ReportTable[]
    readonly reading: { readonly heading: string; readonly notes: readonly Note[] }
    readonly evidence: ReportTable
  }
}

/** The report on screen and, through its print stylesheet, on A4. */
export function readinessPage(assessmentId: string, report: ReadinessReport): ReadinessPage {
  const printed = printReadiness(report)
  const { areas } = printed
  const { logo } = report.satker
  const [target, ...others] = printed.gates.map((listing, index) => gateTable(`ambang-${index}`, listing))
  if (!target) throw new Error('A report has at least one predicate.')
  return {
    title: `Laporan kesiapan ${report.satker.name}`,
    current: 'laporan',
    bodyClass: report.draft ? 'p-report p-report-draft' : 'p-report',
    backHref: paths.assessment(assessmentId),
    pdfHref: paths.readinessPdf(assessmentId),
    report: {
      ...printed,
      logo: logo ? `data:image/${MEDIA[logo.kind]};base64,${logo.base64}` : '',
      target,
      prerequisites: reportTable('syarat', printed.prerequisites, row => [
        head(row.text, 1),
        ...row.verdicts.map(status),
        text(row.note),
      ]),
      areas: {
        ...reportTable('area', areas, row => [
          head(row.name, 1),
          num(row.claimed),
          strongNum(row.proven),
          status(row.status),
        ]),
        radar: new SafeHtml(areas.radar.svg),
        legend: areas.radar.legend,
      },
      tables: [...others, ...detailTables(printed)],
      evidence: reportTable('bukti', printed.evidence, row => [
        head(row.number),
        ...[row.title, row.nature, row.stages, row.happened, row.questions].map(word => text(word)),
        text(...row.hashes),
      ]),
    },
  }
}

const MEDIA = { png: 'png', jpg: 'jpeg', webp: 'webp', svg: 'svg+xml' } as const

function gateTable(id: string, listing: PrintedReadiness['gates'][number]): ReportTable {
  return reportTable(id, listing, row => [
    head(row.name, row.depth),
    bar(row.bar),
    num(row.claimed),
    strongNum(row.proven),
    num(row.minimum),
    status(row.status),
  ])
}

/** The tables below the gates; contradictions and findings only when there are any. */
function detailTables({
  breakdown,
  contradictions,
  findings,
  flags,
  steps,
}: PrintedReadiness): readonly ReportTable[] {
  const clashes = reportTable('bertentangan', contradictions, row => [
    head(row.code),
    text(row.text),
    text(row.seen),
  ])
  return [
    reportTable('rincian', breakdown, row => [
      head(row.name, row.depth),
      bar(row.bar),
      ...[row.weight, row.answered, row.flagged, row.claimed].map(num),
      strongNum(row.proven),
    ]),
    ...(clashes.rows.length > 0 ? [clashes] : []),
    ...(findings.rows.length > 0
      ? [reportTable('temuan', findings, row => [head(row.title, 1), text(row.level), text(row.seen)])]
      : []),
    reportTable('tanda', flags, row => [
      head(row.code),
      ...[row.text, row.answer, row.kind, row.seen, row.toClear].map(word => text(word)),
    ]),
    ...steps.map((listing, index) =>
      reportTable(
        `langkah-${index}`,
        listing,
        row => [
          text(row.number),
          head(row.code),
          concluded(row.text, row.action),
          text(row.responsible),
          num(row.gain),
          num(row.total),
        ],
        listing.after,
      ),
    ),
  ]
}
