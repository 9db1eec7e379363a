import { z } from 'zod'
import type { PartNames } from '../accounts/part-names'
import { areasFact, ticked } from '../registers/support-facts'
import { decimalFact } from '../web/number-facts'
import { SERVES } from './goal-facts'
import { dayOrNone, UNREASONABLE } from '../web/day-facts'

export const [FIRST_YEAR, LAST_YEAR] = [2000, 2100]
const [FIRST_DAY, LAST_DAY] = [`${FIRST_YEAR}-01-01`, `${LAST_YEAR}-12-31`]

/** A typed year such as 0202 is a date of the calendar, and a slip. */
export const withinReason = (day: string | null): boolean =>
  day === null || (day >= FIRST_DAY && day <= LAST_DAY)
export const NEEDS_START = 'Isi tanggal mulai.'
export const NEEDS_DUE = 'Isi tenggat.'
export const NEEDS_YEAR = 'Tulis tahun rencana, misalnya 2026.'

const line = (most: number) =>
  z
    .string()
    .default('')
    .transform(text => text.replace(/\s+/g, ' ').trim())
    .refine(text => text.length <= most, `Tulis paling banyak ${most} karakter.`)

/** The rules of each fact, shared by the form and the columns of a file. */
export const goalFacts = {
  year: z
    .string()
    .default('')
    .transform(text => text.trim())
    .refine(
      text => /^\d{4}$/.test(text) && Number(text) >= FIRST_YEAR && Number(text) <= LAST_YEAR,
      NEEDS_YEAR,
    )
    .transform(Number),
  title: line(200).refine(text => text !== '', 'Isi sasaran atau kegiatannya.'),
  served: line(200),
  owner: line(100),
  indicator: line(200),
  unit: line(40),
}

const day = dayOrNone.refine(text => text === '' || withinReason(text), UNREASONABLE)

export const goalForm = (parts: PartNames) =>
  z.object({
    ...goalFacts,
    serves: z.enum(SERVES).catch('none'),
    startsOn: day.refine(text => text !== '', NEEDS_START),
    dueOn: day.refine(text => text !== '', NEEDS_DUE),
    baseline: decimalFact.default(null),
    target: decimalFact.default(null),
    areas: areasFact(parts),
    version: z.coerce.number().int().min(0).catch(0),
  })

export const progressForm = z.object({
  reportedOn: day.refine(text => text !== '', 'Isi tanggal kemajuan.'),
  percent: z
    .string()
    .default('')
    .transform(text => text.trim().replace(/\s*%$/, ''))
    .refine(text => /^\d{1,3}$/.test(text) && Number(text) <= 100, 'Tulis angka bulat 0 sampai 100.')
    .transform(Number),
  obstacle: line(500),
  note: line(500),
})

const ids = z.preprocess(ticked, z.array(z.string()))

export const linksForm = z.object({ shown: ids, chosen: ids })

export const copyForm = z.object({ from: goalFacts.year, to: goalFacts.year, goal: ids })

/** The years that an address asks to copy between: a plan that is there, and the year after it unless another is said. */
export function readCopyYears(
  { dari, ke }: Readonly<Record<string, unknown>>,
  planYears: readonly number[],
  usual: number,
): { readonly from: number; readonly to: number } {
  const from = planYears.find(year => String(year) === dari) ?? usual
  const to = goalFacts.year.safeParse(typeof ke === 'string' ? ke : '')
  return { from, to: to.success ? to.data : from + 1 }
}
