import type { AssessmentStage } from '../engine/stages/stages'

/** The stages on screen. */
export const STAGE_NAMES: Readonly<Record<AssessmentStage, string>> = {
  draf: 'Draf',
  diajukan: 'Diajukan',
  dievaluasi: 'Dievaluasi',
  dikembalikan: 'Dikembalikan',
  dinilai: 'Dinilai',
  final: 'Final',
}
