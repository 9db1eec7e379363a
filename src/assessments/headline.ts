import { sub, compare, ZERO } from '../engine/exact'
import { formatCount, formatScore } from '../web/format/number'
import type { GatePair, Sections } from './stored-score'

/** Where the satker stands before its target predicate, in one sentence and what it means. */
export interface Headline {
  readonly kind: 'empty' | 'proven' | 'unproven' | 'below'
  readonly title: string
  readonly text: string
}

/** Gates are read as the rule does, all of them, on the claimed score and on the substantiated one beside it. */
export function headlineOf(predicate: string, gates: readonly GatePair[], sections: Sections): Headline {
  const total = sections.get('total')
  const answered = total?.answered ?? 0
  const gap = total ? sub(total.claimed, total.substantiated) : ZERO
  const failing = {
    claimed: gates.filter(gate => !gate.claimed.passes),
    substantiated: gates.filter(gate => !gate.substantiated.passes),
  }
  const unproven =
    compare(gap, ZERO) > 0
      ? `${formatScore(gap)} poin sudah diklaim tetapi buktinya belum lengkap.`
      : 'Seluruh nilai yang diklaim sudah terbukti.'
  if (answered === 0 && (total?.contradictory ?? 0) === 0)
    return {
      kind: 'empty',
      title: 'Belum ada pertanyaan yang dijawab',
      text: `${formatCount(total?.questions ?? 0)} pertanyaan menunggu. Yang belum dijawab dihitung nol.`,
    }
  if (failing.substantiated.length === 0)
    return {
      kind: 'proven',
      title: `Semua ambang ${predicate} tercapai dan terbukti`,
      text: unproven,
    }
  if (failing.claimed.length === 0)
    return {
      kind: 'unproven',
      title: titleBelow(predicate, gates, failing.substantiated.length),
      text: unproven,
    }
  return {
    kind: 'below',
    title: titleBelow(predicate, gates, failing.substantiated.length),
    text: `${formatCount(failing.substantiated.length)} ambang gagal pada nilai terbukti, ${formatCount(failing.claimed.length)} di antaranya juga pada nilai diklaim. ${unproven}`,
  }
}

/** What is proven leads: the claim says less. */
const titleBelow = (predicate: string, gates: readonly GatePair[], failing: number): string =>
  totalPasses(gates, 'substantiated')
    ? `Nilai total terbukti cukup, ${formatCount(failing)} ambang ${predicate} lain belum`
    : `Yang terbukti belum mencapai ambang ${predicate}`

const totalPasses = (gates: readonly GatePair[], basis: 'claimed' | 'substantiated'): boolean =>
  gates.find(gate => gate.section === 'total')?.[basis].passes ?? false
