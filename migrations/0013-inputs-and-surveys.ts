import type { MigrationInterface, QueryRunner } from 'typeorm'
import { createTables, dropTables, integer, table, text } from '../src/db/migration-tables'

const tables = [
  table('stakeholder_inputs', {
    columns: [
      text('id', { primary: true }),
      text('satker_id'),
      text('kind'),
      text('month', { nullable: true }),
      text('happened_on'),
      text('subject'),
      text('stakeholder'),
      integer('people', { nullable: true }),
      text('asked'),
      text('decided'),
      text('follow_up'),
      text('followed_up_on', { nullable: true }),
      integer('received', { nullable: true }),
      integer('done', { nullable: true }),
      integer('in_process', { nullable: true }),
      text('average_days', { nullable: true }),
      integer('version'),
      text('created_at'),
    ],
    uniques: [['satker_id', 'month']],
    indices: [['satker_id', 'happened_on']],
    refers: { satker_id: 'satker' },
  }),
  table('survey_rounds', {
    columns: [
      text('id', { primary: true }),
      text('satker_id'),
      text('kind'),
      text('held_from'),
      text('held_until'),
      text('method'),
      integer('population', { nullable: true }),
      integer('respondents'),
      text('scale'),
      text('index_value'),
      text('conducted_by'),
      integer('version'),
      text('created_at'),
    ],
    uniques: [['satker_id', 'kind', 'held_from', 'held_until']],
    refers: { satker_id: 'satker' },
  }),
]

/** The registers of what stakeholders told a satker, and of the surveys among them. */
export class InputsAndSurveys1766000000012 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return createTables(runner, tables)
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTables(runner, tables)
  }
}
