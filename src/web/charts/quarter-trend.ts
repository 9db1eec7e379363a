import type { SafeHtml } from '../html'
import { svg } from './svg'

export interface QuarterTrendFacts {
  /** The picture in words. */
  readonly label: string
  /** Shares of the target in the order of the quarters; null where there is none to show. */
  readonly shares: readonly (number | null)[]
}

const WIDTH = 96
const HEIGHT = 36
const BASE = HEIGHT - 3
const GAP = 6
/** The target line keeps room above it. */
const LEAST_TOP = 1.25

/** A bar per quarter against a dashed line at the whole target; the highest bar gives the scale, so none is cut. */
export function quarterTrend({ label, shares }: QuarterTrendFacts): SafeHtml {
  const top = Math.max(LEAST_TOP, ...shares.map(share => share ?? 0))
  const step = WIDTH / Math.max(1, shares.length)
  const heightOf = (share: number) => (Math.max(0, share) / top) * (BASE - 2)
  const line = BASE - heightOf(1)
  return svg(
    'svg',
    {
      class: 'qtrend',
      width: WIDTH,
      height: HEIGHT,
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      role: 'img',
      'aria-label': label,
    },
    svg('line', { x1: 0, x2: WIDTH, y1: BASE, y2: BASE, stroke: 'var(--edge)', 'stroke-width': 1 }),
    ...shares.map((share, place) => {
      const x = place * step + GAP / 2
      return share === null
        ? svg('rect', { x, width: step - GAP, y: BASE - 2, height: 2, fill: 'var(--claim)' })
        : svg('rect', {
            x,
            width: step - GAP,
            y: BASE - heightOf(share),
            height: heightOf(share),
            fill: share >= 1 ? 'var(--proven)' : 'var(--claim)',
          })
    }),
    svg('line', {
      x1: 0,
      x2: WIDTH,
      y1: line,
      y2: line,
      stroke: 'var(--mark)',
      'stroke-width': 1.2,
      'stroke-dasharray': '4 3',
    }),
  )
}
