import type { Actor } from '../access/actor'
import type { Database } from '../db/database'
import { Statement } from '../db/statement'
import type { AssessmentStage } from '../engine/stages/stages'
import type { SheetSeat } from '../engine/stages/turns'
import type { TimeZone } from '../web/format/date'
import type { TeamSeatKind } from './team.entity'
import { underKanwil } from '../satker/under-kanwil'

/** An assessment that somebody scores, checks or pre-assesses. */
export interface QueuedRow {
  readonly id: string
  readonly stage: AssessmentStage
  readonly round: number
  readonly cycleId: string
  readonly year: number
  readonly instrumentId: string
  /** JSON. */
  readonly settings: string
  readonly underKanwil: boolean | number
  readonly satkerName: string
  readonly satkerCode: string
  readonly satkerPath: string
  readonly timeZone: TimeZone
  readonly memberId: string | null
  readonly memberName: string | null
  readonly teamName: string | null
  /** The seat above the member that the actor holds in the team. */
  readonly leading: Exclude<TeamSeatKind, 'member'> | null
  /** The window of scoring: before the evaluation has begun, that in which it will be. */
  readonly opensOn: string | null
  readonly closesOn: string | null
  /** Notes of the actor's side that the satker replied to and nobody judged yet, also from cycles before. */
  readonly replies: number | string
}

export interface QueuedSheet {
  readonly id: string
  readonly assessmentId: string
  readonly seat: SheetSeat
  readonly round: number
  readonly edition: number
  readonly frozenAt: string | null
}

export interface SheetFigures {
  readonly worksheetId: string
  readonly questions: number
  readonly decided: number
  readonly flagged: number
  readonly ruled: number
}

/** What waits for evaluators. */
export class QueueRepository {
  constructor(private readonly database: Database) {}

  /**
   * Every handed-in assessment that is assigned to the actor or to a team that the actor leads or controls, and those
   * of the offices where the actor is pendamping, in cycles in which the kanwil scores first.
   */
  units(actor: Actor): Promise<QueuedRow[]> {
    const statement = new Statement()
    const me = actor.userId ?? ''
    const offices = actor.memberships.filter(({ role }) => role === 'pendamping')
    const leading = `(SELECT x.seat FROM team_seats x WHERE x.team_id = ea.team_id AND x.user_id = ${statement.value(me)}
      AND x.seat <> 'member' AND x.ended_at IS NULL)`
    const seated = () => `(ea.user_id = ${statement.value(me)} OR EXISTS (SELECT 1 FROM team_seats y
      WHERE y.team_id = ea.team_id AND y.user_id = ${statement.value(me)} AND y.seat <> 'member' AND y.ended_at IS NULL))`
    const mine = seated()
    const window = `CASE a.stage WHEN 'diajukan' THEN 'dievaluasi' ELSE a.stage END`
    const assigned = seated()
    const below = offices.map(({ satkerPath }) => `s.path LIKE ${statement.value(`${satkerPath}%`)}`)
    const office =
      below.length > 0
        ? ` OR (c.settings LIKE '%"preAssessment":true%' AND ${underKanwil('s')} AND (${below.join(' OR ')}))`
        : ''
    return this.database.query<QueuedRow>(
      `SELECT a.id, a.stage, a.round, c.id AS "cycleId", c.year, c.instrument_id AS "instrumentId", c.settings,
              ${underKanwil('s')} AS "underKanwil",
              s.name AS "satkerName", s.code AS "satkerCode", s.path AS "satkerPath", s.time_zone AS "timeZone",
              ea.user_id AS "memberId", u.name AS "memberName", t.name AS "teamName", ${leading} AS leading,
              (SELECT COUNT(*) FROM notes n JOIN assessments na ON na.id = n.assessment_id
                JOIN cycles nc ON nc.id = na.cycle_id
               WHERE na.satker_id = a.satker_id AND nc.year <= c.year AND n.state = 'ditanggapi'
                 AND n.origin = CASE WHEN ${mine} THEN 'evaluation' ELSE 'assistance' END) AS replies,
              cw.opens_on AS "opensOn",
              COALESCE((SELECT MAX(e.closes_on) FROM extensions e WHERE e.assessment_id = a.id AND e.stage = cw.stage
                         AND e.closes_on > cw.closes_on), cw.closes_on) AS "closesOn"
         FROM assessments a
         JOIN satker s ON s.id = a.satker_id
         JOIN cycles c ON c.id = a.cycle_id
         LEFT JOIN evaluator_assignments ea ON ea.assessment_id = a.id AND ea.ended_at IS NULL
         LEFT JOIN evaluation_teams t ON t.id = ea.team_id
         LEFT JOIN users u ON u.id = ea.user_id
         LEFT JOIN cycle_windows cw ON cw.cycle_id = a.cycle_id AND cw.stage = ${window}
        WHERE a.stage <> 'draf' AND (${assigned}${office})`,
      statement.parameters,
    )
  }

  /** Every worksheet of some assessments, without what is on it. */
  sheets(assessmentIds: readonly string[]): Promise<QueuedSheet[]> {
    return this.database.queryMany<QueuedSheet>(
      ['id', 'assessmentId', 'seat', 'round', 'edition', 'frozenAt'],
      `SELECT id, assessment_id AS "assessmentId", seat, round, edition, frozen_at AS "frozenAt" FROM worksheets
        WHERE assessment_id IN ${this.database.listOf('$1')}`,
      [JSON.stringify(assessmentIds)],
    )
  }

  /**
   * Figures of worksheets, counted by the database. `decided` counts decisions that stand, without looking at notes and
   * values; `ruled` counts rulings, also of a flag that has gone since.
   */
  figures(worksheetIds: readonly string[]): Promise<SheetFigures[]> {
    return this.database.query<SheetFigures>(
      `SELECT x.worksheet_id AS "worksheetId", x.questions, x.flagged,
              (SELECT COUNT(*) FROM decisions d WHERE d.worksheet_id = x.worksheet_id
                  AND d.decision IS NOT NULL) AS decided,
              (SELECT COUNT(*) FROM flag_rulings r WHERE r.worksheet_id = x.worksheet_id) AS ruled
         FROM section_scores x WHERE x.section = 'total' AND x.worksheet_id IN ${this.database.listOf('$1')}`,
      [JSON.stringify(worksheetIds)],
    )
  }
}
