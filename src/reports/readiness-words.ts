import type { EvidenceNature, EvidenceStage } from '../engine/instrument/instrument'
import { STAGE_WORDS } from '../web/components/evidence'

/** The nature of a piece within a sentence. */
export const NATURE_PHRASES: Readonly<Record<EvidenceNature, string>> = {
  formal: 'formal',
  trace: 'jejak kegiatan',
  outcome: 'hasil',
}

/** `rencana, pelaksanaan, dan dampak` */
export function stagesInWords(stages: readonly EvidenceStage[]): string {
  return enumerated(stages.map(stage => STAGE_WORDS[stage].toLowerCase()))
}

/** `a, b, dan c`; `a dan b`; `a`; empty for nothing. */
export function enumerated(words: readonly string[]): string {
  if (words.length < 3) return words.join(' dan ')
  return `${words.slice(0, -1).join(', ')}, dan ${words.at(-1)}`
}

/** The sentence with a capital first letter. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
