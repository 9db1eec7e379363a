import { printedProofBar } from '../web/charts/printed-proof-bar'
import type { ProofBarShares } from '../web/charts/proof-bar-shares'
import type { SafeHtml } from '../web/html'
import type { Listing, PrintedStatus } from './printed-readiness'

/** A table of the report page: cells in the order of the columns, each with what its template needs. */
export interface ReportTable {
  readonly id: string
  readonly heading: string
  readonly intro: string
  /** Whether a legend of the bars belongs above it. */
  readonly bars: boolean
  readonly columns: readonly { readonly label: string; readonly num: boolean }[]
  readonly rows: readonly { readonly cells: readonly ReportCell[] }[]
  readonly after: string
}

export interface ReportCell {
  /** The name of its column, for narrow screens. */
  readonly label: string
  readonly head: boolean
  readonly num: boolean
  readonly indented: boolean
  readonly strong: boolean
  readonly lines: readonly string[]
  /** A bold line below the others. */
  readonly conclusion: string
  readonly picture: SafeHtml | null
  readonly status: { readonly tone: string; readonly icon: string; readonly text: string } | null
}

type Cell = Omit<ReportCell, 'label'>

const EMPTY: Cell = {
  head: false,
  num: false,
  indented: false,
  strong: false,
  lines: [],
  conclusion: '',
  picture: null,
  status: null,
}

export const text = (...lines: readonly string[]): Cell => ({ ...EMPTY, lines })
export const head = (word: string, depth: 0 | 1 = 0): Cell => ({
  ...EMPTY,
  head: true,
  lines: [word],
  strong: depth === 0,
  indented: depth === 1,
})
export const num = (word: string): Cell => ({ ...EMPTY, num: true, lines: [word] })
export const strongNum = (word: string): Cell => ({ ...num(word), strong: true })
export const bar = (shares: ProofBarShares): Cell => ({ ...EMPTY, picture: printedProofBar(shares) })
export const concluded = (word: string, conclusion: string): Cell => ({ ...text(word), conclusion })

const MARKS = { met: ['ok', 'check'], failed: ['bad', 'cross'], unknown: ['mut', 'dashring'] } as const

export function status({ kind, word }: PrintedStatus): Cell {
  if (kind === 'none') return text(word)
  const [tone, icon] = MARKS[kind]
  return { ...EMPTY, status: { tone, icon, text: word } }
}

/** Turns a listing into a table; `cells` gives one row's cells in the order of its columns. */
export function reportTable<Row>(
  id: string,
  listing: Listing<Row>,
  cells: (row: Row) => readonly Cell[],
  after = '',
): ReportTable {
  const rows = listing.rows.map(row => ({
    cells: cells(row).map((cell, column) => ({ ...cell, label: listing.columns[column] ?? '' })),
  }))
  const columns = listing.columns.map((label, column) => ({
    label,
    num: rows[0]?.cells[column]?.num ?? false,
  }))
  const bars = rows.some(row => row.cells.some(cell => cell.picture))
  return { id, heading: listing.heading, intro: listing.intro, bars, columns, rows, after }
}
