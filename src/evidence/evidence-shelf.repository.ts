import type { Actor } from '../access/actor'
import { mayAt, visibleCondition, type ScopedSatker } from '../access/scope'
import type { Database } from '../db/database'
import type { EvidenceNature } from '../engine/instrument/instrument'
import type { TimeZone } from '../web/format/date'
import { onAgreement } from './agreement-papers'
import { openedCondition } from './evidence-access'
import type { EvidenceAccess } from './evidence.entity'
import type { ShelfFilter, ShelfOrder, ShelfState } from './shelf-filter'

/** A piece that can be used for a further question. */
export interface Candidate {
  readonly id: string
  readonly title: string
  readonly nature: EvidenceNature
  readonly happenedOn: string | null
  readonly documentNumber: string
  /** How many questions it serves already, in any assessment. */
  readonly uses: number | string
}

/** A piece of the shelf as one person may see it. */
export interface PickedPiece {
  readonly id: string
  readonly title: string
  readonly nature: EvidenceNature
  readonly access: EvidenceAccess
  readonly withdrawnAt: string | null
  /** 0/1 on SQLite. */
  readonly opened: boolean | number
}

export interface ShelfSatker extends ScopedSatker {
  readonly satkerName: string
  readonly timeZone: TimeZone
}

export interface ShelfRow {
  readonly id: string
  /** 0/1 on SQLite. */
  readonly opened: boolean | number
  readonly title: string
  readonly nature: EvidenceNature
  readonly access: EvidenceAccess
  readonly happenedOn: string | null
  readonly happenedUntil: string | null
  readonly documentNumber: string
  readonly issuer: string
  readonly createdAt: string
  readonly withdrawnAt: string | null
  readonly fileCount: number | string
  readonly linkCount: number | string
}

/** A use of a listed piece. */
export interface ShelfUse {
  readonly evidenceId: string
  readonly assessmentId: string
  readonly year: number
  readonly question: string
}

/** Another piece that holds the same content as a listed one. */
export interface ShelfTwin {
  readonly evidenceId: string
  readonly twinId: string
  readonly title: string
}

/**
 * Pieces with a content that more than one piece holds, as far as the actor may open those. Materialised: a PostgreSQL
 * that thinks the tables empty would work it out once for every row of the shelf.
 */
const TWINNED = `held AS MATERIALIZED (SELECT o.sha256 FROM shelf t JOIN evidence_files o ON o.evidence_id = t.id
   WHERE t.opened AND t.withdrawn_at IS NULL AND o.replaced_at IS NULL AND o.sha256 IS NOT NULL
   GROUP BY o.sha256 HAVING COUNT(DISTINCT o.evidence_id) > 1),
  twinned AS MATERIALIZED (SELECT DISTINCT f.evidence_id FROM held h JOIN evidence_files f
    ON f.sha256 = h.sha256 AND f.replaced_at IS NULL)`
const HAS_TWIN = 'e.id IN (SELECT w.evidence_id FROM twinned w)'
const COUNT = 'SELECT COUNT(*) FROM evidence_files f WHERE f.evidence_id = e.id AND f.replaced_at IS NULL'
const IS_USED = 'EXISTS (SELECT 1 FROM evidence_uses u WHERE u.evidence_id = e.id)'

const STATES: Readonly<Record<ShelfState, string>> = {
  semua: 'e.withdrawn_at IS NULL',
  dipakai: `e.withdrawn_at IS NULL AND ${IS_USED}`,
  belum: `e.withdrawn_at IS NULL AND NOT ${IS_USED}`,
  ganda: `e.withdrawn_at IS NULL AND e.opened AND ${HAS_TWIN}`,
  ditarik: 'e.withdrawn_at IS NOT NULL',
}

/** What is not opened stands last: its place among the others would tell its title or date. */
const ORDERS: Readonly<Record<ShelfOrder, string>> = {
  terbaru: 'e.created_at DESC, e.id DESC',
  judul: 'CASE WHEN e.opened THEN 0 ELSE 1 END, CASE WHEN e.opened THEN LOWER(e.title) END, e.id',
  kejadian:
    'CASE WHEN e.opened AND e.happened_on IS NOT NULL THEN 0 ELSE 1 END, CASE WHEN e.opened THEN e.happened_on END DESC, e.id DESC',
}

