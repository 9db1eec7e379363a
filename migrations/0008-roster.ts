import type { MigrationInterface, QueryRunner } from 'typeorm'
import { boolean, createTables, dropTables, integer, table, text } from '../src/db/migration-tables'

const tables = [
  table('employees', {
    columns: [
      text('id', { primary: true }),
      text('satker_id'),
      text('name'),
      text('nip', { nullable: true }),
      text('position'),
      boolean('front_line'),
      text('pokja'),
      text('agent_from', { nullable: true }),
      text('agent_until', { nullable: true }),
      text('joined_on'),
      text('left_on', { nullable: true }),
      text('anonymised_at', { nullable: true }),
      integer('version'),
      text('created_at'),
    ],
    uniques: [['satker_id', 'nip']],
    indices: [['nip'], ['left_on']],
    refers: { satker_id: 'satker' },
  }),
]

/** The register of the people who work at a satker. */
export class Roster1766000000007 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return createTables(runner, tables)
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTables(runner, tables)
  }
}
