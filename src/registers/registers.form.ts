import { z } from 'zod'
import type { Instrument } from '../engine/instrument/instrument'
import { lookup } from '../engine/instrument/lookup'
import { orderedBy, ticked } from './support-facts'

const codesOf = (instrument: Instrument): readonly string[] => [...lookup(instrument).questions.keys()]

/** The questions that an entry supports. */
export const questionsForm = (instrument: Instrument) =>
  z.object({
    questions: z.preprocess(
      ticked,
      z
        .array(
          z
            .string()
            .refine(code => codesOf(instrument).includes(code), 'Pertanyaan ini tidak ada di instrumen.'),
        )
        .transform(chosen => orderedBy(codesOf(instrument), chosen)),
    ),
  })

export const chosenEvidenceForm = z.object({ evidence: z.string().min(1, 'Pilih satu bukti.') })
export const offeredEntryForm = z.object({ entry: z.string().min(1, 'Pilih satu entri.') })
export const suggestedAnswerForm = z.object({
  /** Which register says it. */
  register: z.string().min(1),
  /** The version of the answer that the page showed. */
  base: z.coerce.number().int().min(0).catch(0),
})
