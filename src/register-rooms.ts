import { activitiesSource } from './activities/activities-source'
import { createActivities } from './activities/create-activities'
import { createActionPlan } from './action-plan/create-action-plan'
import { planSource } from './action-plan/plan-source'
import { agreementSource } from './agreements/agreement-source'
import { createAgreements } from './agreements/create-agreements'
import type { AuditService } from './audit/audit.service'
import type { Clock } from './clock'
import type { Config } from './config'
import type { Database } from './db/database'
import { createInnovations } from './innovations/create-innovations'
import { innovationsSource } from './innovations/innovations-source'
import { createInputs } from './inputs/create-inputs'
import type { InstrumentsService } from './instruments/instruments.service'
import type { MessagesService } from './messages/messages.service'
import { createPerformance } from './performance/create-performance'
import { performanceSource } from './performance/performance-source'
import { createProfile } from './profile/create-profile'
import { profileSource } from './profile/profile-source'
import { EntriesService } from './registers/entries.service'
import type { RegisterSources } from './registers/register-source'
import { RegisterUnits } from './registers/register-unit'
import { LeaversService } from './roster/leavers.service'
import { RosterEntries } from './roster/roster-entries'
import { RosterImportService } from './roster/roster-import.service'
import { rosterSource } from './roster/roster-source'
import { RosterService } from './roster/roster.service'
import type { SatkerService } from './satker/satker.service'
import { createSurveys } from './surveys/create-surveys'

export interface RegisterRoomMeans {
  readonly config: Config
  readonly database: Database
  readonly audit: AuditService
  readonly satker: SatkerService
  readonly instruments: InstrumentsService
  readonly messages: MessagesService
  readonly clock: Clock
}

/** The use cases of every register, what each gives to the shared pages, the days that each reminds of, and what it tells once a day is over. */
export function createRegisterRooms(means: RegisterRoomMeans) {
  const { config, database, audit, satker, instruments, messages, clock } = means
  const registerUnits = new RegisterUnits(satker, clock)
  const entries = new EntriesService(database, audit, clock)
  const rosterEntries = new RosterEntries(entries, instruments)
  const roster = new RosterService(database, audit, satker, rosterEntries, clock)
  const rosterImport = new RosterImportService(database, audit, instruments, rosterEntries, clock)
  const leavers = new LeaversService(database, audit, clock, config.roster.keepNamesMonths)
  const shared = {
    database,
    audit,
    satker,
    instruments,
    messages,
    registerUnits,
    units: registerUnits,
    entries,
    roster,
    clock,
  }
  const actionPlan = createActionPlan(shared)
  const activities = createActivities(shared)
  const innovations = createInnovations(shared)
  const profile = createProfile(shared)
  const agreements = createAgreements(shared)
  const performance = createPerformance(shared)
  const inputs = createInputs(shared)
  const surveys = createSurveys(shared)
  const sources: RegisterSources = {
    roster: rosterSource(roster, instruments),
    profile: profileSource(profile.profiles),
    'action-plan': planSource(database, actionPlan, registerUnits, clock),
    activities: activitiesSource(activities),
    innovations: innovationsSource(innovations.innovations, instruments),
    agreements: agreementSource(agreements.agreements),
    performance: performanceSource(performance.performance),
    inputs: inputs.inputs.source,
    surveys: surveys.surveys.source,
  }
  return {
    sources,
    deadlines: [
      (now: Date) => actionPlan.goalDeadlines.of(now),
      (now: Date) => performance.followUps.deadlines(now),
      (now: Date) => performance.reportDeadlines.of(now),
      (now: Date) => agreements.agreementDeadlines.of(now),
    ],
    warnings: [(now: Date) => performance.reportDeadlines.missed(now)],
    services: {
      registerUnits,
      entries,
      roster,
      rosterImport,
      leavers,
      ...actionPlan,
      ...activities,
      ...innovations,
      ...profile,
      ...agreements,
      ...performance,
      ...inputs,
      ...surveys,
    },
  }
}
