import type { Database } from '../db/database'
import type { NoteState } from '../engine/stages/notes'
import type { TimeZone } from '../web/format/date'
import type { NoteOrigin, NoteScope } from './note.entity'
import type { TeamPerson } from './notes.repository'

/** A note for whose answer the satker still has some days. */
export interface DueNoteRow {
  readonly id: string
  readonly assessmentId: string
  readonly satkerId: string
  readonly satkerName: string
  readonly year: number
  readonly timeZone: TimeZone
  readonly scope: NoteScope
  readonly place: string
  readonly part: string
  readonly dueOn: string
  readonly ownerId: string | null
}

/** Who is told of notes. */
export class NoteRecipientsRepository {
  constructor(private readonly database: Database) {}

  /** Head, chair and members of some satker on a civil date. */
  teams(
    satkerIds: readonly string[],
    today: string,
  ): Promise<(Omit<TeamPerson, 'name'> & { readonly satkerId: string })[]> {
    return this.database.query(
      `SELECT m.user_id AS id, m.satker_id AS "satkerId", m.role, m.parts FROM memberships m
        WHERE m.satker_id IN ${this.database.listOf('$1')} AND m.role IN ('head', 'chair', 'member')
          AND m.valid_from <= $2 AND (m.valid_until IS NULL OR m.valid_until >= $3)`,
      [JSON.stringify(satkerIds), today, today],
    )
  }

  /** Whoever wrote the note, and for the evaluators' own those who score the satker now. */
  async judges(note: {
    readonly origin: NoteOrigin
    readonly writtenBy: string
    readonly satkerId: string
  }): Promise<string[]> {
    if (note.origin === 'assistance') return [note.writtenBy]
    const scoring = await this.database.query<{ userId: string }>(
      `SELECT DISTINCT ea.user_id AS "userId" FROM evaluator_assignments ea
         JOIN assessments a ON a.id = ea.assessment_id
        WHERE a.satker_id = $1 AND a.stage <> 'final' AND ea.ended_at IS NULL`,
      [note.satkerId],
    )
    return [note.writtenBy, ...scoring.map(({ userId }) => userId)]
  }

  /** Notes in some states that are due between two civil dates. */
  due(states: readonly NoteState[], from: string, to: string): Promise<DueNoteRow[]> {
    return this.database.query<DueNoteRow>(
      `SELECT n.id, n.assessment_id AS "assessmentId", a.satker_id AS "satkerId", s.name AS "satkerName", c.year,
              s.time_zone AS "timeZone", n.scope, n.place, n.part, n.due_on AS "dueOn", n.owner_id AS "ownerId"
         FROM notes n JOIN assessments a ON a.id = n.assessment_id JOIN cycles c ON c.id = a.cycle_id
         JOIN satker s ON s.id = a.satker_id
        WHERE n.state IN ${this.database.listOf('$1')} AND n.due_on >= $2 AND n.due_on <= $3
        ORDER BY n.due_on, n.id`,
      [JSON.stringify(states), from, to],
    )
  }
}
