import type { EvidenceNature, EvidenceStage } from '../engine/instrument/instrument'
import type { FlagKind } from '../engine/scoring/score'

export const STAGE_WORDS: Readonly<Record<EvidenceStage, string>> = {
  planning: 'rencana',
  implementation: 'pelaksanaan',
  monitoring: 'pemantauan',
  follow_up: 'tindak lanjut',
  impact: 'dampak',
}

export const NATURE_WORDS: Readonly<Record<EvidenceNature, string>> = {
  formal: 'formal',
  trace: 'jejak kegiatan',
  outcome: 'hasil',
}

export const FLAG_WORDS: Readonly<Record<FlagKind, string>> = {
  unsupported: 'Tanpa bukti',
  'document-only': 'Hanya dokumen',
  'no-outcome': 'Belum ada hasil',
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
