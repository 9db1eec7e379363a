import { createHash } from 'node:crypto'

/**
 * The one text of a value (RFC 8785: keys in the order of their code units, no space, strings as JavaScript writes
 * them), so that the same facts always have the same hash. Numbers are whole: every other number is kept as exact text.
 * Throws TypeError on anything that JSON cannot say: undefined, fractions, dates, half of a surrogate pair.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return text(value)
  if (typeof value === 'number') return whole(value)
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (isPlain(value)) {
    const members = Object.keys(value).sort()
    return `{${members.map(key => `${text(key)}:${canonicalJson(value[key])}`).join(',')}}`
  }
  throw new TypeError(`Canonical JSON has no ${typeof value}`)
}

/** SHA-256 of a text's UTF-8 bytes, in lower-case hexadecimal digits. */
export const sha256Of = (content: string): string =>
  createHash('sha256').update(content, 'utf8').digest('hex')

function text(value: string): string {
  if (!value.isWellFormed()) throw new TypeError('Canonical JSON has no half of a surrogate pair')
  return JSON.stringify(value)
}

function whole(value: number): string {
  if (!Number.isSafeInteger(value)) throw new TypeError(`Not a whole number: ${value}`)
  return String(value)
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
