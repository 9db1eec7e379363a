import type { SafeHtml } from '../html'
import { PRINT_INK, SCREEN_INK, type ChartInk } from './chart-ink'
import { HEIGHT, outline, point, PRINT_SIZES, SCREEN_SIZES, WIDTH, type RadarSizes } from './radar-geometry'
import { axisLabel, ringLabels } from './radar-labels'
import { svg } from './svg'

export interface RadarAxis {
  readonly name: string
  /** Shares 0..1 of the area's weight. */
  readonly substantiated: number
  readonly claimed: number
  readonly minimum: number
}

export interface RadarFacts {
  /** Distinguishes the ids of several charts on one page. */
  readonly id: string
  readonly title: string
  /** What the picture shows, in words; the table beside it holds the numbers. */
  readonly description: string
  readonly axes: readonly RadarAxis[]
}

const RINGS = [0.2, 0.4, 0.6, 0.8, 1]
const LABELLED = [0.2, 0.6, 1]

/** Terbukti = thick line and squares, diklaim = dashes and open circles, ambang = dots. Basic shapes only, so the PDF takes it too. */
export function radar(facts: RadarFacts, options: { forPrint?: boolean } = {}): SafeHtml {
  const ink = options.forPrint ? PRINT_INK : SCREEN_INK
  const sizes = options.forPrint ? PRINT_SIZES : SCREEN_SIZES
  const { id, axes } = facts
  const proven = axes.map(axis => axis.substantiated)
  const claimed = axes.map(axis => axis.claimed)
  return svg(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'radar',
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      role: 'img',
      'aria-labelledby': `${id}-t ${id}-d`,
    },
    svg('title', { id: `${id}-t` }, facts.title),
    svg('desc', { id: `${id}-d` }, facts.description),
    ...grid(axes.length, ink, sizes),
    // Below the lines, so that a number never hides a value.
    ...ringLabels(LABELLED, ink, sizes),
    ...series(
      proven,
      claimed,
      axes.map(axis => axis.minimum),
      ink,
      sizes,
    ),
    ...circles(claimed, ink, sizes),
    ...squares(proven, ink, sizes),
    ...axes.flatMap((axis, index) => axisLabel(axis.name, index, axes.length, ink, sizes)),
  )
}

function grid(count: number, ink: ChartInk, sizes: RadarSizes): SafeHtml[] {
  const line = { fill: 'none', stroke: ink.grid, 'stroke-width': 0.8 }
  const centre = point(0, count, 0, sizes)
  const all = Array.from({ length: count }, (_, index) => index)
  return [
    ...RINGS.map(ring =>
      svg('polygon', {
        points: outline(
          all.map(() => ring),
          sizes,
        ),
        ...line,
      }),
    ),
    ...all.map(index => {
      const end = point(index, count, 1, sizes)
      return svg('line', { x1: centre.x, y1: centre.y, x2: end.x, y2: end.y, ...line })
    }),
  ]
}

function series(
  proven: readonly number[],
  claimed: readonly number[],
  minimum: readonly number[],
  ink: ChartInk,
  sizes: RadarSizes,
): SafeHtml[] {
  const shape = (shares: readonly number[]) => ({ points: outline(shares, sizes), fill: 'none' })
  const solid = { fill: ink.proven, 'fill-opacity': 0.12, stroke: ink.proven, 'stroke-width': 2.4 }
  const dots = {
    stroke: ink.mark,
    'stroke-width': 1.4,
    'stroke-dasharray': '1.5 3.5',
    'stroke-linecap': 'round',
  }
  const dashes = { stroke: ink.claimed, 'stroke-width': 1.6, 'stroke-dasharray': '7 4' }
  return [
    svg('polygon', { ...shape(proven), ...solid }),
    svg('polygon', { ...shape(minimum), ...dots }),
    svg('polygon', { ...shape(claimed), ...dashes }),
  ]
}

function circles(shares: readonly number[], ink: ChartInk, sizes: RadarSizes): SafeHtml[] {
  return shares.map((share, index) => {
    const at = point(index, shares.length, share, sizes)
    return svg('circle', {
      cx: at.x,
      cy: at.y,
      r: 3.4,
      fill: ink.paper,
      stroke: ink.claimed,
      'stroke-width': 1.5,
    })
  })
}

function squares(shares: readonly number[], ink: ChartInk, sizes: RadarSizes): SafeHtml[] {
  return shares.map((share, index) => {
    const at = point(index, shares.length, share, sizes)
    return svg('rect', { x: at.x - 3, y: at.y - 3, width: 6, height: 6, fill: ink.proven })
  })
}
