import { z } from 'zod'
import { NOTE_SEVERITIES } from '../engine/stages/notes'
import { dayOrNone } from '../web/day-facts'

export const NOTE_LENGTH = 4_000

const words = (empty: string) =>
  z
    .string()
    .default('')
    .transform(text => text.replace(/\r\n?/g, '\n').trim())
    .pipe(z.string().min(1, empty).max(NOTE_LENGTH, 'Tulis paling banyak 4.000 karakter.'))

const optionalWords = z
  .string()
  .default('')
  .transform(text => text.replace(/\r\n?/g, '\n').trim())
  .pipe(z.string().max(NOTE_LENGTH, 'Tulis paling banyak 4.000 karakter.'))

const version = z.coerce.number().int().min(0).catch(0)

export const noteForm = z.object({
  about: z
    .string()
    .default('')
    .pipe(z.string().min(1, 'Pilih yang dicatat: pertanyaan, area, atau seluruh penilaian.')),
  text: words('Tulis catatannya.'),
  severity: z.enum(NOTE_SEVERITIES, 'Pilih tingkatnya.'),
  dueOn: dayOrNone.refine(text => text !== '', 'Isi tenggatnya.'),
  owner: z.string().default(''),
  version,
})

export type NoteDraft = Omit<z.output<typeof noteForm>, 'version'>

/** Several ticked pieces post a list, one posts a text, none posts nothing. */
const pieces = z.preprocess(
  given => [given ?? []].flat(),
  z.array(z.string()).max(20, 'Pilih paling banyak 20 bukti.'),
)

export const ownerForm = z.object({ owner: z.string().default(''), version })

export const replyForm = z.object({ text: words('Tulis tanggapannya.'), evidence: pieces, version })

export const verificationForm = z.object({ text: optionalWords, version })

export const noteReturnForm = z.object({
  text: words('Tulis apa yang masih kurang.'),
  dueOn: dayOrNone,
  version,
})

export const noteWithdrawalForm = z.object({ text: words('Tulis alasan penarikannya.'), version })
