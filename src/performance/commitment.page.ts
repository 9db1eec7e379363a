import { trailEntry, type TrailEntry } from '../audit/audit.page'
import type { TrailRow } from '../audit/audit.repository'
import { round, isWhole } from '../engine/exact'
import { quarterPhase, QUARTERS, type Quarter } from '../engine/performance/quarters'
import { yearResult } from '../engine/performance/year'
import { paths } from '../paths'
import type { EntryPanels } from '../registers/entry-panels.page'
import type { Crumbs } from '../web/components/panels'
import type { Status } from '../web/components/status'
import { formatDate } from '../web/format/date'
import type { SafeHtml } from '../web/html'
import type { PageModel } from '../web/view'
import { isReported, quarterOf, quarterState, yearOf, type KeptCommitment } from './commitment-facts'
import { listLink } from './commitment-form.page'
import { commitmentTrend } from './commitment-trend'
import { ROMAN } from './performance-list'
import {
  COUNTING_WORDS,
  DIRECTION_WORDS,
  figureWords,
  percentWords,
  QUARTER_WORDS,
  shareWords,
} from './performance-words'
import { registerCrumbs } from './performance.page'

declare module '../web/view' {
  interface Views {
    'performance/commitment': CommitmentPage
  }
}

export interface CommitmentPage extends PageModel {
  readonly crumbs: Crumbs
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  /** Null until every quarter was reported. */
  readonly yearState: Status | null
  readonly quarters: readonly QuarterLine[]
  readonly trend: SafeHtml | null
  /** Empty for those who only read. */
  readonly editHref: string
  readonly panels: EntryPanels | null
  readonly trail: readonly TrailEntry[]
}

interface QuarterLine {
  readonly title: string
  readonly href: string
  readonly target: string
  readonly realisation: string
  readonly share: string
  readonly state: Status | null
  readonly reported: string
  readonly obstacle: string
  readonly strategy: string
  /** Empty where there is nothing to report yet, or for those who only read. */
  readonly reportHref: string
}

export interface CommitmentSetting {
  readonly today: string
  readonly keeps: boolean
  readonly panels: EntryPanels | null
  readonly trail: readonly TrailRow[]
}

/** One commitment through its year. */
export function commitmentPage(
  one: KeptCommitment,
  { today, keeps, panels, trail }: CommitmentSetting,
): CommitmentPage {
  const result = yearResult(yearOf(one))
  return {
    title: one.indicator,
    current: 'register',
    sheet: 'registers',
    crumbs: registerCrumbs(one.satkerId, listLink(one)),
    facts: [
      { label: 'Satker', value: one.satkerName },
      ...commitmentFacts(one),
      {
        label: 'Realisasi tahun',
        value: result
          ? `${figureWords(isWhole(result.realisation) ? round(result.realisation, 0) : round(result.realisation, 2))} ${one.unit}${result.share ? ` (${percentWords(result.share)})` : ''}`
          : 'Menunggu laporan semua triwulan',
      },
    ],
    yearState: result ? QUARTER_WORDS[result.state] : null,
    quarters: QUARTERS.map(quarter => quarterLine(one, quarter, { today, keeps })),
    trend: commitmentTrend(one),
    editHref: keeps ? paths.editCommitment(one.id) : '',
    panels,
    trail: trail.map(row => trailEntry(row, one.timeZone)),
  }
}

/** What was promised, in words. */
export const commitmentFacts = (one: KeptCommitment) => [
  { label: 'Tahun', value: String(one.year) },
  { label: 'Target tahun', value: `${figureWords(one.yearTarget)} ${one.unit}` },
  { label: 'Arah', value: DIRECTION_WORDS[one.direction] },
  { label: 'Hitungan', value: COUNTING_WORDS[one.counting].label },
]

function quarterLine(
  one: KeptCommitment,
  quarter: Quarter,
  { today, keeps }: { readonly today: string; readonly keeps: boolean },
): QuarterLine {
  const row = quarterOf(one, quarter)
  const title = `TW ${ROMAN[quarter]}`
  if (!row)
    return {
      title,
      href: '',
      target: 'Tidak diukur',
      realisation: '–',
      share: '–',
      state: null,
      reported: '',
      obstacle: '',
      strategy: '',
      reportHref: '',
    }
  const begun = quarterPhase(one.year, quarter, today) !== 'ahead'
  return {
    title,
    href: paths.quarter(one.id, String(quarter)),
    target: figureWords(row.target),
    realisation: row.realisation === null ? '–' : figureWords(row.realisation),
    share: shareWords(one.direction, row) || '–',
    state: QUARTER_WORDS[quarterState(one.year, row, today)],
    reported: isReported(row) ? formatDate(row.reportedOn) : '',
    obstacle: row.obstacle,
    strategy: row.strategy,
    reportHref: keeps && begun && !isReported(row) ? paths.quarterReport(one.id, String(quarter)) : '',
  }
}
