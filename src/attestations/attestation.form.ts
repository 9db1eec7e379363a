import { z } from 'zod'

const REMARK = 2000

/** What the head says of a part; `stamp` is of the state that the page showed. */
export const attestationForm = z.discriminatedUnion('act', [
  z.object({ act: z.literal('attest'), stamp: z.string().max(40) }),
  z.object({
    act: z.literal('return'),
    remark: z
      .string()
      .trim()
      .min(1, 'Tulis apa yang perlu diperbaiki pokja.')
      .max(REMARK, `Tulis paling banyak 2.000 karakter.`),
  }),
  z.object({ act: z.literal('take-back') }),
])

export type AttestationForm = z.output<typeof attestationForm>
