import { z } from 'zod'

const COUNT = /^(?:\d{1,9}|[1-9]\d{0,2}(?:\.\d{3}){1,2})$/
const DECIMAL = /^\d{1,9}(?:[.,]\d{1,6})?$/

/** A whole number as people type it, groups of three or not; null where nothing was typed. */
export const countFact = z
  .string()
  .trim()
  .refine(text => text === '' || COUNT.test(text), 'Tulis bilangan bulat tanpa tanda, misalnya 120.')
  .transform(text => (text === '' ? null : Number(text.replaceAll('.', ''))))

/** A measured number as decimal text (`3.5`), typed with comma or point; null where nothing was typed. */
export const decimalFact = z
  .string()
  .trim()
  .refine(text => text === '' || DECIMAL.test(text), 'Tulis angka, misalnya 3,5.')
  .transform(text => (text === '' ? null : text.replace(',', '.')))
