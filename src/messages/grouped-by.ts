import type { HolderRow } from './recipients.repository'

/** Rows by a key of theirs, each list in the order of the rows. */
export function groupedBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return groups
}

/** Ids of people by the satker that they are something to. */
export const bySatker = (holders: readonly HolderRow[]): ReadonlyMap<string, readonly string[]> =>
  new Map(
    [...groupedBy(holders, ({ satkerId }) => satkerId)].map(([satkerId, rows]) => [
      satkerId,
      rows.map(({ userId }) => userId),
    ]),
  )
