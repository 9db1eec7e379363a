import type { AuditService } from '../audit/audit.service'
import type { Clock } from '../clock'
import type { Database } from '../db/database'
import type { InstrumentsService } from '../instruments/instruments.service'
import type { EntriesService } from '../registers/entries.service'
import type { RosterService } from '../roster/roster.service'
import { ActivitiesService } from './activities.service'
import { ActivityFilesService } from './activity-files.service'
import { ParticipantsService } from './participants.service'
import { PointsImportService } from './points-import.service'
import { PointsService } from './points.service'

export interface ActivityMeans {
  readonly database: Database
  readonly audit: AuditService
  readonly entries: EntriesService
  readonly roster: RosterService
  readonly instruments: InstrumentsService
  readonly clock: Clock
}

/** The register of activities: the activities themselves, their points, who took part, files in and out. */
export function createActivities(means: ActivityMeans) {
  const { database, audit, entries, roster, instruments, clock } = means
  const activities = new ActivitiesService(database, audit, entries, clock)
  return {
    activities,
    activityPoints: new PointsService(database, audit, activities, clock),
    pointsImport: new PointsImportService(database, audit, activities, clock),
    participants: new ParticipantsService(database, audit, activities),
    activityFiles: new ActivityFilesService(database, audit, activities, entries, roster, instruments, clock),
  }
}
