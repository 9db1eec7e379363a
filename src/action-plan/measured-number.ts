import { z } from 'zod'

const WRITTEN = /^-?(\d{1,15}|\d{1,3}(\.\d{3}){1,4}(?=,))([.,]\d{1,6})?$/
/** 1.500 may be meant as fifteen hundred and as one and a half. */
const AMBIGUOUS = /^-?[1-9]\d{0,2}(\.\d{3})+$/

/** A measured number as people write it, kept as the text of an exact decimal; an empty text is null. */
export const measuredNumber = z.string().transform((typed, context): string | null => {
  const text = typed.trim().replace(/^−/, '-')
  if (text === '') return null
  if (AMBIGUOUS.test(text)) context.addIssue('Tulis tanpa titik ribuan, misalnya 1500 atau 12,5.')
  else if (!WRITTEN.test(text)) context.addIssue('Tulis angka, misalnya 40 atau 12,5.')
  return text.includes(',') ? text.replaceAll('.', '').replace(',', '.') : text
})

/** The same number as it is typed. */
export const typedNumber = (decimal: string | null): string => (decimal ?? '').replace('.', ',')
