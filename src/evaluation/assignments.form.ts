import { z } from 'zod'
import type { AssignableFilter } from './teams.repository'

/** The address of the list; what cannot be read counts as not said. */
export const assignmentsQuery = z.object({
  cari: z.string().trim().max(100).catch(''),
  kanwil: z.string().trim().max(40).catch(''),
  tampil: z.enum(['belum', 'semua']).catch('semua'),
  hal: z.coerce.number().int().min(1).max(10_000).catch(1),
})

export type AssignmentsQuery = z.output<typeof assignmentsQuery>

const several = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform(value => [...new Set([value].flat())])

export const assignmentForm = z.object({
  assessment: several.refine(ids => ids.length > 0, 'Centang paling sedikit satu satker.'),
  /** Team and person: one may sit in several teams. */
  member: z
    .string('Pilih anggota.')
    .regex(/^[\w-]+ [\w-]+$/, 'Pilih anggota.')
    .transform(text => {
      const [teamId = '', userId = ''] = text.split(' ')
      return { teamId, userId }
    }),
  reason: z.string().trim().max(500, 'Tulis paling banyak 500 karakter.').default(''),
})

export const spreadForm = z.object({
  teams: several.refine(ids => ids.length > 0, 'Pilih paling sedikit satu tim.'),
})

/** What the filter lets through; a regional office that the cycle does not know lets everything through. */
export const assignableFilter = (
  query: AssignmentsQuery,
  kanwil: readonly { readonly id: string; readonly path: string }[],
): AssignableFilter => ({
  below: kanwil.find(one => one.id === query.kanwil)?.path ?? '',
  search: query.cari,
  unassignedOnly: query.tampil === 'belum',
})
