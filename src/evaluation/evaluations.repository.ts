import type { Database } from '../db/database'
import type { WindowStage } from '../cycles/cycle-window.entity'
import type { FlagKind } from '../engine/scoring/score'
import { DecisionRow } from './decision.entity'
import { EvidenceVerdictRow } from './evidence-verdict.entity'
import { FlagRuling } from './flag-ruling.entity'
import { ReturnedQuestion } from './returned-question.entity'
import type {
  AssignmentRow,
  ReturnedRow,
  SheetAnswer,
  SheetDecision,
  SheetRow,
  SheetRows,
  SheetRuling,
  SheetVerdict,
  StageWindow,
  TeamSeatRow,
} from './sheet-rows'

export type * from './sheet-rows'

/** Everything around the scoring again of one assessment. */
export class EvaluationsRepository {
  constructor(private readonly database: Database) {}

  /**
   * Every worksheet that counts in the order they were made; of the satker's editions only the last of a round. That of
   * a second scorer counts nowhere.
   */
  sheets(assessmentId: string): Promise<SheetRow[]> {
    return this.database.query<SheetRow>(
      `SELECT w.id, w.seat, w.round, w.edition, w.based_on AS "basedOn", w.assessor_id AS "assessorId",
              u.name AS "assessorName", w.created_at AS "createdAt", w.frozen_at AS "frozenAt", w.hash
         FROM worksheets w LEFT JOIN users u ON u.id = w.assessor_id
        WHERE w.assessment_id = $1 AND w.seat <> 'second'
          AND w.edition = (SELECT MAX(o.edition) FROM worksheets o
                            WHERE o.assessment_id = w.assessment_id AND o.seat = w.seat AND o.round = w.round)
        ORDER BY w.round, w.created_at, w.id`,
      [assessmentId],
    )
  }

  /** The team that scores an assessment now: its member there, and everybody on one of its seats. */
  async team(
    assessmentId: string,
  ): Promise<{ readonly assignment: AssignmentRow | null; readonly seats: readonly TeamSeatRow[] }> {
    const rows = await this.database.query<AssignmentRow & Partial<TeamSeatRow & { seatedId: string }>>(
      `SELECT ea.team_id AS "teamId", t.name AS "teamName", ea.user_id AS "userId", u.name AS "memberName",
              x.user_id AS "seatedId", xu.name, x.seat
         FROM evaluator_assignments ea JOIN evaluation_teams t ON t.id = ea.team_id JOIN users u ON u.id = ea.user_id
         LEFT JOIN team_seats x ON x.team_id = ea.team_id AND x.ended_at IS NULL
         LEFT JOIN users xu ON xu.id = x.user_id
        WHERE ea.assessment_id = $1 AND ea.ended_at IS NULL`,
      [assessmentId],
    )
    const [first] = rows
    return {
      assignment: first
        ? {
            teamId: first.teamId,
            teamName: first.teamName,
            userId: first.userId,
            memberName: first.memberName,
          }
        : null,
      seats: rows.flatMap(({ seatedId, name, seat }) =>
        seatedId && seat ? [{ userId: seatedId, name: name ?? '', seat }] : [],
      ),
    }
  }

  /** The window of a stage for one assessment, with its extension; undefined where the cycle sets none. */
  windowOf(assessmentId: string, stage: WindowStage): Promise<StageWindow | undefined> {
    return this.database.one<StageWindow>(
      `SELECT cw.opens_on AS "opensOn",
              COALESCE((SELECT MAX(e.closes_on) FROM extensions e WHERE e.assessment_id = a.id AND e.stage = cw.stage
                         AND e.closes_on > cw.closes_on), cw.closes_on) AS "closesOn"
         FROM assessments a JOIN cycle_windows cw ON cw.cycle_id = a.cycle_id
        WHERE a.id = $1 AND cw.stage = $2`,
      [assessmentId, stage],
    )
  }

  /** Holds off everybody who scores the assessment or moves it on, until the transaction ends. */
  hold(assessmentId: string): Promise<void> {
    return this.database.lock('assessments', assessmentId)
  }

