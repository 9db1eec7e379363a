import type { Database } from '../db/database'
import type { Direction } from '../engine/performance/achievement'

/** Of rows that may be read by the thousand: narrow, in one order, as the databases give them. */
export interface ActivityRow {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly heldOn: string
  readonly heldUntil: string
  readonly leaderPresent: boolean | number
  readonly ziDiscussed: boolean | number
  readonly counted: number | null
  readonly guests: number | string
  readonly points: number | string
  readonly pointsDone: number | string
  readonly pointsLate: number | string
  readonly proofs: number | string
}

export interface ParticipantRow {
  readonly activityId: string
  readonly employeeId: string
  readonly frontLine: boolean | number
}

export interface GoalRow {
  readonly id: string
  readonly title: string
  readonly serves: string
  readonly createdAt: string
  readonly startsOn: string
  readonly dueOn: string
  readonly percent: number
  readonly doneOn: string | null
}

export interface InnovationRow {
  readonly id: string
  readonly name: string
  readonly startedOn: string
  readonly need: string
  readonly proofLink: string
  readonly before: string | null
  readonly after: string | null
  readonly better: string
  readonly atm: string
  readonly sourceUnit: string
  /** JSON. */
  readonly copies: string
  readonly integratedOn: string | null
  /** JSON. */
  readonly agents: string
}

export interface AgreementRow {
  readonly id: string
  readonly validFrom: string
  readonly validUntil: string
}

export interface TaskRow {
  readonly agreementId: string
  readonly dueOn: string
  readonly doneOn: string | null
}

export interface QuarterRow {
  readonly id: string
  readonly indicator: string
  readonly year: number
  readonly quarter: number
  readonly direction: Direction
  readonly target: string
  readonly realisation: string | null
}

export interface InputRow {
  readonly id: string
  readonly kind: string
  readonly month: string | null
  readonly happenedOn: string
  readonly followedUpOn: string | null
  readonly received: number | null
  readonly done: number | null
  readonly inProcess: number | null
}

export interface SurveyRow {
  readonly id: string
  readonly kind: string
  readonly heldFrom: string
  readonly heldUntil: string
  readonly population: number | null
  readonly respondents: number
  readonly scale: string
  readonly index: string
}

export interface PredicateRow {
  readonly id: string
  readonly predicate: string
  readonly heldSince: string
  readonly lostOn: string | null
}

export interface SupportRow {
  readonly entryId: string
  readonly target: string
}

export interface LinkRow {
  readonly fromId: string
  readonly toId: string
  readonly kind: string
  /** The register of the entry referred to. */
  readonly register: string
}

const COUNT = 'SELECT COUNT(*) FROM activity_points p WHERE p.activity_id = a.id'

/** What the registers of a satker hold, one statement each. */
export class RegisterFactsRepository {
  constructor(private readonly database: Database) {}

  activities(satkerId: string, today: string): Promise<ActivityRow[]> {
    return this.database.query<ActivityRow>(
      `SELECT a.id, a.kind, a.title, a.held_on AS "heldOn", a.held_until AS "heldUntil",
              a.leader_present AS "leaderPresent", a.zi_discussed AS "ziDiscussed", a.counted,
              (SELECT COALESCE(SUM(g.people), 0) FROM activity_guests g WHERE g.activity_id = a.id) AS guests,
              (${COUNT}) AS points, (${COUNT} AND p.done_on IS NOT NULL) AS "pointsDone",
              (${COUNT} AND p.done_on IS NULL AND p.due_on < $1) AS "pointsLate",
              (SELECT COUNT(*) FROM entry_evidence x WHERE x.entry_id = a.id AND x.kind = 'proof') AS proofs
         FROM activities a WHERE a.satker_id = $2 ORDER BY a.held_on, a.id`,
      [today, satkerId],
    )
  }

  participants(satkerId: string): Promise<ParticipantRow[]> {
    return this.database.queryMany<ParticipantRow>(
      ['activityId', 'employeeId', 'frontLine'],
      `SELECT t.activity_id AS "activityId", t.employee_id AS "employeeId", e.front_line AS "frontLine"
         FROM activities a JOIN activity_participants t ON t.activity_id = a.id
         JOIN employees e ON e.id = t.employee_id WHERE a.satker_id = $1 ORDER BY t.activity_id, t.employee_id`,
      [satkerId],
    )
  }

  goals(satkerId: string): Promise<GoalRow[]> {
    return this.database.query<GoalRow>(
      `SELECT id, title, serves, created_at AS "createdAt", starts_on AS "startsOn", due_on AS "dueOn", percent,
              done_on AS "doneOn" FROM action_goals WHERE satker_id = $1 ORDER BY due_on, id`,
      [satkerId],
    )
  }

