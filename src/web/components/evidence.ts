import { EVIDENCE_STAGES, type EvidenceNature, type EvidenceStage } from '../../engine/instrument/instrument'
import type { FlagKind } from '../../engine/scoring/score'
import type { IconName } from '../icons'

/** The stages that evidence can show, in words. */
export const STAGE_WORDS: Readonly<Record<EvidenceStage, string>> = {
  planning: 'Rencana',
  implementation: 'Pelaksanaan',
  monitoring: 'Pemantauan',
  follow_up: 'Tindak lanjut',
  impact: 'Dampak',
}

/** The natures of evidence: word and icon. */
export const NATURE_WORDS: Readonly<
  Record<EvidenceNature, { readonly text: string; readonly icon: IconName }>
> = {
  formal: { text: 'Formal', icon: 'doc' },
  trace: { text: 'Kegiatan', icon: 'people' },
  outcome: { text: 'Hasil', icon: 'chart' },
}

/** A flag is a question to people, never a verdict. */
export const FLAG_WORDS: Readonly<Record<FlagKind, string>> = {
  unsupported: 'Tanpa bukti',
  'document-only': 'Hanya dokumen',
  'no-outcome': 'Belum ada hasil',
}

/** The stages that a question expects, in order, each shown or not. */
export interface CoverageDots {
  readonly stages: readonly { readonly text: string; readonly shown: boolean }[]
}

export function coverageDots(
  expected: readonly EvidenceStage[],
  shown: readonly EvidenceStage[],
): CoverageDots {
  return { stages: expected.map(stage => ({ text: STAGE_WORDS[stage], shown: shown.includes(stage) })) }
}

/** One stored piece under a question. */
export interface EvidenceRow {
  readonly href: string
  readonly name: string
  readonly icon: IconName
  /** `Formal · Rencana` */
  readonly kind: string
  readonly restricted: boolean
}

export interface EvidenceList {
  readonly rows: readonly EvidenceRow[]
  /** Sentences about files that were not taken. */
  readonly refused: readonly string[]
}

/** `Formal · Rencana, Pelaksanaan` */
export function evidenceKind(nature: EvidenceNature, stages: readonly EvidenceStage[]): string {
  const shown = EVIDENCE_STAGES.filter(stage => stages.includes(stage))
    .map(stage => STAGE_WORDS[stage])
    .join(', ')
  return shown ? `${NATURE_WORDS[nature].text} · ${shown}` : NATURE_WORDS[nature].text
}
