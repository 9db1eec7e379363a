import { exact } from '../engine/exact'
import { achievementOf } from '../engine/performance/achievement'
import { quarterPhase } from '../engine/performance/quarters'
import { paths } from '../paths'
import type { Status } from '../web/components/status'
import { formatCount, formatPart } from '../web/format/number'
import type { IconName } from '../web/icons'
import type { QuarterState } from './commitment-facts'
import { ROMAN } from './performance-list'
import { figureWords, percentWords, QUARTER_WORDS } from './performance-words'
import { quartersShown, WHOLE_YEAR, type RegionQuery, type RegionView } from './region-list'
import type { RegionCell, RegionUnitRow } from './region.repository'
import type { RegionPart } from './region.service'

/** `triwulan IV 2025`, or the year alone. */
export const whenWords = (query: RegionQuery): string => {
  const { tahun, triwulan } = query.filters
  return triwulan === WHOLE_YEAR ? tahun : `triwulan ${ROMAN[quartersShown(query)[0] ?? 1]} ${tahun}`
}

/** What the units amount to together, whatever the page. */
export function summaryOf({ sums }: RegionPart): string {
  const said = [
    `${formatCount(sums.units)} satker`,
    `${formatPart(sums.reached, sums.targeted)} target tercapai`,
    ...(sums.missed > 0 ? [`${formatCount(sums.missed)} tidak tercapai`] : []),
    ...(sums.missing > 0
      ? [`${formatCount(sums.missing)} belum dilaporkan di ${formatCount(sums.unreported)} satker`]
      : []),
  ]
  return `${said.join(', ')}.`
}

export const VIEW_WORDS: Readonly<Record<RegionView, string>> = {
  semua: 'Semua',
  belum: 'Belum lapor',
  tidak: 'Ada yang tidak tercapai',
  tanpa: 'Tanpa perjanjian',
  tindak: 'Tindak lanjut terbuka',
}

export const reachedWords = ({ targeted, reached }: RegionUnitRow): string =>
  targeted > 0 ? `${formatPart(reached, targeted)} tercapai` : ''

export const openWords = ({ openFollowUps }: RegionUnitRow): string =>
  openFollowUps > 0 ? `${formatCount(openFollowUps)} terbuka` : ''

/** What is wrong at a unit, the worst first. */
export function troublesOf({ targeted, missed, missing, near }: RegionUnitRow): Status[] {
  if (targeted === 0) return [{ tone: 'warn', icon: 'dashring', text: 'Tanpa perjanjian' }]
  const counted = (count: number, state: QuarterState): Status[] =>
    count > 0
      ? [
          {
            ...QUARTER_WORDS[state],
            text: `${formatCount(count)} ${QUARTER_WORDS[state].text.toLowerCase()}`,
          },
        ]
      : []
  return [...counted(missed, 'missed'), ...counted(missing, 'unreported'), ...counted(near, 'near')]
}

export interface Tile {
  readonly href: string
  readonly tone: string
  readonly icon: IconName
  /** `98%`; realisation and target where the target is 0; empty before the report. */
  readonly share: string
  /** The state, for whoever sees no sign. */
  readonly word: string
  readonly indicator: string
}

/** How one commitment stands in one quarter. */
export function tileOf(
  cell: RegionCell,
  { query, today }: { readonly query: RegionQuery; readonly today: string },
): Tile {
  const state = stateOfCell(cell, Number(query.filters.tahun), today)
  const { tone, icon, text } = QUARTER_WORDS[state]
  const { direction, target, realisation } = cell
  const share =
    realisation === null ? null : achievementOf(direction, exact(target), exact(realisation)).share
  return {
    href: paths.quarter(cell.commitmentId, String(cell.quarter)),
    tone,
    icon,
    share: share
      ? percentWords(share, 0)
      : realisation === null
        ? ''
        : `${figureWords(realisation)}/${figureWords(target)}`,
    word: text,
    indicator: `${cell.number}. ${cell.indicator}`,
  }
}

function stateOfCell({ state, quarter }: RegionCell, year: number, today: string): QuarterState {
  if (state !== '') return state
  const phase = quarterPhase(year, quarter, today)
  return phase === 'ahead' ? 'ahead' : phase === 'running' ? 'open' : 'unreported'
}
