import type { Database } from '../db/database'
import { PrerequisiteValue } from './prerequisite-value.entity'

export interface PrerequisiteRow {
  readonly prerequisite: string
  readonly value: string | null
  readonly note: string
  readonly version: number
  readonly updatedAt: string
  readonly updatedByName: string | null
}

export class PrerequisitesRepository {
  constructor(private readonly database: Database) {}

  of(assessmentId: string): Promise<PrerequisiteRow[]> {
    return this.database.query<PrerequisiteRow>(
      `SELECT p.prerequisite, p.value, p.note, p.version, p.updated_at AS "updatedAt", u.name AS "updatedByName"
         FROM prerequisite_values p LEFT JOIN users u ON u.id = p.updated_by WHERE p.assessment_id = $1`,
      [assessmentId],
    )
  }

  write(value: PrerequisiteValue): Promise<void> {
    return this.database.insert(PrerequisiteValue, [value], {
      key: ['assessmentId', 'prerequisite'],
      replace: ['value', 'note', 'version', 'updatedBy', 'updatedAt'],
    })
  }
}
