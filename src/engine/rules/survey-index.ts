import type { Exact } from '../exact'
import { convertIndex, isOnScale, type IndexScale } from '../surveys/index-scales'
import { exactOf } from './exact-text'
import type { ExactText } from './facts'

/** An index on a scale; null where it does not lie on the one it names. */
export function indexOn(wanted: IndexScale, named: IndexScale, index: ExactText): Exact | null {
  const given = exactOf(index)
  return given && isOnScale(given, named) ? convertIndex(given, named, wanted) : null
}
