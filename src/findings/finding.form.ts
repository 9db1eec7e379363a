import { z } from 'zod'
import { optionalDay, UNREASONABLE } from '../web/day-facts'
import { RECOMMENDATION_STATUSES, RULING_OUTCOMES } from './finding-outcomes'

export const REASON_LENGTH = 1_000
export const NOTES_LENGTH = 5_000
const OWNER_LENGTH = 200

const words = (most: number) =>
  z
    .string()
    .default('')
    .transform(text => text.replace(/\r\n?/g, '\n').trim())
    .pipe(z.string().max(most, `Tulis paling banyak ${most.toLocaleString('id-ID')} karakter.`))

/** A typed year such as 0202 is a date of the calendar, and a slip. */
const withinReason = (day: string | null): boolean =>
  day === null || (day >= '2000-01-01' && day <= '2100-12-31')

/** What an evaluator says of a finding; `shown` are its grounds on the page, `after` the last ruling there. */
export const rulingForm = z.object({
  outcome: z.enum(RULING_OUTCOMES, 'Pilih apakah temuan ini benar.'),
  reason: words(REASON_LENGTH).refine(text => text !== '', 'Tulis alasannya.'),
  shown: z.string().default(''),
  after: z.string().optional(),
})

export const recommendationForm = z.object({
  status: z.enum(RECOMMENDATION_STATUSES, 'Pilih statusnya.'),
  owner: words(OWNER_LENGTH),
  dueOn: optionalDay.refine(withinReason, UNREASONABLE),
  notes: words(NOTES_LENGTH),
  evidence: z.preprocess(
    given => [given ?? []].flat(),
    z.array(z.string()).max(20, 'Pilih paling banyak 20 bukti.'),
  ),
  version: z.coerce.number().int().min(0).catch(0),
})
