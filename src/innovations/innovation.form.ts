import { z } from 'zod'
import type { PartNames } from '../accounts/part-names'
import { DIRECTIONS } from '../engine/innovations/change'
import { areasFact, ticked } from '../registers/support-facts'
import { countFact, decimalFact } from '../web/number-facts'
import { ATM } from './innovation-facts'
import { optionalDay, UNREASONABLE } from '../web/day-facts'

const [FIRST_DAY, LAST_DAY] = ['2000-01-01', '2100-12-31']

/** A typed year such as 0202 is a date of the calendar, and a slip. */
const withinReason = (day: string | null): boolean => day === null || (day >= FIRST_DAY && day <= LAST_DAY)

export const withReason = <T extends z.ZodType<string | null, string>>(day: T) =>
  day.refine(text => withinReason(text), UNREASONABLE)

export const NEEDS_START = 'Isi hari mulainya.'
export const MOST_COPIES = 20

const written = (most: number) =>
  z.string().trim().max(most, `Tulis paling banyak ${most} karakter.`).default('')

/** The rules of each fact, shared by the form and the columns of a file. */
export const innovationFacts = {
  name: z.string().trim().min(1, 'Isi nama inovasi.').max(200, 'Nama paling banyak 200 karakter.'),
  need: z
    .string()
    .trim()
    .min(1, 'Isi kebutuhan atau masalah yang dijawab.')
    .max(1000, 'Tulis paling banyak 1000 karakter.'),
  proofLink: z
    .string()
    .trim()
    .max(500, 'Tautan paling banyak 500 karakter.')
    .default('')
    .refine(
      text => text === '' || z.url({ protocol: /^https$/ }).safeParse(text).success,
      'Tulis tautan lengkap yang diawali https://.',
    ),
  sourceUnit: written(200),
  modification: written(500),
  indicator: written(200),
  unit: written(40),
  usedBy: written(300),
  integration: written(300),
}

const day = optionalDay.refine(withinReason, UNREASONABLE)

const copy = z
  .object({
    unit: z.string().trim().max(200, 'Tulis paling banyak 200 karakter.').default(''),
    on: day,
  })
  .superRefine(({ unit, on }, context) => {
    const fault = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message })
    if (unit !== '' && on === null) fault('on', 'Isi tanggal replikasinya.')
    if (unit === '' && on !== null) fault('unit', 'Isi unit yang mereplikasi.')
  })

/** The rows of copies in a posted body, by the names of their fields (`copies.0.unit`). */
function copiesIn(body: unknown): unknown {
  const posted = (body ?? {}) as Record<string, unknown>
  const copies = Array.from({ length: MOST_COPIES }, (_, place) => ({
    unit: posted[`copies.${place}.unit`],
    on: posted[`copies.${place}.on`],
  }))
  return { ...posted, copies }
}

export const innovationForm = (parts: PartNames) =>
  z.preprocess(
    copiesIn,
    z.object({
      ...innovationFacts,
      startedOn: day.refine(text => text !== null, NEEDS_START).transform(text => text ?? ''),
      endedOn: day,
      atm: z.union([z.literal(''), z.enum(ATM)], 'Pilih salah satu yang tersedia.').default(''),
      better: z.enum(DIRECTIONS, 'Pilih arah yang lebih baik.').default('higher'),
      beforeValue: decimalFact.default(null),
      beforeOn: day,
      afterValue: decimalFact.default(null),
      afterOn: day,
      users: countFact.default(null),
      copies: z
        .array(copy)
        .transform(rows =>
          rows.flatMap(({ unit, on }) => (unit === '' || on === null ? [] : [{ unit, on }])),
        ),
      integratedOn: day,
      agents: z.preprocess(
        ticked,
        z.array(z.string()).transform(ids => [...new Set(ids)]),
      ),
      areas: areasFact(parts),
      version: z.coerce.number().int().min(0).catch(0),
    }),
  )
