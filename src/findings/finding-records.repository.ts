import type { Actor } from '../access/actor'
import type { ScopedSatker } from '../access/scope'
import type { Database } from '../db/database'
import type { EvidenceNature } from '../engine/instrument/instrument'
import { openedCondition } from '../evidence/evidence-access'
import type { Register } from '../registers/register'

export interface RecordedEntry {
  readonly id: string
  readonly register: Register
  readonly title: string
  readonly happenedOn: string | null
}

export interface RecordedPiece {
  readonly id: string
  readonly title: string
  readonly nature: EvidenceNature
  readonly happenedOn: string | null
  /** 0/1 on SQLite. */
  readonly opened: boolean | number
}

export interface RecordedNote {
  readonly id: string
  readonly text: string
  readonly dueOn: string
}

export interface RecordedPredicate {
  readonly id: string
  readonly predicate: string
  readonly heldSince: string
}

/** What the records behind a finding are called, one statement per kind. */
export class FindingRecordsRepository {
  constructor(private readonly database: Database) {}

  entries(satkerId: string, ids: readonly string[]): Promise<RecordedEntry[]> {
    return this.database.query<RecordedEntry>(
      `SELECT r.id, r.register, r.title, r.happened_on AS "happenedOn" FROM register_entries r
        WHERE r.satker_id = $1 AND r.id IN ${this.database.listOf('$2')}`,
      [satkerId, JSON.stringify(ids)],
    )
  }

  pieces(actor: Actor, satker: ScopedSatker, ids: readonly string[]): Promise<RecordedPiece[]> {
    const opened = openedCondition(actor, satker, 'e', 1)
    const next = opened.parameters.length + 1
    return this.database.query<RecordedPiece>(
      `SELECT e.id, e.title, e.nature, e.happened_on AS "happenedOn", ${opened.sql} AS opened FROM evidence e
        WHERE e.satker_id = $${next} AND e.id IN ${this.database.listOf(`$${next + 1}`)}`,
      [...opened.parameters, satker.satkerId, JSON.stringify(ids)],
    )
  }

  notes(satkerId: string, ids: readonly string[]): Promise<RecordedNote[]> {
    return this.database.query<RecordedNote>(
      `SELECT n.id, n.text, n.due_on AS "dueOn" FROM notes n JOIN assessments a ON a.id = n.assessment_id
        WHERE a.satker_id = $1 AND n.id IN ${this.database.listOf('$2')}`,
      [satkerId, JSON.stringify(ids)],
    )
  }

  predicates(satkerId: string, ids: readonly string[]): Promise<RecordedPredicate[]> {
    return this.database.query<RecordedPredicate>(
      `SELECT id, predicate, held_since AS "heldSince" FROM held_predicates
        WHERE satker_id = $1 AND id IN ${this.database.listOf('$2')}`,
      [satkerId, JSON.stringify(ids)],
    )
  }
}
