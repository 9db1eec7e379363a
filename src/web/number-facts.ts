import { z } from 'zod'
import { readDecimal, type DecimalFault } from './typed-decimal'

const FAULTS: Readonly<Record<DecimalFault, string>> = {
  unreadable: 'Tulis angka saja, misalnya 87,5.',
  ambiguous: 'Titik di sini dapat berarti ribuan atau desimal. Tulis 1234 atau 1,234.',
  'too-long': 'Paling banyak 15 angka dan 6 desimal.',
}

/** A measured number as decimal text (`3.5`); null where nothing was typed. */
export const decimalFact = z.string().transform((typed, context): string | null => {
  if (typed.trim() === '') return null
  const read = readDecimal(typed)
  if ('value' in read) return read.value
  context.addIssue({ code: 'custom', message: FAULTS[read.fault] })
  return z.NEVER
})

/** Whether a decimal text may stand where there is nothing below zero. */
export const notNegative = (decimal: string | null): boolean => decimal === null || !decimal.startsWith('-')

/** A decimal text as one would type it: the comma parts the decimals. */
export const typedNumber = (decimal: string | null | undefined): string => (decimal ?? '').replace('.', ',')

const COUNT = /^(?:\d{1,9}|[1-9]\d{0,2}(?:\.\d{3}){1,2})$/

/** A whole number from 0 as people type it, in groups of three or not; null where nothing was typed. */
export const countFact = z.string().transform((typed, context): number | null => {
  const text = typed.trim()
  if (text === '') return null
  if (COUNT.test(text)) return Number(text.replaceAll('.', ''))
  context.addIssue({ code: 'custom', message: 'Tulis bilangan bulat, misalnya 120.' })
  return z.NEVER
})
