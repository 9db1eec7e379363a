import { z } from 'zod'
import { EVIDENCE_NATURES, EVIDENCE_STAGES } from '../engine/instrument/instrument'

const LINE = 300
const LINK = 2000
const MAX_LINKS = 20

const line = (most: number) =>
  z
    .string()
    .default('')
    .transform(text => text.replace(/\s+/g, ' ').trim())
    .pipe(z.string().max(most))

const day = z
  .string()
  .trim()
  .default('')
  .refine(text => text === '' || isCivilDate(text), 'Tulis tanggal yang ada di kalender.')
  .transform(text => text || null)

function isCivilDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const midnight = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().slice(0, 10) === text
}

/** A checkbox alone posts a text, several post a list, none posts nothing. */
const stages = z.preprocess(
  given => [given ?? []].flat(),
  z.array(z.enum(EVIDENCE_STAGES)).transform(list => EVIDENCE_STAGES.filter(stage => list.includes(stage))),
)
const someStages = stages.refine(list => list.length > 0, 'Pilih paling sedikit satu tahap.')

/** Addresses, one a line; shown and never fetched. */
const links = z
  .string()
  .default('')
  .transform(text => [...new Set(text.split(/\s+/).filter(Boolean))])
  .pipe(
    z
      .array(z.string().refine(isWebAddress, 'Tulis alamat lengkap yang diawali http:// atau https://.'))
      .max(MAX_LINKS, `Tulis paling banyak ${MAX_LINKS} tautan.`),
  )

function isWebAddress(text: string): boolean {
  if (text.length > LINK || !/^https?:\/\//i.test(text)) return false
  const url = URL.canParse(text) ? new URL(text) : null
  return url !== null && url.hostname !== '' && url.username === '' && url.password === ''
}

const facts = {
  nature: z.enum(EVIDENCE_NATURES, 'Pilih sifat bukti.'),
  happenedOn: day,
  happenedUntil: day,
  documentNumber: line(LINE),
  issuer: line(LINE),
  access: z.enum(['biasa', 'terbatas']).default('biasa'),
}
const use = { stages: someStages, claim: line(LINE), page: line(60) }

const ordered = <T extends { happenedOn: string | null; happenedUntil: string | null }>(form: T): boolean =>
  form.happenedUntil === null || (form.happenedOn !== null && form.happenedOn <= form.happenedUntil)
const period = {
  error: 'Isi tanggal mulai yang tidak lebih lambat dari tanggal selesai.',
  path: ['happenedUntil'],
}

/** A new piece inside a question; without a title it is called by its first file or link. */
export const newEvidenceForm = z
  .object({ title: line(LINE), ...facts, ...use, links })
  .refine(ordered, period)
/** A new piece on the shelf, before anything uses it. */
export const shelvedEvidenceForm = z.object({ title: line(LINE), ...facts, links }).refine(ordered, period)

/** Under a prerequisite there are no stages to show. */
export const newPrerequisiteEvidenceForm = z
  .object({ title: line(LINE), ...facts, ...use, stages, links })
  .refine(ordered, period)

/** A piece that stands on the shelf already. */
export const attachForm = z.object({ evidence: z.string().min(1, 'Pilih satu bukti.'), ...use })
export const attachToPrerequisiteForm = z.object({ ...attachForm.shape, stages })

const version = z.coerce.number().int().positive()

export const useForm = z.object({ ...use, version })
export const prerequisiteUseForm = z.object({ ...use, stages, version })
export const removalForm = z.object({ version })

export const pieceForm = z
  .object({ title: line(LINE).pipe(z.string().min(1, 'Isi judul bukti.')), ...facts, version })
  .refine(ordered, period)

export const moreFilesForm = z.object({ links })
export const withdrawalForm = z.object({
  reason: line(LINE).pipe(z.string().min(1, 'Tulis alasan penarikan.')),
  version,
})

export type ShelvedEvidence = z.output<typeof shelvedEvidenceForm>
export type NewEvidence = z.output<typeof newEvidenceForm>
export type Attachment = z.output<typeof attachForm>
export type UseFacts = z.output<typeof useForm>
export type PieceFacts = z.output<typeof pieceForm>
export type Withdrawal = z.output<typeof withdrawalForm>
