import { QUARTERS, type Quarter } from '../engine/performance/quarters'
import { paths } from '../paths'
import type { RegisterUnit } from '../registers/register-unit'
import type { Crumbs } from '../web/components/panels'
import type { Status } from '../web/components/status'
import { formatDate } from '../web/format/date'
import { formatCount } from '../web/format/number'
import type { PageModel } from '../web/view'
import { isReported, quarterOf, quarterState, type KeptCommitment } from './commitment-facts'
import { ROMAN } from './performance-list'
import { figureWords, QUARTER_WORDS, shareWords } from './performance-words'
import { registerCrumbs } from './performance.page'

declare module '../web/view' {
  interface Views {
    'performance/paper': PerformancePaperPage
  }
}

export interface PerformancePaperPage extends PageModel {
  readonly crumbs: Crumbs
  readonly letterhead: readonly string[]
  readonly heading: string
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly rows: readonly PaperLine[]
  /** Where and when it is signed; the name stays to be written. */
  readonly place: string
  readonly note: string
}

interface PaperLine {
  readonly number: string
  readonly indicator: string
  readonly target: string
  readonly realisation: string
  readonly share: string
  readonly state: Status
  readonly obstacle: string
  readonly strategy: string
}

/** The report of one quarter, to be signed by the head of the satker. */
export function performancePaperPage(
  rows: readonly KeptCommitment[],
  {
    unit,
    year,
    quarter,
    today,
  }: {
    readonly unit: RegisterUnit
    readonly year: number
    readonly quarter: Quarter
    readonly today: string
  },
): PerformancePaperPage {
  const lines = rows.flatMap(one => lineOf(one, quarter, today) ?? [])
  const reported = lines.filter(({ realisation }) => realisation !== '–').length
  const reached = lines.filter(({ state }) => state.text === QUARTER_WORDS.reached.text).length
  return {
    title: `Laporan kinerja triwulan ${ROMAN[quarter]} ${year}`,
    current: 'register',
    sheet: 'registers',
    wide: true,
    bodyClass: 'pk-paper',
    crumbs: registerCrumbs(unit.satkerId, {
      label: `Kinerja ${year}`,
      href: `${paths.performance(unit.satkerId)}?tahun=${year}`,
    }),
    letterhead: unit.letterhead.split('\n').filter(Boolean),
    heading: `Laporan Kinerja Triwulan ${ROMAN[quarter]} Tahun ${year}`,
    facts: [
      { label: 'Satker', value: unit.satkerName },
      { label: 'Dilaporkan', value: `${formatCount(reported)} dari ${formatCount(lines.length)} indikator` },
      { label: 'Tercapai', value: `${formatCount(reached)} indikator` },
      { label: 'Dicetak', value: formatDate(today) },
    ],
    rows: lines,
    place: '........................., .........................',
    note: 'Hampir berarti capaian paling sedikit 90% dari target.',
  }
}

/** The quarter that the address asks for; the first where it asks for none. */
export const askedQuarter = (query: Readonly<Record<string, unknown>>): Quarter =>
  QUARTERS.find(quarter => String(quarter) === query['triwulan']) ?? 1

function lineOf(one: KeptCommitment, quarter: Quarter, today: string): PaperLine | undefined {
  const row = quarterOf(one, quarter)
  if (!row) return undefined
  return {
    number: String(one.number),
    indicator: one.indicator,
    target: `${figureWords(row.target)} ${one.unit}`,
    realisation: isReported(row) ? figureWords(row.realisation) : '–',
    share: shareWords(one.direction, row) || '–',
    state: QUARTER_WORDS[quarterState(one.year, row, today)],
    obstacle: row.obstacle || '–',
    strategy: row.strategy || '–',
  }
}
