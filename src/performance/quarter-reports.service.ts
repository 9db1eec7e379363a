import type { Actor } from '../access/actor'
import type { AuditService } from '../audit/audit.service'
import type { Database } from '../db/database'
import type { Quarter } from '../engine/performance/quarters'
import type { EntriesService } from '../registers/entries.service'
import { registerRole } from '../registers/register-unit'
import { Conflict, Invalid, NotFound } from '../refusals'
import {
  isReported,
  quarterOf,
  reportFaults,
  reportOf,
  stateOf,
  type KeptCommitment,
  type QuarterRow,
  type ReportDraft,
} from './commitment-facts'
import { CommitmentsRepository } from './commitments.repository'
import { reportAct } from './performance-acts'
import { reportEntry } from './performance-entries'
import { ROMAN } from './performance-list'
import type { PerformanceService } from './performance.service'

const REPORTED = 'Triwulan ini sudah dilaporkan atau diubah orang lain sejak Anda membukanya.'

/** What was reached in a quarter, told once and corrected where it was wrong. */
export class QuarterReportsService {
  private readonly rows: CommitmentsRepository

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly performance: PerformanceService,
    private readonly entries: EntriesService,
  ) {
    this.rows = new CommitmentsRepository(database)
  }

  /**
   * Keeps the report of a quarter; `version` is 0 for the first one. Conflict with what stands when the quarter was
   * reported or changed since; Invalid before the quarter has begun.
   */
  async report(
    actor: Actor,
    id: string,
    quarter: Quarter,
    version: number,
    draft: ReportDraft,
  ): Promise<void> {
    await this.database.inTransaction(async () => {
      const { commitment, row } = await this.held(actor, id, quarter)
      if (row.version !== version) throw new Conflict(REPORTED, commitment)
      const faults = reportFaults(commitment, row, draft, this.performance.today(commitment))
      if (Object.keys(faults).length > 0) throw new Invalid('Laporan belum tersimpan.', faults)
      const before = reportOf(row)
      if (before && JSON.stringify(before) === JSON.stringify(draft)) return
      const reported = {
        ...row,
        ...draft,
        reportedBy: actor.userId,
        state: stateOf(commitment.direction, row.target, draft.realisation),
      }
      await this.keep(commitment, reported, before === null)
      await this.audit.record(actor, {
        ...reportAct(before ? 'change-report' : 'report-quarter', commitment, ROMAN[quarter], {
          before,
          after: draft,
        }),
        ...registerRole(actor, commitment),
      })
    })
  }

  /** Takes away a report that was a mistake; the quarter is unreported again. */
  async withdraw(actor: Actor, id: string, quarter: Quarter): Promise<void> {
    await this.database.inTransaction(async () => {
      const { commitment, row } = await this.held(actor, id, quarter)
      if (!isReported(row)) throw new NotFound('Laporan triwulan')
      const emptied = {
        ...row,
        realisation: null,
        obstacle: '',
        strategy: '',
        reportedOn: null,
        reportedBy: null,
        state: '' as const,
      }
      await this.keep(commitment, emptied, false)
      await this.audit.record(actor, {
        ...reportAct('withdraw-report', commitment, ROMAN[quarter], { before: reportOf(row) }),
        ...registerRole(actor, commitment),
      })
    })
  }

  /** A first report begins with what its commitment supports; later its questions are its own. */
  private async keep(commitment: KeptCommitment, row: QuarterRow, isFirst: boolean): Promise<void> {
    const { satkerId, year } = commitment
    await this.rows.replaceQuarters([{ ...row, satkerId, year, version: row.version + 1 }])
    await this.rows.restand(satkerId, [year])
    if (!isReported(row)) return this.entries.remove([row.id])
    const { areas, questions } = await this.performance.supported(commitment)
    await this.entries.put([reportEntry(commitment, row, isFirst ? { areas, questions } : { areas })])
  }

  private async held(
    actor: Actor,
    id: string,
    quarter: Quarter,
  ): Promise<{ readonly commitment: KeptCommitment; readonly row: QuarterRow }> {
    const seen = await this.performance.toKeep(actor, id)
    await this.rows.hold(seen.satkerId)
    const commitment = await this.performance.toKeep(actor, id)
    const row = quarterOf(commitment, quarter)
    if (!row) throw new NotFound('Triwulan')
    return { commitment, row }
  }
}
