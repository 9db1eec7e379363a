import { z } from 'zod'
import { EVIDENCE_NATURES } from '../engine/instrument/instrument'
import { optionalDay } from '../web/day-facts'

export const LINE = 300
const LINK = 2000
const MAX_LINKS = 20

export const line = (most: number) =>
  z
    .string()
    .default('')
    .transform(text => text.replace(/\s+/g, ' ').trim())
    .pipe(z.string().max(most))

/** Addresses, one a line; shown and never fetched. */
export const links = z
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

/** What is said of a piece, wherever it is brought. */
export const facts = {
  nature: z.enum(EVIDENCE_NATURES, 'Pilih sifat bukti.'),
  happenedOn: optionalDay,
  happenedUntil: optionalDay,
  documentNumber: line(LINE),
  issuer: line(LINE),
  access: z.enum(['biasa', 'terbatas']).default('biasa'),
}

export const ordered = <T extends { happenedOn: string | null; happenedUntil: string | null }>(
  form: T,
): boolean =>
  form.happenedUntil === null || (form.happenedOn !== null && form.happenedOn <= form.happenedUntil)
export const period = {
  error: 'Isi tanggal mulai yang tidak lebih lambat dari tanggal selesai.',
  path: ['happenedUntil'],
}

/** A new piece on the shelf, before anything uses it. */
export const shelvedEvidenceForm = z.object({ title: line(LINE), ...facts, links }).refine(ordered, period)

export type ShelvedEvidence = z.output<typeof shelvedEvidenceForm>
