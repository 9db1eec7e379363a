import { EVIDENCE_NATURES, type EvidenceNature } from '../engine/instrument/instrument'
import { paths } from '../paths'

export const SHELF_STATES = ['semua', 'dipakai', 'belum', 'ganda', 'ditarik'] as const
export type ShelfState = (typeof SHELF_STATES)[number]
export const SHELF_ORDERS = ['terbaru', 'judul', 'kejadian'] as const
export type ShelfOrder = (typeof SHELF_ORDERS)[number]

/** What part of the shelf is shown; it lives in the address. */
export interface ShelfFilter {
  readonly search: string
  readonly nature: EvidenceNature | ''
  readonly access: 'biasa' | 'terbatas' | ''
  readonly state: ShelfState
  readonly order: ShelfOrder
  /** From 1. */
  readonly page: number
}

const oneOf = <T extends string>(given: unknown, allowed: readonly T[]): T | undefined =>
  allowed.find(candidate => candidate === given)

/** Reads the query of an address; what it does not know is left out. */
export function readShelfFilter(query: Readonly<Record<string, unknown>>): ShelfFilter {
  const search = query['cari']
  const page = Number(query['halaman'])
  return {
    search: typeof search === 'string' ? search.trim().slice(0, 200) : '',
    nature: oneOf(query['sifat'], EVIDENCE_NATURES) ?? '',
    access: oneOf(query['akses'], ['biasa', 'terbatas']) ?? '',
    state: oneOf(query['keadaan'], SHELF_STATES) ?? 'semua',
    order: oneOf(query['urut'], SHELF_ORDERS) ?? 'terbaru',
    page: Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1,
  }
}

/** The address of a shelf with some of the filter changed; a change other than of the page leads to its first page. */
export function shelfHref(satkerId: string, filter: ShelfFilter, change: Partial<ShelfFilter>): string {
  const wanted = { ...filter, page: 1, ...change }
  const query = new URLSearchParams()
  if (wanted.search) query.set('cari', wanted.search)
  if (wanted.nature) query.set('sifat', wanted.nature)
  if (wanted.access) query.set('akses', wanted.access)
  if (wanted.state !== 'semua') query.set('keadaan', wanted.state)
  if (wanted.order !== 'terbaru') query.set('urut', wanted.order)
  if (wanted.page > 1) query.set('halaman', String(wanted.page))
  return [paths.evidenceShelf(satkerId), query.toString()].filter(Boolean).join('?')
}
