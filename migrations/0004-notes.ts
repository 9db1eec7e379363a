import type { MigrationInterface, QueryRunner } from 'typeorm'
import { createTables, dropTables, integer, table, text } from '../src/db/migration-tables'

const tables = [
  table('notes', {
    columns: [
      text('id', { primary: true }),
      text('assessment_id'),
      text('origin'),
      text('scope'),
      text('place'),
      text('part'),
      text('text'),
      text('severity'),
      text('due_on'),
      text('owner_id', { nullable: true }),
      text('state'),
      integer('version'),
      text('written_by'),
      text('written_at'),
      text('settled_at', { nullable: true }),
    ],
    indices: [['assessment_id'], ['state', 'due_on']],
    refers: { assessment_id: 'assessments', owner_id: 'users' },
  }),
  table('note_entries', {
    columns: [
      text('id', { primary: true }),
      text('note_id'),
      text('kind'),
      text('text'),
      text('written_by'),
      text('written_at'),
    ],
    indices: [['note_id']],
    refers: { note_id: 'notes' },
  }),
  table('note_evidence', {
    columns: [text('entry_id', { primary: true }), text('evidence_id', { primary: true })],
    indices: [['evidence_id']],
    refers: { entry_id: 'note_entries', evidence_id: 'evidence' },
  }),
]

/** Notes of evaluators and of the assistance team, with what came of them. */
export class Notes1766000000003 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return createTables(runner, tables)
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTables(runner, tables)
  }
}
