import { round, isWhole } from '../engine/exact'
import { QUARTERS } from '../engine/performance/quarters'
import {
  disagreement,
  isReported,
  quarterOf,
  type CommitmentDraft,
  type KeptCommitment,
} from './commitment-facts'
import { ROMAN } from './performance-list'
import { figureWords } from './performance-words'

/** The field of the target of a quarter. */
export type TargetField = 'target1' | 'target2' | 'target3' | 'target4'
export const targetField = (quarter: (typeof QUARTERS)[number]): TargetField => `target${quarter}`

const MADE_BY = {
  running: 'Target triwulan terakhir',
  sum: 'Jumlah target triwulan',
  mean: 'Rata-rata target triwulan',
} as const

/** Targets that cannot all be true, by the field to correct. */
export function targetFaults(
  draft: CommitmentDraft,
  before?: KeptCommitment,
): Partial<Record<TargetField | 'yearTarget', string>> {
  if (draft.targets.every(target => target === null))
    return { target4: 'Isi target paling sedikit satu triwulan.' }
  const emptied = QUARTERS.filter(
    (quarter, place) => draft.targets[place] === null && before && isReported(quarterOf(before, quarter)),
  )
  const faults = Object.fromEntries(
    emptied.map(quarter => [
      targetField(quarter),
      `Triwulan ${ROMAN[quarter]} sudah dilaporkan. Tarik laporannya dahulu.`,
    ]),
  )
  const made = disagreement(draft)
  if (made === null) return faults
  const words = figureWords(isWhole(made) ? round(made, 0) : round(made, 4).replace(/0+$/, ''))
  return {
    ...faults,
    yearTarget: `${MADE_BY[draft.counting]} ${words}, sedangkan target tahun ${figureWords(draft.yearTarget)}.`,
  }
}
