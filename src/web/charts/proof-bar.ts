import type { SafeHtml } from '../html'
import { printedProofBar } from './printed-proof-bar'
import { proofBarShares, type ProofBarFacts, type ProofBarShares } from './proof-bar-shares'
import { percentText } from './shares'
import { svg } from './svg'

export type { ProofBarFacts } from './proof-bar-shares'

export interface ProofBarOptions {
  readonly size?: 'small' | 'large'
  /** Fixed size, black, basic shapes only: for the PDF and the printed report. */
  readonly forPrint?: boolean
}

/** The bar as SVG; lengths are attributes, since styles in the page are refused. */
export function proofBar(facts: ProofBarFacts, options: ProofBarOptions = {}): SafeHtml {
  const shares = proofBarShares(facts)
  if (options.forPrint) return printedProofBar(shares)
  const large = options.size === 'large'
  const frame = { class: large ? 'pb pb-lg' : 'pb', role: 'img', 'aria-label': shares.label }
  return svg('svg', frame, ...barMarks(shares, 1, large ? 26 : 12))
}

/** The marks of a bar of full width between `top` and `top + height`. */
export function barMarks(shares: ProofBarShares, top: number, height: number): SafeHtml[] {
  const proven = percentText(shares.substantiated)
  const gap = shares.claimed - shares.substantiated
  const claimed = { x: proven, y: top + 0.5, width: percentText(gap), height: height - 1 }
  return [
    svg('rect', { class: 'pb-track', y: top, width: '100%', height }),
    ...(gap > 0 ? [svg('rect', { class: 'pb-gap', ...claimed })] : []),
    svg('rect', { class: 'pb-proven', y: top, width: proven, height }),
    ...(shares.minimum === null ? [] : tick(shares.minimum, top, top + height)),
    ...(shares.evaluated === null ? [] : [diamond(shares.evaluated, top + height / 2)]),
  ]
}

function tick(minimum: number, top: number, bottom: number): SafeHtml[] {
  const x = percentText(minimum)
  return [
    svg('line', { class: 'pb-halo', x1: x, x2: x, y1: top - 3, y2: bottom + 3 }),
    svg('line', { class: 'pb-min', x1: x, x2: x, y1: top - 4, y2: bottom + 4 }),
  ]
}

/** A path knows no percentages: a nested picture stands at the place and the diamond around its origin. */
function diamond(evaluated: number, middle: number): SafeHtml {
  const mark = svg('path', { class: 'pb-eval', d: 'M0-6 6 0 0 6-6 0z' })
  return svg('svg', { x: percentText(evaluated), y: middle, overflow: 'visible' }, mark)
}
