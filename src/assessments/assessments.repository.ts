import type { TimeZone } from '../web/format/date'
import type { Actor } from '../access/actor'
import { blindCondition, drawnCondition, scoresBlind } from '../access/blind-scoring'
import type { RolePolicy } from '../access/policies'
import { visibleCondition } from '../access/scope'
import type { AreaGates } from '../engine/scoring/score'
import type { AssessmentStage } from '../engine/stages/stages'
import type { Database } from '../db/database'
import { Assessment } from './assessment.entity'
import { underKanwil } from '../satker/under-kanwil'

/** An assessment with everything around it that pages and decisions need, in one row. */
export interface AssessmentRow {
  readonly id: string
  readonly stage: AssessmentStage
  readonly round: number
  readonly edition: number
  readonly targetPredicate: string
  readonly satkerId: string
  readonly satkerPath: string
  readonly satkerCode: string
  readonly satkerName: string
  readonly timeZone: TimeZone
  readonly cycleId: string
  readonly year: number
  readonly areaGates: AreaGates
  /** JSON: what the cycle switches on. */
  readonly settings: string
  readonly underKanwil: boolean | number
  readonly instrumentId: string
  readonly worksheetId: string
  readonly frozenAt: string | null
  readonly hash: string | null
  /** The window of the present stage; null where the stage has none. */
  readonly opensOn: string | null
  readonly closesOn: string | null
  /** Codes of the questions that came back for this round, parted by spaces; null where none did. */
  readonly returnedQuestions: string | null
}

/** What acts move about an assessment once it is there. */
export type AssessmentChange = Partial<Pick<Assessment, 'stage' | 'round' | 'edition' | 'targetPredicate'>>

export class AssessmentsRepository {
  constructor(private readonly database: Database) {}

  /**
   * The assessment when the actor may see it under the policy; the satker's present worksheet comes along. Whoever
   * scores it a second time sees it as that alone, whatever other roles say.
   */
  visible(actor: Actor, policy: RolePolicy, id: string): Promise<AssessmentRow | undefined> {
    const scope = visibleCondition(actor, policy, 's', 2)
    const second = secondScoring(actor, policy, `$${scope.parameters.length + 2}`)
    const joined = this.database.dialect === 'sqlite' ? 'group_concat' : 'string_agg'
    return this.database.one<AssessmentRow>(
      `SELECT a.id, a.stage, a.round, a.edition, a.target_predicate AS "targetPredicate",
              s.id AS "satkerId", s.path AS "satkerPath", s.code AS "satkerCode", s.name AS "satkerName",
              s.time_zone AS "timeZone",
              c.id AS "cycleId", c.year, c.area_gates AS "areaGates", c.settings,
              ${underKanwil('s')} AS "underKanwil", c.instrument_id AS "instrumentId",
              w.id AS "worksheetId", w.frozen_at AS "frozenAt", w.hash,
              cw.opens_on AS "opensOn",
              COALESCE((SELECT MAX(e.closes_on) FROM extensions e WHERE e.assessment_id = a.id AND e.stage = a.stage
                         AND e.closes_on > cw.closes_on), cw.closes_on) AS "closesOn",
              (SELECT ${joined}(r.question, ' ') FROM returned_questions r
                WHERE r.assessment_id = a.id AND r.round = a.round) AS "returnedQuestions"
         FROM assessments a
         JOIN satker s ON s.id = a.satker_id
         JOIN cycles c ON c.id = a.cycle_id
         JOIN worksheets w ON w.assessment_id = a.id AND w.seat = 'satker' AND w.round = a.round AND w.edition = a.edition
         LEFT JOIN cycle_windows cw ON cw.cycle_id = a.cycle_id AND cw.stage = a.stage
        WHERE a.id = $1 AND ${scope.sql}${second}`,
      [id, ...scope.parameters, ...(second ? [actor.userId] : [])],
    )
  }

  async update(id: string, facts: AssessmentChange): Promise<void> {
    await this.database.writing().update(Assessment, { id }, facts)
  }

  /** What decides whether a worksheet may still be written. */
  standing(worksheetId: string): Promise<{ stage: AssessmentStage; frozenAt: string | null } | undefined> {
    return this.database.one(
      `SELECT a.stage, w.frozen_at AS "frozenAt"
         FROM worksheets w JOIN assessments a ON a.id = w.assessment_id WHERE w.id = $1`,
      [worksheetId],
    )
  }

  /** The newest assessment of the satker that the actor works at. */
  newestOf(satkerId: string): Promise<{ id: string } | undefined> {
    return this.database.one(
      `SELECT a.id FROM assessments a JOIN cycles c ON c.id = a.cycle_id
        WHERE a.satker_id = $1 ORDER BY c.year DESC LIMIT 1`,
      [satkerId],
    )
  }
}

/**
 * A unit of a running sample is there for its second scorer as that alone, and for nobody else as that; what stands
 * around it comes back when the own sheet was handed in.
 */
function secondScoring(actor: Actor, policy: RolePolicy, user: string): string {
  if (!scoresBlind(actor)) return ''
  return policy === 'score-second'
    ? ` AND ${drawnCondition('a.id', user)}`
    : ` AND NOT ${blindCondition('a.id', user)}`
}
