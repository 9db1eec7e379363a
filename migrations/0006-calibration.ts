import type { MigrationInterface, QueryRunner } from 'typeorm'
import { createTables, dropTables, integer, json, table, text } from '../src/db/migration-tables'

const tables = [
  table('samples', {
    columns: [
      text('id', { primary: true }),
      text('cycle_id'),
      integer('number'),
      integer('wanted'),
      text('seed'),
      json('drawn_from'),
      text('created_by'),
      text('created_at'),
      text('closed_by', { nullable: true }),
      text('closed_at', { nullable: true }),
    ],
    uniques: [['cycle_id', 'number']],
    refers: { cycle_id: 'cycles' },
  }),
  table('sampled_units', {
    columns: [text('assessment_id', { primary: true }), text('sample_id'), text('user_id')],
    indices: [['sample_id'], ['user_id']],
    refers: { assessment_id: 'assessments', sample_id: 'samples', user_id: 'users' },
  }),
]

/** Samples of a cycle that a second evaluator scores blind. */
export class Calibration1766000000005 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return createTables(runner, tables)
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTables(runner, tables)
  }
}
