import { z } from 'zod'
import type { PartNames } from '../accounts/part-names'
import { personName, personNip } from '../web/person-facts'
import { ANONYMOUS } from './employee-facts'
import { optionalDay, UNREASONABLE } from '../web/day-facts'

const [FIRST_DAY, LAST_DAY] = ['1950-01-01', '2100-12-31']

/** A typed year such as 0202 is a date of the calendar, and a slip. */
export const withinReason = (day: string | null): boolean =>
  day === null || (day >= FIRST_DAY && day <= LAST_DAY)
export const NEEDS_JOINED = 'Isi hari masuk di satker ini.'

/** The rules of each fact, shared by the form and the columns of a file. */
export const employeeFacts = {
  name: personName.refine(
    name => name !== ANONYMOUS,
    'Identitas orang ini sudah dihapus. Hapus barisnya dari berkas.',
  ),
  nip: personNip,
  position: z.string().trim().min(1, 'Isi jabatan.').max(120, 'Jabatan paling banyak 120 karakter.'),
}

const day = optionalDay.refine(withinReason, UNREASONABLE)

export const employeeForm = (parts: PartNames) =>
  z.object({
    ...employeeFacts,
    frontLine: z
      .string()
      .optional()
      .transform(text => text === 'ya'),
    pokja: z
      .string()
      .default('')
      .refine(id => id === '' || parts.has(id), 'Pokja ini tidak dikenal.'),
    agentFrom: day,
    agentUntil: day,
    joinedOn: day.refine(text => text !== null, NEEDS_JOINED).transform(text => text ?? ''),
    leftOn: day,
    version: z.coerce.number().int().min(0).catch(0),
  })
