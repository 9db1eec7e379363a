import type { Database } from '../db/database'
import { PrerequisiteValue } from './prerequisite-value.entity'

export type PrerequisiteRow = Readonly<Omit<PrerequisiteValue, 'assessmentId' | 'updatedBy'>> & {
  readonly valueByName: string | null
  readonly noteByName: string | null
  readonly updatedByName: string | null
}

export class PrerequisitesRepository {
  constructor(private readonly database: Database) {}

  of(assessmentId: string): Promise<PrerequisiteRow[]> {
    return this.database.query<PrerequisiteRow>(
      `SELECT p.prerequisite, p.value, p.value_version AS "valueVersion", p.value_by AS "valueBy",
              p.value_at AS "valueAt", v.name AS "valueByName", p.note, p.note_version AS "noteVersion",
              p.note_by AS "noteBy", p.note_at AS "noteAt", n.name AS "noteByName", p.updated_at AS "updatedAt",
              u.name AS "updatedByName"
         FROM prerequisite_values p LEFT JOIN users u ON u.id = p.updated_by LEFT JOIN users v ON v.id = p.value_by
         LEFT JOIN users n ON n.id = p.note_by
        WHERE p.assessment_id = $1`,
      [assessmentId],
    )
  }

  write(value: PrerequisiteValue): Promise<void> {
    return this.database.insert(PrerequisiteValue, [value], {
      key: ['assessmentId', 'prerequisite'],
      replace: [
        'value',
        'valueVersion',
        'valueBy',
        'valueAt',
        'note',
        'noteVersion',
        'noteBy',
        'noteAt',
        'updatedBy',
        'updatedAt',
      ],
    })
  }
}
