import { civilDate } from '../clock'
import { settingsAt } from '../cycles/cycle-settings'
import type { Database } from '../db/database'
import { turnOf, type AssessorSeat } from '../engine/stages/turns'
import { paths } from '../paths'
import { formatCount } from '../web/format/number'
import { daysUntil, reminderSpan, type Deadline } from './deadlines'
import { DeadlinesRepository, type ClosingRow } from './deadlines.repository'
import { bySatker, groupedBy } from './grouped-by'
import { namedUnits } from './named-units'
import { RecipientsRepository } from './recipients.repository'

/** The windows of the stages, for whoever's turn it is in them. */
export class StageDeadlines {
  private readonly rows: DeadlinesRepository
  private readonly people: RecipientsRepository

  constructor(database: Database) {
    this.rows = new DeadlinesRepository(database)
    this.people = new RecipientsRepository(database)
  }

  /** Head and chair of every satker that is still filling or repairing. */
  async ofSatker(now: Date): Promise<Deadline[]> {
    const filling = await this.closing(now, ['draf', 'dikembalikan'])
    const leaders = bySatker(
      await this.people.holders(
        filling.map(({ satkerId }) => satkerId),
        ['head', 'chair'],
        civilDate(now, 'Asia/Jakarta'),
      ),
    )
    return filling.map(row => ({
      kind: 'due',
      what: `${row.stage}:${row.id}`,
      closesOn: row.closesOn,
      timeZone: row.timeZone,
      to: leaders.get(row.satkerId) ?? [],
      assessment: row.id,
      name: `${row.stage === 'draf' ? 'Pengisian' : 'Perbaikan'} ${row.satkerName} ${row.year}`,
      todo: 'Penilaian belum diajukan.',
      href: paths.assessment(row.id),
    }))
  }

  /** Whoever's turn it is to score, one message for all units that close on the same day. */
  async ofEvaluators(now: Date): Promise<Deadline[]> {
    const scoring = await this.closing(now, ['diajukan', 'dievaluasi', 'dinilai'])
    const waiting = await this.waitingFor(scoring, civilDate(now, 'Asia/Jakarta'))
    const groups = groupedBy(waiting, ({ row, userId }) =>
      [userId, row.cycleId, row.closesOn, row.timeZone].join(' '),
    )
    return [...groups.values()].map(([first, ...rest]) =>
      deadlineOf(first!.userId, [first!.row, ...rest.map(({ row }) => row)]),
    )
  }

  private async closing(now: Date, stages: readonly ClosingRow['stage'][]): Promise<ClosingRow[]> {
    const { from, to } = reminderSpan(now)
    const rows = await this.rows.closing(from, to)
    return rows.filter(row => stages.includes(row.stage) && daysUntil(row, now) >= 0)
  }

  /** Every assessment with each person whose turn it is there. */
  private async waitingFor(rows: readonly ClosingRow[], today: string) {
    const ids = rows.map(({ id }) => id)
    const satkerIds = rows.map(({ satkerId }) => satkerId)
    const [sheets, seats, companions] = await Promise.all([
      this.rows.sheets(ids),
      this.people.seats(ids, today),
      this.people.holders(satkerIds, ['pendamping'], today),
    ])
    const sheetsOf = groupedBy(sheets, ({ assessmentId }) => assessmentId)
    const seatsOf = groupedBy(seats, ({ assessmentId }) => assessmentId)
    const companionsOf = bySatker(companions)
    return rows.flatMap(row => {
      const states = (sheetsOf.get(row.id) ?? []).map(sheet => ({
        ...sheet,
        frozen: sheet.frozenAt !== null,
      }))
      const turn = turnOf(states, row.round, settingsAt(row))
      const seat: AssessorSeat | null = row.stage === 'dinilai' ? 'controller' : turn
      const sitting =
        seat === 'kanwil'
          ? (companionsOf.get(row.satkerId) ?? [])
          : (seatsOf.get(row.id) ?? []).filter(one => one.seat === seat).map(({ userId }) => userId)
      return sitting.map(userId => ({ row, userId }))
    })
  }
}

function deadlineOf(to: string, rows: readonly [ClosingRow, ...ClosingRow[]]): Deadline {
  const [first] = rows
  return {
    kind: 'due',
    what: `evaluasi:${first.cycleId}:${first.timeZone}`,
    closesOn: first.closesOn,
    timeZone: first.timeZone,
    to: [to],
    assessment: rows.length === 1 ? first.id : null,
    name:
      rows.length === 1
        ? `Evaluasi ${first.satkerName} ${first.year}`
        : `Evaluasi ${formatCount(rows.length)} satker`,
    todo: `Menunggu Anda: ${namedUnits(rows)}.`,
    href: rows.length === 1 ? paths.evaluation(first.id) : paths.evaluationQueue(),
  }
}
