import type { Exact } from '../../engine/exact'
import { formatScore } from '../format/number'
import { html, SafeHtml } from '../html'
import { printedProofBar } from './printed-proof-bar'
import { percentText, shareOf } from './shares'

/**
 * The one picture of "claimed is not proven". Solid = terbukti, hatch = diklaim, belum terbukti, tick = ambang,
 * diamond = dinilai. Always with the numbers beside it.
 */
export interface ProofBarFacts {
  readonly substantiated: Exact
  readonly claimed: Exact
  /** What the whole length stands for. */
  readonly weight: Exact
  readonly minimum?: Exact | null
  readonly evaluated?: Exact | null
}

export interface ProofBarOptions {
  readonly size?: 'small' | 'large'
  /** Fixed size, black, basic shapes only: for the PDF and the printed report. */
  readonly forPrint?: boolean
}

/** Lengths 0..1 and the words of a bar. */
export interface ProofBarShares {
  readonly substantiated: number
  readonly claimed: number
  readonly minimum: number | null
  readonly evaluated: number | null
  readonly label: string
}

export function proofBar(facts: ProofBarFacts, options: ProofBarOptions = {}): SafeHtml {
  const shares = proofBarShares(facts)
  return options.forPrint ? printedProofBar(shares) : screenBar(shares, options.size === 'large')
}

export function proofBarShares(facts: ProofBarFacts): ProofBarShares {
  return {
    substantiated: shareOf(facts.substantiated, facts.weight),
    claimed: shareOf(facts.claimed, facts.weight),
    minimum: facts.minimum ? shareOf(facts.minimum, facts.weight) : null,
    evaluated: facts.evaluated ? shareOf(facts.evaluated, facts.weight) : null,
    label: proofBarLabel(facts),
  }
}

/** `Terbukti 3,70, diklaim 5,03, ambang 4,80 dari 8,00` */
export function proofBarLabel(facts: ProofBarFacts): string {
  const below = facts.minimum ? { below: facts.minimum } : {}
  const parts = [
    `Terbukti ${formatScore(facts.substantiated, below)}`,
    `diklaim ${formatScore(facts.claimed, below)}`,
    ...(facts.evaluated ? [`dinilai ${formatScore(facts.evaluated, below)}`] : []),
    ...(facts.minimum ? [`ambang ${formatScore(facts.minimum)}`] : []),
  ]
  return `${parts.join(', ')} dari ${formatScore(facts.weight)}`
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
