import type { Database } from '../db/database'

export interface StaffRow {
  readonly employees: number | string
  readonly frontLine: number | string | null
  readonly kept: number | string
}

export interface ContributionRow {
  /** Of the roster where the account's NIP stands there, else of the accounts. */
  readonly person: string
  /** Parts of a member, `1,5`; null for chair and head. */
  readonly parts: string | null
  /** `2026-03`. */
  readonly month: string
  readonly acts: number | string
}

export interface UploadRow {
  readonly person: string
  /** An instant in UTC down to the hour: `2026-03-05T07`. */
  readonly hour: string
  readonly files: number | string
}

export interface AttestationRow {
  readonly part: string
  readonly at: string
}

export interface NoteRow {
  readonly id: string
  readonly origin: string
  readonly state: string
  readonly dueOn: string
}

const AT_WORK = (day: string): string =>
  `(e.joined_on <= ${day} AND (e.left_on IS NULL OR e.left_on >= ${day}))`

/** Whoever is told apart by NIP stands as the row of the roster, so that account and participation are one person. */
const PERSON = `COALESCE((SELECT p.id FROM employees p WHERE p.satker_id = $1 AND p.nip = u.nip), u.id)`

/** Who works at a satker and who did what, one statement each. */
export class PeopleFactsRepository {
  constructor(private readonly database: Database) {}

  staff(satkerId: string, today: string): Promise<StaffRow | undefined> {
    return this.database.one<StaffRow>(
      `SELECT COUNT(*) AS kept, COALESCE(SUM(CASE WHEN ${AT_WORK('$1')} THEN 1 ELSE 0 END), 0) AS employees,
              COALESCE(SUM(CASE WHEN ${AT_WORK('$1')} AND e.front_line THEN 1 ELSE 0 END), 0) AS "frontLine"
         FROM employees e WHERE e.satker_id = $2`,
      [today, satkerId],
    )
  }

  /** Whoever serves the public directly. */
  async frontLine(satkerId: string, today: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT e.id FROM employees e WHERE ${AT_WORK('$1')} AND e.satker_id = $2 AND e.front_line ORDER BY e.id`,
      [today, satkerId],
    )
    return rows.map(({ id }) => id)
  }

  async agents(satkerId: string, today: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT e.id FROM employees e WHERE ${AT_WORK('$1')} AND e.satker_id = $2 AND e.agent_from <= $1
          AND (e.agent_until IS NULL OR e.agent_until >= $1) ORDER BY e.id`,
      [today, satkerId],
    )
    return rows.map(({ id }) => id)
  }

  /** What the satker's own people did since an instant, but for looking, carrying away, and their own accounts. */
  contributions(satkerId: string, since: string): Promise<ContributionRow[]> {
    return this.database.query<ContributionRow>(
      `SELECT x.person, x.month, SUM(x.acts) AS acts, MAX(x.parts) AS parts FROM (
         SELECT ${PERSON} AS person, substr(v.at, 1, 7) AS month, COUNT(*) AS acts,
                (SELECT MAX(m.parts) FROM memberships m WHERE m.user_id = u.id AND m.satker_id = $1 AND m.role = 'member')
                  AS parts
           FROM audit_events v JOIN users u ON u.id = v.user_id
          WHERE v.satker_id = $1 AND v.at >= $2 AND v.role IN ('chair', 'member', 'head')
            AND v.action NOT LIKE 'open-%' AND v.action NOT LIKE 'export-%'
          GROUP BY u.id, u.nip, substr(v.at, 1, 7)) x
        GROUP BY x.person, x.month ORDER BY x.person, x.month`,
      [satkerId, since],
    )
  }

  uploads(satkerId: string): Promise<UploadRow[]> {
    return this.database.query<UploadRow>(
      `SELECT ${PERSON} AS person, substr(f.uploaded_at, 1, 13) AS hour, COUNT(*) AS files
         FROM evidence e JOIN evidence_files f ON f.evidence_id = e.id JOIN users u ON u.id = f.uploaded_by
        WHERE e.satker_id = $1 GROUP BY u.id, u.nip, substr(f.uploaded_at, 1, 13) ORDER BY 2, 1`,
      [satkerId],
    )
  }

  /** Parts that the head attested or sent back, in any round. */
  attestations(assessmentId: string): Promise<AttestationRow[]> {
    return this.database.query<AttestationRow>(
      `SELECT part, MIN(created_at) AS at FROM attestations WHERE assessment_id = $1 GROUP BY part ORDER BY part`,
      [assessmentId],
    )
  }

  /** Notes of the cycle, and those that were open from an earlier one. */
  notes(satkerId: string, year: number): Promise<NoteRow[]> {
    return this.database.query<NoteRow>(
      `SELECT n.id, n.origin, n.state, n.due_on AS "dueOn"
         FROM notes n JOIN assessments a ON a.id = n.assessment_id JOIN cycles c ON c.id = a.cycle_id
        WHERE a.satker_id = $1 AND n.state <> 'ditarik'
          AND (c.year = $2 OR (c.year < $2 AND n.state <> 'diverifikasi')) ORDER BY n.due_on, n.id`,
      [satkerId, year],
    )
  }
}
