import type { Crumbs } from './components/panels'

interface PrintedCell {
  readonly title: string
  readonly text: string
  /** Stays on one line. */
  readonly short: boolean
}

const SHORT = 18

/** A register on paper: who keeps it, what part of it was chosen, and one row of words per entry. */
export interface PrintedRegister {
  readonly crumbs: Crumbs
  readonly letterhead: readonly string[]
  readonly heading: string
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly header: readonly string[]
  readonly rows: readonly (readonly PrintedCell[])[]
  readonly note: string
}

/** Rows of cells, each with the title of its column. */
export const printedRows = (
  header: readonly string[],
  rows: readonly (readonly string[])[],
): PrintedRegister['rows'] =>
  rows.map(cells =>
    cells.map((text, place) => ({
      title: header[place] ?? '',
      text: text || '–',
      short: text.length <= SHORT,
    })),
  )
