import type { AuditService } from '../audit/audit.service'
import type { Clock } from '../clock'
import type { Database } from '../db/database'
import type { InstrumentsService } from '../instruments/instruments.service'
import type { MessagesService } from '../messages/messages.service'
import type { EntriesService } from '../registers/entries.service'
import { CarriedCommitmentsService } from './carried-commitments.service'
import { FollowUpsService } from './follow-ups.service'
import { PerformanceImportService } from './performance-import.service'
import { PerformanceService } from './performance.service'
import { QuarterReportsService } from './quarter-reports.service'
import { ReportDeadlines } from './report-deadlines'
import { RegionService } from './region.service'

interface PerformanceMeans {
  readonly database: Database
  readonly audit: AuditService
  readonly instruments: InstrumentsService
  readonly entries: EntriesService
  readonly messages: MessagesService
  readonly clock: Clock
}

/** Every use case of the quarterly performance. */
export function createPerformance({
  database,
  audit,
  instruments,
  entries,
  messages,
  clock,
}: PerformanceMeans) {
  const performance = new PerformanceService(database, audit, entries, clock)
  return {
    performance,
    carriedCommitments: new CarriedCommitmentsService(database, audit, entries, clock),
    quarterReports: new QuarterReportsService(database, audit, performance, entries),
    performanceImport: new PerformanceImportService(database, audit, instruments, entries, clock),
    followUps: new FollowUpsService(database, audit, messages, clock),
    reportDeadlines: new ReportDeadlines(database),
    region: new RegionService(database, clock),
  }
}
