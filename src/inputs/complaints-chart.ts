import { totalOf } from '../engine/inputs/complaint-counts'
import { exact } from '../engine/exact'
import { monthColumns } from '../web/charts/month-columns'
import { shareOf } from '../web/charts/shares'
import { formatCount } from '../web/format/number'
import type { SafeHtml } from '../web/html'
import type { InputRow } from './input-facts'
import { countsOf, countsWords, daysWords, monthWords } from './input-words'

/** The complaints of a year: a picture, its table, and the sum. */
export interface ComplaintsYear {
  readonly title: string
  readonly summary: string
  /** Months that are over and were not reported; empty for none. */
  readonly unreported: string
  readonly picture: SafeHtml
  readonly rows: readonly ComplaintsMonth[]
  readonly total: Omit<ComplaintsMonth, 'href'>
}

interface ComplaintsMonth {
  readonly month: string
  /** Empty for a month that was not reported. */
  readonly href: string
  readonly received: string
  readonly done: string
  readonly inProcess: string
  readonly days: string
}

const MONTHS = Array.from({ length: 12 }, (_, place) => String(place + 1).padStart(2, '0'))

export interface ComplaintsSetting {
  readonly year: string
  readonly today: string
  /** Where a month stands. */
  readonly hrefOf: (id: string) => string
}

/** The complaints of a year, month by month. */
export function complaintsYear(
  months: readonly InputRow[],
  { year, today, hrefOf }: ComplaintsSetting,
): ComplaintsYear {
  const byMonth = new Map(months.map(row => [row.happenedOn.slice(5, 7), row]))
  const total = totalOf(months.map(countsOf))
  const most = exact(Math.max(1, ...months.map(row => row.received ?? 0)))
  const share = (count: number | null | undefined) => shareOf(exact(count ?? 0), most)
  const title = `Pengaduan ${year}`
  const silent = MONTHS.filter(month => !byMonth.has(month) && `${year}-${month}` < today.slice(0, 7)).map(
    month => nameOf(month, year),
  )
  return {
    title,
    summary: months.length === 0 ? 'Belum ada bulan yang dilaporkan.' : `${countsWords(total)}.`,
    unreported: silent.length === 0 ? '' : `Belum dilaporkan: ${silent.join(', ')}.`,
    picture: monthColumns({
      id: 'pengaduan',
      title,
      description: 'Pengaduan yang diterima tiap bulan: selesai dan masih diproses. Angkanya ada di tabel.',
      months: MONTHS.map(month => {
        const row = byMonth.get(month)
        return {
          label: nameOf(month, year).slice(0, 3),
          value: row ? formatCount(row.received ?? 0) : '',
          solid: share(row?.done),
          hatched: share(row?.inProcess),
        }
      }),
    }),
    rows: MONTHS.map(month => {
      const row = byMonth.get(month)
      return {
        month: nameOf(month, year),
        href: row ? hrefOf(row.id) : '',
        ...(row ? countWords(countsOf(row)) : UNREPORTED),
      }
    }),
    total: { month: 'Jumlah', ...countWords(total) },
  }
}

const nameOf = (month: string, year: string): string => monthWords(`${year}-${month}`).slice(0, -5)

const UNREPORTED = { received: '–', done: '–', inProcess: '–', days: '–' }

const countWords = ({ received, done, inProcess, averageDays }: ReturnType<typeof totalOf>) => ({
  received: formatCount(received),
  done: formatCount(done),
  inProcess: formatCount(inProcess),
  days: averageDays === null ? '–' : daysWords(averageDays),
})
