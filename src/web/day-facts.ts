import { z } from 'zod'

const calendarDay = z.iso.date('Tulis tanggal yang ada di kalender.')

/** A civil date as it is typed or posted (`2026-03-12`), or empty. */
export const dayOrNone = z
  .string()
  .trim()
  .default('')
  .pipe(z.union([z.literal(''), calendarDay]))

/** A civil date; null where none was typed. */
export const optionalDay = dayOrNone.transform(text => text || null)

/** Of a day whose year was surely mistyped; which years are meant is said by each form. */
export const UNREASONABLE = 'Periksa tahunnya.'
