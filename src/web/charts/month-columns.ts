import type { SafeHtml } from '../html'
import { SCREEN_INK, type ChartInk } from './chart-ink'
import { hatchLines } from './hatch'
import { svg } from './svg'

export interface MonthColumn {
  /** `Jan` */
  readonly label: string
  /** Printed above the column; `''` where nothing was reported. */
  readonly value: string
  /** Shares 0..1 of the height; the hatched part stands on the solid one. */
  readonly solid: number
  readonly hatched: number
}

export interface MonthColumnsFacts {
  /** Distinguishes the ids of several charts on one page. */
  readonly id: string
  readonly title: string
  readonly description: string
  readonly months: readonly MonthColumn[]
}

const STEP = 32
const BAR = 20
const TOP = 20
const HEIGHT = 110
const LETTERS = 14
const BOTTOM = TOP + HEIGHT

/** Twelve columns of a year, solid for what is done and hatched for what is not; legible at phone width. */
export function monthColumns({ id, title, description, months }: MonthColumnsFacts): SafeHtml {
  const ink = SCREEN_INK
  const width = months.length * STEP
  return svg(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'hbars month-columns',
      viewBox: `0 0 ${width} ${BOTTOM + 20}`,
      role: 'img',
      'aria-labelledby': `${id}-t ${id}-d`,
    },
    svg('title', { id: `${id}-t` }, title),
    svg('desc', { id: `${id}-d` }, description),
    ...months.flatMap((month, place) => column(month, place * STEP, ink)),
    svg('line', { x1: 0, x2: width, y1: BOTTOM, y2: BOTTOM, stroke: ink.text, 'stroke-width': 1 }),
  )
}

function column({ label, value, solid, hatched }: MonthColumn, left: number, ink: ChartInk): SafeHtml[] {
  const x = left + (STEP - BAR) / 2
  const text = { x: left + STEP / 2, 'text-anchor': 'middle', 'font-size': LETTERS, fill: ink.text }
  const foot = BOTTOM - solid * HEIGHT
  const top = foot - hatched * HEIGHT
  return [
    ...(solid > 0 ? [svg('rect', { x, y: foot, width: BAR, height: BOTTOM - foot, fill: ink.proven })] : []),
    ...(hatched > 0 ? hatchedPart(x, top, foot, ink) : []),
    ...(value ? [svg('text', { ...text, y: top - 5, ...ink.letters }, value)] : []),
    svg('text', { ...text, y: BOTTOM + 15, ...ink.letters }, label),
  ]
}

function hatchedPart(x: number, top: number, foot: number, ink: ChartInk): SafeHtml[] {
  const line = { stroke: ink.claimed, 'stroke-width': 0.9 }
  return [
    svg('rect', { x, y: top, width: BAR, height: foot - top, fill: ink.paper, ...line }),
    svg('path', { d: hatchLines(x, x + BAR, top, foot), fill: 'none', ...line }),
  ]
}
