import type { Actor } from '../access/actor'
import { visibleCondition } from '../access/scope'
import type { Database } from '../db/database'
import { Statement } from '../db/statement'
import type { Register } from './register'
import type { SeenEntry } from './register-entry'
import {
  EntryEvidence,
  EntryLink,
  EntrySupport,
  RegisterEntryRow,
  type EntryLinkKind,
  type SupportKind,
} from './register-entry.entity'

/** A question that a piece of an entry proves, in some assessment. */
export interface EntryUse {
  readonly assessmentId: string
  readonly year: number
  readonly question: string
}

export interface RegisterCount {
  readonly register: Register
  readonly entries: number | string
}

export const ENTRY_COLUMNS = `r.id, r.satker_id AS "satkerId", r.register, r.title, r.summary,
  r.happened_on AS "happenedOn", r.happened_until AS "happenedUntil", r.changed_at AS "changedAt",
  s.path AS "satkerPath", s.name AS "satkerName", s.time_zone AS "timeZone"`

export class EntriesRepository {
  constructor(private readonly database: Database) {}

  /** An entry at a satker whose registers the actor reads. */
  visible(actor: Actor, id: string): Promise<SeenEntry | undefined> {
    const scope = visibleCondition(actor, 'read-registers', 's', 1)
    return this.database.one<SeenEntry>(
      `SELECT ${ENTRY_COLUMNS} FROM register_entries r JOIN satker s ON s.id = r.satker_id
        WHERE ${scope.sql} AND r.id = $${scope.parameters.length + 1}`,
      [...scope.parameters, id],
    )
  }

  supports(entryIds: readonly string[]): Promise<EntrySupport[]> {
    return this.database.query<EntrySupport>(
      `SELECT entry_id AS "entryId", kind, target FROM entry_supports
        WHERE entry_id IN ${this.database.listOf('$1')} ORDER BY kind, target`,
      [JSON.stringify(entryIds)],
    )
  }

  links(entryId: string): Promise<EntryLink[]> {
    return this.database.query<EntryLink>(
      `SELECT from_id AS "fromId", to_id AS "toId", kind FROM entry_links
        WHERE from_id = $1 OR to_id = $1 ORDER BY kind, from_id, to_id`,
      [entryId],
    )
  }

  /** The entries that others refer to or that refer to them, by id. */
  entries(ids: readonly string[]): Promise<SeenEntry[]> {
    return this.database.query<SeenEntry>(
      `SELECT ${ENTRY_COLUMNS} FROM register_entries r JOIN satker s ON s.id = r.satker_id
        WHERE r.id IN ${this.database.listOf('$1')} ORDER BY r.happened_on, r.title, r.id`,
      [JSON.stringify(ids)],
    )
  }

  /** Entries of a satker in some registers whose title or summary contains a text, newest first. */
  matching(satkerId: string, registers: readonly Register[], search: string, limit: number) {
    const statement = new Statement()
    return this.database.query<SeenEntry>(
      `SELECT ${ENTRY_COLUMNS} FROM register_entries r JOIN satker s ON s.id = r.satker_id
        WHERE r.satker_id = ${statement.value(satkerId)} AND r.register IN (${statement.list(registers)})
          AND ${statement.contains(['r.title', 'r.summary'], search)}
        ORDER BY COALESCE(r.happened_on, '') DESC, r.title, r.id LIMIT ${Number(limit)}`,
      statement.parameters,
    )
  }

  counts(satkerId: string): Promise<RegisterCount[]> {
    return this.database.query<RegisterCount>(
      'SELECT register, COUNT(*) AS entries FROM register_entries WHERE satker_id = $1 GROUP BY register',
      [satkerId],
    )
  }

  /** Where pieces of an entry are used, newest cycle first. */
  uses(entryId: string): Promise<EntryUse[]> {
    return this.database.query<EntryUse>(
      `SELECT DISTINCT u.assessment_id AS "assessmentId", c.year, u.question
         FROM entry_evidence x JOIN evidence_uses u ON u.evidence_id = x.evidence_id
         JOIN assessments a ON a.id = u.assessment_id JOIN cycles c ON c.id = a.cycle_id
        WHERE x.entry_id = $1 ORDER BY c.year DESC, u.question`,
      [entryId],
    )
  }

  /** Keeps every other change of a satker's registers waiting until the transaction ends. */
  hold(satkerId: string): Promise<void> {
    return this.database.lock('satker', satkerId)
  }

  put(rows: readonly Partial<RegisterEntryRow>[]): Promise<void> {
    return this.database.insert(RegisterEntryRow, rows, {
      key: ['id'],
      replace: ['title', 'summary', 'happenedOn', 'happenedUntil', 'changedAt'],
    })
  }

  /** Replaces what entries support of one kind. */
  async support(
    entryIds: readonly string[],
    kind: SupportKind,
    rows: readonly EntrySupport[],
  ): Promise<void> {
    await this.database
      .writing()
      .query(`DELETE FROM entry_supports WHERE entry_id IN ${this.database.listOf('$1')} AND kind = $2`, [
        JSON.stringify(entryIds),
        kind,
      ])
    await this.database.insert(EntrySupport, rows, { key: ['entryId', 'kind', 'target'], replace: [] })
  }

  async link(fromId: string, kind: EntryLinkKind, toIds: readonly string[]): Promise<void> {
    await this.database.writing().delete(EntryLink, { fromId, kind })
    await this.database.insert(
      EntryLink,
      [...new Set(toIds)].map(toId => ({ fromId, toId, kind })),
    )
  }

  addEvidence(rows: readonly EntryEvidence[]): Promise<void> {
    return this.database.insert(EntryEvidence, rows, { key: ['entryId', 'evidenceId'], replace: [] })
  }

  async removeEvidence(entryId: string, evidenceId: string): Promise<boolean> {
    const { affected } = await this.database.writing().delete(EntryEvidence, { entryId, evidenceId })
    return (affected ?? 0) > 0
  }

  /** Takes entries away with all that stands around them; their pieces stay on the shelf. */
  async remove(ids: readonly string[]): Promise<void> {
    const list = JSON.stringify(ids)
    for (const [table, column] of [
      ['entry_supports', 'entry_id'],
      ['entry_evidence', 'entry_id'],
      ['entry_links', 'from_id'],
      ['entry_links', 'to_id'],
      ['register_entries', 'id'],
    ] as const)
      await this.database
        .writing()
        .query(`DELETE FROM ${table} WHERE ${column} IN ${this.database.listOf('$1')}`, [list])
  }
}
