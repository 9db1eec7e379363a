import type { Database } from '../db/database'
import { FindingRuling } from './finding.entity'
import { type RulingOutcome } from './finding-outcomes'

export interface RulingRow extends FindingRuling {
  readonly ruledByName: string
}

/** How often evaluators confirmed and dismissed what one rule said. */
export interface RulePrecision {
  readonly rule: string
  readonly confirmed: number
  readonly dismissed: number
}

const COLUMNS = `r.id, r.assessment_id AS "assessmentId", r.rule, r.about, r.grounds, r.level, r.outcome, r.reason,
  r.ruled_by AS "ruledBy", r.ruled_as AS "ruledAs", r.ruled_at AS "ruledAt", u.name AS "ruledByName"`

export class RulingsRepository {
  constructor(private readonly database: Database) {}

  /** Every ruling on an assessment, oldest first. */
  of(assessmentId: string): Promise<RulingRow[]> {
    return this.database.query<RulingRow>(
      `SELECT ${COLUMNS} FROM finding_rulings r JOIN users u ON u.id = r.ruled_by
        WHERE r.assessment_id = $1 ORDER BY r.ruled_at, r.id`,
      [assessmentId],
    )
  }

  /** By the last word on each finding and its grounds, per rule. */
  async precision(): Promise<RulePrecision[]> {
    const rows = await this.database.query<{ rule: string; outcome: RulingOutcome; n: number | string }>(
      `SELECT r.rule, r.outcome, COUNT(*) AS n FROM finding_rulings r
        WHERE NOT EXISTS (SELECT 1 FROM finding_rulings o
               WHERE o.assessment_id = r.assessment_id AND o.rule = r.rule AND o.about = r.about
                 AND o.grounds = r.grounds AND (o.ruled_at > r.ruled_at OR (o.ruled_at = r.ruled_at AND o.id > r.id)))
        GROUP BY r.rule, r.outcome`,
    )
    const count = (rule: string, outcome: RulingOutcome) =>
      Number(rows.find(row => row.rule === rule && row.outcome === outcome)?.n ?? 0)
    return [...new Set(rows.map(({ rule }) => rule))].sort().map(rule => ({
      rule,
      confirmed: count(rule, 'confirmed'),
      dismissed: count(rule, 'dismissed'),
    }))
  }

  /** The id of the last ruling on a finding, whatever grounds it stood on; empty for none. */
  async lastOn(assessmentId: string, rule: string, about: string): Promise<string> {
    const row = await this.database.one<{ id: string }>(
      `SELECT id FROM finding_rulings WHERE assessment_id = $1 AND rule = $2 AND about = $3
        ORDER BY ruled_at DESC, id DESC LIMIT 1`,
      [assessmentId, rule, about],
    )
    return row?.id ?? ''
  }

  hold(assessmentId: string): Promise<void> {
    return this.database.lock('assessments', assessmentId)
  }

  insert(row: FindingRuling): Promise<void> {
    return this.database.insert(FindingRuling, [row])
  }
}
