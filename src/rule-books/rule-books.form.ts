import { z } from 'zod'
import type { Exact } from '../engine/exact'
import type { ThresholdField } from './threshold-fields'
import { readThreshold } from './typed-thresholds'

/** A pasted text. */
export const pasteForm = z.object({
  source: z.string().refine(text => text.trim() !== '', 'Tempelkan isi berkas YAML.'),
})

const reason = z
  .string()
  .transform(text => text.trim())
  .pipe(z.string().min(1, 'Tulis alasannya.').max(1_000))

/** The confirmation under a dry run of a text. */
export const loadForm = z.object({
  source: z.string().min(1),
  file: z.string().max(300),
  version: z.coerce.number().int().min(1),
  reason,
})

/** The confirmation under a dry run of typed numbers, which come along as they were typed. */
export const confirmForm = z.object({ version: z.coerce.number().int().min(1), reason })

/** Which rule the numbers are of, and the version that the form showed. */
export const ruleForm = z.object({ aturan: z.string().max(100), dasar: z.string().max(100) })

/** The numbers of one rule, each by its unit. */
export const thresholdsForm = (fields: readonly ThresholdField[]) =>
  z.object(Object.fromEntries(fields.map(field => [field.name, typedAs(field)])))

const typedAs = ({ unit, mayBeEmpty }: ThresholdField) =>
  z
    .string()
    .max(60)
    .transform((typed, context): Exact | null => {
      const read = readThreshold(unit, typed)
      const fault = !read.ok ? read.fault : read.value === null && !mayBeEmpty ? 'Isian ini wajib.' : null
      if (fault === null && read.ok) return read.value
      context.addIssue({ code: 'custom', message: fault ?? '' })
      return z.NEVER
    })
