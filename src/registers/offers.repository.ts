import type { Database } from '../db/database'
import { Statement } from '../db/statement'
import type { Register } from './register'

/** An entry that can prove a question. */
export interface OfferRow {
  readonly id: string
  readonly register: Register
  readonly title: string
  readonly summary: string
  readonly happenedOn: string | null
  readonly happenedUntil: string | null
  /** Named for the question itself, not for its area alone. 0/1 on SQLite. */
  readonly direct: boolean | number
  /** A piece of it stands under the question already. 0/1 on SQLite. */
  readonly used: boolean | number
  readonly proofs: number | string
  /** How many entries match in all. */
  readonly total: number | string
}

export interface OfferPlace {
  readonly assessmentId: string
  readonly satkerId: string
  readonly question: string
  readonly part: string
  /** Civil dates between which an entry must lie, as far as it is dated. */
  readonly from: string
  readonly until: string
  /** In title or summary; empty for all. */
  readonly search: string
}

export class OffersRepository {
  constructor(private readonly database: Database) {}

  /**
   * The entries that support a question or its part: those not used there before the others, those named for the
   * question first, then the newest. One statement.
   */
  of(place: OfferPlace, limit: number, offset = 0): Promise<OfferRow[]> {
    const statement = new Statement()
    const supports = (kind: 'question' | 'area', target: string) =>
      `EXISTS (SELECT 1 FROM entry_supports p WHERE p.entry_id = r.id AND p.kind = '${kind}' AND p.target = ${statement.value(target)})`
    return this.database.query<OfferRow>(
      `SELECT w.*, COUNT(*) OVER () AS total FROM (SELECT o.id, o.register, o.title, o.summary, o.happened_on AS "happenedOn",
              o.happened_until AS "happenedUntil", o.direct,
              EXISTS (SELECT 1 FROM entry_evidence x JOIN evidence_uses u ON u.evidence_id = x.evidence_id
                       WHERE x.entry_id = o.id AND u.assessment_id = ${statement.value(place.assessmentId)}
                         AND u.question = ${statement.value(place.question)}) AS used,
              (SELECT COUNT(*) FROM entry_evidence x WHERE x.entry_id = o.id AND x.kind = 'proof') AS proofs
         FROM (SELECT r.*, ${supports('question', place.question)} AS direct, ${supports('area', place.part)} AS near
                 FROM register_entries r
                WHERE r.satker_id = ${statement.value(place.satkerId)}
                  AND (r.happened_on IS NULL
                    OR (r.happened_on <= ${statement.value(place.until)}
                    AND COALESCE(r.happened_until, r.happened_on) >= ${statement.value(place.from)}))) o
        WHERE (o.direct OR o.near) AND ${statement.contains(['o.title', 'o.summary'], place.search)}) w
        ORDER BY CASE WHEN w.used THEN 1 ELSE 0 END, CASE WHEN w.direct THEN 0 ELSE 1 END,
                 COALESCE(w."happenedOn", '') DESC, w.title, w.id
        LIMIT ${Number(limit)} OFFSET ${Number(offset)}`,
      statement.parameters,
    )
  }
}
