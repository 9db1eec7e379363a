import type { MigrationInterface, QueryRunner } from 'typeorm'
import { createTables, dropTables, integer, table, text } from '../src/db/migration-tables'

const tables = [
  table('messages', {
    columns: [
      text('id', { primary: true }),
      text('user_id'),
      text('kind'),
      text('assessment_id', { nullable: true }),
      text('subject'),
      text('text'),
      text('href'),
      text('once', { nullable: true }),
      text('created_at'),
      text('read_at', { nullable: true }),
    ],
    uniques: [['user_id', 'once']],
    indices: [['user_id', 'read_at']],
    refers: { user_id: 'users', assessment_id: 'assessments' },
  }),
  table('outbox', {
    columns: [
      text('message_id', { primary: true }),
      text('user_id'),
      text('letter'),
      text('due_at', { nullable: true }),
      text('leased_until', { default: '' }),
      integer('attempts', { default: 0 }),
      text('sent_at', { nullable: true }),
      text('last_error', { default: '' }),
    ],
    indices: [['due_at'], ['letter'], ['user_id']],
    refers: { message_id: 'messages', user_id: 'users' },
  }),
  table('message_preferences', {
    columns: [text('user_id', { primary: true }), text('delivery'), text('changed_at')],
    refers: { user_id: 'users' },
  }),
  table('scheduled_jobs', {
    columns: [
      text('name', { primary: true }),
      text('locked_until', { default: '' }),
      text('last_run', { default: '' }),
    ],
  }),
]

/** What people are told, the letters that still have to leave, and the jobs that one server at a time does. */
export class Messages1766000000004 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return createTables(runner, tables)
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTables(runner, tables)
  }
}
