import type { Exact } from '../../engine/exact'
import type { SafeHtml } from '../html'
import { barMarks } from './proof-bar'
import { proofBarShares, type ProofBarFacts } from './proof-bar-shares'
import { percentText } from './shares'
import { svg } from './svg'

const TOP = 26
const HEIGHT = 28
const SCALE = 71
/** Nearer to an end than this, the word of the minimum would leave the picture. */
const EDGE = 0.08

/** The large bar of a home page: the word of the minimum above, the scale from 0 to the end below. */
export function proofAxis(
  facts: ProofBarFacts & { minimum: Exact },
  words: { minimum: string; end: string; middle: string },
): SafeHtml {
  const shares = proofBarShares(facts)
  const at = shares.minimum ?? 0
  const anchor = at < EDGE ? 'start' : at > 1 - EDGE ? 'end' : 'middle'
  return svg(
    'svg',
    { class: 'pb pb-axis', role: 'img', 'aria-label': shares.label },
    svg('text', { class: 'strong', x: percentText(at), y: 15, 'text-anchor': anchor }, words.minimum),
    ...barMarks(shares, TOP, HEIGHT),
    svg('text', { x: 0, y: SCALE }, '0'),
    svg('text', { x: '50%', y: SCALE, 'text-anchor': 'middle' }, words.middle),
    svg('text', { x: '100%', y: SCALE, 'text-anchor': 'end' }, words.end),
  )
}
