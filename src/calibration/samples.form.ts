import { z } from 'zod'

/** The address of the list; what cannot be read counts as not said. */
export const samplesQuery = z.object({
  sampel: z.coerce.number().int().min(1).optional().catch(undefined),
  hal: z.coerce.number().int().min(1).max(10_000).catch(1),
})

export type SamplesQuery = z.output<typeof samplesQuery>

const MOST_UNITS = 500

export const drawForm = z
  .object({
    kind: z.enum(['units', 'percent'], 'Pilih satuan besarnya.'),
    amount: z
      .string('Tulis besar sampel.')
      .trim()
      .regex(/^\d{1,6}$/, 'Tulis bilangan bulat, misalnya 10.')
      .transform(Number),
  })
  .superRefine(({ kind, amount }, context) => {
    const most = kind === 'percent' ? 100 : MOST_UNITS
    if (amount >= 1 && amount <= most) return
    context.addIssue({ code: 'custom', path: ['amount'], message: `Tulis bilangan dari 1 sampai ${most}.` })
  })
