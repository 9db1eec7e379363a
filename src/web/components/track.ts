import type { IconName } from '../icons'

/** The stages of an assessment in a line: done, current, still to come. */
export interface Track {
  readonly items: readonly { readonly label: string; readonly icon: IconName; readonly current: boolean }[]
}

export type TrackStage = 'draf' | 'diajukan' | 'dievaluasi' | 'dikembalikan' | 'dinilai' | 'final'

const LINE: readonly { stage: TrackStage; label: string }[] = [
  { stage: 'draf', label: 'Draf' },
  { stage: 'diajukan', label: 'Diajukan' },
  { stage: 'dievaluasi', label: 'Dievaluasi' },
  { stage: 'dinilai', label: 'Dinilai' },
  { stage: 'final', label: 'Final' },
]

/** A returned assessment shows where it came from and the round it is in. */
export function assessmentTrack(stage: TrackStage, round: number): Track {
  if (stage === 'dikembalikan') {
    return {
      items: [
        { label: 'Diajukan', icon: 'check', current: false },
        { label: 'Dievaluasi', icon: 'check', current: false },
        { label: `Dikembalikan, putaran ${round}`, icon: 'back', current: true },
      ],
    }
  }
  const position = LINE.findIndex(entry => entry.stage === stage)
  return {
    items: LINE.map((entry, index) => ({
      label: entry.stage === stage && round > 1 ? `${entry.label}, putaran ${round}` : entry.label,
      icon: iconAt(index, position),
      current: index === position,
    })),
  }
}

function iconAt(index: number, position: number): IconName {
  if (index < position) return 'check'
  if (index > position) return 'ring'
  return index === LINE.length - 1 ? 'lock' : 'dot'
}
