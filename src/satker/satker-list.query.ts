import { z } from 'zod'
import { SATKER_LEVELS } from './satker-levels'

/** The address of the list; what cannot be read counts as not said. */
export const satkerListQuery = z.object({
  cari: z.string().trim().max(100).catch(''),
  tingkat: z.enum(SATKER_LEVELS).or(z.literal('')).catch(''),
  wilayah: z.string().trim().max(100).catch(''),
  induk: z.string().trim().max(40).catch(''),
  hal: z.coerce.number().int().min(1).max(10_000).catch(1),
})
