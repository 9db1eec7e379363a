import type { SafeHtml } from '../html'
import { SCREEN_INK } from './chart-ink'
import { svg } from './svg'

const WIDTH = 96
const HEIGHT = 22
const EDGE = 3

/**
 * A row of numbers as a small line, its last point marked; null stands for a gap. `words` says the same to whoever does
 * not see it. Null with fewer than two numbers.
 */
export function sparkline(values: readonly (number | null)[], words: string): SafeHtml | null {
  const known = values.flatMap((value, place) => (value === null ? [] : [{ place, value }]))
  const last = known.at(-1)
  if (!last || known.length < 2) return null
  const [least, most] = [Math.min(...known.map(one => one.value)), Math.max(...known.map(one => one.value))]
  const x = (place: number) => EDGE + (place / (values.length - 1)) * (WIDTH - 2 * EDGE)
  const y = (value: number) =>
    most === least ? HEIGHT / 2 : HEIGHT - EDGE - ((value - least) / (most - least)) * (HEIGHT - 2 * EDGE)
  const points = known.map(({ place, value }) => `${round(x(place))},${round(y(value))}`).join(' ')
  return svg(
    'svg',
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT, role: 'img', 'aria-label': words },
    svg('polyline', { points, fill: 'none', stroke: SCREEN_INK.proven, 'stroke-width': 1.5 }),
    svg('circle', { cx: x(last.place), cy: y(last.value), r: 2.5, fill: SCREEN_INK.proven }),
  )
}

const round = (value: number): number => Math.round(value * 10) / 10
