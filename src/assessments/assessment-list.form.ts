import { ASSESSMENT_STAGES } from '../engine/stages/stages'
import { LIST_SORTS, type CycleRow, type ListFilter } from './assessment-list.repository'

const text = (value: unknown): string => (typeof value === 'string' ? value.trim().slice(0, 200) : '')

/** Words of the address for each order, shown in the head of the list. */
export const SORT_WORDS = {
  name: 'nama',
  substantiated: 'terbukti',
  claimed: 'diklaim',
  gap: 'selisih',
  answered: 'terjawab',
  flagged: 'bertanda',
} as const

/** Reads `siklus`, `cari`, `tahap`, `wilayah`, `ambang`, `urut` (`-terbukti` downwards) and `hal`; what is unknown is left out. */
export function listFilter(
  cycles: readonly CycleRow[],
  query: Readonly<Record<string, unknown>>,
): { readonly cycle: CycleRow; readonly filter: ListFilter } | null {
  const year = Number(text(query['siklus']))
  const cycle = cycles.find(one => one.year === year) ?? cycles[0]
  if (!cycle) return null
  const order = text(query['urut'])
  const sort = LIST_SORTS.find(one => SORT_WORDS[one] === order.replace(/^-/, '')) ?? 'name'
  const page = Number(text(query['hal']))
  const gates = text(query['ambang'])
  return {
    cycle,
    filter: {
      cycleId: cycle.id,
      search: text(query['cari']),
      stage: ASSESSMENT_STAGES.find(stage => stage === text(query['tahap'])) ?? '',
      region: text(query['wilayah']),
      gates: gates === 'belum' ? 'failing' : gates === 'terpenuhi' ? 'passing' : '',
      sort,
      descending: order.startsWith('-'),
      page: Number.isSafeInteger(page) && page > 0 ? Math.min(page, 100_000) : 1,
    },
  }
}

/** The address query of a filter, without what is at its default. */
export function listQuery(year: number, filter: ListFilter, change: Partial<ListFilter> = {}): string {
  const { search, stage, region, gates, sort, descending, page } = { ...filter, ...change }
  const parts: [string, string][] = [
    ['siklus', String(year)],
    ['cari', search],
    ['tahap', stage],
    ['wilayah', region],
    ['ambang', gates === 'failing' ? 'belum' : gates === 'passing' ? 'terpenuhi' : ''],
    ['urut', sort === 'name' && !descending ? '' : `${descending ? '-' : ''}${SORT_WORDS[sort]}`],
    ['hal', page > 1 ? String(page) : ''],
  ]
  return `?${new URLSearchParams(parts.filter(([, value]) => value !== '')).toString()}`
}
