import type { AuditService } from '../audit/audit.service'
import type { Clock } from '../clock'
import type { Database } from '../db/database'
import type { InstrumentsService } from '../instruments/instruments.service'
import type { EntriesService } from '../registers/entries.service'
import type { RegisterUnits } from '../registers/register-unit'
import { GoalDeadlines } from './goal-deadlines'
import { ANSWERS, CARRIED_OUT_BY } from './goal-entry'
import { GoalLinksService } from './goal-links.service'
import { GoalProgressService } from './goal-progress.service'
import { GoalsService } from './goals.service'
import { PlanCopyService } from './plan-copy.service'
import { PlanImportService } from './plan-import.service'
import { PlanService } from './plan.service'

interface Means {
  readonly database: Database
  readonly audit: AuditService
  readonly instruments: InstrumentsService
  readonly units: RegisterUnits
  readonly entries: EntriesService
  readonly clock: Clock
}

/** The use cases of the action plan. */
export function createActionPlan({ database, audit, instruments, units, entries, clock }: Means) {
  const plan = new PlanService(database, audit, units, entries)
  return {
    plan,
    goals: new GoalsService(database, audit, plan, entries, clock),
    goalProgress: new GoalProgressService(database, audit, plan, units, entries, clock),
    goalActivities: new GoalLinksService(database, audit, plan, entries, CARRIED_OUT_BY),
    goalReasons: new GoalLinksService(database, audit, plan, entries, ANSWERS),
    goalDeadlines: new GoalDeadlines(database, entries),
    planCopy: new PlanCopyService(database, audit, plan, entries, clock),
    planImport: new PlanImportService(database, audit, instruments, plan, units, entries, clock),
  }
}
