import { toNumber } from '../engine/exact'
import { QUARTERS } from '../engine/performance/quarters'
import { quarterTrend } from '../web/charts/quarter-trend'
import type { SafeHtml } from '../web/html'
import { isReported, quarterOf, shareOfTarget, type KeptCommitment } from './commitment-facts'
import { ROMAN } from './performance-list'
import { percentWords } from './performance-words'

/** The quarters of a commitment as a small picture; null where no share can be told yet. */
export function commitmentTrend(one: KeptCommitment): SafeHtml | null {
  const shares = QUARTERS.map(quarter => {
    const row = quarterOf(one, quarter)
    return isReported(row) ? shareOfTarget(one.direction, row) : null
  })
  if (shares.every(share => share === null)) return null
  const words = QUARTERS.map((quarter, place) => {
    const share = shares[place]
    return `${ROMAN[quarter]} ${share ? percentWords(share) : 'belum ada'}`
  })
  return quarterTrend({
    label: `Capaian triwulan ${words.join(', ')}; garis putus-putus: 100%.`,
    shares: shares.map(share => share && toNumber(share)),
  })
}
