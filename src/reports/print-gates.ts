import { div, sub, type Exact } from '../engine/exact'
import type { AreaRow } from './compose-areas'
import type { BreakdownRow } from './compose-breakdown'
import type { GateRow, GateTable } from './compose-gates'
import { onScale, percent, points, shortfall } from './printed-numbers'
import type {
  Listing,
  PrintedArea,
  PrintedBar,
  PrintedGate,
  PrintedReadiness,
  PrintedSection,
  PrintedStatus,
} from './printed-readiness'
import type { ReadinessReport } from './readiness-report'

/** A table of gates; the status is read on the substantiated score, the claimed one stands beside it. */
export function printGates(table: GateTable, isTarget: boolean): Listing<PrintedGate> {
  const passing = table.rows.filter(row => row.passes.substantiated).length
  const claimed = table.rows.filter(row => row.passes.claimed).length
  return {
    heading: `Ambang ${table.predicate}${isTarget ? ', predikat yang dituju' : ''}`,
    intro: `Terpenuhi ${claimed} dari ${table.rows.length} ambang menurut nilai diklaim, ${passing} menurut nilai terbukti.`,
    columns: ['Ambang', 'Bilah nilai', 'Diklaim', 'Terbukti', 'Minimum', 'Status terbukti'],
    rows: table.rows.map(printGate),
  }
}

function printGate(row: GateRow): PrintedGate {
  return {
    name: row.title,
    depth: row.depth,
    bar: printBar(row.substantiated, row.claimed, row.weight, row.minimum),
    claimed: points(row.claimed, row.minimum),
    proven: points(row.substantiated, row.minimum),
    minimum: points(row.minimum),
    status: row.passes.substantiated
      ? { kind: 'met', word: 'Terpenuhi' }
      : { kind: 'failed', word: `Kurang ${shortfall(row.distance)}` },
  }
}

/** Places of one score on a bar as wide as its weight. */
export function printBar(proven: Exact, claimed: Exact, weight: Exact, minimum: Exact | null): PrintedBar {
  const words = [
    `Terbukti ${points(proven)} dari ${points(weight)}`,
    `diklaim ${points(claimed)}`,
    ...(minimum ? [`ambang ${points(minimum)}`] : []),
  ]
  return {
    proven: onScale(div(proven, weight)),
    gap: onScale(div(sub(claimed, proven), weight)),
    minimum: minimum ? onScale(div(minimum, weight)) : null,
    label: words.join(', '),
  }
}

/** The six areas as a table and as spokes of the radar. */
export function printAreas(report: ReadinessReport): PrintedReadiness['areas'] {
  const minimum = report.areas.find(area => area.minimum)?.minimum ?? null
  const ambang = minimum ? `Ambang ${percent(minimum)}` : 'Ambang'
  return {
    heading: 'Area perubahan',
    intro: 'Pemenuhan dan Reform bersama, dalam persen dari bobot area.',
    columns: ['Area', 'Diklaim', 'Terbukti', ambang],
    rows: report.areas.map(printArea),
    shares: report.areas.map(area => ({
      number: area.number,
      name: area.name,
      claimed: onScale(area.claimed),
      proven: onScale(area.substantiated),
      minimum: area.minimum ? onScale(area.minimum) : null,
    })),
  }
}

function printArea(area: AreaRow): PrintedArea {
  return {
    name: `${area.number}. ${area.name}`,
    claimed: percent(area.claimed, area.minimum),
    proven: percent(area.substantiated, area.minimum),
    status: areaStatus(area),
  }
}

function areaStatus(area: AreaRow): PrintedStatus {
  if (area.minimum === null) return { kind: 'none', word: '–' }
  return area.passes ? { kind: 'met', word: 'Terpenuhi' } : { kind: 'failed', word: 'Kurang' }
}

/** Every block and what lies right below it: weight, answered, flagged, both scores. */
export function printBreakdown(report: ReadinessReport): Listing<PrintedSection> {
  return {
    heading: 'Rincian per bagian',
    intro: '',
    columns: ['Bagian', 'Bilah nilai', 'Bobot', 'Terjawab', 'Bertanda', 'Diklaim', 'Terbukti'],
    rows: report.breakdown.map(printSection),
  }
}

function printSection({ depth, score }: BreakdownRow): PrintedSection {
  return {
    name: `${score.code} ${score.name}`,
    depth,
    bar: printBar(score.substantiated, score.claimed, score.weight, null),
    weight: points(score.weight),
    answered: `${score.answered} dari ${score.questions}`,
    flagged: score.flagged === 0 ? '–' : String(score.flagged),
    claimed: points(score.claimed),
    proven: points(score.substantiated),
  }
}
