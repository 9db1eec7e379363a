import type { Exact } from '../../engine/exact'
import { html, SafeHtml } from '../html'
import { barMarks } from './proof-bar'
import { proofBarShares, type ProofBarFacts } from './proof-bar-shares'
import { percentText } from './shares'

const TOP = 26
const HEIGHT = 28
/** Nearer to an end than this, the word of the minimum would leave the picture. */
const EDGE = 0.08

/** The large bar of a home page: the word of the minimum above, the scale `0 … weight poin` below. */
export function proofAxis(
  facts: ProofBarFacts & { minimum: Exact },
  words: { minimum: string; end: string; middle: string },
): SafeHtml {
  const shares = proofBarShares(facts)
  const at = shares.minimum ?? 0
  const anchor = at < EDGE ? 'start' : at > 1 - EDGE ? 'end' : 'middle'
  return html`<svg class="pb pb-axis" role="img" aria-label="${shares.label}">
    <text class="strong" x="${percentText(at)}" y="15" text-anchor="${anchor}">${words.minimum}</text>
    ${barMarks(shares, TOP, HEIGHT)}
    <text x="0" y="71">0</text>
    <text x="50%" y="71" text-anchor="middle">${words.middle}</text>
    <text x="100%" y="71" text-anchor="end">${words.end}</text>
  </svg>`
}
