import type { Actor } from '../access/actor'
import { visibleCondition } from '../access/scope'
import type { Database } from '../db/database'
import { Statement } from '../db/statement'
import type { AssessmentStage } from '../engine/stages/stages'
import { EvaluatorAssignment } from './evaluator-assignment.entity'
import { EvaluationTeam, TeamSeat, type TeamSeatKind } from './team.entity'

export interface TeamRow {
  readonly id: string
  readonly cycleId: string
  readonly name: string
  /** Assessments that it scores now. */
  readonly units: number
}

export interface SeatRow {
  readonly id: string
  readonly teamId: string
  readonly userId: string
  readonly name: string
  readonly seat: TeamSeatKind
  /** Assessments that this member scores for the team now. */
  readonly units: number
}

/** An assessment with the team and member that score it, where there are any. */
export interface AssignableRow {
  readonly id: string
  readonly satkerId: string
  readonly satkerName: string
  readonly satkerCode: string
  readonly satkerPath: string
  readonly region: string
  readonly stage: AssessmentStage
  readonly assignmentId: string | null
  readonly teamId: string | null
  readonly teamName: string | null
  readonly userId: string | null
  readonly memberName: string | null
}

export interface AssignableFilter {
  /** Path of a unit: it and everything below; `''` for all. */
  readonly below: string
  readonly search: string
  readonly unassignedOnly: boolean
}

/** That a person has or had a role at a satker or below it, in this cycle or the one before. */
export interface InterestRow {
  readonly userId: string
  readonly assessmentId: string
}

const ASSIGNABLE = `a.id, s.id AS "satkerId", s.name AS "satkerName", s.code AS "satkerCode", s.path AS "satkerPath",
  s.region, a.stage, ea.id AS "assignmentId", t.id AS "teamId", t.name AS "teamName", u.id AS "userId",
  u.name AS "memberName"`
const EVERYTHING: AssignableFilter = { below: '', search: '', unassignedOnly: false }
const IN_CYCLE = `FROM assessments a JOIN satker s ON s.id = a.satker_id
  LEFT JOIN evaluator_assignments ea ON ea.assessment_id = a.id AND ea.ended_at IS NULL
  LEFT JOIN evaluation_teams t ON t.id = ea.team_id LEFT JOIN users u ON u.id = ea.user_id`

/** Teams of the TPI, who sits in them, and what they score. */
export class TeamsRepository {
  constructor(private readonly database: Database) {}

  teams(cycleId: string): Promise<TeamRow[]> {
    return this.database.query<TeamRow>(
      `SELECT t.id, t.cycle_id AS "cycleId", t.name,
              (SELECT COUNT(*) FROM evaluator_assignments ea WHERE ea.team_id = t.id AND ea.ended_at IS NULL) AS units
         FROM evaluation_teams t WHERE t.cycle_id = $1 ORDER BY t.name`,
      [cycleId],
    )
  }

  /** Everybody on a seat of a team of the cycle today, the dalnis and the ketua first. */
  seats(cycleId: string): Promise<SeatRow[]> {
    return this.database.query<SeatRow>(
      `SELECT x.id, x.team_id AS "teamId", x.user_id AS "userId", u.name, x.seat,
              (SELECT COUNT(*) FROM evaluator_assignments ea
                WHERE ea.team_id = x.team_id AND ea.user_id = x.user_id AND ea.ended_at IS NULL) AS units
         FROM team_seats x JOIN evaluation_teams t ON t.id = x.team_id JOIN users u ON u.id = x.user_id
        WHERE t.cycle_id = $1 AND x.ended_at IS NULL
        ORDER BY CASE x.seat WHEN 'controller' THEN 0 WHEN 'lead' THEN 1 ELSE 2 END, u.name`,
      [cycleId],
    )
  }

  /** Everybody who holds the role of an evaluator on a civil date. */
  evaluators(today: string): Promise<{ id: string; name: string }[]> {
    return this.database.query(
      `SELECT DISTINCT u.id, u.name FROM users u JOIN memberships m ON m.user_id = u.id
        WHERE m.role = 'evaluator' AND m.valid_from <= $1 AND (m.valid_until IS NULL OR m.valid_until >= $2)
          AND u.disabled_at IS NULL ORDER BY u.name`,
      [today, today],
    )
  }

  insertTeam(team: EvaluationTeam): Promise<void> {
    return this.database.insert(EvaluationTeam, [team], { key: ['cycleId', 'name'], replace: [] })
  }

  teamNamed(cycleId: string, name: string): Promise<{ id: string } | undefined> {
    return this.database.one('SELECT id FROM evaluation_teams WHERE cycle_id = $1 AND name = $2', [
      cycleId,
      name,
    ])
  }

  insertSeat(seat: TeamSeat): Promise<void> {
    return this.database.insert(TeamSeat, [seat])
  }

  async endSeat(id: string, endedAt: string): Promise<void> {
    await this.database.writing().update(TeamSeat, { id }, { endedAt })
  }

