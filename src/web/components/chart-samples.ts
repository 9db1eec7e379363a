import { exact } from '../../engine/exact'
import { horizontalBars } from '../charts/horizontal-bars'
import { proofAxis } from '../charts/proof-axis'
import { proofBar } from '../charts/proof-bar'
import { proofBarLabel, type ProofBarFacts } from '../charts/proof-bar-shares'
import { radar } from '../charts/radar'
import type { SafeHtml } from '../html'

export interface ChartSamples {
  readonly bars: readonly { readonly state: string; readonly words: string; readonly bar: SafeHtml }[]
  readonly large: SafeHtml
  readonly axis: SafeHtml
  readonly printed: SafeHtml
  readonly radar: SafeHtml
  readonly rows: SafeHtml
}

const facts = (
  substantiated: string,
  claimed: string,
  minimum: string,
  evaluated?: string,
): ProofBarFacts => ({
  substantiated: exact(substantiated),
  claimed: exact(claimed),
  weight: exact(100),
  minimum: exact(minimum),
  evaluated: evaluated === undefined ? null : exact(evaluated),
})

const AREAS: readonly (readonly [string, number, number])[] = [
  ['1 Manajemen Perubahan', 0.46, 0.63],
  ['2 Tatalaksana', 0.62, 0.8],
  ['3 Manajemen SDM', 0.64, 0.78],
  ['4 Akuntabilitas', 0.71, 0.85],
  ['5 Pengawasan', 0.53, 0.75],
  ['6 Pelayanan Publik', 0.69, 0.88],
]

export function chartSamples(): ChartSamples {
  const states: readonly (readonly [string, ProofBarFacts])[] = [
    ['Lulus', facts('76', '84', '60')],
    ['Klaim lulus, bukti belum', facts('52', '75', '60')],
    ['Klaim pun belum', facts('31', '50', '60')],
    ['Sudah dinilai', facts('70', '84', '60', '66')],
    ['Kosong', facts('0', '0', '60')],
    ['Penuh', facts('100', '100', '100')],
  ]
  const areas = AREAS.map(([name, substantiated, claimed]) => ({
    name,
    substantiated,
    claimed,
    minimum: 0.6,
  }))
  const described = {
    title: 'Enam area perubahan',
    description: 'Terbukti, diklaim, dan ambang tiap area dalam persen bobot; angkanya ada di tabel.',
  }
  const main = facts('69.53', '81.44', '75')
  return {
    bars: states.map(([state, bar]) => ({ state, words: proofBarLabel(bar), bar: proofBar(bar) })),
    large: proofBar(main, { size: 'large' }),
    axis: proofAxis({ ...main, minimum: exact(75) }, { minimum: 'Ambang 75', middle: '50', end: '100 poin' }),
    printed: proofBar(main, { forPrint: true }),
    radar: radar({ id: 'contoh-radar', ...described, axes: areas }),
    rows: horizontalBars({
      id: 'contoh-bilah',
      ...described,
      rows: areas.map(area => ({
        ...area,
        label: area.name,
        value: `${Math.round(area.substantiated * 100)}%`,
      })),
    }),
  }
}
