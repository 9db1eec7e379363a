import { z } from 'zod'
import type { PartNames } from '../accounts/part-names'
import { EVALUATION_INTERVALS, type EvaluationInterval } from '../engine/agreements/evaluation-dates'
import { areasFact } from '../registers/support-facts'
import { AGREEMENT_KINDS, PARTNER_KINDS, REALMS, type AgreementDraft } from './agreement-facts'
import { TREATY_AT_HOME } from './agreement-words'
import { optionalDay, UNREASONABLE } from '../web/day-facts'

const [FIRST_DAY, LAST_DAY] = ['1950-01-01', '2100-12-31']

/** A typed year such as 0202 is a date of the calendar, and a slip. */
export const withinReason = (day: string | null): boolean =>
  day === null || (day >= FIRST_DAY && day <= LAST_DAY)

/** What must be said, at most so long. */
const said = (missing: string, name: string, most: number) =>
  z.string().trim().min(1, missing).max(most, `${name} paling banyak ${most} karakter.`)
const free = (name: string, most: number) =>
  z.string().trim().max(most, `${name} paling banyak ${most} karakter.`)

/** The rules of each fact, shared by the form and the columns of a file. */
export const agreementTexts = {
  partner: said('Isi nama mitra.', 'Nama mitra', 200),
  number: said('Isi nomor kerja sama.', 'Nomor', 100),
  title: said('Isi judul kerja sama.', 'Judul', 300),
  scope: said('Isi ruang lingkup.', 'Ruang lingkup', 2000),
  signedBy: free('Penanda tangan', 200),
}

export const MISSING_DAYS = {
  signedOn: 'Isi tanggal tanda tangan.',
  validFrom: 'Isi mulai berlakunya.',
  validUntil: 'Isi akhir masa berlakunya.',
  dueOn: 'Isi tenggat tugas.',
  heldOn: 'Isi tanggal evaluasi.',
} as const

/** A civil date that may be left empty. */
export const maybeDay = optionalDay.refine(withinReason, UNREASONABLE)

export const neededDay = (missing: string) =>
  maybeDay.refine(text => text !== null, missing).transform(text => text ?? '')

const interval = z
  .string()
  .transform(Number)
  .refine((months): months is EvaluationInterval => EVALUATION_INTERVALS.some(known => known === months), {
    error: 'Pilih salah satu yang tersedia.',
  })

const ticked = z
  .string()
  .optional()
  .transform(text => text === 'ya')

/** A treaty with a partner at home cannot be meant. */
export const kindFault = ({ kind, realm }: Pick<AgreementDraft, 'kind' | 'realm'>): string | null =>
  kind === 'treaty' && realm === 'domestic' ? TREATY_AT_HOME : null

export const agreementForm = (parts: PartNames) =>
  z
    .object({
      ...agreementTexts,
      realm: z.enum(REALMS),
      kind: z.enum(AGREEMENT_KINDS),
      partnerKind: z.enum(PARTNER_KINDS),
      signedOn: neededDay(MISSING_DAYS.signedOn),
      validFrom: neededDay(MISSING_DAYS.validFrom),
      validUntil: neededDay(MISSING_DAYS.validUntil),
      evaluateEvery: interval,
      published: ticked,
      areas: areasFact(parts),
      version: z.coerce.number().int().min(0).catch(0),
    })
    .superRefine((draft, context) => {
      const fault = kindFault(draft)
      if (fault) context.addIssue({ code: 'custom', path: ['kind'], message: fault })
    })
