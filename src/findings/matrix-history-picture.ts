import type { SafeHtml } from '../web/html'
import { hatchLines } from '../web/charts/hatch'
import { svg } from '../web/charts/svg'

export interface StandingMonth {
  readonly danger: number
  readonly caution: number
  readonly safe: number
  readonly unknown: number
}

const STEP = 18
const BAR = 13
const HEIGHT = 64
const COLUMNS = 12

/**
 * A column per month over all units that were read: dangers solid at the foot, cautions hatched on them, the rest open.
 * `words` says the last month to whoever does not see it.
 */
export function standingPicture(months: readonly StandingMonth[], words: string): SafeHtml {
  const all = Math.max(1, ...months.map(month => month.danger + month.caution + month.safe + month.unknown))
  const width = COLUMNS * STEP
  return svg(
    'svg',
    {
      class: 'mx-past',
      width,
      height: HEIGHT + 4,
      viewBox: `0 0 ${width} ${HEIGHT + 4}`,
      role: 'img',
      'aria-label': words,
    },
    ...months.flatMap((month, place) =>
      column(month, (COLUMNS - months.length + place) * STEP + (STEP - BAR) / 2, all),
    ),
    svg('line', {
      x1: 0,
      x2: width,
      y1: HEIGHT + 2,
      y2: HEIGHT + 2,
      stroke: 'var(--edge)',
      'stroke-width': 1,
    }),
  )
}

function column({ danger, caution, safe, unknown }: StandingMonth, x: number, all: number): SafeHtml[] {
  const foot = HEIGHT + 2
  const high = (units: number) => (units / all) * HEIGHT
  const solid = foot - high(danger)
  const hatched = solid - high(caution)
  const top = hatched - high(safe + unknown)
  const line = { stroke: 'var(--edge)', 'stroke-width': 1 }
  const part = (y: number, until: number, fill: string) =>
    until > y ? [svg('rect', { x, y, width: BAR, height: until - y, fill, ...line })] : []
  return [
    ...part(top, hatched, 'var(--surface)'),
    ...part(hatched, solid, 'var(--warn-soft)'),
    ...(solid > hatched
      ? [
          svg('path', {
            d: hatchLines(x, x + BAR, hatched, solid),
            stroke: 'var(--warn)',
            'stroke-width': 1.2,
          }),
        ]
      : []),
    ...part(solid, foot, 'var(--bad)'),
  ]
}
