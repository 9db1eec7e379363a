import { z } from 'zod'
import type { PartNames } from '../accounts/part-names'
import { INDEX_SCALES } from '../engine/surveys/index-scales'
import { areasFact } from '../registers/support-facts'
import { countFact, decimalFact } from '../web/number-facts'
import { SURVEY_KINDS, SURVEY_METHODS } from './survey-facts'
import { UNREASONABLE } from '../web/day-facts'

const [FIRST_DAY, LAST_DAY] = ['2000-01-01', '2100-12-31']

/** A typed year such as 0202 is a date of the calendar, and a slip. */
export const withinReason = (day: string | null): boolean =>
  day === null || (day >= FIRST_DAY && day <= LAST_DAY)

/** The rules of each fact, shared by the form and the columns of a file. */
export const surveyFactRules = {
  population: countFact,
  respondents: countFact,
  index: decimalFact,
  conductedBy: z
    .string()
    .trim()
    .min(1, 'Isi siapa yang menyelenggarakan.')
    .max(120, 'Tulis paling banyak 120 karakter.'),
}

export const NEEDS_RESPONDENTS = 'Isi jumlah responden.'
export const NEEDS_INDEX = 'Isi indeksnya.'

const day = (missing: string) =>
  z
    .string()
    .default('')
    .refine(text => text !== '', missing)
    .pipe(z.iso.date('Tulis tanggal yang ada di kalender.'))
    .refine(withinReason, UNREASONABLE)

/** One round of a survey. */
export const surveyForm = (parts: PartNames) =>
  z
    .object({
      kind: z.enum(SURVEY_KINDS, 'Pilih survei.'),
      heldFrom: day('Isi hari pertama.'),
      heldUntil: day('Isi hari terakhir.'),
      method: z.enum(SURVEY_METHODS, 'Pilih caranya.'),
      population: surveyFactRules.population,
      respondents: surveyFactRules.respondents
        .refine(count => count !== null, NEEDS_RESPONDENTS)
        .transform(count => count ?? 0),
      scale: z.enum(INDEX_SCALES, 'Pilih skalanya.'),
      index: surveyFactRules.index
        .refine(index => index !== null, NEEDS_INDEX)
        .transform(index => index ?? ''),
      conductedBy: surveyFactRules.conductedBy,
      areas: areasFact(parts),
      version: z.coerce.number().int().min(0).catch(0),
    })
    .transform(({ areas, version, ...draft }) => ({ draft, areas, version }))
