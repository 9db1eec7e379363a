import { z } from 'zod'
import type { PartNames } from '../accounts/part-names'
import { areasFact } from '../registers/support-facts'
import { countFact, decimalFact, notNegative } from '../web/number-facts'
import { BLANK, INPUT_KINDS, STAKEHOLDERS, type InputDraft } from './input-facts'
import { yearsUntil } from './inputs-list'
import { optionalDay, UNREASONABLE } from '../web/day-facts'

const [FIRST_DAY, LAST_DAY] = ['2000-01-01', '2100-12-31']

/** A typed year such as 0202 is a date of the calendar, and a slip. */
export const withinReason = (day: string | null): boolean =>
  day === null || (day >= FIRST_DAY && day <= LAST_DAY)

const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Tulis paling banyak ${most} karakter.`)
    .transform(typed => typed.replaceAll('\r\n', '\n'))

/** The rules of each fact, shared by the forms and the columns of a file. */
export const inputFacts = {
  subject: text(200),
  asked: text(1000),
  decided: text(1000),
  followUp: text(1000),
  people: countFact,
  received: countFact,
  done: countFact,
  inProcess: countFact,
  averageDays: decimalFact.refine(notNegative, 'Rata-rata hari paling sedikit 0.'),
}

const day = optionalDay.refine(withinReason, UNREASONABLE)

const version = z.coerce.number().int().min(0).catch(0)

/** What a form gives: the input, what it serves, and the version it was filled from. */
export interface TypedInput {
  readonly draft: InputDraft
  readonly areas: readonly string[]
  readonly version: number
}

/** Complaints of one month. */
export const complaintsForm = (parts: PartNames, today: string) =>
  z
    .object({
      year: z.enum(yearsUntil(today), 'Pilih tahun.'),
      month: z.string().regex(/^(0[1-9]|1[0-2])$/, 'Pilih bulan.'),
      received: inputFacts.received,
      done: inputFacts.done,
      inProcess: inputFacts.inProcess,
      averageDays: inputFacts.averageDays,
      areas: areasFact(parts),
      version,
    })
    .transform(({ year, month, areas, version: base, ...counts }): TypedInput => {
      const draft = { ...BLANK, ...counts, kind: 'pengaduan' as const, happenedOn: `${year}-${month}-01` }
      return { draft, areas, version: base }
    })

const [, ...MEETINGS] = INPUT_KINDS

/** A consultation, an audience or another voice. */
export const meetingForm = (parts: PartNames) =>
  z
    .object({
      kind: z.enum(MEETINGS, 'Pilih jenisnya.'),
      happenedOn: day.refine(typed => typed !== null, 'Isi tanggalnya.').transform(typed => typed ?? ''),
      stakeholder: z.enum(['', ...STAKEHOLDERS], 'Pilih pihaknya.').default(''),
      people: inputFacts.people,
      subject: inputFacts.subject,
      asked: inputFacts.asked,
      decided: inputFacts.decided,
      followUp: inputFacts.followUp,
      followedUpOn: day,
      areas: areasFact(parts),
      version,
    })
    .transform(({ areas, version: base, ...facts }): TypedInput => ({
      draft: { ...BLANK, ...facts },
      areas,
      version: base,
    }))

/** Faults of an input at the fields of its form: a month of complaints is chosen as month and year. */
export function fieldFaults(
  { happenedOn, ...faults }: Readonly<Record<string, string>>,
  complaints: boolean,
): Readonly<Record<string, string>> {
  return happenedOn === undefined ? faults : { ...faults, [complaints ? 'month' : 'happenedOn']: happenedOn }
}
