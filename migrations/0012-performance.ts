import type { MigrationInterface, QueryRunner } from 'typeorm'
import { createTables, dropTables, integer, table, text } from '../src/db/migration-tables'

const tables = [
  table('performance_commitments', {
    columns: [
      text('id', { primary: true }),
      text('satker_id'),
      integer('year'),
      integer('number'),
      text('indicator'),
      text('indicator_key'),
      text('unit'),
      text('direction'),
      text('counting'),
      text('year_target'),
      integer('version'),
      text('created_at'),
    ],
    uniques: [['satker_id', 'year', 'indicator_key']],
    refers: { satker_id: 'satker' },
  }),
  table('performance_quarters', {
    columns: [
      text('id', { primary: true }),
      text('commitment_id'),
      text('satker_id'),
      integer('year'),
      integer('quarter'),
      text('target'),
      text('realisation', { nullable: true }),
      text('obstacle'),
      text('strategy'),
      text('reported_on', { nullable: true }),
      text('reported_by', { nullable: true }),
      text('state'),
      integer('version'),
    ],
    uniques: [['commitment_id', 'quarter']],
    indices: [['satker_id', 'year']],
    refers: { commitment_id: 'performance_commitments', satker_id: 'satker' },
  }),
  table('performance_standings', {
    columns: [
      text('satker_id', { primary: true }),
      integer('year', { primary: true }),
      integer('quarter', { primary: true }),
      integer('targeted'),
      integer('reported'),
      integer('reached'),
      integer('near'),
      integer('missed'),
    ],
    indices: [['year', 'quarter']],
    refers: { satker_id: 'satker' },
  }),
  table('performance_follow_ups', {
    columns: [
      text('id', { primary: true }),
      text('satker_id'),
      integer('year'),
      integer('quarter'),
      text('text'),
      text('due_on'),
      text('state'),
      integer('version'),
      text('written_by'),
      text('written_at'),
      text('reply'),
      text('replied_by', { nullable: true }),
      text('replied_at', { nullable: true }),
      text('remark'),
      text('closed_at', { nullable: true }),
    ],
    indices: [['satker_id', 'year', 'quarter']],
    refers: { satker_id: 'satker', written_by: 'users', replied_by: 'users' },
  }),
]

/** The performance commitments of a satker, their quarters, and what a region asks about them. */
export class Performance1766000000011 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return createTables(runner, tables)
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTables(runner, tables)
  }
}