/** Lists of a satker's pieces. */
export class EvidenceShelfRepository {
  constructor(private readonly database: Database) {}

  /** The satker when its evidence is within the actor's reach. */
  satker(actor: Actor, id: string): Promise<ShelfSatker | undefined> {
    const scope = visibleCondition(actor, 'read-evidence', 's', 2)
    return this.database.one<ShelfSatker>(
      `SELECT s.id AS "satkerId", s.path AS "satkerPath", s.name AS "satkerName", s.time_zone AS "timeZone"
         FROM satker s WHERE s.id = $1 AND ${scope.sql}`,
      [id, ...scope.parameters],
    )
  }

  rows(actor: Actor, satker: ScopedSatker, filter: ShelfFilter, limit: number): Promise<ShelfRow[]> {
    const { shelf, where, parameters } = conditionsOf(actor, satker, filter)
    return this.database.query<ShelfRow>(
      `${shelf} SELECT e.id, e.opened, e.title, e.nature, e.access, e.happened_on AS "happenedOn",
              e.happened_until AS "happenedUntil", e.document_number AS "documentNumber", e.issuer,
              e.created_at AS "createdAt", e.withdrawn_at AS "withdrawnAt",
              (${COUNT} AND f.url IS NULL) AS "fileCount",
              (${COUNT} AND f.url IS NOT NULL) AS "linkCount"
         FROM shelf e WHERE ${where} ORDER BY ${ORDERS[filter.order]}
        LIMIT ${Number(limit)} OFFSET ${(filter.page - 1) * Number(limit)}`,
      parameters,
    )
  }

  /** Pieces of the satker's shelf among some ids. */
  among(actor: Actor, satker: ScopedSatker, ids: readonly string[]): Promise<PickedPiece[]> {
    const opened = openedCondition(actor, satker, 'p', 1)
    const next = opened.parameters.length + 1
    return this.database.query<PickedPiece>(
      `SELECT p.id, p.title, p.nature, p.access, p.withdrawn_at AS "withdrawnAt", ${opened.sql} AS opened
         FROM evidence p WHERE p.satker_id = $${next} AND p.id IN ${this.database.listOf(`$${next + 1}`)}
        ORDER BY p.title, p.id`,
      [...opened.parameters, satker.satkerId, JSON.stringify(ids)],
    )
  }

  async count(actor: Actor, satker: ScopedSatker, filter: ShelfFilter): Promise<number> {
    const { shelf, where, parameters } = conditionsOf(actor, satker, filter)
    const row = await this.database.one<{ n: number | string }>(
      `${shelf} SELECT COUNT(*) AS n FROM shelf e WHERE ${where}`,
      parameters,
    )
    return Number(row?.n ?? 0)
  }

  uses(evidenceIds: readonly string[]): Promise<ShelfUse[]> {
    return this.database.query<ShelfUse>(
      `SELECT u.evidence_id AS "evidenceId", u.assessment_id AS "assessmentId", c.year, u.question
         FROM evidence_uses u JOIN assessments a ON a.id = u.assessment_id JOIN cycles c ON c.id = a.cycle_id
        WHERE u.evidence_id IN (${listOf(evidenceIds, 1)}) ORDER BY c.year DESC, u.question, u.id`,
      evidenceIds,
    )
  }

  /** Pieces of the same satker that the actor may open and that hold a content of one of these. */
  twins(actor: Actor, satker: ScopedSatker, evidenceIds: readonly string[]): Promise<ShelfTwin[]> {
    const { shelf, parameters } = shelfOf(actor, satker)
    return this.database.query<ShelfTwin>(
      `${shelf} SELECT DISTINCT f.evidence_id AS "evidenceId", t.id AS "twinId", t.title
         FROM evidence_files f
         JOIN evidence_files o ON o.sha256 = f.sha256 AND o.evidence_id <> f.evidence_id AND o.replaced_at IS NULL
         JOIN shelf t ON t.id = o.evidence_id
        WHERE f.evidence_id IN (${listOf(evidenceIds, parameters.length + 1)}) AND f.replaced_at IS NULL
          AND t.withdrawn_at IS NULL AND t.opened ORDER BY t.title, t.id`,
      [...parameters, ...evidenceIds],
    )
  }

