import type { AuditService } from '../audit/audit.service'
import type { Clock } from '../clock'
import type { Database } from '../db/database'
import type { InstrumentsService } from '../instruments/instruments.service'
import type { EntriesService } from '../registers/entries.service'
import type { RegisterUnits } from '../registers/register-unit'
import type { RosterService } from '../roster/roster.service'
import { InnovationsImportService } from './innovations-import.service'
import { InnovationsService } from './innovations.service'

interface InnovationMeans {
  readonly database: Database
  readonly audit: AuditService
  readonly instruments: InstrumentsService
  readonly registerUnits: RegisterUnits
  readonly entries: EntriesService
  readonly roster: RosterService
  readonly clock: Clock
}

export function createInnovations(means: InnovationMeans) {
  const { database, audit, instruments, registerUnits, entries, roster, clock } = means
  const innovations = new InnovationsService(database, audit, registerUnits, entries, roster, clock)
  return {
    innovations,
    innovationsImport: new InnovationsImportService(
      database,
      audit,
      instruments,
      registerUnits,
      entries,
      innovations,
      clock,
    ),
  }
}
