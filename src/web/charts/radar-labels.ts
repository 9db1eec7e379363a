import type { SafeHtml } from '../html'
import type { ChartInk } from './chart-ink'
import { HEIGHT, point, WIDTH, type RadarSizes } from './radar-geometry'
import { svg } from './svg'

/** Above and below the picture there is more room than beside it. */
const LINE_LENGTH = { middle: 18, start: 14, end: 14 }

/** `20%` … `100%` beside the upright axis, on a small piece of paper so that no line crosses them. */
export function ringLabels(rings: readonly number[], ink: ChartInk, sizes: RadarSizes): SafeHtml[] {
  const size = sizes.ringLetters
  const x = WIDTH / 2 + 4
  return rings.flatMap(ring => {
    const y = HEIGHT / 2 - sizes.radius * ring
    const text = `${Math.round(ring * 100)}%`
    return [
      svg('rect', {
        x: x - 1,
        y: y + 0.5,
        width: text.length * size * 0.65,
        height: size + 1,
        fill: ink.paper,
      }),
      svg('text', { x, y: y + size, 'font-size': size, fill: ink.text, ...ink.letters }, text),
    ]
  })
}

/** The name at the end of an axis, broken into short lines that grow away from the picture. */
export function axisLabel(
  name: string,
  index: number,
  count: number,
  ink: ChartInk,
  sizes: RadarSizes,
): SafeHtml[] {
  const at = point(index, count, 1.1, sizes)
  const anchor = anchorOf(at.x)
  const lines = shortLines(name, LINE_LENGTH[anchor])
  const step = sizes.letters * 1.15
  const text = {
    x: at.x,
    'font-size': sizes.letters,
    'text-anchor': anchor,
    fill: ink.text,
    ...ink.letters,
  }
  const first = at.y - liftOf(at.y, lines.length, step, sizes)
  return lines.map((line, row) => svg('text', { ...text, y: first + row * step }, line))
}

function anchorOf(x: number): keyof typeof LINE_LENGTH {
  if (Math.abs(x - WIDTH / 2) < 1) return 'middle'
  return x > WIDTH / 2 ? 'start' : 'end'
}

function liftOf(y: number, lines: number, step: number, sizes: RadarSizes): number {
  if (y < HEIGHT / 2 - sizes.radius) return (lines - 1) * step
  if (y > HEIGHT / 2 + sizes.radius) return -step * 0.7
  return ((lines - 1) * step) / 2 - step * 0.25
}

function shortLines(name: string, longest: number): string[] {
  const lines: string[] = []
  for (const word of name.split(' ')) {
    const joined = `${lines.at(-1) ?? ''} ${word}`
    if (lines.length > 0 && joined.length <= longest) lines[lines.length - 1] = joined
    else lines.push(word)
  }
  return lines
}
