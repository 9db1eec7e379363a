import type { Database } from '../db/database'

/** A unit that both scored: the member's first frozen worksheet and the second scorer's. */
export interface ScoredTwiceRow {
  readonly assessmentId: string
  readonly sample: number
  readonly first: string
  readonly second: string
  readonly evaluatorId: string
  readonly evaluatorName: string
}

export class AgreementRepository {
  constructor(private readonly database: Database) {}

  /**
   * Units of a cycle that two people scored from the same worksheet of the satker: one that was handed in anew after
   * the second began is no pair any more, nor is one that came to the second scorer as a member.
   */
  scoredTwice(cycleId: string): Promise<ScoredTwiceRow[]> {
    return this.database.query<ScoredTwiceRow>(
      `SELECT u.assessment_id AS "assessmentId", k.number AS sample, m.id AS first, w.id AS second,
              m.assessor_id AS "evaluatorId", p.name AS "evaluatorName"
         FROM samples k JOIN sampled_units u ON u.sample_id = k.id
         JOIN worksheets w ON w.assessment_id = u.assessment_id AND w.seat = 'second' AND w.frozen_at IS NOT NULL
         JOIN worksheets o ON o.id = w.based_on
          AND o.edition = (SELECT MAX(e.edition) FROM worksheets e
                            WHERE e.assessment_id = u.assessment_id AND e.seat = 'satker' AND e.round = 1)
         JOIN worksheets m ON m.assessment_id = u.assessment_id AND m.seat = 'member' AND m.round = 1
          AND m.frozen_at IS NOT NULL AND m.assessor_id <> u.user_id
         JOIN users p ON p.id = m.assessor_id
        WHERE k.cycle_id = $1 ORDER BY k.number, u.assessment_id`,
      [cycleId],
    )
  }
}
