import { z } from 'zod'
import type { Instrument } from '../engine/instrument/instrument'
import { lookup } from '../engine/instrument/lookup'
import { allOf, orderedBy, ticked } from './support-facts'

/** The questions that an entry supports; `shown` are those that were ticked when the form was made. */
export function questionsForm(instrument: Instrument) {
  const known = [...lookup(instrument).questions.keys()]
  const codes = z
    .array(z.string())
    .max(known.length)
    .refine(chosen => allOf(known, chosen), 'Pertanyaan ini tidak ada di instrumen.')
    .transform(chosen => orderedBy(known, chosen))
  return z.object({
    questions: z.preprocess(ticked, codes),
    shown: z.preprocess(ticked, z.array(z.string()).max(known.length)),
  })
}

export const chosenEvidenceForm = z.object({ evidence: z.string().min(1, 'Pilih satu bukti.') })
export const offeredEntryForm = z.object({ entry: z.string().min(1, 'Pilih satu entri.') })
export const suggestedAnswerForm = z.object({
  /** Which register says it. */
  register: z.string().min(1),
  /** The version of the answer that the page showed. */
  base: z.coerce.number().int().min(0).catch(0),
})
