import { z } from 'zod'

export const targetForm = z.object({
  /** The target that the page showed. */
  shown: z.string(),
  predicate: z.string('Pilih target predikat.').min(1, 'Pilih target predikat.'),
})