  /** One page of a cycle's assessments by satker code, how many there are in all, and how many wait for a team. */
  async assignable(
    actor: Actor,
    cycleId: string,
    filter: AssignableFilter,
    page: { readonly limit: number; readonly offset: number },
  ): Promise<{ rows: AssignableRow[]; total: number; unassigned: number }> {
    const statement = new Statement()
    const where = assignableWhere(statement, actor, cycleId, filter)
    const [rows, count] = await Promise.all([
      this.database.query<AssignableRow>(
        `SELECT ${ASSIGNABLE} ${IN_CYCLE} WHERE ${where}
          ORDER BY s.code LIMIT ${Number(page.limit)} OFFSET ${Number(page.offset)}`,
        statement.parameters,
      ),
      this.database.one<{ n: number; unassigned: number }>(
        `SELECT COUNT(*) AS n, SUM(CASE WHEN ea.id IS NULL AND a.stage <> 'final' THEN 1 ELSE 0 END) AS unassigned ${IN_CYCLE} WHERE ${where}`,
        statement.parameters,
      ),
    ])
    return { rows, total: Number(count?.n ?? 0), unassigned: Number(count?.unassigned ?? 0) }
  }

  /** An assessment of the cycle that is to be assigned, while nobody else writes or assigns it. */
  async held(actor: Actor, cycleId: string, assessmentId: string): Promise<AssignableRow | undefined> {
    await this.database.lock('assessments', assessmentId)
    const statement = new Statement()
    const where = assignableWhere(statement, actor, cycleId, EVERYTHING)
    return this.database.one<AssignableRow>(
      `SELECT ${ASSIGNABLE} ${IN_CYCLE} WHERE ${where} AND a.id = ${statement.value(assessmentId)}`,
      statement.parameters,
    )
  }

  /** What a team scores now. */
  unitsOf(teamId: string): Promise<{ id: string; satkerName: string }[]> {
    return this.database.query(
      `SELECT a.id, s.name AS "satkerName" FROM evaluator_assignments ea JOIN assessments a ON a.id = ea.assessment_id
         JOIN satker s ON s.id = a.satker_id WHERE ea.team_id = $1 AND ea.ended_at IS NULL ORDER BY s.code`,
      [teamId],
    )
  }

  kanwil(cycleId: string): Promise<{ id: string; name: string; path: string }[]> {
    return this.database.query(
      `SELECT k.id, k.name, k.path FROM satker k
        WHERE k.level = 'kanwil' AND EXISTS (SELECT 1 FROM assessments a JOIN satker s ON s.id = a.satker_id
                                              WHERE a.cycle_id = $1 AND s.path LIKE k.path || '%')
        ORDER BY k.name`,
      [cycleId],
    )
  }

  /**
   * Who of some people has an interest in which assessments of the cycle: a role there or below, now or last cycle, or a
   * running sample in which the person scores it blind.
   */
  interests(cycleId: string, userIds: readonly string[], year: number): Promise<InterestRow[]> {
    return this.database.query<InterestRow>(
      `SELECT DISTINCT m.user_id AS "userId", a.id AS "assessmentId"
         FROM memberships m JOIN satker at ON at.id = m.satker_id
         JOIN satker s ON at.path LIKE s.path || '%'
         JOIN assessments a ON a.satker_id = s.id AND a.cycle_id = $1
        WHERE m.role <> 'evaluator' AND m.user_id IN ${this.database.listOf('$2')}
          AND m.valid_from <= $3 AND (m.valid_until IS NULL OR m.valid_until >= $4)
        UNION
       SELECT u.user_id, u.assessment_id
         FROM sampled_units u JOIN samples k ON k.id = u.sample_id AND k.closed_at IS NULL AND k.cycle_id = $5
        WHERE u.user_id IN ${this.database.listOf('$6')}`,
      [
        cycleId,
        JSON.stringify(userIds),
        `${year}-12-31`,
        `${year - 1}-01-01`,
        cycleId,
        JSON.stringify(userIds),
      ],
    )
  }

  /** Holds off everybody else who changes teams or assignments of the cycle. */
  holdCycle(cycleId: string): Promise<void> {
    return this.database.lock('cycles', cycleId)
  }

  insertAssignments(assignments: readonly EvaluatorAssignment[]): Promise<void> {
    return this.database.insert(EvaluatorAssignment, assignments)
  }

  async endAssignment(id: string, endedAt: string, endedBecause: string): Promise<void> {
    await this.database.writing().update(EvaluatorAssignment, { id }, { endedAt, endedBecause })
  }

  /** Hands an unfinished worksheet of a member over to the next one; what was decided stays with who decided it. */
  async passOn(assessmentId: string, from: string, to: string): Promise<void> {
    await this.database.writing().query(
      `UPDATE worksheets SET assessor_id = $1
          WHERE assessment_id = $2 AND seat = 'member' AND assessor_id = $3 AND frozen_at IS NULL`,
      [to, assessmentId, from],
    )
  }
}

function assignableWhere(
  statement: Statement,
  actor: Actor,
  cycleId: string,
  { below, search, unassignedOnly }: AssignableFilter,
): string {
  const all = [`a.cycle_id = ${statement.value(cycleId)}`]
  if (below !== '') all.push(`s.path LIKE ${statement.value(`${below}%`)}`)
  if (search !== '') {
    const words = statement.value(`%${search.toLowerCase().replace(/[\\%_]/g, sign => `\\${sign}`)}%`)
    all.push(`(LOWER(s.name) LIKE ${words} ESCAPE '\\' OR LOWER(s.code) LIKE ${words} ESCAPE '\\')`)
  }
  if (unassignedOnly) all.push('ea.id IS NULL')
  const scope = visibleCondition(actor, 'manage-teams', 's', statement.parameters.length + 1)
  statement.parameters.push(...scope.parameters)
  return [...all, scope.sql].join(' AND ')
}