  /** Everything that was said on a sheet. One statement. */
  async said(worksheetId: string): Promise<SheetRows> {
    const [answers, decisions, verdicts, rulings] = await this.database.queryTogether<
      [SheetAnswer, SheetDecision, SheetVerdict, SheetRuling]
    >(
      [
        {
          columns: [
            'question',
            'option',
            'inputs',
            'valueVersion',
            'valueBy',
            'valueByName',
            'valueAt',
            'note',
            'noteVersion',
            'noteBy',
            'noteByName',
            'noteAt',
          ],
          sql: `SELECT n.question, n.option, n.inputs, n.value_version AS "valueVersion", n.value_by AS "valueBy",
                       vu.name AS "valueByName", n.value_at AS "valueAt", n.note, n.note_version AS "noteVersion",
                       n.note_by AS "noteBy", nu.name AS "noteByName", n.note_at AS "noteAt"
                  FROM answers n LEFT JOIN users vu ON vu.id = n.value_by LEFT JOIN users nu ON nu.id = n.note_by
                 WHERE n.worksheet_id = $1 AND n.carried = $2`,
        },
        {
          columns: ['question', 'decision', 'version', 'decidedBy', 'decidedByName', 'decidedAt'],
          sql: `SELECT d.question, d.decision, d.version, d.decided_by AS "decidedBy", u.name AS "decidedByName",
                       d.decided_at AS "decidedAt"
                  FROM decisions d LEFT JOIN users u ON u.id = d.decided_by WHERE d.worksheet_id = $1`,
        },
        {
          columns: ['useId', 'question', 'verdict', 'givenBy', 'givenByName', 'givenAt'],
          sql: `SELECT v.use_id AS "useId", v.question, v.verdict, v.given_by AS "givenBy", u.name AS "givenByName",
                       v.given_at AS "givenAt"
                  FROM evidence_verdicts v LEFT JOIN users u ON u.id = v.given_by WHERE v.worksheet_id = $1`,
        },
        {
          columns: ['question', 'kind', 'ruling', 'reason', 'ruledBy', 'ruledByName', 'ruledAt'],
          sql: `SELECT r.question, r.kind, r.ruling, r.reason, r.ruled_by AS "ruledBy", u.name AS "ruledByName",
                       r.ruled_at AS "ruledAt"
                  FROM flag_rulings r LEFT JOIN users u ON u.id = r.ruled_by WHERE r.worksheet_id = $1`,
        },
      ],
      [worksheetId, false],
    )
    return { answers, decisions, verdicts, rulings }
  }

  /** What a worksheet answers to one question. */
  valueOn(
    worksheetId: string,
    question: string,
  ): Promise<Pick<SheetAnswer, 'option' | 'inputs'> | undefined> {
    return this.database.one(
      'SELECT "option", inputs FROM answers WHERE worksheet_id = $1 AND question = $2 AND carried = $3',
      [worksheetId, question, false],
    )
  }

  /** Questions that went back to the satker, of every round. */
  returned(assessmentId: string): Promise<ReturnedRow[]> {
    return this.database.query<ReturnedRow>(
      `SELECT r.round, r.question, r.note, r.reply, ru.name AS "repliedByName", r.replied_at AS "repliedAt",
              cu.name AS "createdByName", r.created_at AS "createdAt"
         FROM returned_questions r LEFT JOIN users ru ON ru.id = r.replied_by
         LEFT JOIN users cu ON cu.id = r.created_by
        WHERE r.assessment_id = $1 ORDER BY r.round, r.question`,
      [assessmentId],
    )
  }

  insertReturned(rows: readonly ReturnedQuestion[]): Promise<void> {
    return this.database.insert(ReturnedQuestion, rows)
  }

  /** Copies what a sheet says of evidence and flags, of all questions but those left out. */
  async copySayings(from: string, to: string, without: ReadonlySet<string>): Promise<void> {
    const { manager } = this.database
    const [verdicts, rulings] = [
      await manager.getRepository(EvidenceVerdictRow).findBy({ worksheetId: from }),
      await manager.getRepository(FlagRuling).findBy({ worksheetId: from }),
    ]
    const kept = <Row extends { question: string }>(rows: readonly Row[]) =>
      rows.filter(row => !without.has(row.question)).map(row => ({ ...row, worksheetId: to }))
    await this.database.insert(EvidenceVerdictRow, kept(verdicts))
    await this.database.insert(FlagRuling, kept(rulings))
  }

  async copyDecisions(from: string, to: string, without: ReadonlySet<string>): Promise<void> {
    const decisions = await this.database.manager.getRepository(DecisionRow).findBy({ worksheetId: from })
    await this.database.insert(
      DecisionRow,
      decisions.filter(row => !without.has(row.question)).map(row => ({ ...row, worksheetId: to })),
    )
  }

  writeDecisions(rows: readonly DecisionRow[]): Promise<void> {
    return this.database.insert(DecisionRow, rows, {
      key: ['worksheetId', 'question'],
      replace: ['decision', 'version', 'decidedBy', 'decidedAt'],
    })
  }

  writeVerdict(verdict: EvidenceVerdictRow): Promise<void> {
    return this.database.insert(EvidenceVerdictRow, [verdict], {
      key: ['worksheetId', 'useId'],
      replace: ['verdict', 'givenBy', 'givenAt'],
    })
  }

  async removeVerdict(worksheetId: string, useId: string): Promise<void> {
    await this.database.writing().delete(EvidenceVerdictRow, { worksheetId, useId })
  }

  writeRuling(ruling: FlagRuling): Promise<void> {
    return this.database.insert(FlagRuling, [ruling], {
      key: ['worksheetId', 'question', 'kind'],
      replace: ['ruling', 'reason', 'ruledBy', 'ruledAt'],
    })
  }

  async removeRuling(worksheetId: string, question: string, kind: FlagKind): Promise<void> {
    await this.database.writing().delete(FlagRuling, { worksheetId, question, kind })
  }
}
