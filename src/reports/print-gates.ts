import { proofBarShares } from '../web/charts/proof-bar-shares'
import { formatPart } from '../web/format/number'
import type { BreakdownRow } from './compose-breakdown'
import type { GateRow, GateTable } from './compose-gates'
import { points, shortfall } from './printed-numbers'
import type { Listing, PrintedGate, PrintedSection } from './printed-readiness'

/** A table of gates; the status is read on the substantiated score, the claimed one stands beside it. */
export function printGates(table: GateTable, isTarget: boolean): Listing<PrintedGate> {
  const passing = table.rows.filter(row => row.passes.substantiated).length
  const claimed = table.rows.filter(row => row.passes.claimed).length
  return {
    heading: `Ambang ${table.predicate}${isTarget ? ', predikat yang dituju' : ''}`,
    intro: `Terpenuhi ${claimed} dari ${table.rows.length} ambang menurut nilai diklaim, ${passing} menurut nilai terbukti.`,
    columns: ['Bagian', 'Bilah nilai', 'Diklaim', 'Terbukti', 'Ambang', 'Status terbukti'],
    rows: table.rows.map(printGate),
  }
}

function printGate(row: GateRow): PrintedGate {
  return {
    name: row.title,
    depth: row.depth,
    bar: proofBarShares(row),
    claimed: points(row.claimed, row.minimum),
    proven: points(row.substantiated, row.minimum),
    minimum: points(row.minimum),
    status: row.passes.substantiated
      ? { kind: 'met', word: 'Terpenuhi' }
      : { kind: 'failed', word: `Kurang ${shortfall(row.distance)}` },
  }
}

/** Every block and what lies right below it: weight, answered, flagged, both scores. */
export function printBreakdown(rows: readonly BreakdownRow[]): Listing<PrintedSection> {
  return {
    heading: 'Rincian per bagian',
    intro: '',
    columns: ['Bagian', 'Bilah nilai', 'Bobot', 'Terjawab', 'Bertanda', 'Diklaim', 'Terbukti'],
    rows: rows.map(printSection),
  }
}

function printSection({ depth, score }: BreakdownRow): PrintedSection {
  return {
    name: `${score.code} ${score.name}`,
    depth,
    bar: proofBarShares(score),
    weight: points(score.weight),
    answered: formatPart(score.answered, score.questions),
    flagged: score.flagged === 0 ? '–' : String(score.flagged),
    claimed: points(score.claimed),
    proven: points(score.substantiated),
  }
}
