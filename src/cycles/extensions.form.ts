import { z } from 'zod'
import { WINDOW_STAGES } from './window-stages'
import { dayOrNone } from '../web/day-facts'

export const extensionForm = z.object({
  stage: z.enum(WINDOW_STAGES, 'Pilih tahap.'),
  closesOn: dayOrNone.refine(text => text !== '', 'Isi hari terakhir yang baru.'),
  reason: z.string().trim().min(1, 'Tulis alasannya.').max(500, 'Tulis paling banyak 500 karakter.'),
})
