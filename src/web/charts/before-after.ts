import type { SafeHtml } from '../html'
import { PRINT_INK, SCREEN_INK, type ChartInk } from './chart-ink'
import { svg } from './svg'

export interface BeforeAfter {
  /** Distinguishes the ids of several pictures on one page. */
  readonly id: string
  readonly title: string
  /** The same in words, for whoever does not see it. */
  readonly description: string
  readonly rows: readonly [BeforeAfterRow, BeforeAfterRow]
}

export interface BeforeAfterRow {
  /** `Sebelum, 2 Jan 2025` */
  readonly label: string
  /** `40 menit` */
  readonly value: string
  /** From 0 to 1 of the longer one. */
  readonly length: number
}

const WIDTH = 400
const ROW = 38
const BAR = { top: 19, height: 11 }

/** Two measurements of one thing as bars, the later one solid; name and number stand above each. */
export function beforeAfter(
  { id, title, description, rows }: BeforeAfter,
  options: { forPrint?: boolean } = {},
): SafeHtml {
  const ink = options.forPrint ? PRINT_INK : SCREEN_INK
  return svg(
    'svg',
    {
      class: 'hbars',
      viewBox: `0 0 ${WIDTH} ${rows.length * ROW}`,
      role: 'img',
      'aria-labelledby': `${id}-t ${id}-d`,
    },
    svg('title', { id: `${id}-t` }, title),
    svg('desc', { id: `${id}-d` }, description),
    ...rows.flatMap((row, place) => bar(row, place, ink)),
  )
}

function bar({ label, value, length }: BeforeAfterRow, place: number, ink: ChartInk): SafeHtml[] {
  const top = place * ROW
  const text = { y: top + 13, 'font-size': 13, fill: ink.text, ...ink.letters }
  const frame = { y: top + BAR.top, height: BAR.height }
  // A value of nothing is still a line that one sees.
  const width = Math.max(2, length * WIDTH)
  return [
    svg('text', { x: 0, ...text }, label),
    svg('text', { x: WIDTH, 'text-anchor': 'end', ...text }, value),
    svg('rect', { x: 0, width: WIDTH, ...frame, fill: ink.track }),
    place === 0
      ? svg('rect', {
          x: 0.5,
          width: width - 1,
          y: frame.y + 0.5,
          height: frame.height - 1,
          fill: ink.paper,
          stroke: ink.claimed,
        })
      : svg('rect', { x: 0, width, ...frame, fill: ink.proven }),
  ]
}
