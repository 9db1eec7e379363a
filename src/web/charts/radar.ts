import { html, SafeHtml } from '../html'
import { coordinate } from './shares'

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

interface Ink {
  readonly text: string
  readonly grid: string
  readonly proven: string
  readonly claimed: string
  readonly minimum: string
  readonly paper: string
  readonly font: string
}

const SCREEN: Ink = {
  text: 'var(--ink)',
  grid: 'var(--line)',
  proven: 'var(--proven)',
  claimed: 'var(--edge)',
  minimum: 'var(--mark)',
  paper: 'var(--surface)',
  font: '',
}
const PRINT: Ink = {
  text: '#000',
  grid: '#bdbdbd',
  proven: '#000',
  claimed: '#000',
  minimum: '#000',
  paper: '#fff',
  font: ' font-family="Liberation Sans"',
}

const WIDTH = 380
const HEIGHT = 300
const CENTRE = { x: WIDTH / 2, y: 150 }
const RADIUS = 104
const RINGS = [0.2, 0.4, 0.6, 0.8, 1]
const LINE_LENGTH = 14

/** Terbukti = thick line and squares, diklaim = dashes and open circles, ambang = dots. Basic shapes only, so the PDF takes it too. */
export function radar(facts: RadarFacts, options: { forPrint?: boolean } = {}): SafeHtml {
  const ink = options.forPrint ? PRINT : SCREEN
  const { axes } = facts
  const grid = RINGS.map(
    ring =>
      html`<polygon
        points="${outline(axes.map(() => ring))}"
        fill="none"
        stroke="${ink.grid}"
        stroke-width="0.8"
      />`,
  )
  const spokes = axes.map((_, index) => {
    const end = point(index, axes.length, 1)
    return html`<line
      x1="${CENTRE.x}"
      y1="${CENTRE.y}"
      x2="${coordinate(end.x)}"
      y2="${coordinate(end.y)}"
      stroke="${ink.grid}"
      stroke-width="0.8"
    />`
  })
  const proven = axes.map(axis => axis.substantiated)
  const claimed = axes.map(axis => axis.claimed)
  return html`<svg
    xmlns="http://www.w3.org/2000/svg"
    class="radar"
    viewBox="0 0 ${WIDTH} ${HEIGHT}"
    role="img"
    aria-labelledby="${facts.id}-t ${facts.id}-d"
  >
    <title id="${facts.id}-t">${facts.title}</title>
    <desc id="${facts.id}-d">${facts.description}</desc>
    ${grid}${spokes}
    <polygon
      points="${outline(proven)}"
      fill="${ink.proven}"
      fill-opacity="0.12"
      stroke="${ink.proven}"
      stroke-width="2.4"
    />
    <polygon
      points="${outline(axes.map(axis => axis.minimum))}"
      fill="none"
      stroke="${ink.minimum}"
      stroke-width="1.4"
      stroke-dasharray="1.5 3.5"
      stroke-linecap="round"
    />
    <polygon
      points="${outline(claimed)}"
      fill="none"
      stroke="${ink.claimed}"
      stroke-width="1.6"
      stroke-dasharray="7 4"
    />
    ${circles(claimed, ink)}${squares(proven, ink)}${ringLabels(ink)}${axes.map((axis, index) => axisLabel(axis.name, index, axes.length, ink))}
  </svg>`
}

interface Point {
  readonly x: number
  readonly y: number
}

/** The first axis points up, the others follow clockwise. */
function point(index: number, count: number, share: number): Point {
  const angle = (2 * Math.PI * index) / count - Math.PI / 2
  return { x: CENTRE.x + Math.cos(angle) * RADIUS * share, y: CENTRE.y + Math.sin(angle) * RADIUS * share }
}

function outline(shares: readonly number[]): string {
  return shares
    .map((share, index) => point(index, shares.length, share))
    .map(({ x, y }) => `${coordinate(x)},${coordinate(y)}`)
    .join(' ')
}

function circles(shares: readonly number[], ink: Ink): SafeHtml[] {
  return shares.map((share, index) => {
    const at = point(index, shares.length, share)
    return html`<circle
      cx="${coordinate(at.x)}"
      cy="${coordinate(at.y)}"
      r="3.4"
      fill="${ink.paper}"
      stroke="${ink.claimed}"
      stroke-width="1.5"
    />`
  })
}

function squares(shares: readonly number[], ink: Ink): SafeHtml[] {
  return shares.map((share, index) => {
    const at = point(index, shares.length, share)
    return html`<rect
      x="${coordinate(at.x - 3)}"
      y="${coordinate(at.y - 3)}"
      width="6"
      height="6"
      fill="${ink.proven}"
    />`
  })
}

function ringLabels(ink: Ink): SafeHtml[] {
  return RINGS.map(ring => {
    const y = CENTRE.y - RADIUS * ring
    return html`<rect
        x="${CENTRE.x + 3}"
        y="${coordinate(y + 0.5)}"
        width="25"
        height="10"
        fill="${ink.paper}"
      /><text
        x="${CENTRE.x + 4}"
        y="${coordinate(y + 9)}"
        font-size="8.5"
        fill="${ink.text}"
        ${new SafeHtml(ink.font)}
        >${Math.round(ring * 100)}%</text
      >`
  })
}

function axisLabel(name: string, index: number, count: number, ink: Ink): SafeHtml {
  const at = point(index, count, 1.1)
  const side = Math.abs(at.x - CENTRE.x) < 1 ? 'middle' : at.x > CENTRE.x ? 'start' : 'end'
  const lines = wrapName(name)
  const lift =
    at.y < CENTRE.y - RADIUS
      ? (lines.length - 1) * 12
      : at.y > CENTRE.y + RADIUS
        ? -8
        : (lines.length - 1) * 6 - 3
  return html`${lines.map((line, row) => html`<text x="${coordinate(at.x)}" y="${coordinate(at.y - lift + row * 12)}" font-size="10.5" text-anchor="${side}" fill="${ink.text}" ${new SafeHtml(ink.font)}>${line}</text>`)}`
}

function wrapName(name: string): string[] {
  const lines: string[] = []
  for (const word of name.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= LINE_LENGTH)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
