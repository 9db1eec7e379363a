import { z } from 'zod'
import { SATKER_LEVELS } from './satker-levels'

export const TIME_ZONES = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const

const line = (most: number) => z.string().trim().max(most, `Tulis paling banyak ${most} karakter.`)

/** The rules of each fact, shared by the form and the columns of a file. */
export const satkerFacts = {
  code: line(40)
    .min(1, 'Isi kode satker.')
    .regex(
      /^[A-Za-z0-9][A-Za-z0-9./_-]*$/,
      'Kode hanya berisi huruf, angka, titik, garis miring, dan tanda hubung.',
    ),
  name: line(200).min(1, 'Isi nama satker.'),
  kind: line(100),
  region: line(100),
  city: line(100),
  letterhead: z
    .string()
    .max(600, 'Kop surat paling banyak 600 karakter.')
    .transform(text =>
      text
        .split(/\r?\n/)
        .map(row => row.trim())
        .join('\n')
        .trim(),
    )
    .refine(text => text.split('\n').length <= 6, 'Kop surat paling banyak 6 baris.'),
  employees: z
    .string()
    .trim()
    .regex(/^(\d{1,6})?$/, 'Tulis jumlah pegawai dengan angka, misalnya 57.')
    .transform(Number),
}

export const satkerForm = z.object({
  ...satkerFacts,
  level: z.enum(SATKER_LEVELS, 'Pilih tingkat.'),
  parent: line(200),
  timeZone: z.enum(TIME_ZONES, 'Pilih zona waktu.'),
})

/** The version the form was filled from. */
export const satkerEditForm = satkerForm.extend({ version: z.coerce.number().int() })
