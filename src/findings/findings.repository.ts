import type { Database } from '../db/database'
import { FindingChange, FindingLevelRow, FindingSet, FrozenFindings } from './finding.entity'

/** What was computed last, and of which acts it knew. */
export interface StoredSet {
  readonly ruleBookId: string
  readonly stamp: string
  readonly day: string
  readonly computedAt: string
  readonly document: string
}

/** What stands without being read anew; null before any reading. */
export interface LastSet {
  readonly document: string | null
  readonly readAt: string | null
  readonly frozenAt: string | null
  readonly rulings: number | string
}

/** How many assessments stand at a level of a rule; `readiness` is the verdict over all rules. */
export interface LevelCount {
  readonly rule: string
  readonly level: string
  readonly assessments: number
}

/** Acts that change no fact: whoever looks at a paper or carries a list away. */
const FACTLESS = `e.action NOT LIKE 'open-%' AND e.action NOT LIKE 'export-%'`

/** The acts on a satker since an instant, in one text that changes with every further one. */
const STAMP = (satker: string, since: string): string =>
  `(SELECT COUNT(*) || ' ' || COALESCE(MAX(e.id), '') FROM audit_events e
     WHERE e.satker_id = ${satker} AND e.at >= ${since} AND ${FACTLESS})`

export class FindingsRepository {
  constructor(private readonly database: Database) {}

  stored(assessmentId: string): Promise<StoredSet | undefined> {
    return this.database.one<StoredSet>(
      `SELECT rule_book_id AS "ruleBookId", stamp, day, computed_at AS "computedAt", document
         FROM finding_sets WHERE assessment_id = $1`,
      [assessmentId],
    )
  }

  /** What was said at the hand-in of a worksheet, else last; and whether people said anything of it. */
  last(assessmentId: string, worksheetId: string): Promise<LastSet | undefined> {
    return this.database.one<LastSet>(
      `SELECT COALESCE(z.document, f.document) AS document, COALESCE(z.frozen_at, f.computed_at) AS "readAt",
              z.frozen_at AS "frozenAt",
              (SELECT COUNT(*) FROM finding_rulings r WHERE r.assessment_id = a.id) AS rulings
         FROM assessments a LEFT JOIN finding_sets f ON f.assessment_id = a.id
         LEFT JOIN frozen_findings z ON z.worksheet_id = $1
        WHERE a.id = $2`,
      [worksheetId, assessmentId],
    )
  }

  /** `since` stands in the stamp itself, so that a later look counts from the same instant. */
  async stampOf(satkerId: string, since: string): Promise<string> {
    const row = await this.database.one<{ stamp: string }>(`SELECT ${STAMP('$1', '$2')} AS stamp`, [
      satkerId,
      since,
    ])
    return `${since} ${row?.stamp ?? ''}`
  }

  /**
   * Assessments that are not final and whose facts changed since they were read, or that were never read. One
   * statement, however many there are.
   */
  async changed(ruleBookId: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT a.id FROM assessments a LEFT JOIN finding_sets f ON f.assessment_id = a.id
        WHERE a.stage <> 'final' AND (f.assessment_id IS NULL OR f.rule_book_id <> $1
           OR f.stamp <> substr(f.stamp, 1, 24) || ' ' || ${STAMP('a.satker_id', 'substr(f.stamp, 1, 24)')})
        ORDER BY a.id`,
      [ruleBookId],
    )
    return rows.map(({ id }) => id)
  }

  /** The instant of the hand-in of the present round that stands; null while the satker fills, a returned one anew too. */
  async submittedAt(assessmentId: string): Promise<string | null> {
    const row = await this.database.one<{ at: string | null }>(
      `SELECT MAX(s.created_at) AS at FROM submissions s JOIN assessments a ON a.id = s.assessment_id
        WHERE a.id = $1 AND s.round = a.round AND s.withdrawn_at IS NULL`,
      [assessmentId],
    )
    return row?.at ?? null
  }

  /** Assessments that are not final, for what depends on the date. */
  async open(): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT id FROM assessments WHERE stage <> 'final' ORDER BY id`,
    )
    return rows.map(({ id }) => id)
  }

  levels(assessmentId: string): Promise<FindingLevelRow[]> {
    return this.database.query<FindingLevelRow>(
      `SELECT assessment_id AS "assessmentId", rule, about, family, level, grounds, since
         FROM finding_levels WHERE assessment_id = $1`,
      [assessmentId],
    )
  }

  /** Of assessments that are not final, each once by rule: at its worst where a rule found several things. */
  async levelCounts(): Promise<LevelCount[]> {
    const rows = await this.database.query<Omit<LevelCount, 'assessments'> & { n: number | string }>(
      `SELECT w.rule, w.level, COUNT(*) AS n FROM (
         SELECT l.rule, l.assessment_id,
                COALESCE(MAX(CASE WHEN l.level = 'bahaya' THEN l.level END), MAX(l.level)) AS level
           FROM finding_levels l GROUP BY l.rule, l.assessment_id
         UNION ALL
         SELECT 'readiness', s.assessment_id, s.verdict FROM finding_sets s) w
         JOIN assessments a ON a.id = w.assessment_id AND a.stage <> 'final'
        GROUP BY w.rule, w.level ORDER BY w.rule, w.level`,
    )
    return rows.map(({ rule, level, n }) => ({ rule, level, assessments: Number(n) }))
  }

  hold(assessmentId: string): Promise<void> {
    return this.database.lock('assessments', assessmentId)
  }

  putSet(row: FindingSet): Promise<void> {
    return this.database.insert(FindingSet, [row], {
      key: ['assessmentId'],
      replace: ['ruleBookId', 'stamp', 'day', 'computedAt', 'verdict', 'document'],
    })
  }

  /** Replaces the levels of an assessment, and notes the changes. */
  async putLevels(
    assessmentId: string,
    rows: readonly FindingLevelRow[],
    changes: readonly FindingChange[],
  ): Promise<void> {
    await this.database.writing().delete(FindingLevelRow, { assessmentId })
    await this.database.insert(FindingLevelRow, rows)
    await this.database.insert(FindingChange, changes)
  }

  /** The findings of a unit over time, oldest first. */
  changes(assessmentId: string, rule: string): Promise<FindingChange[]> {
    return this.database.query<FindingChange>(
      `SELECT id, assessment_id AS "assessmentId", rule, about, level, at FROM finding_changes
        WHERE assessment_id = $1 AND rule = $2 ORDER BY at, id`,
      [assessmentId, rule],
    )
  }

  /** Pieces of a satker that fewer people open than read its findings. */
  async restricted(satkerId: string): Promise<ReadonlySet<string>> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT id FROM evidence WHERE satker_id = $1 AND access = 'terbatas'`,
      [satkerId],
    )
    return new Set(rows.map(({ id }) => id))
  }

  insertFrozen(row: FrozenFindings): Promise<void> {
    return this.database.insert(FrozenFindings, [row])
  }

  /** What was said when a worksheet was handed in. */
  frozen(worksheetId: string): Promise<FrozenFindings | undefined> {
    return this.database.one<FrozenFindings>(
      `SELECT id, assessment_id AS "assessmentId", worksheet_id AS "worksheetId",
              rule_book_id AS "ruleBookId", day, frozen_at AS "frozenAt", sha256, document
         FROM frozen_findings WHERE worksheet_id = $1`,
      [worksheetId],
    )
  }
}
