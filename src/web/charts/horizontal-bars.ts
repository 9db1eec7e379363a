import type { SafeHtml } from '../html'
import { PRINT_INK, SCREEN_INK, type ChartInk } from './chart-ink'
import { hatchLines } from './hatch'
import { svg } from './svg'

export interface BarRow {
  readonly label: string
  /** Printed at the end of the row: `3,70 dari 8`. */
  readonly value: string
  /** Shares 0..1 of the length. */
  readonly substantiated: number
  readonly claimed: number
  readonly minimum: number | null
}

export interface BarsFacts {
  /** Distinguishes the ids of several charts on one page. */
  readonly id: string
  readonly title: string
  readonly description: string
  readonly rows: readonly BarRow[]
}

const WIDTH = 400
const ROW = 38
const BAR = 11
const BAR_TOP = 19
const LETTERS = 13

/** Rows of proof bars, name and number above each, for the page and the PDF alike; legible at phone width. */
export function horizontalBars(facts: BarsFacts, options: { forPrint?: boolean } = {}): SafeHtml {
  const ink = options.forPrint ? PRINT_INK : SCREEN_INK
  const { id, rows } = facts
  return svg(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'hbars',
      viewBox: `0 0 ${WIDTH} ${rows.length * ROW}`,
      role: 'img',
      'aria-labelledby': `${id}-t ${id}-d`,
    },
    svg('title', { id: `${id}-t` }, facts.title),
    svg('desc', { id: `${id}-d` }, facts.description),
    ...rows.flatMap((row, index) => barRow(row, index * ROW, ink)),
  )
}

function barRow(row: BarRow, top: number, ink: ChartInk): SafeHtml[] {
  const bar = { y: top + BAR_TOP, height: BAR }
  const proven = row.substantiated * WIDTH
  const claimed = row.claimed * WIDTH
  const text = { y: top + 13, 'font-size': LETTERS, fill: ink.text, ...ink.letters }
  return [
    svg('text', { x: 0, ...text }, row.label),
    svg('text', { x: WIDTH, 'text-anchor': 'end', ...text }, row.value),
    svg('rect', { x: 0, width: WIDTH, ...bar, fill: ink.track }),
    ...(claimed > proven ? hatched(proven, claimed, bar.y, ink) : []),
    svg('rect', { x: 0, width: proven, ...bar, fill: ink.proven }),
    ...(row.minimum === null ? [] : tick(row.minimum * WIDTH, bar.y, ink)),
  ]
}

function hatched(from: number, to: number, y: number, ink: ChartInk): SafeHtml[] {
  const [top, bottom] = [y + 0.5, y + BAR - 0.5]
  const frame = { x: from, y: top, width: to - from, height: bottom - top }
  return [
    svg('rect', { ...frame, fill: ink.paper, stroke: ink.claimed, 'stroke-width': 0.8 }),
    svg('path', {
      d: hatchLines(from, to, top, bottom),
      fill: 'none',
      stroke: ink.claimed,
      'stroke-width': 0.9,
    }),
  ]
}

function tick(x: number, y: number, ink: ChartInk): SafeHtml[] {
  const line = { x1: x, x2: x, y1: y - 3, y2: y + BAR + 3 }
  return [
    svg('line', { ...line, stroke: ink.paper, 'stroke-width': 5 }),
    svg('line', { ...line, stroke: ink.mark, 'stroke-width': 2.2 }),
  ]
}
