import type { MigrationInterface, QueryRunner } from 'typeorm'
import { boolean, createTables, dropTables, integer, table, text } from '../src/db/migration-tables'

const tables = [
  table('activities', {
    columns: [
      text('id', { primary: true }),
      text('satker_id'),
      text('kind'),
      text('title'),
      text('held_on'),
      text('held_until'),
      text('starts_at'),
      text('ends_at'),
      text('place'),
      boolean('leader_present'),
      boolean('zi_discussed'),
      integer('counted', { nullable: true }),
      text('agenda'),
      integer('version'),
      text('created_at'),
    ],
    indices: [['satker_id', 'held_on']],
    refers: { satker_id: 'satker' },
  }),
  table('activity_guests', {
    columns: [text('activity_id', { primary: true }), text('kind', { primary: true }), integer('people')],
    refers: { activity_id: 'activities' },
  }),
  table('activity_participants', {
    columns: [text('activity_id', { primary: true }), text('employee_id', { primary: true })],
    indices: [['employee_id']],
    refers: { activity_id: 'activities', employee_id: 'employees' },
  }),
  table('activity_points', {
    columns: [
      text('id', { primary: true }),
      text('activity_id'),
      text('text'),
      text('owner'),
      text('due_on'),
      text('done_on', { nullable: true }),
      integer('version'),
      text('created_at'),
    ],
    indices: [['activity_id'], ['due_on']],
    refers: { activity_id: 'activities' },
  }),
]

/** A row of the roster that was a mistake can be taken away wherever it took part. */
for (const key of tables.flatMap(one => one.foreignKeys))
  if (key.referencedTableName === 'employees') key.onDelete = 'CASCADE'

/** The register of what a satker does: activities, who took part, the points raised. */
export class Activities1766000000009 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return createTables(runner, tables)
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTables(runner, tables)
  }
}
