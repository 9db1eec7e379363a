import { z } from 'zod'

/** A pasted text. */
export const pasteForm = z.object({
  source: z.string().refine(text => text.trim() !== '', 'Tempelkan isi berkas YAML.'),
})

/** The confirmation under a dry run: the text itself, and what was seen. */
export const loadForm = z.object({
  source: z.string().min(1),
  file: z.string().max(300),
  checksum: z.string().regex(/^[0-9a-f]{64}$/),
  newest: z.coerce.number().int().min(0),
})
