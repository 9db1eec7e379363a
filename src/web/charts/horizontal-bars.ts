import { html, SafeHtml } from '../html'
import { hatchLines } from './printed-proof-bar'
import { coordinate } from './shares'

export interface BarRow {
  readonly label: string
  /** Printed at the end of the row: `3,70 dari 8`. */
  readonly value: string
  /** Shares 0..1 of the length. */
  readonly substantiated: number
  readonly claimed: number
  readonly minimum: number | null
}

export interface BarsFacts {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly rows: readonly BarRow[]
}

const WIDTH = 620
const LABEL = 200
const VALUE = 110
const ROW = 24
const BAR = 11

const SCREEN = {
  ink: 'var(--ink)',
  track: 'var(--sunken)',
  proven: 'var(--proven)',
  claim: 'var(--claim)',
  paper: 'var(--surface)',
  mark: 'var(--mark)',
  font: '',
}
const PRINT = {
  ink: '#000',
  track: '#e6e6e6',
  proven: '#000',
  claim: '#000',
  paper: '#fff',
  mark: '#000',
  font: ' font-family="Liberation Sans"',
}

/** Rows of proof bars with their names and numbers, for the page and the PDF alike. */
export function horizontalBars(facts: BarsFacts, options: { forPrint?: boolean } = {}): SafeHtml {
  const ink = options.forPrint ? PRINT : SCREEN
  return html`<svg
    xmlns="http://www.w3.org/2000/svg"
    class="hbars"
    viewBox="0 0 ${WIDTH} ${facts.rows.length * ROW}"
    role="img"
    aria-labelledby="${facts.id}-t ${facts.id}-d"
  >
    <title id="${facts.id}-t">${facts.title}</title>
    <desc id="${facts.id}-d">${facts.description}</desc>
    ${facts.rows.map((row, index) => barRow(row, index * ROW, ink))}
  </svg>`
}

function barRow(row: BarRow, top: number, ink: typeof PRINT): SafeHtml {
  const length = WIDTH - LABEL - VALUE
  const y = top + (ROW - BAR) / 2
  const proven = LABEL + row.substantiated * length
  const claimed = LABEL + row.claimed * length
  const font = new SafeHtml(ink.font)
  const baseline = top + ROW / 2 + 4
  return html`<text x="0" y="${baseline}" font-size="12" fill="${ink.ink}" ${font}>${row.label}</text
    ><rect x="${LABEL}" y="${y}" width="${length}" height="${BAR}" fill="${ink.track}" />${
      claimed > proven ? claimedPart(proven, claimed, y, ink) : ''
    }<rect
      x="${LABEL}"
      y="${y}"
      width="${coordinate(proven - LABEL)}"
      height="${BAR}"
      fill="${ink.proven}"
    />${row.minimum === null ? '' : tick(LABEL + row.minimum * length, y, ink)}<text
      x="${WIDTH}"
      y="${baseline}"
      font-size="12"
      text-anchor="end"
      fill="${ink.ink}"
      ${font}
      >${row.value}</text
    >`
}

function claimedPart(from: number, to: number, y: number, ink: typeof PRINT): SafeHtml {
  const bottom = y + BAR - 0.5
  return html`<rect
      x="${coordinate(from)}"
      y="${y + 0.5}"
      width="${coordinate(to - from)}"
      height="${BAR - 1}"
      fill="${ink.paper}"
      stroke="${ink.claim}"
      stroke-width="0.8"
    /><path
      d="${hatchLines(from, to, y + 0.5, bottom)}"
      stroke="${ink.claim}"
      stroke-width="0.9"
      fill="none"
    />`
}

function tick(x: number, y: number, ink: typeof PRINT): SafeHtml {
  const at = coordinate(x)
  return html`<line
      x1="${at}"
      x2="${at}"
      y1="${y - 3}"
      y2="${y + BAR + 3}"
      stroke="${ink.paper}"
      stroke-width="5"
    /><line
      x1="${at}"
      x2="${at}"
      y1="${y - 3}"
      y2="${y + BAR + 3}"
      stroke="${ink.mark}"
      stroke-width="2.2"
    />`
}
