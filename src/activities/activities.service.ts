import type { Actor } from '../access/actor'
import type { AuditService } from '../audit/audit.service'
import { civilDate, instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import { newId } from '../db/ids'
import type { Month } from '../engine/activities/month'
import { Conflict, Invalid, NotFound } from '../refusals'
import type { EntriesService } from '../registers/entries.service'
import type { EntryFacts } from '../registers/register-entry'
import { registerRole, requireKeeper, type RegisterUnit } from '../registers/register-unit'
import { activityAct } from './activity-acts'
import {
  factsOf,
  keyOf,
  sameFacts,
  timeFaults,
  TITLE_TAKEN,
  type ActivityDraft,
  type ActivityRow,
  type ListedActivity,
} from './activity-facts'
import { summaryOf } from './activity-words'
import { yearsBetween, type ActivityQuery } from './activities-list'
import { ActivitiesRepository, type ActivityCounts, type CalendarRow } from './activities.repository'
import { ParticipantsRepository } from './participants.repository'

/** One page of the activities of a satker. */
export interface ActivitiesPart {
  readonly rows: readonly ListedActivity[]
  /** How many match. */
  readonly total: number
}

export interface ActivitiesKept {
  readonly counts: ActivityCounts
  /** Years in which something is held, the newest first. */
  readonly years: readonly string[]
}

const CHANGED = 'Kegiatan ini diubah orang lain sejak Anda membukanya.'
const NOT_SAVED = 'Kegiatan belum tersimpan.'

/** What a satker does. */
export class ActivitiesService {
  private readonly activities: ActivitiesRepository
  private readonly participants: ParticipantsRepository

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly entries: EntriesService,
    private readonly clock: Clock,
  ) {
    this.activities = new ActivitiesRepository(database)
    this.participants = new ParticipantsRepository(database)
  }

  /** The civil date at a satker. */
  today({ timeZone }: Pick<RegisterUnit, 'timeZone'>): string {
    return civilDate(this.clock(), timeZone)
  }

  /** What there is, whatever is filtered. One statement. */
  async kept(unit: RegisterUnit): Promise<ActivitiesKept> {
    const { counts, first, last } = await this.activities.counts(this.of(unit))
    return { counts, years: yearsBetween(first, last) }
  }

  /** The page that the query asks for. Three statements, however many activities there are. */
  async page(unit: RegisterUnit, query: ActivityQuery): Promise<ActivitiesPart> {
    const of = this.of(unit)
    const [rows, total] = await Promise.all([
      this.activities.rows(of, query),
      this.activities.total(of, query),
    ])
    return { rows, total }
  }

  /** Everything that matches, without pages, for paper. */
  all(unit: RegisterUnit, query: ActivityQuery): Promise<ListedActivity[]> {
    return this.activities.rows(this.of(unit), query, 'all')
  }

  inMonth(unit: RegisterUnit, month: Month): Promise<CalendarRow[]> {
    return this.activities.inMonth(unit.satkerId, month)
  }

  /** An activity at a satker whose registers the actor may read; NotFound otherwise. */
  async get(actor: Actor, id: string): Promise<ActivityRow> {
    const row = await this.activities.visible(actor, id)
    if (!row) throw new NotFound('Kegiatan')
    return row
  }

  /** As `get`, for whoever may change it; Refused for those who read it. */
  async toKeep(actor: Actor, id: string): Promise<ActivityRow> {
    const row = await this.get(actor, id)
    requireKeeper(actor, row)
    return row
  }

  /** As `toKeep`, inside a transaction, with everybody else kept off the satker's activities until it ends. */
  async held(actor: Actor, id: string): Promise<ActivityRow> {
    const { satkerId } = await this.toKeep(actor, id)
    await this.activities.hold(satkerId)
    return this.get(actor, id)
  }

  /** Brings the common list of entries up to what stands: call it in the transaction that changed something. */
  async enter(ids: readonly string[]): Promise<void> {
    const rows = await this.activities.withIds(ids)
    await this.entries.put(rows.map(row => entryOf(row)))
  }

  async add(actor: Actor, unit: RegisterUnit, draft: ActivityDraft): Promise<string> {
    const id = newId()
    requireKeeper(actor, unit)
    requireTimes(draft)
    await this.database.inTransaction(async () => {
      await this.activities.hold(unit.satkerId)
      await this.requireTitle(unit.satkerId, draft, id)
      await this.write({ id, satkerId: unit.satkerId, version: 1 }, draft)
      await this.record(actor, 'add-activity', { id, ...unit }, { after: factsOf(draft) })
    })
    return id
  }

  /** Saves a form that was filled from `version`; Conflict with the present row when somebody else saved since. */
  async change(actor: Actor, id: string, version: number, draft: ActivityDraft): Promise<void> {
    requireTimes(draft)
    await this.database.inTransaction(async () => {
      const row = await this.held(actor, id)
      if (row.version !== version) throw new Conflict(CHANGED, row)
      if (sameFacts(row, draft)) return
      await this.requireTitle(row.satkerId, draft, id)
      await this.requireParticipants(row, draft)
      await this.write({ id, satkerId: row.satkerId, version: row.version + 1 }, draft)
      await this.record(actor, 'change-activity', row, { before: factsOf(row), after: factsOf(draft) })
    })
  }

  /** Takes an activity away with its points and names. */
  async remove(actor: Actor, id: string): Promise<ActivityRow> {
    return this.database.inTransaction(async () => {
      const row = await this.held(actor, id)
      await this.entries.remove([id])
      await this.activities.remove(id)
      await this.record(actor, 'remove-activity', row, { before: factsOf(row) })
      return row
    })
  }

  private of(unit: RegisterUnit) {
    return { satkerId: unit.satkerId, today: this.today(unit) }
  }

  private async write(
    row: { readonly id: string; readonly satkerId: string; readonly version: number },
    draft: ActivityDraft,
  ): Promise<void> {
    const { areas: _areas, ...facts } = factsOf(draft)
    await this.activities.replace([{ ...row, ...facts, createdAt: instant(this.clock) }])
    const [stored] = await this.activities.withIds([row.id])
    if (stored) await this.entries.put([entryOf({ ...stored, areas: draft.areas })])
  }

  private async requireTitle(satkerId: string, draft: ActivityDraft, id: string): Promise<void> {
    const titles = await this.activities.titlesOn(satkerId, draft.heldOn, id)
    if (titles.some(title => keyOf({ ...draft, title }) === keyOf(draft)))
      throw new Invalid(NOT_SAVED, { title: TITLE_TAKEN })
  }

  /** Whoever is named must have worked there on the new days, and be among those counted. */
  private async requireParticipants(row: ActivityRow, draft: ActivityDraft): Promise<void> {
    const recounted = draft.counted !== null && draft.counted !== row.counted
    if (recounted && Number(draft.counted) < row.named)
      throw new Invalid(NOT_SAVED, {
        counted: `${row.named} peserta sudah tercatat bernama; jumlahnya tidak dapat kurang dari itu.`,
      })
    if (row.heldOn === draft.heldOn && row.heldUntil === draft.heldUntil) return
    const absent = await this.participants.absentOn(row.id, draft.heldOn, draft.heldUntil)
    if (absent > 0)
      throw new Invalid(NOT_SAVED, {
        heldOn: `${absent} peserta tidak bekerja di satker ini pada tanggal itu. Keluarkan dahulu dari daftar peserta.`,
      })
  }

  private record(
    actor: Actor,
    action: string,
    of: { readonly id: string; readonly satkerId: string; readonly satkerPath: string },
    change: Parameters<typeof activityAct>[2],
  ): Promise<void> {
    return this.audit.record(actor, { ...activityAct(action, of, change), ...registerRole(actor, of) })
  }
}

function requireTimes(draft: ActivityDraft): void {
  const faults = timeFaults(draft)
  if (Object.keys(faults).length > 0) throw new Invalid(NOT_SAVED, faults)
}

/** What the common list of entries knows of an activity. */
export const entryOf = (row: ActivityRow): EntryFacts => ({
  id: row.id,
  satkerId: row.satkerId,
  register: 'activities',
  title: row.title,
  summary: summaryOf(row),
  happenedOn: row.heldOn,
  happenedUntil: row.heldUntil === row.heldOn ? null : row.heldUntil,
  areas: row.areas,
})
