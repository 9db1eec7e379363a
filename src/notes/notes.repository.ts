import type { Actor } from '../access/actor'
import { visibleCondition, type ScopedSatker } from '../access/scope'
import type { Role } from '../access/roles'
import type { Database } from '../db/database'
import type { NoteSeverity, NoteState } from '../engine/stages/notes'
import { openedCondition } from '../evidence/evidence-access'
import type { PickedPiece } from '../evidence/evidence-shelf.repository'
import type { TimeZone } from '../web/format/date'
import { NoteEntry, NoteEvidence, type NoteEntryKind } from './note-entry.entity'
import { Note } from './note.entity'

/** A note with the names around it. */
export interface NoteRow extends Note {
  readonly ownerName: string | null
  readonly writtenByName: string | null
  readonly year: number
  readonly satkerName: string
  readonly satkerCode: string
  readonly timeZone: TimeZone
  /** Another note on the same question stood in the cycle before. 0/1 on SQLite. */
  readonly recurring: boolean | number
}

export interface EntryRow {
  readonly id: string
  readonly kind: NoteEntryKind
  readonly text: string
  readonly writtenByName: string | null
  readonly writtenAt: string
}

/** Somebody of the satker's team. */
export interface TeamPerson {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly parts: string | null
}

export interface EarlierNote {
  readonly id: string
  readonly year: number
  readonly state: NoteState
  readonly severity: NoteSeverity
  readonly text: string
}

const CYCLE_BEFORE = `(SELECT MAX(bc.year) FROM assessments b JOIN cycles bc ON bc.id = b.cycle_id
  WHERE b.satker_id = a.satker_id AND bc.year < c.year)`

export const NOTE_COLUMNS = `n.id, n.assessment_id AS "assessmentId", n.origin, n.scope, n.place, n.part, n.text,
  n.severity, n.due_on AS "dueOn", n.owner_id AS "ownerId", ou.name AS "ownerName", n.state, n.version,
  n.written_by AS "writtenBy", wu.name AS "writtenByName", n.written_at AS "writtenAt", n.settled_at AS "settledAt",
  c.year, s.name AS "satkerName", s.code AS "satkerCode", s.time_zone AS "timeZone",
  (n.scope = 'question' AND n.state <> 'ditarik' AND EXISTS (
    SELECT 1 FROM assessments pa JOIN cycles pc ON pc.id = pa.cycle_id JOIN notes p ON p.assessment_id = pa.id
     WHERE pa.satker_id = a.satker_id AND p.scope = 'question' AND p.place = n.place AND p.state <> 'ditarik'
       AND pc.year = ${CYCLE_BEFORE})) AS recurring`

export const NOTES_WITH_NAMES = `JOIN assessments a ON a.id = n.assessment_id JOIN cycles c ON c.id = a.cycle_id
  JOIN satker s ON s.id = a.satker_id LEFT JOIN users ou ON ou.id = n.owner_id LEFT JOIN users wu ON wu.id = n.written_by`

/** One note with its thread. */
export class NotesRepository {
  constructor(private readonly database: Database) {}

  /** The note when the actor may see its satker. */
  visible(actor: Actor, id: string): Promise<NoteRow | undefined> {
    const scope = visibleCondition(actor, 'read-assessment', 's', 2)
    return this.database.one<NoteRow>(
      `SELECT ${NOTE_COLUMNS} FROM notes n ${NOTES_WITH_NAMES} WHERE n.id = $1 AND ${scope.sql}`,
      [id, ...scope.parameters],
    )
  }

  /** Assessments of a satker at which a person scores, checks or decides now. */
  seats(userId: string, satkerId: string): Promise<{ assessmentId: string; year: number }[]> {
    return this.database.query(
      `SELECT a.id AS "assessmentId", c.year
         FROM assessments a JOIN cycles c ON c.id = a.cycle_id
         JOIN evaluator_assignments ea ON ea.assessment_id = a.id AND ea.ended_at IS NULL
        WHERE a.satker_id = $1 AND (ea.user_id = $2 OR EXISTS (SELECT 1 FROM team_seats x
          WHERE x.team_id = ea.team_id AND x.user_id = $3 AND x.seat <> 'member' AND x.ended_at IS NULL))`,
      [satkerId, userId, userId],
    )
  }

  entries(noteId: string): Promise<EntryRow[]> {
    return this.database.query<EntryRow>(
      `SELECT e.id, e.kind, e.text, u.name AS "writtenByName", e.written_at AS "writtenAt"
         FROM note_entries e LEFT JOIN users u ON u.id = e.written_by
        WHERE e.note_id = $1 ORDER BY e.written_at, e.id`,
      [noteId],
    )
  }

  async replies(noteId: string): Promise<number> {
    const row = await this.database.one<{ replies: number | string }>(
      `SELECT COUNT(*) AS replies FROM note_entries WHERE note_id = $1 AND kind = 'reply'`,
      [noteId],
    )
    return Number(row?.replies ?? 0)
  }

  /** The evidence of a thread, by the entry that shows it. */
  evidence(
    actor: Actor,
    satker: ScopedSatker,
    noteId: string,
  ): Promise<(PickedPiece & { readonly entryId: string })[]> {
    const opened = openedCondition(actor, satker, 'p', 1)
    return this.database.query(
      `SELECT x.entry_id AS "entryId", p.id, p.title, p.nature, p.access, p.withdrawn_at AS "withdrawnAt",
              ${opened.sql} AS opened
         FROM note_evidence x JOIN note_entries e ON e.id = x.entry_id JOIN evidence p ON p.id = x.evidence_id
        WHERE e.note_id = $${opened.parameters.length + 1} ORDER BY p.title, p.id`,
      [...opened.parameters, noteId],
    )
  }

  /** Head, chair and members of a satker on a civil date, by name. */
  team(satkerId: string, today: string): Promise<TeamPerson[]> {
    return this.database.query<TeamPerson>(
      `SELECT u.id, u.name, m.role, m.parts FROM memberships m JOIN users u ON u.id = m.user_id
        WHERE m.satker_id = $1 AND m.role IN ('head', 'chair', 'member') AND m.valid_from <= $2
          AND (m.valid_until IS NULL OR m.valid_until >= $3) AND u.disabled_at IS NULL
        ORDER BY u.name, u.id, m.role`,
      [satkerId, today, today],
    )
  }

  /** Notes on the same question in earlier cycles of the same satker, the newest first. */
  earlier(satkerId: string, question: string, year: number): Promise<EarlierNote[]> {
    return this.database.query<EarlierNote>(
      `SELECT n.id, c.year, n.state, n.severity, n.text
         FROM notes n JOIN assessments a ON a.id = n.assessment_id JOIN cycles c ON c.id = a.cycle_id
        WHERE a.satker_id = $1 AND n.scope = 'question' AND n.place = $2 AND n.state <> 'ditarik' AND c.year < $3
        ORDER BY c.year DESC, n.id DESC LIMIT 10`,
      [satkerId, question, year],
    )
  }

  hold(id: string): Promise<void> {
    return this.database.lock('notes', id)
  }

  insert(note: Note): Promise<void> {
    return this.database.insert(Note, [note])
  }

  async update(id: string, facts: Partial<Note>): Promise<void> {
    await this.database.writing().update(Note, { id }, facts)
  }

  async insertEntry(entry: NoteEntry, evidenceIds: readonly string[] = []): Promise<void> {
    await this.database.insert(NoteEntry, [entry])
    await this.database.insert(
      NoteEvidence,
      evidenceIds.map(evidenceId => ({ entryId: entry.id, evidenceId })),
    )
  }
}
