import { compare } from '../exact'
import { exactOf } from './exact-text'
import type { InnovationFacts } from './facts'

/** Whether its indicator was measured before and after, and moved the way it should. */
export function isBetterAfter({ before, after, better }: InnovationFacts): boolean {
  const [was, is] = [before === null ? null : exactOf(before), after === null ? null : exactOf(after)]
  if (!was || !is) return false
  const order = compare(is, was)
  return better === 'higher' ? order > 0 : order < 0
}
