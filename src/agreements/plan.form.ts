import { z } from 'zod'
import { maybeDay, MISSING_DAYS, neededDay } from './agreement.form'

export const MISSING_FINDING = 'Isi hasil evaluasinya.'

/** The rules of each fact of a task, shared by the form and the columns of a file. */
export const taskTexts = {
  title: z.string().trim().min(1, 'Isi tugasnya.').max(300, 'Tugas paling banyak 300 karakter.'),
  owner: z
    .string()
    .trim()
    .min(1, 'Isi penanggung jawabnya.')
    .max(120, 'Penanggung jawab paling banyak 120 karakter.'),
  result: z
    .string()
    .transform(text => text.replaceAll('\r\n', '\n').trim())
    .pipe(z.string().max(1000, 'Hasil paling banyak 1.000 karakter.')),
}

export const taskForm = z.object({
  ...taskTexts,
  dueOn: neededDay(MISSING_DAYS.dueOn),
  doneOn: maybeDay,
  evidenceId: z
    .string()
    .default('')
    .transform(text => text || null),
  version: z.coerce.number().int().min(0).catch(0),
})

/** The same of an evaluation. */
export const evaluationTexts = {
  finding: z
    .string()
    .transform(text => text.replaceAll('\r\n', '\n').trim())
    .pipe(z.string().min(1, MISSING_FINDING).max(2000, 'Hasil evaluasi paling banyak 2.000 karakter.')),
}

export const evaluationForm = z.object({ ...evaluationTexts, heldOn: neededDay(MISSING_DAYS.heldOn) })
