import type { Labelled, PrintedReadiness } from './printed-readiness'
import type { Logo } from './readiness-facts'

/** A letter of the inspectorate in words: what the page and the PDF both print, each in its own form. */
export interface PrintedLetter extends Pick<
  PrintedReadiness,
  | 'documentTitle'
  | 'author'
  | 'title'
  | 'draft'
  | 'draftWord'
  | 'runningHead'
  | 'foot'
  | 'letterhead'
  | 'meta'
  | 'signatures'
> {
  /** `Nomor: ……`, filled by hand; `''` for none. */
  readonly number: string
  /** Before the first heading. */
  readonly opening: readonly string[]
  readonly blocks: readonly PrintedBlock[]
  /** After the signatures, on a page of its own. */
  readonly annex: readonly PrintedBlock[]
  /** Where a seal is looked up: never broken on paper. */
  readonly address: string
  readonly logo: Logo | null
  /** An instant in UTC: the same letter of the same instant is the same file. */
  readonly generatedAt: string
}

export interface PrintedBlock {
  readonly id: string
  readonly heading: string
  readonly paragraphs: readonly string[]
  readonly table: PrintedTable | null
}

export interface PrintedTable {
  /** `width` in shares of the whole. */
  readonly columns: readonly { readonly label: string; readonly num: boolean; readonly width: number }[]
  readonly rows: readonly (readonly string[])[]
  /** The last row is a sum. */
  readonly sum: boolean
}

/** A block of words alone. */
export const said = (id: string, heading: string, ...paragraphs: readonly string[]): PrintedBlock => ({
  id,
  heading,
  paragraphs,
  table: null,
})

export const DOTS = '.'.repeat(40)

export const labelled = (label: string, value: string): Labelled => ({ label, value })
