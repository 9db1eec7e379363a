import { z } from 'zod'
import { SATKER_LEVELS } from '../satker/satker-levels'

/** The address of the choice; what cannot be read counts as not said. Satker without an assessment unless said otherwise. */
export const openingQuery = z.object({
  cari: z.string().trim().max(100).catch(''),
  tingkat: z.enum(SATKER_LEVELS).or(z.literal('')).catch('satker'),
  induk: z.string().trim().max(40).catch(''),
  tampil: z.enum(['belum', 'semua']).catch('belum'),
  hal: z.coerce.number().int().min(1).max(10_000).catch(1),
})

export type OpeningQuery = z.output<typeof openingQuery>

/** What is posted with the filter: which of those found, and what they aim at. */
export const openingForm = z.object({
  choice: z.enum(['ticked', 'found'], 'Pilih satker yang dibuka.'),
  satker: z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform(value => [value].flat()),
  predicate: z.string('Pilih target predikat.').min(1, 'Pilih target predikat.'),
})
