import type { MigrationInterface, QueryRunner } from 'typeorm'
import { createTables, dropTables, integer, table, text } from '../src/db/migration-tables'

const tables = [
  table('evaluation_teams', {
    columns: [text('id', { primary: true }), text('cycle_id'), text('name'), text('created_at')],
    uniques: [['cycle_id', 'name']],
    refers: { cycle_id: 'cycles' },
  }),
  table('team_seats', {
    columns: [
      text('id', { primary: true }),
      text('team_id'),
      text('user_id'),
      text('seat'),
      text('created_at'),
      text('ended_at', { nullable: true }),
    ],
    indices: [['user_id'], ['team_id']],
    refers: { team_id: 'evaluation_teams', user_id: 'users' },
  }),
  table('evaluator_assignments', {
    columns: [
      text('id', { primary: true }),
      text('assessment_id'),
      text('team_id'),
      text('user_id'),
      text('created_by'),
      text('created_at'),
      text('ended_at', { nullable: true }),
      text('ended_because', { default: '' }),
    ],
    indices: [['assessment_id'], ['team_id'], ['user_id']],
    refers: { assessment_id: 'assessments', team_id: 'evaluation_teams', user_id: 'users' },
  }),
  table('decisions', {
    columns: [
      text('worksheet_id', { primary: true }),
      text('question', { primary: true }),
      text('decision', { nullable: true }),
      integer('version'),
      text('decided_by'),
      text('decided_at'),
    ],
    refers: { worksheet_id: 'worksheets' },
  }),
  table('evidence_verdicts', {
    columns: [
      text('worksheet_id', { primary: true }),
      text('use_id', { primary: true }),
      text('question'),
      text('verdict'),
      text('given_by'),
      text('given_at'),
    ],
    refers: { worksheet_id: 'worksheets' },
  }),
  table('flag_rulings', {
    columns: [
      text('worksheet_id', { primary: true }),
      text('question', { primary: true }),
      text('kind', { primary: true }),
      text('ruling'),
      text('reason', { default: '' }),
      text('ruled_by'),
      text('ruled_at'),
    ],
    refers: { worksheet_id: 'worksheets' },
  }),
  table('team_phrases', {
    columns: [
      text('id', { primary: true }),
      text('team_id'),
      text('text'),
      text('created_by'),
      text('created_at'),
    ],
    uniques: [['team_id', 'text']],
    refers: { team_id: 'evaluation_teams' },
  }),
  table('returned_questions', {
    columns: [
      text('assessment_id', { primary: true }),
      integer('round', { primary: true }),
      text('question', { primary: true }),
      text('note'),
      text('reply', { default: '' }),
      text('replied_by', { nullable: true }),
      text('replied_at', { nullable: true }),
      text('created_by'),
      text('created_at'),
    ],
    refers: { assessment_id: 'assessments' },
  }),
]

/** Scoring again: teams, whose unit it is, decisions, verdicts, and what went back to the satker. */
export class Evaluation1766000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, tables)
    await runner.query('ALTER TABLE worksheets ADD COLUMN based_on text')
    await runner.query('ALTER TABLE worksheets ADD COLUMN assessor_id text')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE worksheets DROP COLUMN assessor_id')
    await runner.query('ALTER TABLE worksheets DROP COLUMN based_on')
    await dropTables(runner, tables)
  }
}
