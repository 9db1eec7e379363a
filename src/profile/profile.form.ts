import { z } from 'zod'
import type { PartNames } from '../accounts/part-names'
import type { Figure } from '../engine/profile/figures'
import { areasFact } from '../registers/support-facts'
import { countFact } from '../web/number-facts'
import { FIGURE_NAMES } from './profile-facts'
import { optionalDay, UNREASONABLE } from '../web/day-facts'

export const FIRST_YEAR = 2015

const figures = Object.fromEntries(FIGURE_NAMES.map(name => [name, countFact.default(null)])) as Record<
  Figure,
  z.ZodDefault<typeof countFact>
>

const version = z.coerce.number().int().min(0).catch(0)

/** The figures of a quarter that stands. */
export const profileForm = (parts: PartNames) =>
  z
    .object({ ...figures, areas: areasFact(parts), version })
    .transform(({ areas, version: base, ...typed }) => ({ areas, version: base, figures: typed }))

export const quarterFact = z
  .string()
  .default('')
  .transform((typed, context): { year: number; quarter: number } => {
    const [, year = '', quarter = ''] = /^(20\d\d)-([1-4])$/.exec(typed) ?? []
    if (year && Number(year) >= FIRST_YEAR) return { year: Number(year), quarter: Number(quarter) }
    context.addIssue({ code: 'custom', message: 'Pilih triwulannya.' })
    return z.NEVER
  })

/** The same with the quarter that it is about. */
export const newProfileForm = (parts: PartNames) =>
  z
    .object({ ...figures, areas: areasFact(parts), quarter: quarterFact })
    .transform(({ areas, quarter, ...typed }) => ({ ...quarter, areas, figures: typed }))

/** A typed year such as 0202 is a date of the calendar, and a slip. */
export const withinReason = (text: string | null): boolean =>
  text === null || (text >= '2000-01-01' && text <= '2100-12-31')

const day = optionalDay.refine(withinReason, UNREASONABLE)

export const MISSING_SINCE = 'Isi tanggal diperolehnya.'
export const MISSING_DECREE = 'Isi keputusan yang menetapkannya.'

/** The rules of each fact of a predicate, shared by the form and the columns of a file. */
export const heldTexts = {
  decree: z.string().trim().min(1, MISSING_DECREE).max(200, 'Tulis paling banyak 200 karakter.'),
}

export const heldPredicateForm = (predicates: readonly string[]) =>
  z.object({
    predicate: z
      .string()
      .default('')
      .refine(id => predicates.includes(id), 'Pilih predikatnya.'),
    heldSince: day.refine(text => text !== null, MISSING_SINCE).transform(text => text ?? ''),
    lostOn: day,
    ...heldTexts,
    version,
  })
