import type { MigrationInterface, QueryRunner } from 'typeorm'
import { createTables, dropTables, table, text } from '../src/db/migration-tables'

const tables = [
  table('register_entries', {
    columns: [
      text('id', { primary: true }),
      text('satker_id'),
      text('register'),
      text('title'),
      text('summary'),
      text('happened_on', { nullable: true }),
      text('happened_until', { nullable: true }),
      text('changed_at'),
    ],
    indices: [['satker_id', 'register', 'happened_on']],
    refers: { satker_id: 'satker' },
  }),
  table('entry_supports', {
    columns: [
      text('entry_id', { primary: true }),
      text('kind', { primary: true }),
      text('target', { primary: true }),
    ],
    indices: [['kind', 'target']],
    refers: { entry_id: 'register_entries' },
  }),
  table('entry_evidence', {
    columns: [
      text('entry_id', { primary: true }),
      text('evidence_id', { primary: true }),
      text('kind'),
      text('content'),
      text('added_by'),
      text('added_at'),
    ],
    indices: [['evidence_id']],
    refers: { entry_id: 'register_entries', evidence_id: 'evidence' },
  }),
  table('entry_links', {
    columns: [
      text('from_id', { primary: true }),
      text('to_id', { primary: true }),
      text('kind', { primary: true }),
    ],
    indices: [['to_id']],
    refers: { from_id: 'register_entries', to_id: 'register_entries' },
  }),
]

/** What all registers share: their entries, what these support, prove and refer to. */
export class Registers1766000000008 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return createTables(runner, tables)
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTables(runner, tables)
  }
}