  innovations(satkerId: string): Promise<InnovationRow[]> {
    return this.database.query<InnovationRow>(
      `SELECT id, name, started_on AS "startedOn", need, proof_link AS "proofLink", before_value AS "before",
              after_value AS "after", better, atm, source_unit AS "sourceUnit", copies,
              integrated_on AS "integratedOn", agents
         FROM innovations WHERE satker_id = $1 ORDER BY started_on, id`,
      [satkerId],
    )
  }

  agreements(satkerId: string): Promise<AgreementRow[]> {
    return this.database.query<AgreementRow>(
      `SELECT id, valid_from AS "validFrom", valid_until AS "validUntil" FROM agreements
        WHERE satker_id = $1 ORDER BY valid_from, id`,
      [satkerId],
    )
  }

  tasks(satkerId: string): Promise<TaskRow[]> {
    return this.database.query<TaskRow>(
      `SELECT t.agreement_id AS "agreementId", t.due_on AS "dueOn", t.done_on AS "doneOn"
         FROM agreements a JOIN agreement_tasks t ON t.agreement_id = a.id
        WHERE a.satker_id = $1 ORDER BY t.due_on, t.id`,
      [satkerId],
    )
  }

  quarters(satkerId: string): Promise<QuarterRow[]> {
    return this.database.query<QuarterRow>(
      `SELECT q.commitment_id || '/' || q.quarter AS id, c.indicator, q.year, q.quarter, c.direction, q.target, q.realisation
         FROM performance_quarters q JOIN performance_commitments c ON c.id = q.commitment_id
        WHERE q.satker_id = $1 ORDER BY q.year, q.quarter, c.number, q.id`,
      [satkerId],
    )
  }

  inputs(satkerId: string): Promise<InputRow[]> {
    return this.database.query<InputRow>(
      `SELECT id, kind, month, happened_on AS "happenedOn", followed_up_on AS "followedUpOn", received, done,
              in_process AS "inProcess"
         FROM stakeholder_inputs WHERE satker_id = $1 ORDER BY happened_on, id`,
      [satkerId],
    )
  }

  surveys(satkerId: string): Promise<SurveyRow[]> {
    return this.database.query<SurveyRow>(
      `SELECT id, kind, held_from AS "heldFrom", held_until AS "heldUntil", population, respondents, scale,
              index_value AS "index"
         FROM survey_rounds WHERE satker_id = $1 ORDER BY held_from, id`,
      [satkerId],
    )
  }

  profiles(satkerId: string): Promise<Record<string, number | string | null>[]> {
    return this.database.query(
      `SELECT id, year, quarter, employees, front_line AS "frontLine", services, online_services AS "onlineServices",
              floors, floors_with_motto AS "floorsWithMotto", rooms, rooms_with_motto AS "roomsWithMotto", signatures,
              gratification_reports AS "gratificationReports", violations, lhkpn_due AS "lhkpnDue",
              lhkpn_filed AS "lhkpnFiled", lhkasn_due AS "lhkasnDue", lhkasn_filed AS "lhkasnFiled"
         FROM unit_profiles WHERE satker_id = $1 ORDER BY year, quarter`,
      [satkerId],
    )
  }

  predicates(satkerId: string): Promise<PredicateRow[]> {
    return this.database.query<PredicateRow>(
      `SELECT id, predicate, held_since AS "heldSince", lost_on AS "lostOn" FROM held_predicates
        WHERE satker_id = $1 ORDER BY held_since, id`,
      [satkerId],
    )
  }

  /** The areas of every entry. */
  areas(satkerId: string): Promise<SupportRow[]> {
    return this.database.query<SupportRow>(
      `SELECT p.entry_id AS "entryId", p.target FROM register_entries r JOIN entry_supports p ON p.entry_id = r.id
        WHERE r.satker_id = $1 AND p.kind = 'area' ORDER BY p.entry_id, p.target`,
      [satkerId],
    )
  }

  links(satkerId: string): Promise<LinkRow[]> {
    return this.database.query<LinkRow>(
      `SELECT l.from_id AS "fromId", l.to_id AS "toId", l.kind, t.register
         FROM register_entries r JOIN entry_links l ON l.from_id = r.id
         JOIN register_entries t ON t.id = l.to_id
        WHERE r.satker_id = $1 ORDER BY l.from_id, l.to_id`,
      [satkerId],
    )
  }
}
