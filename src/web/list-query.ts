/** The words in the address of a list that every register has, beside the filters of its own. */
const SEARCH = 'cari'
const ORDER = 'urut'
const PAGE = 'hal'

/** What a list can be narrowed and ordered by. */
export interface ListShape<Filter extends string, Sort extends string> {
  /** By its word in the address the values of a filter; the first is meant where none is said. */
  readonly filters: Readonly<Record<Filter, readonly [string, ...string[]]>>
  /** The first is meant where none is said. */
  readonly sorts: readonly [Sort, ...Sort[]]
}

/** What part of a list is wanted, and in which order. */
export interface ListQuery<Filter extends string, Sort extends string> {
  readonly search: string
  readonly filters: Readonly<Record<Filter, string>>
  readonly sort: Sort
  readonly descending: boolean
  /** From 1. */
  readonly page: number
}

export interface ListChange<Filter extends string, Sort extends string> {
  readonly filters?: Partial<Readonly<Record<Filter, string>>>
  readonly sort?: Sort
  readonly descending?: boolean
  readonly page?: number
}

const text = (value: unknown): string => (typeof value === 'string' ? value.trim().slice(0, 100) : '')

const namesOf = <Filter extends string>({ filters }: ListShape<Filter, string>): Filter[] =>
  Object.keys(filters) as Filter[]

/** Reads `cari`, the filters of the shape, `urut` (`-nama` downwards) and `hal`; what cannot be read is not said. */
export function readListQuery<Filter extends string, Sort extends string>(
  shape: ListShape<Filter, Sort>,
  query: Readonly<Record<string, unknown>>,
): ListQuery<Filter, Sort> {
  const order = text(query[ORDER])
  const page = Number(text(query[PAGE]))
  const filters = namesOf(shape).map(name => {
    const values = shape.filters[name]
    return [name, values.find(value => value === text(query[name])) ?? values[0]]
  })
  return {
    search: text(query[SEARCH]),
    filters: Object.fromEntries(filters) as Record<Filter, string>,
    sort: shape.sorts.find(sort => sort === order.replace(/^-/, '')) ?? shape.sorts[0],
    descending: order.startsWith('-'),
    page: Number.isSafeInteger(page) && page > 0 ? Math.min(page, 100_000) : 1,
  }
}

/** Everything but the page as it stands in an address, without what is at its default. */
export function listWords<Filter extends string, Sort extends string>(
  shape: ListShape<Filter, Sort>,
  { search, filters, sort, descending }: ListQuery<Filter, Sort>,
): Readonly<Record<string, string>> {
  const order = `${descending ? '-' : ''}${sort}`
  const said = [
    [SEARCH, search],
    ...namesOf(shape).map(name => [name, filters[name] === shape.filters[name][0] ? '' : filters[name]]),
    [ORDER, order === shape.sorts[0] ? '' : order],
  ]
  return Object.fromEntries(said.filter(([, value]) => value !== '')) as Record<string, string>
}

/** The address of a list with a part of it changed; any change but of the page leads to the first one. */
export function listHref<Filter extends string, Sort extends string>(
  base: string,
  shape: ListShape<Filter, Sort>,
  list: ListQuery<Filter, Sort>,
  { filters = {}, page = 1, ...change }: ListChange<Filter, Sort> = {},
): string {
  const wanted = { ...list, ...change, filters: { ...list.filters, ...filters } }
  const words = { ...listWords(shape, wanted), ...(page > 1 ? { [PAGE]: String(page) } : {}) }
  const said = new URLSearchParams(words).toString()
  return said ? `${base}?${said}` : base
}

/** What a search form keeps of the address beside its own fields. */
export function keptWords<Filter extends string, Sort extends string>(
  shape: ListShape<Filter, Sort>,
  list: ListQuery<Filter, Sort>,
  fields: readonly string[],
): { readonly name: string; readonly value: string }[] {
  return Object.entries(listWords(shape, list))
    .filter(([name]) => !fields.includes(name))
    .map(([name, value]) => ({ name, value }))
}
