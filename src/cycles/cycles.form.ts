import { z } from 'zod'
import { RECOMMENDATIONS } from '../engine/recommendation/recommendation'
import type { StoredRule } from '../results/recommendation-rules'
import { dayOrNone } from '../web/day-facts'
import type { CycleSettings } from './cycle.entity'
import { ruleFieldNames, rulesInOrder, ruleValues, sameRules, type RuleField } from './rule-fields'
import type { CycleFacts, WindowDates, Windows } from './cycle-facts'
import type { WindowStage } from './cycle-window.entity'
import { WINDOW_STAGES } from './window-stages'

const wholeNumber = (pattern: RegExp, message: string) =>
  z.string().trim().regex(pattern, message).transform(Number)

const dayFields = Object.fromEntries(
  WINDOW_STAGES.flatMap(stage => [
    [`${stage}Opens`, dayOrNone],
    [`${stage}Closes`, dayOrNone],
  ]),
) as Record<DayField, typeof dayOrNone>

type DayField = `${WindowStage}Opens` | `${WindowStage}Closes`

const PREREQUISITES = ['all-pass', 'none-fails', 'ignored'] as const

const ruleSchema = Object.fromEntries(
  RECOMMENDATIONS.flatMap((_, place) => {
    const names = ruleFieldNames(place)
    return [
      [names.predicate, z.string().trim().optional()],
      [names.prerequisites, z.enum(PREREQUISITES, 'Pilih salah satu yang tersedia.').optional()],
      [
        names.total,
        z
          .string()
          .trim()
          .regex(/^(\d{1,3}([.,]\d{1,4})?)?$/, 'Tulis nilai, misalnya 75 atau 82,5.')
          .optional(),
      ],
    ]
  }),
) as Record<RuleField, z.ZodOptional<z.ZodString>>

export const cycleForm = z
  .object({
    year: wholeNumber(/^20\d\d$/, 'Tulis tahun dengan empat angka, misalnya 2026.'),
    title: z.string().trim().min(1, 'Isi nama siklus.').max(200, 'Tulis paling banyak 200 karakter.'),
    instrumentId: z.string('Pilih instrumen.').min(1, 'Pilih instrumen.'),
    areaGates: z.enum(['joint', 'separate'], 'Pilih cara menghitung ambang area.'),
    sendBacks: wholeNumber(/^[0-5]$/, 'Tulis angka 0 sampai 5.'),
    preAssessment: z.literal('ya').optional(),
    ...dayFields,
    ...ruleSchema,
  })
  .superRefine((typed, context) => {
    for (const stage of WINDOW_STAGES) {
      for (const [field, message] of windowFaults(typed, stage))
        context.addIssue({ code: 'custom', path: [field], message })
    }
    if (!typedRules(typed).some(isUnconditional))
      context.addIssue({
        code: 'custom',
        path: [ruleFieldNames(RECOMMENDATIONS.length - 1).predicate],
        message: 'Paling sedikit satu rekomendasi harus tanpa syarat, agar setiap hasil dapat difinalkan.',
      })
  })
  .transform(({ year, title, instrumentId, areaGates, sendBacks, preAssessment, ...rest }) => ({
    year,
    title,
    instrumentId,
    areaGates,
    settings: { sendBacks, preAssessment: preAssessment === 'ya', ...recommendationsOf(rest) },
    windows: windowsOf(rest),
  }))

/** A posted form of a cycle that stands: a field that is fixed is disabled, and so not posted. */
export const withFixed = (cycle: CycleFacts, body: unknown): Record<string, unknown> => ({
  year: String(cycle.year),
  instrumentId: cycle.instrumentId,
  areaGates: cycle.areaGates,
  ...ruleValues(cycle.settings.recommendations),
  ...(body as Record<string, unknown> | null),
})

/** The version that a form was filled from; NaN, which fits none, when it does not say. */
export const versionOf = (body: unknown): number => Number((body as { version?: unknown } | null)?.version)

type TypedRules = Readonly<Partial<Record<RuleField, string | undefined>>>

/** A rule that the form does not show stays as it usually is. */
const typedRules = (typed: TypedRules): StoredRule[] =>
  rulesInOrder(undefined).map((usual, place) => {
    const names = ruleFieldNames(place)
    const [predicate, total] = [typed[names.predicate], typed[names.total]]
    return {
      recommendation: usual.recommendation,
      predicate: predicate === undefined ? usual.predicate : predicate || null,
      prerequisites: (typed[names.prerequisites] ?? usual.prerequisites) as StoredRule['prerequisites'],
      minimumTotal: total === undefined ? usual.minimumTotal : total.replace(',', '.') || null,
    }
  })

const isUnconditional = ({ predicate, minimumTotal }: StoredRule): boolean =>
  predicate === null && minimumTotal === null

/** The usual rules are not kept: a cycle without rules of its own follows them. */
function recommendationsOf(typed: TypedRules): Pick<CycleSettings, 'recommendations'> {
  const rules = typedRules(typed)
  return sameRules(rules, undefined) ? {} : { recommendations: rules }
}

type Days = Readonly<Record<DayField, string>>

const datesOf = (days: Days, stage: WindowStage): WindowDates => ({
  opensOn: days[`${stage}Opens`],
  closesOn: days[`${stage}Closes`],
})

function windowFaults(typed: Days & { readonly year: number }, stage: WindowStage): [DayField, string][] {
  const { opensOn, closesOn } = datesOf(typed, stage)
  const [opens, closes] = [`${stage}Opens`, `${stage}Closes`] as const
  const needed = stage === 'draf' || opensOn !== '' || closesOn !== ''
  if (needed && opensOn === '') return [[opens, 'Isi hari pertamanya.']]
  if (needed && closesOn === '') return [[closes, 'Isi hari terakhirnya.']]
  if (opensOn > closesOn) return [[closes, 'Hari terakhir tidak boleh sebelum hari pertama.']]
  return ([opens, closes] as const).flatMap(field =>
    typed[field] !== '' && Math.abs(Number(typed[field].slice(0, 4)) - typed.year) > 1
      ? [[field, `Tanggal ini terlalu jauh dari tahun ${typed.year}.`] as [DayField, string]]
      : [],
  )
}

const windowsOf = (days: Days): Windows =>
  Object.fromEntries(
    WINDOW_STAGES.map(stage => [stage, datesOf(days, stage)] as const).filter(([, { opensOn }]) => opensOn),
  )
