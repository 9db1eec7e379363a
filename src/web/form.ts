import type { z } from 'zod'
import { formatDecimal } from './format/number'

/** What was typed, by field name; fields of several values hold a list. */
export type FormValues = Readonly<Record<string, string | readonly string[]>>

/** What a form shows: the typed values and the first fault of each field, keyed by its path (`name`, `steps.0.title`). */
export interface FormState {
  readonly values: FormValues
  readonly errors: Readonly<Record<string, string>>
}

export type ParsedForm<T> = { readonly ok: true; readonly value: T } | ({ readonly ok: false } & FormState)

/** A form that nobody has sent yet, filled with what is known. */
export function freshForm(values: FormValues = {}): FormState {
  return { values, errors: {} }
}

/** Reads a posted body by its schema; a fault without a field of its own is under `''`. */
export function parseForm<S extends z.ZodType>(schema: S, body: unknown): ParsedForm<z.output<S>> {
  const posted = isRecord(body) ? body : {}
  const result = schema.safeParse(posted, { error: messageOf })
  if (result.success) return { ok: true, value: result.data }
  const errors: Record<string, string> = {}
  for (const issue of result.error.issues) errors[issue.path.join('.')] ??= issue.message
  return { ok: false, values: typedValues(posted), errors }
}

/** A form refused after its reading, e.g. by the database: the typed values and the faults found. */
export function refuseForm(body: unknown, errors: FormState['errors']): { readonly ok: false } & FormState {
  return { ok: false, values: typedValues(isRecord(body) ? body : {}), errors }
}

function typedValues(body: Readonly<Record<string, unknown>>): FormValues {
  const values: Record<string, string | readonly string[]> = {}
  for (const [name, value] of Object.entries(body)) {
    if (typeof value === 'string') values[name] = value
    else if (Array.isArray(value)) values[name] = value.filter(item => typeof item === 'string')
  }
  return values
}

function isRecord(body: unknown): body is Record<string, unknown> {
  return typeof body === 'object' && body !== null && !Array.isArray(body)
}

type Issue = Parameters<z.core.$ZodErrorMap>[0]

const FORMATS: Readonly<Record<string, string>> = {
  email: 'Tulis alamat surel yang lengkap, misalnya nama@instansi.go.id.',
  url: 'Tulis alamat lengkap yang diawali http:// atau https://.',
  date: 'Tulis tanggal yang ada di kalender.',
  uuid: 'Pilihan ini tidak dikenal.',
}

/** Words for the faults that a schema leaves unnamed: what is wrong and what to type. */
function messageOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === ''
        ? 'Isian ini wajib.'
        : 'Isian ini tidak dapat dibaca.'
    case 'invalid_value':
      return 'Pilih salah satu yang tersedia.'
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum))
    case 'too_big':
      return tooBig(issue.origin, Number(issue.maximum))
    case 'invalid_format':
      return FORMATS[issue.format] ?? 'Bentuk isian ini tidak sesuai.'
    default:
      return 'Isian ini tidak dapat dibaca.'
  }
}

function tooSmall(origin: string, minimum: number): string {
  if (origin === 'string')
    return minimum === 1 ? 'Isian ini wajib.' : `Tulis paling sedikit ${minimum} karakter.`
  if (origin === 'array')
    return minimum === 1 ? 'Pilih paling sedikit satu.' : `Pilih paling sedikit ${minimum}.`
  return `Isi paling sedikit ${formatDecimal(String(minimum))}.`
}

function tooBig(origin: string, maximum: number): string {
  if (origin === 'string') return `Tulis paling banyak ${formatDecimal(String(maximum))} karakter.`
  if (origin === 'array') return `Pilih paling banyak ${maximum}.`
  return `Isi paling banyak ${formatDecimal(String(maximum))}.`
}
