import type { Actor } from '../access/actor'
import type { AuditService } from '../audit/audit.service'
import { instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import { newId } from '../db/ids'
import { childOutcome } from '../imports/child-rows'
import type { Importer, ImportOptions, ImportOutcome } from '../imports/importer'
import { registerRole, type RegisterUnit } from '../registers/register-unit'
import type { Table } from '../spreadsheets/table'
import { formatDate } from '../web/format/date'
import type { ActivitiesService } from './activities.service'
import { ActivitiesRepository } from './activities.repository'
import { pointAct } from './activity-acts'
import { readPointRows } from './point-columns'
import { pointChange } from './point-facts'
import { planPoints, type PointsPlan } from './points-plan'
import { PointsRepository } from './points.repository'

/** Points of a satker's activities from a file, in a constant number of statements. */
export class PointsImportService {
  private readonly repository: ActivitiesRepository
  private readonly points: PointsRepository

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly activities: ActivitiesService,
    private readonly clock: Clock,
  ) {
    this.repository = new ActivitiesRepository(database)
    this.points = new PointsRepository(database)
  }

  /** The import into one register, for whoever keeps it: the caller has judged that. */
  at(unit: RegisterUnit): Importer {
    return {
      check: async (_actor, table, options) => outcomeOf(await this.plan(unit, table, options)),
      run: (actor, table, options) => this.run(actor, unit, table, options),
    }
  }

  private run(
    actor: Actor,
    unit: RegisterUnit,
    table: Table,
    options: ImportOptions,
  ): Promise<ImportOutcome> {
    return this.database.inTransaction(async () => {
      await this.repository.hold(unit.satkerId)
      const plan = await this.plan(unit, table, options)
      const createdAt = instant(this.clock)
      await this.points.put(
        plan.planned.map(({ parent, before, after }) => ({
          ...after,
          id: before?.id ?? newId(),
          activityId: parent.id,
          version: (before?.version ?? 0) + 1,
          createdAt,
        })),
      )
      await this.activities.enter([...new Set(plan.planned.map(({ parent }) => parent.id))])
      await this.audit.recordAll(
        actor,
        plan.planned.map(({ parent, before, after }) => ({
          ...pointAct(pointChange(before, after), parent, before ? { before, after } : { after }),
          ...registerRole(actor, unit),
        })),
      )
      return outcomeOf(plan)
    })
  }

  private async plan(unit: RegisterUnit, table: Table, { update }: ImportOptions): Promise<PointsPlan> {
    const today = this.activities.today(unit)
    const [activities, points] = await Promise.all([
      this.repository.known(unit.satkerId),
      this.points.ofSatker(unit.satkerId, 'semua', today, 'all'),
    ])
    return planPoints(readPointRows(table), { activities, points, update, today })
  }
}

const outcomeOf = (plan: PointsPlan): ImportOutcome =>
  childOutcome(plan, ({ parent, after }) => [
    `${parent.title}, ${formatDate(parent.heldOn)}`,
    after.text,
    after.owner,
    formatDate(after.dueOn),
  ])
