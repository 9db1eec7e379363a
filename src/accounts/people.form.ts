import { z } from 'zod'
import { ROLES } from '../access/roles'
import { personName, personNip } from '../web/person-facts'
import type { PartNames } from './part-names'
import { optionalDay } from '../web/day-facts'

/** The rules of each fact about a person, shared by the forms and the columns of a file. */
export const personFacts = {
  name: personName,
  nip: personNip,
  email: z
    .string()
    .trim()
    .toLowerCase()
    .max(200, 'Surel paling banyak 200 karakter.')
    .refine(
      text => text === '' || z.email().safeParse(text).success,
      'Tulis alamat surel yang lengkap, misalnya nama@instansi.go.id.',
    )
    .transform(text => text || null),
}

const NEEDS_LOGIN = { error: 'Isi NIP atau surel; salah satunya dipakai untuk masuk.', path: ['nip'] }

export const personForm = z
  .object(personFacts)
  .refine(person => person.nip !== null || person.email !== null, NEEDS_LOGIN)

/** One checkbox posts a text, several a list, none nothing. */
const parts = (names: PartNames) =>
  z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform(given => [given ?? []].flat())
    .refine(given => given.every(part => names.has(part)), 'Bagian ini tidak dikenal.')
    .transform(given => [...names.keys()].filter(part => given.includes(part)))

const optionalDate = optionalDay

const membershipFacts = (names: PartNames) => ({
  role: z.enum(ROLES, 'Pilih peran.'),
  satker: z.string().trim().min(1, 'Isi kode atau nama satker.').max(200),
  parts: parts(names),
  acting: z
    .string()
    .optional()
    .transform(text => text === 'ya'),
  validFrom: optionalDate,
  validUntil: optionalDate,
})

export const membershipForm = (names: PartNames) => z.object(membershipFacts(names))

export const newPersonForm = (names: PartNames) =>
  z
    .object({ ...personFacts, ...membershipFacts(names) })
    .refine(person => person.nip !== null || person.email !== null, NEEDS_LOGIN)

export const endMembershipForm = z
  .object({ when: z.enum(['now', 'date'], 'Pilih kapan peran berakhir.'), lastDay: optionalDate })
  .refine(form => form.when === 'now' || form.lastDay !== null, {
    error: 'Isi hari terakhir.',
    path: ['lastDay'],
  })
  .transform(form => (form.when === 'now' ? null : form.lastDay))

/** The address of the list; what cannot be read counts as not said. */
export const peopleQuery = z.object({
  cari: z.string().trim().max(100).catch(''),
  peran: z.enum(ROLES).or(z.literal('')).catch(''),
  satker: z.string().trim().max(100).catch(''),
  status: z.enum(['berlaku', 'berakhir', 'semua']).catch('berlaku'),
  hal: z.coerce.number().int().min(1).max(10_000).catch(1),
})
