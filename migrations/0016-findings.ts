import type { MigrationInterface, QueryRunner } from 'typeorm'
import { createTables, dropTables, integer, json, table, text } from '../src/db/migration-tables'

const tables = [
  table('rule_books', {
    columns: [
      text('id', { primary: true }),
      text('code'),
      integer('version'),
      text('checksum'),
      text('source'),
      text('loaded_at'),
      text('loaded_by'),
    ],
    uniques: [['code', 'version']],
  }),
  table('finding_sets', {
    columns: [
      text('assessment_id', { primary: true }),
      text('rule_book_id'),
      text('stamp'),
      text('day'),
      text('computed_at'),
      text('verdict'),
      json('document'),
    ],
    refers: { assessment_id: 'assessments', rule_book_id: 'rule_books' },
  }),
  table('finding_levels', {
    columns: [
      text('assessment_id', { primary: true }),
      text('rule', { primary: true }),
      text('about', { primary: true }),
      text('family'),
      text('level'),
      text('grounds'),
      text('since'),
    ],
    indices: [['family', 'rule']],
    refers: { assessment_id: 'assessments' },
  }),
  table('finding_changes', {
    columns: [
      text('id', { primary: true }),
      text('assessment_id'),
      text('rule'),
      text('about'),
      text('level'),
      text('at'),
    ],
    indices: [['assessment_id', 'rule', 'at']],
    refers: { assessment_id: 'assessments' },
  }),
  table('finding_rulings', {
    columns: [
      text('id', { primary: true }),
      text('assessment_id'),
      text('rule'),
      text('about'),
      text('grounds'),
      text('level'),
      text('outcome'),
      text('reason'),
      text('ruled_by'),
      text('ruled_as'),
      text('ruled_at'),
    ],
    indices: [['assessment_id', 'rule', 'about'], ['rule']],
    refers: { assessment_id: 'assessments', ruled_by: 'users' },
  }),
  table('frozen_findings', {
    columns: [
      text('id', { primary: true }),
      text('assessment_id'),
      text('worksheet_id'),
      text('rule_book_id'),
      text('day'),
      text('frozen_at'),
      text('sha256'),
      json('document'),
    ],
    uniques: [['worksheet_id']],
    indices: [['assessment_id']],
    refers: { assessment_id: 'assessments', worksheet_id: 'worksheets', rule_book_id: 'rule_books' },
  }),
  table('recommendation_states', {
    columns: [
      text('assessment_id', { primary: true }),
      integer('number', { primary: true }),
      text('status'),
      text('owner'),
      text('due_on', { nullable: true }),
      text('notes'),
      integer('version'),
      text('changed_by'),
      text('changed_at'),
    ],
    refers: { assessment_id: 'assessments', changed_by: 'users' },
  }),
  table('recommendation_evidence', {
    columns: [
      text('assessment_id', { primary: true }),
      integer('number', { primary: true }),
      text('evidence_id', { primary: true }),
    ],
    indices: [['evidence_id']],
    refers: { assessment_id: 'assessments', evidence_id: 'evidence' },
  }),
]

/** The thresholds of the rules, what the rules say of each assessment, and what people say of that. */
export class Findings1766000000015 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return createTables(runner, tables)
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTables(runner, tables)
  }
}
