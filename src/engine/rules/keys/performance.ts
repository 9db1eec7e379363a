import { compare, ratio } from '../../exact'
import { exactOf } from '../exact-text'
import type { CivilDate } from '../../civil-days'
import type { QuarterFacts } from '../facts'
import { lastDay, quarterEnd } from '../cycle-days'
import { quarterText, sayQuarter } from '../periods'
import { numberOf } from '../rule'
import { sayShare } from '../say'
import type { Point } from './indicator'
import { key } from './key'

/** A quarter counts once it has ended and all its commitments are reported; a year, with its last quarter. */
export const performance = key({
  id: 'key-performance',
  title: 'Perubahan kinerja',
  reads: ['today', 'cycle', 'quarters'],
  numbers: ['share_steady'],
  indicators: (facts, means) => {
    const quarters = reachedByQuarter(facts.quarters, lastDay(facts))
    const same = { better: 'higher', steady: numberOf(means, 'share_steady'), say: sayShare } as const
    return [
      {
        ...same,
        key: 'targets_quarter',
        label: 'target triwulan yang tercapai',
        points: quarters,
        next: 'Lengkapi laporan kinerja triwulan, dan susun strategi bagi target yang meleset.',
      },
      {
        ...same,
        key: 'targets_year',
        label: 'target tahunan yang tercapai',
        points: quarters
          .filter(({ at }) => at.endsWith('-4'))
          .map(point => ({ ...point, when: `tahun ${point.at.slice(0, -2)}` })),
        next: 'Lengkapi laporan kinerja triwulan IV tahun lalu dan tahun ini agar dapat dibandingkan.',
      },
    ]
  },
  next: 'Naikkan jumlah target yang tercapai pada triwulan berikutnya.',
})

function reachedByQuarter(quarters: readonly QuarterFacts[], end: CivilDate): Point[] {
  const groups = new Map<string, QuarterFacts[]>()
  for (const one of quarters) {
    if (quarterEnd(one.year, one.quarter) > end) continue
    const at = quarterText(one.year, one.quarter)
    groups.set(at, [...(groups.get(at) ?? []), one])
  }
  return [...groups]
    .filter(([, group]) => group.every(({ realisation }) => realisation !== null))
    .map(([at, group]) => ({
      at,
      when: sayQuarter(group[0]?.year ?? 0, group[0]?.quarter ?? 0),
      value: ratio(group.filter(isReached).length, group.length),
      records: group.map(({ id }) => ({ kind: 'quarter', id }) as const),
    }))
}

function isReached({ realisation, target, better }: QuarterFacts): boolean {
  const [reached, wanted] = [realisation === null ? null : exactOf(realisation), exactOf(target)]
  if (!reached || !wanted) return false
  const order = compare(reached, wanted)
  return better === 'higher' ? order >= 0 : order <= 0
}
