import { z } from 'zod'
import { RECOMMENDATIONS } from '../engine/recommendation/recommendation'

export const recommendationForm = z.object({
  recommendation: z.enum(RECOMMENDATIONS, 'Pilih rekomendasi.'),
  grounds: z
    .string()
    .trim()
    .min(1, 'Tulis dasar rekomendasi.')
    .max(4000, 'Tulis paling banyak 4.000 karakter.'),
  version: z.coerce.number().int().min(0),
})

export const reopeningForm = z.object({
  reason: z
    .string()
    .trim()
    .min(1, 'Tulis alasan pembukaan kembali.')
    .max(2000, 'Tulis paling banyak 2.000 karakter.'),
})
