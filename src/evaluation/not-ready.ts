import { lookup } from '../engine/instrument/lookup'
import { notHandedInBecause } from '../engine/stages/decisions'
import type { ScoringSeat } from '../engine/stages/turns'
import { sendBacksLeft, type Evaluation } from './evaluation-context'
import type { Sheet } from './evaluations.service'
import { decidedQuestion } from './sheet-contents'

/** What keeps a sheet from being handed in, in words; empty when nothing does. */
export function notReady(evaluation: Evaluation, { contents, before }: Sheet, seat: ScoringSeat): string[] {
  const mayAsk = seat === 'member' && sendBacksLeft(evaluation) > 0
  const found = new Map<string, string[]>()
  for (const code of lookup(evaluation.assessment.instrument).questions.keys()) {
    const because = notHandedInBecause(decidedQuestion(contents, before, code), { mayAsk })
    if (because) found.set(because, [...(found.get(because) ?? []), code])
  }
  return [...found].map(([because, codes]) => NOT_READY[because]!(codes))
}

const some = (codes: readonly string[]): string =>
  codes.length > 5 ? `${codes.slice(0, 5).join(', ')} dan ${codes.length - 5} lainnya` : codes.join(', ')

const NOT_READY: Readonly<Record<string, (codes: readonly string[]) => string>> = {
  decision: codes => `${codes.length} pertanyaan belum diputuskan: ${some(codes)}.`,
  value: codes => `Putusan "ubah" tanpa nilai baru: ${some(codes)}.`,
  note: codes => `Alasan belum ditulis: ${some(codes)}.`,
  'put-off': codes => `Masih ditunda: ${some(codes)}.`,
  asked: codes => `Bukti tidak dapat diminta lagi; putuskan nilainya: ${some(codes)}.`,
}
