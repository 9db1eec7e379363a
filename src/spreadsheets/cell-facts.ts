import { z } from 'zod'

const toIso = (_whole: string, day: string, month: string, year: string): string =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`

/** A civil date as people and spreadsheet programs write it, the day first; an empty cell is null. */
export const dateCell = z
  .string()
  .transform(text => text.replace(/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, toIso))
  .refine(
    text => text === '' || z.iso.date().safeParse(text).success,
    'Tulis tanggal seperti 2026-01-30 atau 30/01/2026.',
  )
  .transform(text => text || null)

/** What an empty cell is: nothing is said, so nothing that stands is changed. */
export const unsaid = <T>(cell: z.ZodType<T, string>) =>
  z.union([z.literal('').transform(() => undefined), cell])
