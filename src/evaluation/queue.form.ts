import { z } from 'zod'
import { ASSESSMENT_STAGES } from '../engine/stages/stages'

/** The address of the queue; what cannot be read counts as not said. */
export const queueQuery = z.object({
  cari: z.string().trim().max(100).catch(''),
  tahap: z.enum(ASSESSMENT_STAGES).or(z.literal('')).catch(''),
  giliran: z.enum(['saya']).or(z.literal('')).catch(''),
  hal: z.coerce.number().int().min(1).max(10_000).catch(1),
})

export type QueueQuery = z.output<typeof queueQuery>
