import type { Actor } from '../access/actor'
import type { AuditService } from '../audit/audit.service'
import { civilDate, instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import { newId } from '../db/ids'
import { Conflict, Invalid, NotFound } from '../refusals'
import { registerRole, type RegisterUnit } from '../registers/register-unit'
import type { ActivitiesService } from './activities.service'
import { pointAct } from './activity-acts'
import type { ActivityRow } from './activity-facts'
import {
  pointChange,
  pointFactsOf,
  pointFaults,
  POINTS_MOST,
  samePoint,
  TOO_MANY_POINTS,
  type PointDraft,
  type PointRow,
} from './point-facts'
import { PointsRepository, type ListedPoint, type PointCounts, type PointView } from './points.repository'

const CHANGED = 'Butir ini diubah orang lain sejak Anda membukanya.'
const NOT_SAVED = 'Butir belum tersimpan.'

/** The points raised at activities, and what becomes of them. */
export class PointsService {
  private readonly points: PointsRepository

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly activities: ActivitiesService,
    private readonly clock: Clock,
  ) {
    this.points = new PointsRepository(database)
  }

  /** Those of an activity that the caller may read. */
  of({ id }: Pick<ActivityRow, 'id'>): Promise<PointRow[]> {
    return this.points.ofActivity(id)
  }

  /** One page of those of all activities of a satker, the longest overdue first, with how many there are. */
  async page(
    unit: RegisterUnit,
    view: PointView,
    page: number | 'all',
  ): Promise<{ readonly rows: readonly ListedPoint[]; readonly counts: PointCounts }> {
    const today = this.activities.today(unit)
    const [rows, counts] = await Promise.all([
      this.points.ofSatker(unit.satkerId, view, today, page),
      this.points.counts(unit.satkerId, today),
    ])
    return { rows, counts }
  }

  /** All of a view, to be carried away as a file: the trail remembers by whom and how many. */
  async exported(actor: Actor, unit: RegisterUnit, view: PointView): Promise<readonly ListedPoint[]> {
    const { rows } = await this.page(unit, view, 'all')
    await this.database.inTransaction(() =>
      this.audit.record(actor, {
        action: 'export-points',
        subjectType: 'activities',
        subjectId: unit.satkerId,
        satkerId: unit.satkerId,
        after: { points: rows.length },
      }),
    )
    return rows
  }

  async add(actor: Actor, activityId: string, draft: PointDraft): Promise<void> {
    await this.database.inTransaction(async () => {
      const activity = await this.activities.held(actor, activityId)
      this.requireDays(activity, draft)
      if ((await this.points.ofActivity(activityId)).length >= POINTS_MOST)
        throw new Invalid(NOT_SAVED, { text: TOO_MANY_POINTS })
      const row = { ...draft, id: newId(), activityId, version: 1, createdAt: instant(this.clock) }
      await this.points.put([row])
      await this.activities.enter([activityId])
      await this.record(actor, 'add-point', activity, { after: draft })
    })
  }

  /** Saves a form that was filled from `version`; Conflict with the present point when somebody else saved since. */
  async change(
    actor: Actor,
    { activityId, id, version }: Pick<PointRow, 'activityId' | 'id' | 'version'>,
    draft: PointDraft,
  ): Promise<void> {
    await this.database.inTransaction(async () => {
      const activity = await this.activities.held(actor, activityId)
      const point = await this.get(activityId, id)
      if (point.version !== version) throw new Conflict(CHANGED, point)
      this.requireDays(activity, draft)
      await this.replace(actor, activity, point, draft)
    })
  }

  /** Done today; one that is done already stays as it is. */
  async close(actor: Actor, activityId: string, id: string): Promise<void> {
    await this.database.inTransaction(async () => {
      const activity = await this.activities.held(actor, activityId)
      const point = await this.get(activityId, id)
      const draft = { ...point, doneOn: point.doneOn ?? civilDate(this.clock(), activity.timeZone) }
      this.requireDays(activity, draft)
      await this.replace(actor, activity, point, draft)
    })
  }

  async remove(actor: Actor, activityId: string, id: string): Promise<void> {
    await this.database.inTransaction(async () => {
      const activity = await this.activities.held(actor, activityId)
      const point = await this.get(activityId, id)
      await this.points.remove(id)
      await this.activities.enter([activityId])
      await this.record(actor, 'remove-point', activity, { before: point })
    })
  }

  /** A point of an activity that the caller may read; NotFound otherwise. */
  async get(activityId: string, id: string): Promise<PointRow> {
    const point = await this.points.get(activityId, id)
    if (!point) throw new NotFound('Butir')
    return point
  }

  private async replace(
    actor: Actor,
    activity: ActivityRow,
    before: PointRow,
    draft: PointDraft,
  ): Promise<void> {
    if (samePoint(before, draft)) return
    const after = pointFactsOf(draft)
    const version = before.version + 1
    await this.points.put([{ ...before, ...after, version, createdAt: instant(this.clock) }])
    await this.activities.enter([activity.id])
    await this.record(actor, pointChange(before, after), activity, { before, after })
  }

  private requireDays(activity: ActivityRow, draft: PointDraft): void {
    const faults = pointFaults(draft, activity, this.activities.today(activity))
    if (Object.keys(faults).length > 0) throw new Invalid(NOT_SAVED, faults)
  }

  private record(
    actor: Actor,
    action: string,
    activity: ActivityRow,
    change: Parameters<typeof pointAct>[2],
  ): Promise<void> {
    return this.audit.record(actor, {
      ...pointAct(action, activity, change),
      ...registerRole(actor, activity),
    })
  }
}
