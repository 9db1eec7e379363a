import type { Actor } from '../access/actor'
import type { AuditService } from '../audit/audit.service'
import { instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import { newId } from '../db/ids'
import { progressFault, standingOf, type Progress } from '../engine/action-plan/progress'
import { Invalid, NotFound } from '../refusals'
import type { EntriesService } from '../registers/entries.service'
import { registerRole, type RegisterUnits } from '../registers/register-unit'
import { goalAct } from './goal-acts'
import { goalEntry } from './goal-entry'
import { draftOf, type SeenGoal } from './goal-facts'
import { GoalsRepository } from './goals.repository'
import type { PlanService } from './plan.service'
import { reportFault } from './plan-words'

export interface ReportDraft extends Progress {
  readonly obstacle: string
  readonly note: string
}

/** Tells how far goals have come, day by day. */
export class GoalProgressService {
  private readonly goals: GoalsRepository

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly plan: PlanService,
    private readonly units: RegisterUnits,
    private readonly entries: EntriesService,
    private readonly clock: Clock,
  ) {
    this.goals = new GoalsRepository(database)
  }

  async report(actor: Actor, goalId: string, draft: ReportDraft): Promise<void> {
    await this.database.inTransaction(async () => {
      const goal = await this.held(actor, goalId)
      const others = await this.plan.reports([goalId])
      const setting = { startsOn: goal.startsOn, today: this.units.today(goal), others }
      const fault = progressFault(draft, setting)
      if (fault) throw new Invalid('Kemajuan belum tersimpan.', reportFault(fault, goal))
      await this.goals.report([
        { ...draft, id: newId(), goalId, reportedBy: actor.userId, createdAt: instant(this.clock) },
      ])
      await this.stand(goal, [...others, draft])
      await this.audit.record(actor, {
        ...goalAct('report-progress', goal),
        after: told(draft),
        ...registerRole(actor, goal),
      })
    })
  }

  /** Takes a report back that was a mistake. */
  async takeBack(actor: Actor, goalId: string, reportId: string): Promise<void> {
    await this.database.inTransaction(async () => {
      const goal = await this.held(actor, goalId)
      const reports = await this.plan.reports([goalId])
      const report = reports.find(one => one.id === reportId)
      if (!report) throw new NotFound('Laporan kemajuan')
      await this.goals.takeBack(reportId)
      await this.stand(
        goal,
        reports.filter(one => one !== report),
      )
      await this.audit.record(actor, {
        ...goalAct('take-back-progress', goal),
        before: told(report),
        ...registerRole(actor, goal),
      })
    })
  }

  private async stand(goal: SeenGoal, reports: readonly Progress[]): Promise<void> {
    const standing = standingOf(reports)
    await this.goals.stand(goal.id, standing)
    await this.entries.put([goalEntry(goal, draftOf(goal), standing)])
  }

  private async held(actor: Actor, goalId: string): Promise<SeenGoal> {
    const { satkerId } = await this.plan.toKeep(actor, goalId)
    await this.goals.hold(satkerId)
    return this.plan.toKeep(actor, goalId)
  }
}

const told = ({ reportedOn, percent, obstacle, note }: ReportDraft) => ({
  reportedOn,
  percent,
  obstacle,
  note,
})
