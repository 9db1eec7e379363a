import { compare, isZero, sub, sum, ZERO, type Exact } from '../engine/exact'
import type { Instrument } from '../engine/instrument/instrument'
import { lookup } from '../engine/instrument/lookup'
import type { SheetSeat } from '../engine/stages/turns'
import { pointsBetween } from './column-changes'
import type { ColumnQuestion, HandedInColumn } from './handed-in-columns'
import { sameValue } from './sheet-contents'

/** A column in its place: who handed it in for which round. */
export interface PlacedColumn extends HandedInColumn {
  readonly id: string
  readonly seat: SheetSeat
  readonly round: number
}

/** `other`: the state changed and the value did not, e.g. unanswered became the lowest option. */
export type ChangeWay = 'down' | 'up' | 'other'

export interface ComparedCell extends ColumnQuestion {
  readonly column: PlacedColumn
  /** Against the column before; null where nothing changed, and in the first. */
  readonly change: { readonly way: ChangeWay; readonly by: Exact } | null
}

export interface ComparedQuestion {
  readonly code: string
  readonly cells: readonly ComparedCell[]
  readonly differs: boolean
  /** Points of the total gained (or lost) from the first column to the last. */
  readonly points: Exact
}

export interface Comparison {
  readonly columns: readonly PlacedColumn[]
  /** Those that differ first, the biggest loss of points at the top; the rest in the order of the instrument. */
  readonly questions: readonly ComparedQuestion[]
  /** Points lost and gained together, from the first column to the last. */
  readonly lost: Exact
  readonly gained: Exact
}

/** Puts the columns of an assessment side by side; the same for any number of them. */
export function compareColumns(instrument: Instrument, columns: readonly PlacedColumn[]): Comparison {
  const first = columns[0]
  const last = columns.at(-1)
  const questions = [...lookup(instrument).questions.keys()].map((code): ComparedQuestion => {
    const cells = columns.map((column, place) => cellOf(code, column, columnBefore(columns, place)))
    return {
      code,
      cells,
      differs: cells.some(cell => cell.change !== null),
      points: first && last ? pointsBetween(instrument, code, first, last) : ZERO,
    }
  })
  const points = questions.map(question => question.points)
  return {
    columns,
    // Sorting is stable: equals stay in the order of the instrument.
    questions: [
      ...questions.filter(({ differs }) => differs).sort((a, b) => compare(a.points, b.points)),
      ...questions.filter(({ differs }) => !differs),
    ],
    lost: sum(points.filter(one => compare(one, ZERO) < 0)),
    gained: sum(points.filter(one => compare(one, ZERO) > 0)),
  }
}

/**
 * What a column changed something of: the one on its left, but the satker goes on with its own worksheet of the round
 * before, and has raised nothing where it only repeats what it claimed.
 */
function columnBefore(columns: readonly PlacedColumn[], place: number): PlacedColumn | undefined {
  const left = columns.slice(0, place)
  return columns[place]?.seat === 'satker' ? left.findLast(({ seat }) => seat === 'satker') : left.at(-1)
}

const NOTHING: ColumnQuestion = {
  state: 'unanswered',
  value: ZERO,
  option: null,
  valueBy: null,
  valueAt: null,
  note: '',
  noteBy: null,
  noteAt: null,
}

function cellOf(code: string, column: PlacedColumn, before: PlacedColumn | undefined): ComparedCell {
  const question = column.questions.get(code) ?? NOTHING
  const standing = before?.questions.get(code) ?? NOTHING
  if (!before || sameValue(question, standing)) return { ...question, column, change: null }
  const by = sub(question.value, standing.value)
  const way = isZero(by) ? 'other' : compare(by, ZERO) < 0 ? 'down' : 'up'
  return { ...question, column, change: { way, by } }
}

export const COMPARISON_FILTERS = ['berbeda', 'turun', 'ketua', 'semua'] as const
export type ComparisonFilter = (typeof COMPARISON_FILTERS)[number]

const CHECKERS: readonly SheetSeat[] = ['lead', 'controller']

/** Whether a filter shows a question; `ketua`: one that the ketua or the dalnis changed. */
export function passes({ cells, differs }: ComparedQuestion, filter: ComparisonFilter): boolean {
  switch (filter) {
    case 'berbeda':
      return differs
    case 'turun':
      return cells.some(({ change }) => change?.way === 'down')
    case 'ketua':
      return cells.some(({ change, column }) => change !== null && CHECKERS.includes(column.seat))
    case 'semua':
      return true
  }
}
