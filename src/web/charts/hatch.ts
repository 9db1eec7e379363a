import { coordinate } from './svg'

const STEP = 5

/** Slanted lines cut to a rectangle by hand, as path data: a PDF engine may draw neither patterns nor clip paths. */
export function hatchLines(left: number, right: number, top: number, bottom: number): string {
  const height = bottom - top
  const lines: string[] = []
  // A line climbs from (x, bottom) to (x + height, top).
  for (let x = left - height + STEP / 2; x < right; x += STEP) {
    const start = Math.max(x, left)
    const end = Math.min(x + height, right)
    if (end <= start) continue
    const from = `${coordinate(start)} ${coordinate(bottom - (start - x))}`
    lines.push(`M${from}L${coordinate(end)} ${coordinate(bottom - (end - x))}`)
  }
  return lines.join('')
}
