import type { MigrationInterface, QueryRunner } from 'typeorm'
import { createTables, dropTables, integer, table, text } from '../src/db/migration-tables'

const tables = [
  table('action_goals', {
    columns: [
      text('id', { primary: true }),
      text('satker_id'),
      integer('year'),
      text('title'),
      text('serves'),
      text('served'),
      text('owner_id', { nullable: true }),
      text('owner'),
      text('starts_on'),
      text('due_on'),
      text('indicator'),
      text('unit'),
      text('baseline', { nullable: true }),
      text('target', { nullable: true }),
      integer('percent'),
      text('reported_on', { nullable: true }),
      text('done_on', { nullable: true }),
      integer('version'),
      text('created_at'),
    ],
    indices: [['satker_id', 'year'], ['due_on']],
    refers: { satker_id: 'satker' },
  }),
  table('goal_progress', {
    columns: [
      text('id', { primary: true }),
      text('goal_id'),
      text('reported_on'),
      integer('percent'),
      text('obstacle'),
      text('note'),
      text('reported_by', { nullable: true }),
      text('created_at'),
    ],
    uniques: [['goal_id', 'reported_on']],
    refers: { goal_id: 'action_goals' },
  }),
]

/** The register of what a satker means to do in a year, and how far it came. */
export class ActionPlan1766000000013 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return createTables(runner, tables)
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTables(runner, tables)
  }
}
