import { z } from 'zod'
import type { Prerequisite } from '../engine/instrument/instrument'
import { formatDate } from '../web/format/date'

export const prerequisiteForm = z.object({
  value: z.string().trim().max(40).default(''),
  note: z
    .string()
    .max(2000)
    .default('')
    .transform(note => note.replace(/\r\n?/g, '\n').trim()),
  version: z.coerce.number().int().min(0),
  /** Whose content is kept after two people changed it. */
  pakai: z.enum(['saya', 'mereka']).optional(),
})

/** What a prerequisite may be, as its kind of field offers it; `''` stands for not filled. */
export function choicesOf(prerequisite: Prerequisite): readonly string[] {
  if (prerequisite.kind === 'ya_tidak') return ['Ya', 'Tidak']
  return prerequisite.kind === 'sakip' ? (prerequisite.options ?? []) : []
}

/** Why a value cannot be kept, in words; null when it can. */
export function prerequisiteFault(prerequisite: Prerequisite, value: string | null): string | null {
  if (value === null) return null
  if (prerequisite.kind !== 'since')
    return choicesOf(prerequisite).includes(value) ? null : 'Pilih salah satu yang tersedia.'
  return isDate(value) ? null : 'Isi tanggal yang ada di kalender.'
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
