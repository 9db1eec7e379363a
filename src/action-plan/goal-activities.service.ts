import type { Actor } from '../access/actor'
import type { AuditService } from '../audit/audit.service'
import type { Database } from '../db/database'
import type { EntriesService, LinkedEntry } from '../registers/entries.service'
import { registerRole } from '../registers/register-unit'
import { goalAct } from './goal-acts'
import { CARRIED_OUT_BY } from './goal-entry'
import type { SeenGoal } from './goal-facts'
import { GoalsRepository } from './goals.repository'
import { PlanRepository } from './plan.repository'
import type { PlanService } from './plan.service'

/** An activity of the same satker. */
export interface Activity {
  readonly id: string
  readonly title: string
  readonly happenedOn: string | null
  readonly linked: boolean
}

/** Which activities carry goals out. */
export class GoalActivitiesService {
  private readonly goals: GoalsRepository
  private readonly reading: PlanRepository

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly plan: PlanService,
    private readonly entries: EntriesService,
  ) {
    this.goals = new GoalsRepository(database)
    this.reading = new PlanRepository(database)
  }

  /** Those that carry a goal out, then those that a search finds. Three statements. */
  async toChoose(goal: SeenGoal, search: string): Promise<Activity[]> {
    const [linked, found] = await Promise.all([
      this.of(goal.id),
      this.entries.matching(goal.satkerId, ['activities'], search),
    ])
    const known = new Set(linked.map(one => one.id))
    return [
      ...linked.map(one => ({ ...one, linked: true })),
      ...found.filter(one => !known.has(one.id)).map(one => ({ ...one, linked: false })),
    ]
  }

  /** The activities of a goal. Two statements. */
  async of(goalId: string): Promise<LinkedEntry[]> {
    const linked = await this.entries.linkedTo(goalId)
    return linked.filter(one => one.outward && one.kind === CARRIED_OUT_BY)
  }

  /** Among the activities that a form showed those chosen carry the goal out; the others are left as they are. */
  async choose(
    actor: Actor,
    goalId: string,
    { shown, chosen }: { readonly shown: readonly string[]; readonly chosen: readonly string[] },
  ): Promise<void> {
    await this.database.inTransaction(async () => {
      const goal = await this.plan.toKeep(actor, goalId)
      await this.goals.hold(goal.satkerId)
      const before = (await this.of(goalId)).map(one => one.id)
      const wanted = [...before.filter(id => !shown.includes(id)), ...chosen]
      const after = await this.reading.activitiesAmong(goal.satkerId, wanted)
      if ([...before].sort().join() === after.join()) return
      await this.entries.link(goalId, CARRIED_OUT_BY, after)
      await this.audit.record(actor, {
        ...goalAct('choose-goal-activities', goal),
        before: { activities: before.length },
        after: { activities: after.length },
        ...registerRole(actor, goal),
      })
    })
  }
}
