import { z } from 'zod'
import { DELIVERIES } from './deliveries'

/** The address of the inbox; what cannot be read counts as not said. */
export const inboxQuery = z.object({
  saring: z.enum(['belum']).or(z.literal('')).catch(''),
  hal: z.coerce.number().int().min(1).max(10_000).catch(1),
})

export type InboxQuery = z.output<typeof inboxQuery>

/** The instant up to which everything is marked as read. */
export const readingForm = z.object({ sampai: z.iso.datetime() })

export const deliveryForm = z.object({ delivery: z.enum(DELIVERIES) })
