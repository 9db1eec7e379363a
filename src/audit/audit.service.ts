import type { Actor } from '../access/actor'
import { instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import { newId } from '../db/ids'
import { actedAs } from './acted-as'
import type { AuditEvent } from './audit.entity'
import { AuditRepository, type TrailFilter, type TrailRow } from './audit.repository'
import { withoutStoredWords } from './restricted-words'

/** What an act says of itself; who, when and the request come from the actor and the clock. */
export interface Act {
  readonly action: string
  readonly subjectType: string
  readonly subjectId: string
  readonly satkerId?: string | null
  readonly assessmentId?: string | null
  readonly question?: string | null
  readonly before?: unknown
  readonly after?: unknown
  /** The role acted as, told from the roles of the actor when absent. */
  readonly role?: string
}

/** Typing a note is one act while nobody else comes between. */
const NOTE_MINUTES = 10

export class AuditService {
  private readonly events: AuditRepository

  constructor(
    database: Database,
    private readonly clock: Clock,
  ) {
    this.events = new AuditRepository(database)
  }

  /** Writes the event of an act; must be called inside the transaction of the act. */
  async record(actor: Actor, act: Act): Promise<void> {
    await this.events.insert([this.eventOf(actor, act)])
  }

  async recordAll(actor: Actor, acts: readonly Act[]): Promise<void> {
    await this.events.insert(acts.map(act => this.eventOf(actor, act)))
  }

  /**
   * Like `record`, but a further save of the same field by the same person within ten minutes extends the
   * event that stands, whatever else that person did, unless someone else's event on that question came between; of
   * the assessment, or of the subject where the act is no part of one.
   */
  async recordNote(actor: Actor, act: Act & { question: string }): Promise<void> {
    const since = new Date(this.clock().getTime() - NOTE_MINUTES * 60_000).toISOString()
    const { subjectId, question, action } = act
    const assessmentId = act.assessmentId ?? null
    const { userId } = actor
    const last =
      userId === null
        ? undefined
        : await this.events.lastUndisturbed({ assessmentId, subjectId, question, action, userId }, since)
    if (last) await this.events.extend(last.id, act.after)
    else await this.record(actor, act)
  }

  /** The trail, newest first; of papers that are restricted by now without their words. */
  async trail(filter: TrailFilter): Promise<TrailRow[]> {
    const rows = await this.events.trail(filter)
    return rows.map(({ isRestricted, ...row }) =>
      isRestricted
        ? { ...row, before: withoutStoredWords(row.before), after: withoutStoredWords(row.after) }
        : row,
    )
  }

  /** The acts on one thing that belongs to no assessment, oldest first. */
  actsOn(subjectType: string, subjectId: string): Promise<TrailRow[]> {
    return this.events.on(subjectType, subjectId)
  }

  /** How many events a trail has, whatever its page. */
  trailLength(filter: TrailFilter) {
    return this.events.trailLength(filter)
  }

  /** Everybody who acted on an assessment, by name. */
  peopleOf(assessmentId: string) {
    return this.events.people(assessmentId)
  }

  /** The newest events on things, by their ids (at least one), newest first. */
  trailOf(subjectIds: readonly [string, ...string[]], limit: number) {
    return this.events.ofSubjects(subjectIds, limit)
  }

  private eventOf(actor: Actor, act: Act): Partial<AuditEvent> {
    return {
      id: newId(),
      at: instant(this.clock),
      userId: actor.userId,
      userName: actor.name,
      role: act.role ?? actedAs(actor, act),
      action: act.action,
      subjectType: act.subjectType,
      subjectId: act.subjectId,
      satkerId: act.satkerId ?? null,
      assessmentId: act.assessmentId ?? null,
      question: act.question ?? null,
      before: act.before === undefined ? null : act.before,
      after: act.after === undefined ? null : act.after,
      requestId: actor.requestId,
    }
  }
}
