import type { StoredSection } from '../assessments/stored-score'
import type { Database } from '../db/database'
import type { AreaGates } from '../engine/scoring/score'
import type { AssessmentStage } from '../engine/stages/stages'
import type { SheetSeat } from '../engine/stages/turns'
import type { TimeZone } from '../web/format/date'
import { underKanwil } from '../satker/under-kanwil'

/** An assessment whose present window closes soon; before the evaluation began, the window in which it will be. */
export interface ClosingRow {
  readonly id: string
  readonly stage: AssessmentStage
  readonly round: number
  readonly satkerId: string
  readonly satkerPath: string
  readonly satkerName: string
  readonly timeZone: TimeZone
  readonly cycleId: string
  readonly year: number
  readonly areaGates: AreaGates
  readonly instrumentId: string
  /** JSON. */
  readonly settings: string
  readonly underKanwil: boolean | number
  readonly targetPredicate: string
  /** The satker's present worksheet. */
  readonly worksheetId: string
  /** Extensions included. */
  readonly closesOn: string
}

/** What reminders are read from. */
export class DeadlinesRepository {
  constructor(private readonly database: Database) {}

  /** Every assessment that is not final and whose window closes between two civil dates. */
  closing(from: string, to: string): Promise<ClosingRow[]> {
    return this.database.query<ClosingRow>(
      `SELECT * FROM (
         SELECT a.id, a.stage, a.round, s.id AS "satkerId", s.path AS "satkerPath", s.name AS "satkerName",
                s.time_zone AS "timeZone", c.id AS "cycleId", c.year, c.area_gates AS "areaGates",
                c.instrument_id AS "instrumentId", c.settings,
                ${underKanwil('s')} AS "underKanwil", a.target_predicate AS "targetPredicate",
                w.id AS "worksheetId",
                COALESCE((SELECT MAX(e.closes_on) FROM extensions e WHERE e.assessment_id = a.id AND e.stage = cw.stage
                           AND e.closes_on > cw.closes_on), cw.closes_on) AS "closesOn"
           FROM assessments a
           JOIN satker s ON s.id = a.satker_id
           JOIN cycles c ON c.id = a.cycle_id
           JOIN worksheets w ON w.assessment_id = a.id AND w.seat = 'satker' AND w.round = a.round AND w.edition = a.edition
           JOIN cycle_windows cw ON cw.cycle_id = a.cycle_id
            AND cw.stage = CASE a.stage WHEN 'diajukan' THEN 'dievaluasi' ELSE a.stage END
          WHERE a.stage <> 'final') x
        WHERE x."closesOn" >= $1 AND x."closesOn" <= $2 ORDER BY x."satkerName", x.id`,
      [from, to],
    )
  }

  /** The worksheets of some assessments, as far as turns are concerned. */
  sheets(
    assessmentIds: readonly string[],
  ): Promise<{ assessmentId: string; seat: SheetSeat; round: number; frozenAt: string | null }[]> {
    return this.database.query(
      `SELECT assessment_id AS "assessmentId", seat, round, frozen_at AS "frozenAt" FROM worksheets
        WHERE assessment_id IN ${this.database.listOf('$1')}`,
      [JSON.stringify(assessmentIds)],
    )
  }

  /** The stored sums of some worksheets. */
  sections(worksheetIds: readonly string[]): Promise<(StoredSection & { worksheetId: string })[]> {
    return this.database.queryMany<StoredSection & { worksheetId: string }>(
      [
        'worksheetId',
        'section',
        'claimed',
        'substantiated',
        'answered',
        'evidenced',
        'flagged',
        'contradictory',
      ],
      `SELECT worksheet_id AS "worksheetId", section, claimed, substantiated, answered, evidenced, flagged, contradictory
         FROM section_scores WHERE worksheet_id IN ${this.database.listOf('$1')}`,
      [JSON.stringify(worksheetIds)],
    )
  }
}