  /**
   * Pieces the actor may open that do not serve the question yet, newest first, by a word of title or number; without
   * a question all of them. Who does not read the shelf finds what stands on the agreements of the unit.
   */
  candidates(
    actor: Actor,
    assessment: ScopedSatker & { readonly id: string },
    question: string | null,
    search: string,
    limit: number,
  ): Promise<Candidate[]> {
    const { shelf, parameters } = shelfOf(actor, assessment)
    const next = (value: string) => `$${parameters.push(value)}`
    const like = next(containing(search))
    return this.database.query<Candidate>(
      `${shelf} SELECT e.id, e.title, e.nature, e.happened_on AS "happenedOn",
              e.document_number AS "documentNumber",
              (SELECT COUNT(*) FROM evidence_uses u WHERE u.evidence_id = e.id) AS uses
         FROM shelf e
        WHERE e.opened AND e.withdrawn_at IS NULL AND ${mayAt(actor, 'read-evidence', assessment) ? '1 = 1' : onAgreement('e')}
          AND (LOWER(e.title) LIKE ${like} ESCAPE '!' OR LOWER(e.document_number) LIKE ${like} ESCAPE '!')
          ${
            question === null
              ? ''
              : `AND NOT EXISTS (SELECT 1 FROM evidence_uses u WHERE u.evidence_id = e.id
                AND u.assessment_id = ${next(assessment.id)} AND u.question = ${next(question)})`
          }
        ORDER BY e.created_at DESC, e.id DESC LIMIT ${Number(limit)}`,
      parameters,
    )
  }
}

/** All pieces of a satker, each with whether the actor may open it. */
function shelfOf(actor: Actor, satker: ScopedSatker) {
  const opened = openedCondition(actor, satker, 'p', 1)
  const parameters: string[] = [...opened.parameters]
  const number = `$${parameters.push(satker.satkerId)}`
  return {
    shelf: `WITH shelf AS (SELECT p.*, ${opened.sql} AS opened FROM evidence p WHERE p.satker_id = ${number}),
  ${TWINNED}`,
    parameters,
  }
}

function conditionsOf(actor: Actor, satker: ScopedSatker, filter: ShelfFilter) {
  const { shelf, parameters } = shelfOf(actor, satker)
  const next = (value: string) => `$${parameters.push(value)}`
  const conditions = [STATES[filter.state]]
  if (filter.search) conditions.push(`e.opened AND ${matching(next(containing(filter.search)))}`)
  if (filter.nature) conditions.push(`e.nature = ${next(filter.nature)}`)
  if (filter.access) conditions.push(`e.access = ${next(filter.access)}`)
  return { shelf, where: conditions.join(' AND '), parameters }
}

const matching = (like: string): string => `(LOWER(e.title) LIKE ${like} ESCAPE '!'
  OR LOWER(e.document_number) LIKE ${like} ESCAPE '!' OR LOWER(e.issuer) LIKE ${like} ESCAPE '!'
  OR EXISTS (SELECT 1 FROM evidence_files f WHERE f.evidence_id = e.id AND LOWER(f.name) LIKE ${like} ESCAPE '!'))`

/** No title is longer than what is looked for; SQLite takes no pattern of more than 50,000 characters. */
const MOST_SEARCHED = 200

/** A LIKE pattern for a text that contains the words, with `!` as the escape. */
const containing = (search: string): string =>
  `%${search
    .slice(0, MOST_SEARCHED)
    .toLowerCase()
    .trim()
    .replace(/[!%_]/g, character => `!${character}`)}%`

const listOf = (ids: readonly string[], first: number): string =>
  ids.length === 0 ? 'NULL' : ids.map((_id, index) => `$${first + index}`).join(', ')
