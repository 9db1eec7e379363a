import { z } from 'zod'

/** The rules of the facts about a person, shared by forms and the columns of files. */
export const personName = z.string().trim().min(1, 'Isi nama.').max(120, 'Nama paling banyak 120 karakter.')

export const personNip = z
  .string()
  .transform(text => text.replace(/[\s.'-]/g, ''))
  .refine(text => text === '' || /^\d{18}$/.test(text), 'NIP terdiri atas 18 angka.')
  .transform(text => text || null)
