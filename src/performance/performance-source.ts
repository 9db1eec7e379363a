import { QUARTERS } from '../engine/performance/quarters'
import { paths } from '../paths'
import type { EntryDocument } from '../registers/register-entry'
import type { RegisterSource } from '../registers/register-source'
import { formatCount } from '../web/format/number'
import { quarterOf, yearOf, type KeptCommitment, type QuarterRow } from './commitment-facts'
import { commitmentFacts } from './commitment.page'
import { ROMAN } from './performance-list'
import { asksOfPerformance, suggestionsFor } from './performance-suggestions'
import { figureWords, QUARTER_WORDS, shareWords } from './performance-words'
import type { PerformanceService } from './performance.service'
import { quarterFacts } from './quarter.page'

/** What the shared pages of the registers show of the quarterly performance. */
export const performanceSource = (performance: PerformanceService): RegisterSource => ({
  summary: async (unit, today) => {
    const year = Number(today.slice(0, 4))
    const { semua, belum, tidak } = await performance.counts(unit, year)
    const href = (view: string) => `${paths.performance(unit.satkerId)}?tahun=${year}&keadaan=${view}`
    if (semua === 0) return { count: `Belum ada perjanjian kinerja ${year}`, alerts: [] }
    return {
      count: `${formatCount(semua)} indikator ${year}`,
      alerts: [
        ...(belum > 0
          ? [
              {
                text: `${formatCount(belum)} belum lengkap laporannya`,
                href: href('belum'),
                tone: 'warn' as const,
              },
            ]
          : []),
        ...(tidak > 0
          ? [{ text: `${formatCount(tidak)} tidak tercapai`, href: href('tidak'), tone: 'bad' as const }]
          : []),
      ],
    }
  },
  document: async (actor, id) => {
    const one = await performance.get(actor, id)
    const row = one.quarters.find(quarter => quarter.id === id)
    return row ? quarterDocument(one, row) : yearDocument(one)
  },
  suggestions: {
    asks: asksOfPerformance,
    of: async (satkerId, year, instrument) => {
      const found = await performance.ofYears(satkerId, [year, year - 1, year - 2])
      const years = new Map(
        [year, year - 1, year - 2].map(one => [one, found.filter(({ year: of }) => of === one).map(yearOf)]),
      )
      return suggestionsFor(instrument, years, year, of => `${paths.performance(satkerId)}?tahun=${of}`)
    },
  },
})

const yearDocument = (one: KeptCommitment): EntryDocument => ({
  stages: one.quarters.some(({ state }) => state !== '') ? ['planning', 'monitoring'] : ['planning'],
  facts: [{ label: 'Indikator', value: one.indicator }, ...commitmentFacts(one)],
  tables: [
    {
      title: 'Triwulan',
      header: ['Triwulan', 'Target', 'Realisasi', 'Capaian', 'Keadaan'],
      rows: QUARTERS.flatMap(quarter => {
        const row = quarterOf(one, quarter)
        return row ? [quarterCells(one, row)] : []
      }),
    },
  ],
})

/** On paper that lasts, a quarter that was not reported says only that. */
const quarterCells = (one: KeptCommitment, row: QuarterRow): string[] => [
  ROMAN[row.quarter],
  figureWords(row.target),
  row.realisation === null ? '' : figureWords(row.realisation),
  shareWords(one.direction, row),
  row.state === '' ? 'Belum dilaporkan' : QUARTER_WORDS[row.state].text,
]

const quarterDocument = (one: KeptCommitment, row: QuarterRow): EntryDocument => ({
  stages: row.state === '' ? ['planning'] : ['monitoring'],
  facts: [
    { label: 'Indikator', value: one.indicator },
    ...quarterFacts(one, row),
    ...(row.state === '' ? [] : [{ label: 'Keadaan', value: QUARTER_WORDS[row.state].text }]),
    ...(row.obstacle ? [{ label: 'Kendala', value: row.obstacle }] : []),
    ...(row.strategy ? [{ label: 'Strategi berikutnya', value: row.strategy }] : []),
  ],
  tables: [],
})
