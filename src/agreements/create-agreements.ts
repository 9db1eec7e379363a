import type { AuditService } from '../audit/audit.service'
import type { Clock } from '../clock'
import type { Database } from '../db/database'
import type { InstrumentsService } from '../instruments/instruments.service'
import type { EntriesService } from '../registers/entries.service'
import type { SatkerService } from '../satker/satker.service'
import { AgreementDeadlines } from './agreement-deadlines'
import { AgreementEntries } from './agreement-entries'
import { AgreementImportService } from './agreement-import.service'
import { AgreementsService } from './agreements.service'
import { AgreementDashboardService } from './dashboard.service'
import { EvaluationImportService } from './evaluation-import.service'
import { PlanService } from './plan.service'
import { PublicAgreementsService } from './public-agreements.service'

export interface AgreementMeans {
  readonly database: Database
  readonly audit: AuditService
  readonly satker: SatkerService
  readonly instruments: InstrumentsService
  readonly entries: EntriesService
  readonly clock: Clock
}

/** The register of cooperation agreements: keeping and importing them, and looking at those of many units. */
export function createAgreements({ database, audit, satker, instruments, entries, clock }: AgreementMeans) {
  const told = new AgreementEntries(entries)
  const agreements = new AgreementsService(database, audit, satker, told, clock)
  return {
    agreements,
    agreementPlans: new PlanService(database, audit, agreements, told, clock),
    agreementImport: new AgreementImportService(database, audit, agreements, instruments, entries, clock),
    evaluationImport: new EvaluationImportService(database, audit, agreements, clock),
    agreementDashboard: new AgreementDashboardService(database, clock),
    agreementDeadlines: new AgreementDeadlines(database),
    publicAgreements: new PublicAgreementsService(database, clock),
  }
}
