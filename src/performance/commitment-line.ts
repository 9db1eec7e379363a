import { QUARTERS, type Quarter } from '../engine/performance/quarters'
import { paths } from '../paths'
import type { Status } from '../web/components/status'
import type { SafeHtml } from '../web/html'
import { isReported, quarterOf, quarterState, shareOfTarget, type KeptCommitment } from './commitment-facts'
import { commitmentTrend } from './commitment-trend'
import { ROMAN } from './performance-list'
import {
  COUNTING_WORDS,
  DIRECTION_WORDS,
  figureWords,
  percentWords,
  QUARTER_WORDS,
} from './performance-words'

interface QuarterCell {
  readonly title: string
  /** Empty where the quarter has no target. */
  readonly href: string
  readonly state: Status | null
  /** The share, or the figures where none can be told. */
  readonly label: string
  readonly detail: string
}

export interface CommitmentLine {
  readonly number: string
  readonly href: string
  readonly indicator: string
  readonly about: string
  readonly target: string
  readonly quarters: readonly QuarterCell[]
  readonly trend: SafeHtml | null
}

/** One commitment with its four quarters, as a row of its year. */
export const commitmentLine = (row: KeptCommitment, today: string): CommitmentLine => ({
  number: String(row.number),
  href: paths.commitment(row.id),
  indicator: row.indicator,
  about: `${DIRECTION_WORDS[row.direction]} · ${COUNTING_WORDS[row.counting].label.toLowerCase()}`,
  target: `${figureWords(row.yearTarget)} ${row.unit}`,
  quarters: QUARTERS.map(quarter => cellOf(row, quarter, today)),
  trend: commitmentTrend(row),
})

function cellOf(one: KeptCommitment, quarter: Quarter, today: string): QuarterCell {
  const row = quarterOf(one, quarter)
  const title = `TW ${ROMAN[quarter]}`
  if (!row) return { title, href: '', state: null, label: '–', detail: '' }
  const share = shareOfTarget(one.direction, row)
  const figures = isReported(row)
    ? `${figureWords(row.realisation)} dari ${figureWords(row.target)}`
    : `target ${figureWords(row.target)}`
  return {
    title,
    href: paths.quarter(one.id, String(quarter)),
    state: QUARTER_WORDS[quarterState(one.year, row, today)],
    label: share ? percentWords(share) : figures,
    detail: share ? figures : '',
  }
}
