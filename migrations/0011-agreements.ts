import type { MigrationInterface, QueryRunner } from 'typeorm'
import { boolean, createTables, dropTables, integer, table, text } from '../src/db/migration-tables'

const tables = [
  table('agreements', {
    columns: [
      text('id', { primary: true }),
      text('satker_id'),
      text('realm'),
      text('kind'),
      text('partner'),
      text('partner_kind'),
      text('number'),
      text('title'),
      text('scope'),
      text('signed_on'),
      text('signed_by'),
      text('valid_from'),
      text('valid_until'),
      integer('evaluate_every'),
      text('next_evaluation_on', { nullable: true }),
      boolean('published'),
      integer('version'),
      text('created_at'),
      text('changed_at'),
    ],
    uniques: [['satker_id', 'number']],
    indices: [['published', 'valid_until'], ['next_evaluation_on']],
    refers: { satker_id: 'satker' },
  }),
  table('agreement_tasks', {
    columns: [
      text('id', { primary: true }),
      text('agreement_id'),
      text('title'),
      text('due_on'),
      text('owner'),
      text('done_on', { nullable: true }),
      text('result'),
      text('evidence_id', { nullable: true }),
      integer('version'),
      text('created_at'),
    ],
    indices: [['agreement_id', 'due_on', 'done_on'], ['due_on']],
    refers: { agreement_id: 'agreements', evidence_id: 'evidence' },
  }),
  table('agreement_evaluations', {
    columns: [
      text('id', { primary: true }),
      text('agreement_id'),
      text('held_on'),
      text('finding'),
      text('created_at'),
    ],
    indices: [['agreement_id', 'held_on']],
    refers: { agreement_id: 'agreements' },
  }),
]

/** The register of cooperation agreements, with their work plans and evaluations. */
export class Agreements1766000000010 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return createTables(runner, tables)
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTables(runner, tables)
  }
}
