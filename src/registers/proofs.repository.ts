import type { Actor } from '../access/actor'
import type { Database } from '../db/database'
import type { EvidenceNature } from '../engine/instrument/instrument'
import { openedCondition } from '../evidence/evidence-access'
import type { EvidenceAccess } from '../evidence/evidence.entity'
import type { SeenEntry } from './register-entry'
import type { EntryEvidenceKind } from './register-entry.entity'

/** A piece of the shelf that belongs to an entry, as one person may see it. */
export interface ProofRow {
  readonly id: string
  readonly kind: EntryEvidenceKind
  /** Of an excerpt what it says, as a hash. */
  readonly content: string
  readonly title: string
  readonly nature: EvidenceNature
  readonly access: EvidenceAccess
  readonly happenedOn: string | null
  readonly withdrawnAt: string | null
  /** 0/1 on SQLite. */
  readonly opened: boolean | number
}

export class ProofsRepository {
  constructor(private readonly database: Database) {}

  /** The pieces of an entry, in the order in which they came. One statement. */
  of(actor: Actor, entry: SeenEntry): Promise<ProofRow[]> {
    const opened = openedCondition(actor, entry, 'e', 1)
    return this.database.query<ProofRow>(
      `SELECT e.id, ${opened.sql} AS opened, x.kind, x.content, e.title, e.nature, e.access,
              e.happened_on AS "happenedOn", e.withdrawn_at AS "withdrawnAt"
         FROM entry_evidence x JOIN evidence e ON e.id = x.evidence_id
        WHERE x.entry_id = $${opened.parameters.length + 1} ORDER BY x.added_at, e.id`,
      [...opened.parameters, entry.id],
    )
  }

  /** The pieces that serve a question already. */
  async usedUnder(assessmentId: string, question: string): Promise<ReadonlySet<string>> {
    const rows = await this.database.query<{ id: string }>(
      'SELECT evidence_id AS id FROM evidence_uses WHERE assessment_id = $1 AND question = $2',
      [assessmentId, question],
    )
    return new Set(rows.map(row => row.id))
  }
}
