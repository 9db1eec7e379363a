import { newId } from '../db/ids'
import type { FindingChange, FindingLevelRow } from './finding.entity'
import type { KeptFinding } from './finding-document'
import { groundsHash } from './ruling-words'

/** The level of what was found once and is found no longer. */
export const GONE = 'tidak-ada'

export const keyOf = ({ rule, about }: { readonly rule: string; readonly about: string }): string =>
  `${rule} ${about}`

/** A finding as its level is kept, since when it stands there. */
export const levelOf = (
  assessmentId: string,
  { rule, about, family, level, grounds }: KeptFinding,
  before: FindingLevelRow | undefined,
  now: string,
): FindingLevelRow => ({
  assessmentId,
  rule,
  about,
  family,
  level,
  grounds: groundsHash(grounds),
  since: before?.level === level ? before.since : now,
})

/** What is said otherwise than before, and what is no longer said. */
export function changesOf(
  assessmentId: string,
  levels: readonly FindingLevelRow[],
  before: ReadonlyMap<string, FindingLevelRow>,
  at: string,
): FindingChange[] {
  const change = ({ rule, about }: FindingLevelRow, level: string): FindingChange => ({
    id: newId(),
    assessmentId,
    rule,
    about,
    level,
    at,
  })
  const now = new Set(levels.map(keyOf))
  return [
    ...levels.filter(row => before.get(keyOf(row))?.level !== row.level).map(row => change(row, row.level)),
    ...[...before.values()].filter(row => !now.has(keyOf(row))).map(row => change(row, GONE)),
  ]
}
