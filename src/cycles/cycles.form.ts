import { z } from 'zod'
import { formatDate } from '../web/format/date'
import type { CycleFacts, WindowDates, Windows } from './cycle-facts'
import type { WindowStage } from './cycle-window.entity'
import { WINDOW_STAGES } from './window-stages'

/** A civil date, or empty. */
export const civilDay = z.string().trim().refine(isDay, 'Tulis tanggal yang ada di kalender.')

function isDay(text: string): boolean {
  try {
    return text === '' || formatDate(text) !== ''
  } catch {
    return false
  }
}

const wholeNumber = (pattern: RegExp, message: string) =>
  z.string().trim().regex(pattern, message).transform(Number)

const dayFields = Object.fromEntries(
  WINDOW_STAGES.flatMap(stage => [
    [`${stage}Opens`, civilDay.optional().default('')],
    [`${stage}Closes`, civilDay.optional().default('')],
  ]),
) as Record<DayField, z.ZodDefault<z.ZodOptional<typeof civilDay>>>

type DayField = `${WindowStage}Opens` | `${WindowStage}Closes`

export const cycleForm = z
  .object({
    year: wholeNumber(/^20\d\d$/, 'Tulis tahun dengan empat angka, misalnya 2026.'),
    title: z.string().trim().min(1, 'Isi nama siklus.').max(200, 'Tulis paling banyak 200 karakter.'),
    instrumentId: z.string('Pilih instrumen.').min(1, 'Pilih instrumen.'),
    areaGates: z.enum(['joint', 'separate'], 'Pilih cara menghitung ambang area.'),
    sendBacks: wholeNumber(/^[0-5]$/, 'Tulis angka 0 sampai 5.'),
    preAssessment: z.literal('ya').optional(),
    ...dayFields,
  })
  .superRefine((typed, context) => {
    for (const stage of WINDOW_STAGES) {
      for (const [field, message] of windowFaults(typed, stage))
        context.addIssue({ code: 'custom', path: [field], message })
    }
  })
  .transform(({ year, title, instrumentId, areaGates, sendBacks, preAssessment, ...days }) => ({
    year,
    title,
    instrumentId,
    areaGates,
    settings: { sendBacks, preAssessment: preAssessment === 'ya' },
    windows: windowsOf(days),
  }))

/** A posted form of a cycle that stands: a field that is fixed is disabled, and so not posted. */
export const withFixed = (cycle: CycleFacts, body: unknown): Record<string, unknown> => ({
  year: String(cycle.year),
  instrumentId: cycle.instrumentId,
  areaGates: cycle.areaGates,
  ...(body as Record<string, unknown> | null),
})

/** The version that a form was filled from; NaN, which fits none, when it does not say. */
export const versionOf = (body: unknown): number => Number((body as { version?: unknown } | null)?.version)

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
