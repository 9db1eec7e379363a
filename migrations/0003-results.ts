import type { MigrationInterface, QueryRunner } from 'typeorm'
import { createTables, dropTables, integer, table, text } from '../src/db/migration-tables'

const tables = [
  table('final_recommendations', {
    columns: [
      text('assessment_id', { primary: true }),
      text('recommendation'),
      text('grounds'),
      integer('version'),
      text('set_by'),
      text('set_at'),
    ],
    refers: { assessment_id: 'assessments' },
  }),
  table('seals', {
    columns: [
      text('id', { primary: true }),
      text('assessment_id'),
      text('code'),
      text('document'),
      text('hash'),
      text('signature'),
      text('public_key'),
      text('sealed_by'),
      text('sealed_at'),
      text('reopened_by', { nullable: true }),
      text('reopened_at', { nullable: true }),
      text('reopened_because', { default: '' }),
    ],
    uniques: [['code']],
    indices: [['assessment_id']],
    refers: { assessment_id: 'assessments' },
  }),
]

/** What the inspectorate recommends, and the seals of what is final. */
export class Results1766000000002 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return createTables(runner, tables)
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTables(runner, tables)
  }
}
