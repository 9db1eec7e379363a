import { formatCount } from '../format/number'

export interface Pagination {
  /** `51–100 dari 1.000` */
  readonly text: string
  readonly previousHref: string | null
  readonly nextHref: string | null
}

/** The foot of a long list; `page` starts at 1. Null when everything fits on one page. */
export function pagination(list: {
  page: number
  pageSize: number
  total: number
  hrefOf: (page: number) => string
}): Pagination | null {
  const { page, pageSize, total, hrefOf } = list
  if (total <= pageSize) return null
  const first = (page - 1) * pageSize + 1
  const last = Math.min(page * pageSize, total)
  return {
    text: `${formatCount(first)}–${formatCount(last)} dari ${formatCount(total)}`,
    previousHref: page > 1 ? hrefOf(page - 1) : null,
    nextHref: last < total ? hrefOf(page + 1) : null,
  }
}
