import { html, SafeHtml } from '../html'
import type { ProofBarShares } from './proof-bar-shares'
import { coordinate } from './shares'

const WIDTH = 200
const HEIGHT = 12
const TOP = 4
const STEP = 5

/** Black marks with fixed coordinates; the hatch is real lines, since a PDF engine may not draw patterns. */
export function printedProofBar(shares: ProofBarShares): SafeHtml {
  const proven = shares.substantiated * WIDTH
  const claimed = shares.claimed * WIDTH
  return html`<svg
    xmlns="http://www.w3.org/2000/svg"
    class="pb-print"
    viewBox="0 0 ${WIDTH} ${HEIGHT + 2 * TOP}"
    role="img"
    aria-label="${shares.label}"
  >
    <rect x="0" y="${TOP}" width="${WIDTH}" height="${HEIGHT}" fill="#e6e6e6" />
    ${claimed > proven ? hatch(proven, claimed) : ''}
    <rect x="0" y="${TOP}" width="${coordinate(proven)}" height="${HEIGHT}" fill="#000" />
    ${
      shares.minimum === null ? '' : tick(shares.minimum * WIDTH)
    }${shares.evaluated === null ? '' : diamond(shares.evaluated * WIDTH)}
  </svg>`
}

function hatch(from: number, to: number): SafeHtml {
  const frame = html`<rect
    x="${coordinate(from)}"
    y="${TOP + 0.5}"
    width="${coordinate(to - from)}"
    height="${HEIGHT - 1}"
    fill="#fff"
    stroke="#000"
    stroke-width="0.8"
  />`
  return html`${frame}<path
      d="${hatchLines(from, to, TOP + 0.5, TOP + HEIGHT - 0.5)}"
      stroke="#000"
      stroke-width="0.9"
      fill="none"
    />`
}

/** Slanted lines cut to the rectangle by hand: clip paths, too, are not everywhere. */
export function hatchLines(left: number, right: number, top: number, bottom: number): string {
  const height = bottom - top
  const lines: string[] = []
  // A line climbs from (x, bottom) to (x + height, top).
  for (let x = left - height + STEP / 2; x < right; x += STEP) {
    const start = Math.max(x, left)
    const end = Math.min(x + height, right)
    if (end <= start) continue
    lines.push(
      `M${coordinate(start)} ${coordinate(bottom - (start - x))}L${coordinate(end)} ${coordinate(bottom - (end - x))}`,
    )
  }
  return lines.join('')
}

function tick(x: number): SafeHtml {
  const at = coordinate(x)
  const bottom = HEIGHT + 2 * TOP
  return html`<line x1="${at}" x2="${at}" y1="0" y2="${bottom}" stroke="#fff" stroke-width="5" /><line
      x1="${at}"
      x2="${at}"
      y1="0"
      y2="${bottom}"
      stroke="#000"
      stroke-width="2.2"
    />`
}

function diamond(x: number): SafeHtml {
  const middle = TOP + HEIGHT / 2
  return html`<path
    d="M${coordinate(x)} ${middle - 6}l6 6-6 6-6-6z"
    fill="#fff"
    stroke="#000"
    stroke-width="1.8"
  />`
}
