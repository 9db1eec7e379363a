import { z } from 'zod'
import type { PartNames } from '../accounts/part-names'
import { DIRECTIONS } from '../engine/performance/achievement'
import { COUNTINGS } from '../engine/performance/year'
import { areasFact } from '../registers/support-facts'
import { decimalFact, notNegative } from '../web/number-facts'
import type { QuarterTargets } from './commitment-facts'

export const [FIRST_YEAR, LAST_YEAR] = [2015, 2100]
const BAD_YEAR = `Tulis tahun antara ${FIRST_YEAR} dan ${LAST_YEAR}.`

const needed = (message: string) =>
  decimalFact.transform((value, context): string => {
    if (value !== null) return value
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  })

const NEGATIVE = 'Target paling sedikit 0.'

export const targetFigure = decimalFact.refine(notNegative, NEGATIVE)
const written = (most: number) => z.string().trim().max(most, `Paling banyak ${most} karakter.`)

/** The rules of each fact, shared by the forms and the columns of a file. */
export const performanceFacts = {
  year: z
    .string()
    .trim()
    .refine(text => /^\d{4}$/.test(text) && Number(text) >= FIRST_YEAR && Number(text) <= LAST_YEAR, BAD_YEAR)
    .transform(Number),
  indicator: z.string().trim().min(1, 'Isi indikator.').max(300, 'Indikator paling banyak 300 karakter.'),
  unit: z.string().trim().min(1, 'Isi satuan.').max(40, 'Satuan paling banyak 40 karakter.'),
  yearTarget: needed('Isi target tahun.').refine(notNegative, NEGATIVE),
  realisation: needed('Isi realisasi.'),
  obstacle: written(2_000),
  strategy: written(2_000),
}

const version = z.coerce.number().int().min(0).catch(0)

export const commitmentForm = (parts: PartNames) =>
  z
    .object({
      year: performanceFacts.year.optional(),
      indicator: performanceFacts.indicator,
      unit: performanceFacts.unit,
      direction: z.enum(DIRECTIONS, 'Pilih arahnya.'),
      counting: z.enum(COUNTINGS, 'Pilih cara menghitungnya.'),
      yearTarget: performanceFacts.yearTarget,
      target1: targetFigure.default(null),
      target2: targetFigure.default(null),
      target3: targetFigure.default(null),
      target4: targetFigure.default(null),
      areas: areasFact(parts),
      version,
    })
    .transform(({ target1, target2, target3, target4, ...facts }) => ({
      ...facts,
      targets: [target1, target2, target3, target4] satisfies QuarterTargets,
    }))

export const reportForm = z.object({
  realisation: performanceFacts.realisation,
  obstacle: performanceFacts.obstacle.default(''),
  strategy: performanceFacts.strategy.default(''),
  reportedOn: z.iso.date('Tulis tanggal yang ada di kalender.'),
  version,
})

export const followUpForm = z.object({
  text: z.string().trim().min(1, 'Tulis apa yang diminta.').max(2_000, 'Paling banyak 2.000 karakter.'),
  dueOn: z.iso.date('Tulis tanggal yang ada di kalender.'),
})

/** What either side says; `text` may stay empty where it only closes. */
export const sayingForm = (needed: string) =>
  z.object({
    text: z
      .string()
      .trim()
      .max(2_000, 'Paling banyak 2.000 karakter.')
      .default('')
      .refine(text => needed === '' || text !== '', needed),
    version,
  })
