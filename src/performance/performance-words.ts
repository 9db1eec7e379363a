import { compare, ONE, round, type Exact } from '../engine/exact'
import type { Direction } from '../engine/performance/achievement'
import type { Counting } from '../engine/performance/year'
import type { Status } from '../web/components/status'
import { formatDecimal, formatPercent } from '../web/format/number'
import { shareOfTarget, type QuarterRow, type QuarterState } from './commitment-facts'

/** The states of a quarter: shape and word are each enough alone. */
export const QUARTER_WORDS: Readonly<Record<QuarterState, Status>> = {
  reached: { tone: 'ok', icon: 'check', text: 'Tercapai' },
  near: { tone: 'warn', icon: 'half', text: 'Hampir' },
  missed: { tone: 'bad', icon: 'cross', text: 'Tidak tercapai' },
  unreported: { tone: 'warn', icon: 'clock', text: 'Belum lapor' },
  open: { tone: 'mut', icon: 'ring', text: 'Berjalan' },
  ahead: { tone: 'mut', icon: 'dashring', text: 'Belum mulai' },
}

export const DIRECTION_WORDS: Readonly<Record<Direction, string>> = {
  up: 'Makin tinggi makin baik',
  down: 'Makin rendah makin baik',
}

export const COUNTING_WORDS: Readonly<Record<Counting, { readonly label: string; readonly hint: string }>> = {
  running: {
    label: 'Kumulatif',
    hint: 'Dihitung sejak Januari, atau keadaan terakhir. Angka triwulan terakhir menjadi angka tahun.',
  },
  sum: {
    label: 'Per triwulan, dijumlahkan',
    hint: 'Setiap triwulan berdiri sendiri; jumlahnya menjadi angka tahun.',
  },
  mean: {
    label: 'Per triwulan, dirata-ratakan',
    hint: 'Setiap triwulan berdiri sendiri; rata-ratanya menjadi angka tahun.',
  },
}

/** `1.234,5` of a decimal text. */
export const figureWords = (decimal: string): string => formatDecimal(decimal)

/** A share as `102,35%`; what falls short never prints as 100%. */
export function percentWords(share: Exact, places = 2): string {
  const text = formatPercent(share, places)
  return compare(share, ONE) < 0 && round(share, places + 2) === round(ONE, places + 2) ? `<${text}` : text
}

/** The share of a target, set into what surrounds it; empty before the report and where the target is 0. */
export function shareWords(
  direction: Direction,
  row: Pick<QuarterRow, 'target' | 'realisation'>,
  around: (text: string) => string = text => text,
): string {
  const share = shareOfTarget(direction, row)
  return share === null ? '' : around(percentWords(share))
}
