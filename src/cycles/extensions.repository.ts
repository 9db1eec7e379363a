import type { Database } from '../db/database'
import type { WindowStage } from './cycle-window.entity'
import { Extension } from './extension.entity'

export interface ExtensionRow {
  readonly id: string
  readonly stage: WindowStage
  readonly closesOn: string
  readonly reason: string
  readonly createdByName: string | null
  readonly createdAt: string
}

export class ExtensionsRepository {
  constructor(private readonly database: Database) {}

  /** The newest first. */
  ofAssessment(assessmentId: string): Promise<ExtensionRow[]> {
    return this.database.query<ExtensionRow>(
      `SELECT e.id, e.stage, e.closes_on AS "closesOn", e.reason, u.name AS "createdByName",
              e.created_at AS "createdAt"
         FROM extensions e LEFT JOIN users u ON u.id = e.created_by
        WHERE e.assessment_id = $1 ORDER BY e.created_at DESC, e.id DESC`,
      [assessmentId],
    )
  }

  insert(extension: Extension): Promise<void> {
    return this.database.insert(Extension, [extension])
  }
}
