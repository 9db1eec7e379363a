import { z } from 'zod'

const DECIMAL = /^[+-]?\d{1,12}(?:\.\d{1,6})?$/
/** `1.250` is 1250 to one reader and 1,25 to another. */
const THOUSANDS = /^[+-]?\d{1,3}(?:\.\d{3})+(?:,|$)/

export const DECIMAL_FAULT = 'Tulis angka tanpa pemisah ribuan, misalnya 12,5.'

/** A measured value as the text of an exact decimal (`12.5`), typed with a comma or a point; null for none. */
export const decimalFact = z
  .string()
  .default('')
  .transform((typed, context): string | null => {
    const text = typed.trim().replace('−', '-')
    if (text === '') return null
    const decimal = text.replace(',', '.').replace(/^\+/, '')
    if (!THOUSANDS.test(text) && DECIMAL.test(decimal)) return decimal
    context.addIssue({ code: 'custom', message: DECIMAL_FAULT })
    return z.NEVER
  })

/** A number of people or things; null for none said. */
export const countFact = z
  .string()
  .default('')
  .transform((typed, context): number | null => {
    const text = typed.trim()
    if (text === '') return null
    const digits = /^\d{1,3}(\.\d{3})+$/.test(text) ? text.replaceAll('.', '') : text
    if (/^\d{1,9}$/.test(digits)) return Number(digits)
    context.addIssue({ code: 'custom', message: 'Tulis bilangan bulat, misalnya 120.' })
    return z.NEVER
  })
