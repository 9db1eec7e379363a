import { z } from 'zod'
import type { TeamSeatKind } from './team.entity'

const SEATS = ['member', 'lead', 'controller'] as const satisfies readonly TeamSeatKind[]

export const teamForm = z.object({
  name: z.string().trim().min(1, 'Tulis nama tim.').max(80, 'Tulis paling banyak 80 karakter.'),
})

export const seatForm = z.object({
  user: z.string('Pilih evaluator.').min(1, 'Pilih evaluator.').max(40),
  seat: z.enum(SEATS, 'Pilih kedudukan.'),
})
