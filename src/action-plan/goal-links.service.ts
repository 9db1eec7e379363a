import type { Actor } from '../access/actor'
import type { AuditService } from '../audit/audit.service'
import type { Database } from '../db/database'
import type { EntriesService, LinkedEntry } from '../registers/entries.service'
import { registerRole } from '../registers/register-unit'
import { goalAct } from './goal-acts'
import type { Register } from '../registers/register'
import type { GoalLink } from './goal-entry'
import type { SeenGoal } from './goal-facts'
import { GoalsRepository } from './goals.repository'
import { PlanRepository } from './plan.repository'
import type { PlanService } from './plan.service'

/** An entry of the same satker that a goal can refer to. */
export interface LinkChoice {
  readonly register: Register
  readonly id: string
  readonly title: string
  readonly happenedOn: string | null
  readonly linked: boolean
}

/** Which entries of other registers goals refer to, in one way. */
export class GoalLinksService {
  private readonly goals: GoalsRepository
  private readonly reading: PlanRepository

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly plan: PlanService,
    private readonly entries: EntriesService,
    private readonly link: GoalLink,
  ) {
    this.goals = new GoalsRepository(database)
    this.reading = new PlanRepository(database)
  }

  /** Those that a goal refers to, then those that a search finds. Three statements. */
  async toChoose(goal: SeenGoal, search: string): Promise<LinkChoice[]> {
    const [linked, found] = await Promise.all([
      this.of(goal.id),
      this.entries.matching(goal.satkerId, this.link.registers, search),
    ])
    const known = new Set(linked.map(one => one.id))
    return [
      ...linked.map(one => ({ ...one, linked: true })),
      ...found.filter(one => !known.has(one.id)).map(one => ({ ...one, linked: false })),
    ]
  }

  /** What a goal refers to. Two statements. */
  async of(goalId: string): Promise<LinkedEntry[]> {
    const linked = await this.entries.linkedTo(goalId)
    return linked.filter(one => one.outward && one.kind === this.link.kind)
  }

  /** Among the entries that a form showed the goal refers to those chosen; the others are left as they are. */
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
      const after = await this.reading.entriesAmong(goal.satkerId, this.link.registers, wanted)
      if ([...before].sort().join() === after.join()) return
      await this.entries.link(goalId, this.link.kind, after)
      await this.audit.record(actor, {
        ...goalAct(this.link.act, goal),
        before: { entries: before.length },
        after: { entries: after.length },
        ...registerRole(actor, goal),
      })
    })
  }
}
