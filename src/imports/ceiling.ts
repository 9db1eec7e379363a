interface PlannedRow {
  readonly number: number
  /** What the row changes; undefined for one that adds. */
  readonly before: unknown
}

/** The first row of each group (a year, say) with which a file would add more to it than the ceiling leaves room for. */
export function rowsOverCeiling<Row extends PlannedRow, Group>(
  planned: readonly Row[],
  groupOf: (row: Row) => Group,
  standing: Iterable<NoInfer<Group>>,
  ceiling: number,
): Row[] {
  const held = new Map<Group, number>()
  const more = (group: Group): number => {
    const amount = (held.get(group) ?? 0) + 1
    held.set(group, amount)
    return amount
  }
  for (const group of standing) more(group)
  const reached = new Set<Group>()
  return planned.filter(row => {
    if (row.before !== undefined) return false
    const group = groupOf(row)
    if (more(group) <= ceiling || reached.has(group)) return false
    reached.add(group)
    return true
  })
}
