import type { SafeHtml } from '../html'
import { hatchLines } from './hatch'
import type { ProofBarShares } from './proof-bar-shares'
import { coordinate, svg } from './svg'

const WIDTH = 200
const HEIGHT = 12
const TOP = 4
const FULL = HEIGHT + 2 * TOP

/** Black marks with fixed coordinates and basic shapes only, for the PDF and the printed report. */
export function printedProofBar(shares: ProofBarShares): SafeHtml {
  const proven = shares.substantiated * WIDTH
  const claimed = shares.claimed * WIDTH
  const rect = { y: TOP, height: HEIGHT }
  return svg(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'pb-print',
      viewBox: `0 0 ${WIDTH} ${FULL}`,
      role: 'img',
      'aria-label': shares.label,
    },
    svg('rect', { x: 0, ...rect, width: WIDTH, fill: '#e6e6e6' }),
    ...(claimed > proven ? hatched(proven, claimed) : []),
    svg('rect', { x: 0, ...rect, width: proven, fill: '#000' }),
    ...(shares.minimum === null ? [] : tick(shares.minimum * WIDTH)),
    ...(shares.evaluated === null ? [] : [diamond(shares.evaluated * WIDTH)]),
  )
}

function hatched(from: number, to: number): SafeHtml[] {
  const [top, bottom] = [TOP + 0.5, TOP + HEIGHT - 0.5]
  const frame = { x: from, y: top, width: to - from, height: bottom - top }
  return [
    svg('rect', { ...frame, fill: '#fff', stroke: '#000', 'stroke-width': 0.8 }),
    svg('path', { d: hatchLines(from, to, top, bottom), fill: 'none', stroke: '#000', 'stroke-width': 0.9 }),
  ]
}

function tick(x: number): SafeHtml[] {
  const line = { x1: x, x2: x, y1: 0, y2: FULL }
  return [
    svg('line', { ...line, stroke: '#fff', 'stroke-width': 5 }),
    svg('line', { ...line, stroke: '#000', 'stroke-width': 2.2 }),
  ]
}

function diamond(x: number): SafeHtml {
  const top = TOP + HEIGHT / 2 - 6
  return svg('path', {
    d: `M${coordinate(x)} ${top}l6 6-6 6-6-6z`,
    fill: '#fff',
    stroke: '#000',
    'stroke-width': 1.8,
  })
}
