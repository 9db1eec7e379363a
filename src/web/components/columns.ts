import { listHref, type ListQuery, type ListShape } from '../list-query'

/** The head of a column; a link where the list can be ordered by it. */
export interface Column {
  readonly label: string
  readonly href: string
  /** `''` for a column that does not sort. */
  readonly sorted: 'ascending' | 'descending' | 'none' | ''
}

/** Heads of columns in order; the one a list is ordered by leads to the other way round. */
export function sortedColumns<Filter extends string, Sort extends string>(
  base: string,
  shape: ListShape<Filter, Sort>,
  list: ListQuery<Filter, Sort>,
  columns: readonly (readonly [label: string, sort: Sort | null])[],
): Column[] {
  return columns.map(([label, sort]) => {
    if (sort === null) return { label, href: '', sorted: '' }
    const current = list.sort === sort
    return {
      label,
      href: listHref(base, shape, list, { sort, descending: current && !list.descending }),
      sorted: current ? (list.descending ? 'descending' : 'ascending') : 'none',
    }
  })
}
