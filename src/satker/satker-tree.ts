import type { SatkerRow } from './satker-facts'

/** A chain far deeper than any tree may be stops growing here, so that a hostile file cannot fill the memory. */
const PATH_MAX = 4_000

type Node = Pick<SatkerRow, 'id' | 'parentId' | 'code'>

export interface WalkedTree<N extends Node> {
  /** The materialised path of every unit that hangs from a top. */
  readonly paths: ReadonlyMap<string, string>
  /** For every unit on a circle, the circle from itself upwards. */
  readonly circles: ReadonlyMap<string, readonly N[]>
}

/** Walks from every unit to its top once; a parent that is not among the units counts as a top. */
export function walkTree<N extends Node>(units: ReadonlyMap<string, N>): WalkedTree<N> {
  const paths = new Map<string, string>()
  const circles = new Map<string, readonly N[]>()
  const walked = new Set<string>()
  for (const start of units.values()) {
    const way: N[] = []
    const onWay = new Set<string>()
    let unit: N | undefined = start
    while (unit && !walked.has(unit.id) && !onWay.has(unit.id)) {
      way.push(unit)
      onWay.add(unit.id)
      unit = unit.parentId === null ? undefined : units.get(unit.parentId)
    }
    if (unit && onWay.has(unit.id)) nameCircle(way.slice(way.indexOf(unit)), circles)
    for (const passed of way.reverse()) {
      walked.add(passed.id)
      const above = passed.parentId === null ? '' : (paths.get(passed.parentId) ?? '')
      if (!circles.has(passed.id))
        paths.set(passed.id, above.length > PATH_MAX ? above : `${above}${passed.id}/`)
    }
  }
  return { paths, circles }
}

function nameCircle<N extends Node>(circle: readonly N[], circles: Map<string, readonly N[]>): void {
  circle.forEach((unit, place) => circles.set(unit.id, [...circle.slice(place), ...circle.slice(0, place)]))
}
