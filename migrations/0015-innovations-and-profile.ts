import type { MigrationInterface, QueryRunner } from 'typeorm'
import { createTables, dropTables, integer, json, table, text } from '../src/db/migration-tables'

const FIGURES = [
  'employees',
  'front_line',
  'services',
  'online_services',
  'floors',
  'floors_with_motto',
  'rooms',
  'rooms_with_motto',
  'signatures',
  'gratification_reports',
  'violations',
  'lhkpn_due',
  'lhkpn_filed',
  'lhkasn_due',
  'lhkasn_filed',
]

const tables = [
  table('innovations', {
    columns: [
      text('id', { primary: true }),
      text('satker_id'),
      text('name'),
      text('need'),
      text('proof_link'),
      text('started_on'),
      text('ended_on', { nullable: true }),
      text('atm'),
      text('source_unit'),
      text('modification'),
      text('indicator'),
      text('unit'),
      text('better'),
      text('before_value', { nullable: true }),
      text('before_on', { nullable: true }),
      text('after_value', { nullable: true }),
      text('after_on', { nullable: true }),
      text('used_by'),
      integer('users', { nullable: true }),
      json('copies'),
      text('integrated_on', { nullable: true }),
      text('integration'),
      json('agents'),
      integer('version'),
      text('created_at'),
    ],
    uniques: [['satker_id', 'name']],
    refers: { satker_id: 'satker' },
  }),
  table('unit_profiles', {
    columns: [
      text('id', { primary: true }),
      text('satker_id'),
      integer('year'),
      integer('quarter'),
      ...FIGURES.map(name => integer(name, { nullable: true })),
      integer('version'),
      text('created_at'),
    ],
    uniques: [['satker_id', 'year', 'quarter']],
    refers: { satker_id: 'satker' },
  }),
  table('held_predicates', {
    columns: [
      text('id', { primary: true }),
      text('satker_id'),
      text('predicate'),
      text('held_since'),
      text('lost_on', { nullable: true }),
      text('decree'),
      integer('version'),
      text('created_at'),
    ],
    indices: [['satker_id']],
    refers: { satker_id: 'satker' },
  }),
]

/** The innovations of a satker, its figures per quarter and the predicates that it held. */
export class InnovationsAndProfile1766000000014 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return createTables(runner, tables)
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTables(runner, tables)
  }
}
