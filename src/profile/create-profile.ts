import type { AuditService } from '../audit/audit.service'
import type { Clock } from '../clock'
import type { Database } from '../db/database'
import type { InstrumentsService } from '../instruments/instruments.service'
import type { EntriesService } from '../registers/entries.service'
import type { RegisterUnits } from '../registers/register-unit'
import type { RosterService } from '../roster/roster.service'
import { HeldPredicatesService } from './held-predicates.service'
import { PredicatesImportService } from './predicates-import.service'
import { ProfilesImportService } from './profiles-import.service'
import { ProfilesService } from './profiles.service'

interface ProfileMeans {
  readonly database: Database
  readonly audit: AuditService
  readonly instruments: InstrumentsService
  readonly registerUnits: RegisterUnits
  readonly entries: EntriesService
  readonly roster: RosterService
  readonly clock: Clock
}

export function createProfile(means: ProfileMeans) {
  const { database, audit, instruments, registerUnits, entries, roster, clock } = means
  const profiles = new ProfilesService(database, audit, registerUnits, entries, roster, clock)
  return {
    profiles,
    profilesImport: new ProfilesImportService(database, audit, instruments, registerUnits, profiles),
    predicatesImport: new PredicatesImportService(database, audit, instruments, registerUnits, clock),
    heldPredicates: new HeldPredicatesService(database, audit, registerUnits, clock),
  }
}
