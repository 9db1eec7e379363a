import type { Database } from '../db/database'
import { Sample, SampledUnit } from './sample.entity'

export interface SampleRow {
  readonly id: string
  readonly number: number
  readonly wanted: number
  readonly seed: string
  readonly createdAt: string
  readonly createdByName: string
  readonly closedAt: string | null
  readonly units: number
  readonly handedIn: number
}

/** A unit of a sample as the centre follows it. */
export interface SampledRow {
  readonly assessmentId: string
  readonly satkerName: string
  readonly satkerCode: string
  readonly scorerName: string
  readonly begunAt: string | null
  readonly handedInAt: string | null
}

/** A unit as it waits in the queue of its second scorer. */
export interface SecondUnitRow {
  readonly id: string
  readonly satkerName: string
  readonly satkerCode: string
  readonly year: number
  readonly sample: number
  readonly begun: boolean
  readonly handedIn: boolean
  readonly decided: number
  readonly questions: number
}

/** That a person may not score a unit a second time. */
interface BarredRow {
  readonly unit: string
  readonly person: string
}

const SHEET = `LEFT JOIN worksheets w ON w.assessment_id = u.assessment_id AND w.seat = 'second'`

/** Samples, what they are drawn from, and how far they are. */
export class SamplesRepository {
  constructor(private readonly database: Database) {}

  /** Holds off whoever else draws in the cycle, or changes its teams. */
  holdCycle(cycleId: string): Promise<void> {
    return this.database.lock('cycles', cycleId)
  }

  hold(sampleId: string): Promise<void> {
    return this.database.lock('samples', sampleId)
  }

  async ofCycle(cycleId: string): Promise<SampleRow[]> {
    const rows = await this.database.query<SampleRow>(
      `SELECT k.id, k.number, k.wanted, k.seed, k.created_at AS "createdAt", c.name AS "createdByName",
              k.closed_at AS "closedAt",
              (SELECT COUNT(*) FROM sampled_units u WHERE u.sample_id = k.id) AS units,
              (SELECT COUNT(*) FROM sampled_units u ${SHEET} WHERE u.sample_id = k.id AND w.frozen_at IS NOT NULL) AS "handedIn"
         FROM samples k JOIN users c ON c.id = k.created_by WHERE k.cycle_id = $1 ORDER BY k.number DESC`,
      [cycleId],
    )
    return rows.map(row => ({ ...row, units: Number(row.units), handedIn: Number(row.handedIn) }))
  }

  units(sampleId: string): Promise<SampledRow[]> {
    return this.database.query<SampledRow>(
      `SELECT u.assessment_id AS "assessmentId", s.name AS "satkerName", s.code AS "satkerCode",
              p.name AS "scorerName", w.created_at AS "begunAt", w.frozen_at AS "handedInAt"
         FROM sampled_units u JOIN assessments a ON a.id = u.assessment_id JOIN satker s ON s.id = a.satker_id
         JOIN users p ON p.id = u.user_id ${SHEET}
        WHERE u.sample_id = $1 ORDER BY s.code`,
      [sampleId],
    )
  }

  /** What a person scores a second time in samples that run, what waits first. */
  async ofScorer(userId: string): Promise<SecondUnitRow[]> {
    const rows = await this.database.query<SecondUnitRow>(
      `SELECT a.id, s.name AS "satkerName", s.code AS "satkerCode", c.year, k.number AS sample,
              CASE WHEN w.id IS NULL THEN 0 ELSE 1 END AS begun,
              CASE WHEN w.frozen_at IS NULL THEN 0 ELSE 1 END AS "handedIn",
              (SELECT COUNT(*) FROM decisions d WHERE d.worksheet_id = w.id
                  AND d.decision IS NOT NULL AND d.decision <> 'tunda') AS decided,
              COALESCE((SELECT x.questions FROM section_scores x WHERE x.worksheet_id = w.id AND x.section = 'total'), 0)
                AS questions
         FROM sampled_units u JOIN samples k ON k.id = u.sample_id AND k.closed_at IS NULL
         JOIN assessments a ON a.id = u.assessment_id AND a.stage <> 'draf'
         JOIN satker s ON s.id = a.satker_id JOIN cycles c ON c.id = a.cycle_id ${SHEET}
        WHERE u.user_id = $1 ORDER BY "handedIn", s.name`,
      [userId],
    )
    return rows.map(row => ({
      ...row,
      begun: Boolean(row.begun),
      handedIn: Boolean(row.handedIn),
      decided: Number(row.decided),
      questions: Number(row.questions),
    }))
  }

  /** Units of the cycle that handed in and were never drawn. */
  async population(cycleId: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT a.id FROM assessments a
        WHERE a.cycle_id = $1 AND a.stage <> 'draf'
          AND NOT EXISTS (SELECT 1 FROM sampled_units u WHERE u.assessment_id = a.id) ORDER BY a.id`,
      [cycleId],
    )
    return rows.map(row => row.id)
  }

  /**
   * Who knows, or could know, how a unit was scored: whoever sat or sits in its team, filled a sheet of it, or reads
   * it by a role above it.
   */
  barred(cycleId: string, today: string): Promise<BarredRow[]> {
    const ofCycle = 'JOIN assessments a ON a.id = ea.assessment_id AND a.cycle_id = $1'
    return this.database.query<BarredRow>(
      `SELECT ea.assessment_id AS unit, ea.user_id AS person FROM evaluator_assignments ea ${ofCycle}
        UNION
       SELECT ea.assessment_id, x.user_id FROM evaluator_assignments ea ${ofCycle}
         JOIN team_seats x ON x.team_id = ea.team_id
        UNION
       SELECT ea.assessment_id, ea.assessor_id FROM worksheets ea ${ofCycle} WHERE ea.assessor_id IS NOT NULL
        UNION
       SELECT a.id, m.user_id FROM memberships m JOIN satker o ON o.id = m.satker_id
         JOIN satker s ON s.path LIKE o.path || '%' JOIN assessments a ON a.satker_id = s.id AND a.cycle_id = $1
        WHERE m.role IN ('centre-admin', 'kanwil-viewer', 'pendamping', 'reader')
          AND (m.valid_until IS NULL OR m.valid_until >= $2)`,
      [cycleId, today],
    )
  }

  async insert(sample: Omit<Sample, 'closedBy' | 'closedAt'>, units: readonly SampledUnit[]): Promise<void> {
    await this.database.insert(Sample, [sample])
    await this.database.insert(SampledUnit, units)
  }

  async close(id: string, closedBy: string, closedAt: string): Promise<void> {
    await this.database.writing().update(Sample, { id }, { closedBy, closedAt })
  }
}
