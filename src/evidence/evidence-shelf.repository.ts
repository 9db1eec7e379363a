import type { Actor } from '../access/actor'
import type { ScopedSatker } from '../access/scope'
import type { Database } from '../db/database'
import type { EvidenceNature } from '../engine/instrument/instrument'
import { openedCondition } from './evidence-access'

/** A piece that can be used for a further question. */
export interface Candidate {
  readonly id: string
  readonly title: string
  readonly nature: EvidenceNature
}

/** Lists of a satker's pieces. */
export class EvidenceShelfRepository {
  constructor(private readonly database: Database) {}

  /** Pieces the actor may open that do not serve the question yet, newest first, by a word of title or number. */
  candidates(
    actor: Actor,
    assessment: ScopedSatker & { readonly id: string },
    question: string,
    search: string,
    limit: number,
  ): Promise<Candidate[]> {
    const opened = openedCondition(actor, assessment, 'e', 1)
    const parameters: string[] = [...opened.parameters]
    const next = (value: string) => `$${parameters.push(value)}`
    const like = next(containing(search))
    return this.database.query<Candidate>(
      `SELECT e.id, e.title, e.nature FROM evidence e
        WHERE ${opened.sql} AND e.withdrawn_at IS NULL
          AND (LOWER(e.title) LIKE ${like} ESCAPE '!' OR LOWER(e.document_number) LIKE ${like} ESCAPE '!')
          AND e.satker_id = ${next(assessment.satkerId)}
          AND NOT EXISTS (SELECT 1 FROM evidence_uses u WHERE u.evidence_id = e.id
                AND u.assessment_id = ${next(assessment.id)} AND u.question = ${next(question)})
        ORDER BY e.created_at DESC, e.id DESC LIMIT ${Number(limit)}`,
      parameters,
    )
  }
}

/** A LIKE pattern for a text that contains the words, with `!` as the escape. */
export const containing = (search: string): string =>
  `%${search
    .toLowerCase()
    .trim()
    .replace(/[!%_]/g, character => `!${character}`)}%`
