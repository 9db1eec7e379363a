import { z } from 'zod'
import { EVIDENCE_STAGES } from '../engine/instrument/instrument'
import { facts, LINE, line, links, ordered, period } from './shelved-evidence'

/** A checkbox alone posts a text, several post a list, none posts nothing. */
const stages = z.preprocess(
  given => [given ?? []].flat(),
  z.array(z.enum(EVIDENCE_STAGES)).transform(list => EVIDENCE_STAGES.filter(stage => list.includes(stage))),
)
const someStages = stages.refine(list => list.length > 0, 'Pilih paling sedikit satu tahap.')

const use = { stages: someStages, claim: line(LINE), page: line(60) }

/** A new piece inside a question; without a title it is called by its first file or link. */
export const newEvidenceForm = z
  .object({ title: line(LINE), ...facts, ...use, links })
  .refine(ordered, period)
/** Under a prerequisite there are no stages to show. */
export const newPrerequisiteEvidenceForm = z
  .object({ title: line(LINE), ...facts, ...use, stages, links })
  .refine(ordered, period)

/** A piece that stands on the shelf already. */
export const attachForm = z.object({ evidence: z.string().min(1, 'Pilih satu bukti.'), ...use })
export const attachToPrerequisiteForm = z.object({ ...attachForm.shape, stages })

const version = z.coerce.number().int().positive()

export const useForm = z.object({ ...use, version })
export const prerequisiteUseForm = z.object({ ...use, stages, version })
export const removalForm = z.object({ version })

export const pieceForm = z
  .object({ title: line(LINE).pipe(z.string().min(1, 'Isi judul bukti.')), ...facts, version })
  .refine(ordered, period)

export const moreFilesForm = z.object({ links })
export const withdrawalForm = z.object({
  reason: line(LINE).pipe(z.string().min(1, 'Tulis alasan penarikan.')),
  version,
})

export type NewEvidence = z.output<typeof newEvidenceForm>
export type Attachment = z.output<typeof attachForm>
export type UseFacts = z.output<typeof useForm>
export type PieceFacts = z.output<typeof pieceForm>
export type Withdrawal = z.output<typeof withdrawalForm>
