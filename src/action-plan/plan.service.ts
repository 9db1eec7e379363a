import type { Actor } from '../access/actor'
import type { AuditService } from '../audit/audit.service'
import type { Database } from '../db/database'
import { NotFound } from '../refusals'
import type { EntriesService } from '../registers/entries.service'
import { requireKeeper, type RegisterUnit, type RegisterUnits } from '../registers/register-unit'
import { ownerName, type GoalRow, type SeenGoal } from './goal-facts'
import type { PlanFacets, PlanOwner, PlanQuery } from './plan-list'
import { PlanRepository, type ReportRow, type StateCounts } from './plan.repository'

/** One page of a plan. */
export interface PlanPart {
  readonly goals: readonly SeenGoal[]
  /** How many match by state, whatever state is asked for. */
  readonly counts: StateCounts
}

/** What a satker means to do, and how far it came. */
export class PlanService {
  private readonly plan: PlanRepository

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly units: RegisterUnits,
    private readonly entries: EntriesService,
  ) {
    this.plan = new PlanRepository(database)
  }

  /** What the plan of a satker can be narrowed to. Two statements. */
  async facets({ satkerId }: Pick<RegisterUnit, 'satkerId'>): Promise<PlanFacets> {
    const [years, rows] = await Promise.all([this.plan.years(satkerId), this.plan.owners(satkerId)])
    const owners = rows.map((row): PlanOwner => ({ key: row.ownerId ?? row.owner, name: ownerName(row) }))
    return { years, owners: owners.sort((one, other) => one.name.localeCompare(other.name, 'id')) }
  }

  /** The page that the query asks for. Three statements, however many goals there are. */
  async page(unit: RegisterUnit, query: PlanQuery): Promise<PlanPart> {
    const of = { satkerId: unit.satkerId, today: this.units.today(unit) }
    const [rows, counts] = await Promise.all([this.plan.rows(of, query), this.plan.counts(of, query)])
    return { goals: await this.seen(rows), counts }
  }

  /** Every goal that matches, without pages. Two statements. */
  async all(unit: RegisterUnit, query: PlanQuery): Promise<SeenGoal[]> {
    const of = { satkerId: unit.satkerId, today: this.units.today(unit) }
    return this.seen(await this.plan.rows(of, query, 'all'))
  }

  /** As `all`, to be carried away as a file: the trail remembers by whom and how many. */
  async exported(actor: Actor, unit: RegisterUnit, query: PlanQuery): Promise<SeenGoal[]> {
    const goals = await this.all(unit, query)
    await this.database.inTransaction(() =>
      this.audit.record(actor, {
        action: 'export-action-plan',
        subjectType: 'action-plan',
        subjectId: unit.satkerId,
        satkerId: unit.satkerId,
        after: { goals: goals.length },
      }),
    )
    return goals
  }

  /** Every goal of a satker, or those of one year, by their last day. Two statements. */
  async goalsOf(satkerId: string, year: number | null = null): Promise<SeenGoal[]> {
    return this.seen(await this.plan.all(satkerId, year))
  }

  /** A goal at a satker whose registers the actor reads; NotFound otherwise. Two statements. */
  async get(actor: Actor, id: string): Promise<SeenGoal> {
    const row = await this.plan.visible(actor, id)
    if (!row) throw new NotFound('Sasaran rencana aksi')
    const [goal] = await this.seen([row])
    return goal!
  }

  /** As `get`, for whoever keeps it; Refused for those who read. */
  async toKeep(actor: Actor, id: string): Promise<SeenGoal> {
    const goal = await this.get(actor, id)
    requireKeeper(actor, goal)
    return goal
  }

  /** What was reported of some goals, the latest first. One statement. */
  reports(goalIds: readonly string[]): Promise<ReportRow[]> {
    return this.plan.reports(goalIds)
  }

  /** The goals that people answer for, by their rows of the roster. One statement. */
  ownedBy(employeeIds: readonly string[]) {
    return this.plan.ownedBy(employeeIds)
  }

  /** The latest report of each. One statement. */
  async latestReports(goals: readonly SeenGoal[]): Promise<ReadonlyMap<string, ReportRow>> {
    const reports = await this.plan.reports(goals.map(goal => goal.id))
    return new Map([...reports].reverse().map(report => [report.goalId, report]))
  }

  /** The goals of a year in areas that the actor covers, and those that bear the actor's name. Three statements. */
  async ownGoals(
    actor: Actor,
    { satkerId }: RegisterUnit,
    { year, covers }: { readonly year: number; readonly covers: 'all' | readonly string[] },
  ): Promise<SeenGoal[]> {
    const goals = await this.goalsOf(satkerId, year)
    const own = new Set(await this.plan.employeesOf(satkerId, actor.userId ?? ''))
    return goals.filter(
      ({ areas, ownerId }) =>
        covers === 'all' || areas.some(area => covers.includes(area)) || (ownerId && own.has(ownerId)),
    )
  }

  private async seen(rows: readonly GoalRow[]): Promise<SeenGoal[]> {
    const supports = await this.entries.supportsOf(rows.map(row => row.id))
    return rows.map(row => ({
      ...row,
      areas: supports.get(row.id)?.areas ?? [],
      questions: supports.get(row.id)?.questions ?? [],
    }))
  }
}
