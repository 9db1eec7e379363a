import { z } from 'zod'
import type { Prerequisite } from '../engine/instrument/instrument'
import { formatDate } from '../web/format/date'
import type { PrerequisiteChanges } from './standing-prerequisite'

const value = z
  .string()
  .trim()
  .max(40)
  .transform(text => text || null)
const note = z
  .string()
  .max(2000)
  .transform(text => text.replace(/\r\n?/g, '\n').trim())
const version = z.int().min(0)
const sent = { base: version, actor: z.string().optional(), seen: version.optional() }

/**
 * One field of one prerequisite, as a script sends it. `actor` keeps a text from being saved under another person's name;
 * `seen` is the version of the other field that the page shows.
 */
export const prerequisiteFieldForm = z.discriminatedUnion('field', [
  z.object({ field: z.literal('value'), ...sent, option: value }),
  z.object({ field: z.literal('note'), ...sent, note }),
])

/** Both fields as a form without scripts posts them, each with what it was typed over: only a changed one is saved. */
export const prerequisiteForm = z
  .object({
    value: value.optional(),
    note: note.optional(),
    valueWas: value.default(null),
    noteWas: note.default(''),
    valueVersion: z.coerce.number().int().min(0),
    noteVersion: z.coerce.number().int().min(0),
    /** Whose content is kept after two people changed it. */
    pakai: z.enum(['saya', 'mereka']).optional(),
  })
  .transform(posted => ({ pakai: posted.pakai, changes: changesIn(posted) }))

interface Posted {
  readonly value?: string | null | undefined
  readonly note?: string | undefined
  readonly valueWas: string | null
  readonly noteWas: string
  readonly valueVersion: number
  readonly noteVersion: number
}

/** What was not posted at all was not changed. */
function changesIn({ value, note, ...stood }: Posted): PrerequisiteChanges {
  return {
    ...(value !== undefined &&
      value !== stood.valueWas && { value: { to: value, base: stood.valueVersion } }),
    ...(note !== undefined && note !== stood.noteWas && { note: { to: note, base: stood.noteVersion } }),
  }
}

/** What a prerequisite may be, as its kind of field offers it; `''` stands for not filled. */
export function choicesOf(prerequisite: Prerequisite): readonly string[] {
  if (prerequisite.kind === 'ya_tidak') return ['Ya', 'Tidak']
  return prerequisite.kind === 'sakip' ? (prerequisite.options ?? []) : []
}

/** Dates before it are a year half typed. */
const EARLIEST = '1945-08-17'

/** Why a value cannot be kept, in words; null when it can. */
export function prerequisiteFault(prerequisite: Prerequisite, value: string | null): string | null {
  if (value === null) return null
  if (prerequisite.kind !== 'since')
    return choicesOf(prerequisite).includes(value) ? null : 'Pilih salah satu yang tersedia.'
  if (!isDate(value)) return 'Isi tanggal yang ada di kalender.'
  return value < EARLIEST ? 'Periksa tahunnya.' : null
}

function isDate(value: string): boolean {
  try {
    return formatDate(value) !== ''
  } catch {
    return false
  }
}

/** The value in words: `Ya`, `BB`, `3 Maret 2025`. */
export const prerequisiteWords = (value: string | null): string =>
  value === null ? 'Belum diisi' : isDate(value) ? formatDate(value) : value
