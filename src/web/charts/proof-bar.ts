import { html, SafeHtml } from '../html'
import { printedProofBar } from './printed-proof-bar'
import { proofBarShares, type ProofBarFacts, type ProofBarShares } from './proof-bar-shares'
import { percentText } from './shares'

export type { ProofBarFacts } from './proof-bar-shares'

export interface ProofBarOptions {
  readonly size?: 'small' | 'large'
  /** Fixed size, black, basic shapes only: for the PDF and the printed report. */
  readonly forPrint?: boolean
}

/** The bar as SVG; lengths are attributes, since styles in the page are refused. */
export function proofBar(facts: ProofBarFacts, options: ProofBarOptions = {}): SafeHtml {
  const shares = proofBarShares(facts)
  return options.forPrint ? printedProofBar(shares) : screenBar(shares, options.size === 'large')
}

function screenBar(shares: ProofBarShares, large: boolean): SafeHtml {
  const height = large ? 26 : 12
  return html`<svg class="pb${large ? ' pb-lg' : ''}" role="img" aria-label="${shares.label}">
    ${barMarks(shares, 1, height)}
  </svg>`
}

/** The marks of a bar of full width between `top` and `top + height`. */
export function barMarks(shares: ProofBarShares, top: number, height: number): SafeHtml {
  const middle = top + height / 2
  const proven = percentText(shares.substantiated)
  const gap = shares.claimed - shares.substantiated
  return html`<rect class="pb-track" y="${top}" width="100%" height="${height}" />${
      gap > 0
        ? html`<rect
            class="pb-gap"
            x="${proven}"
            y="${top + 0.5}"
            width="${percentText(gap)}"
            height="${height - 1}"
          />`
        : ''
    }<rect class="pb-proven" y="${top}" width="${proven}" height="${height}" />${
      shares.minimum === null ? '' : tick(shares.minimum, top, height)
    }${
      shares.evaluated === null
        ? ''
        : html`<svg x="${percentText(shares.evaluated)}" y="${middle}" overflow="visible">
            <path class="pb-eval" d="M0-6 6 0 0 6-6 0z" />
          </svg>`
    }`
}

function tick(minimum: number, top: number, height: number): SafeHtml {
  const x = percentText(minimum)
  const bottom = top + height
  return html`<line class="pb-halo" x1="${x}" x2="${x}" y1="${top - 3}" y2="${bottom + 3}" /><line
      class="pb-min"
      x1="${x}"
      x2="${x}"
      y1="${top - 4}"
      y2="${bottom + 4}"
    />`
}
