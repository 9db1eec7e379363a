import { civilDate } from '../clock'
import type { Database } from '../db/database'
import { daysAfter } from '../engine/civil-days'
import { lastEnded, reportDue, type Quarter } from '../engine/performance/quarters'
import { FIRST_REMINDER, reminderSpan, type Deadline } from '../messages/deadlines'
import { groupedBy } from '../messages/grouped-by'
import type { Telling } from '../messages/messages.service'
import { namedUnits } from '../messages/named-units'
import { paths } from '../paths'
import { formatDate } from '../web/format/date'
import { formatCount } from '../web/format/number'
import { quarterName } from './performance-entries'
import { LAST_ZONE } from './region.service'
import { ReportDeadlinesRepository, type UnreportedRow } from './report-deadlines.repository'

interface DueQuarter {
  readonly year: number
  readonly quarter: Quarter
  readonly dueOn: string
}

/** The day by which the quarter that ended last is reported: reminders before it, and word of what is missing after it. */
export class ReportDeadlines {
  private readonly rows: ReportDeadlinesRepository

  constructor(database: Database) {
    this.rows = new ReportDeadlinesRepository(database)
  }

  /** What everybody who keeps the registers of a unit is reminded of while it has not reported. One statement. */
  async of(now: Date): Promise<Deadline[]> {
    const due = dueQuarter(now)
    const { from, to } = reminderSpan(now)
    if (due.dueOn < from || due.dueOn > to) return []
    const rows = await this.rows.withKeepers({ ...due, today: civilDate(now, LAST_ZONE) })
    return byUnit(rows).map(([first, to]) => ({
      kind: 'due',
      what: `laporan-kinerja:${first.satkerId}:${due.year}-${due.quarter}`,
      closesOn: due.dueOn,
      timeZone: first.timeZone,
      to,
      assessment: null,
      name: `Laporan kinerja ${quarterName(due.year, due.quarter)}, ${first.satkerName}`,
      todo: missingWords(first),
      href: listHref(first, due),
    }))
  }

  /**
   * Within a week after the day: head and chair of each unit that has not reported, and the pendamping above, who hear of
   * all their units at once. Later nobody is told of a year that is brought into the register afterwards. One statement.
   */
  async missed(now: Date): Promise<Telling[]> {
    const due = dueQuarter(now)
    const today = civilDate(now, LAST_ZONE)
    if (today <= due.dueOn || today > daysAfter(due.dueOn, FIRST_REMINDER)) return []
    const rows = await this.rows.withLeaders({ ...due, today })
    const leaders = rows.filter(({ role }) => role !== 'pendamping')
    const companions = rows.filter(({ role }) => role === 'pendamping')
    return [
      ...byUnit(leaders).map(([first, to]) => missedAt(first, due, to)),
      ...together(companions, ({ userId }) => userId).map(units => missedBelow(units, due)),
    ]
  }
}

function dueQuarter(now: Date): DueQuarter {
  const ended = lastEnded(civilDate(now, LAST_ZONE))
  return { ...ended, dueOn: reportDue(ended.year, ended.quarter) }
}

const missedAt = (row: UnreportedRow, due: DueQuarter, to: readonly string[]): Telling => ({
  kind: 'due',
  to,
  assessment: null,
  subject: missedSubject(due, row.satkerName),
  text: `${missingWords(row)} Batasnya ${formatDate(due.dueOn)}.`,
  href: listHref(row, due),
  once: `laporan-kinerja-lewat:${row.satkerId}:${due.year}-${due.quarter}`,
})

const missedBelow = (units: readonly [UnreportedRow, ...UnreportedRow[]], due: DueQuarter): Telling => ({
  kind: 'due',
  to: [units[0].userId],
  assessment: null,
  subject: missedSubject(due, units.length === 1 ? units[0].satkerName : `${formatCount(units.length)} unit`),
  text: `Belum melapor sampai ${formatDate(due.dueOn)}: ${namedUnits(units)}.`,
  href: `${paths.region()}?tahun=${due.year}&triwulan=${due.quarter}&keadaan=belum`,
  once: `laporan-kinerja-lewat:wilayah:${due.year}-${due.quarter}`,
})

const missedSubject = ({ year, quarter }: DueQuarter, who: string): string =>
  `Kinerja ${quarterName(year, quarter)} belum dilaporkan: ${who}`

const missingWords = ({ missing }: UnreportedRow): string =>
  `${formatCount(missing)} indikator belum dilaporkan.`

const listHref = ({ satkerId }: UnreportedRow, { year }: DueQuarter): string =>
  `${paths.performance(satkerId)}?tahun=${year}&keadaan=belum`

/** Each unit once, with the people who are told of it. */
const byUnit = (rows: readonly UnreportedRow[]): [UnreportedRow, string[]][] =>
  together(rows, ({ satkerId }) => satkerId).map(same => [same[0], same.map(({ userId }) => userId)])

const together = (rows: readonly UnreportedRow[], keyOf: (row: UnreportedRow) => string) =>
  [...groupedBy(rows, keyOf).values()] as [UnreportedRow, ...UnreportedRow[]][]
