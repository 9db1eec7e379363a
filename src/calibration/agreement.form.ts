import { z } from 'zod'

/** The address of the page and of its table; what cannot be read counts as not said. */
export const agreementQuery = z.object({
  sampel: z
    .string()
    .regex(/^\d{1,6}$/)
    .catch(''),
  bagian: z.string().trim().max(10).catch(''),
  evaluator: z.string().trim().max(40).catch(''),
  tabel: z.enum(['pertanyaan', 'evaluator']).catch('pertanyaan'),
})

export type AgreementQuery = z.output<typeof agreementQuery>
