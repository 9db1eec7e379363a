import type { MigrationInterface, QueryRunner } from 'typeorm'

const TABLE = 'prerequisite_values'
const ADDED = [
  'value_version integer NOT NULL DEFAULT 0',
  'value_by text',
  'value_at text',
  'note_version integer NOT NULL DEFAULT 0',
  'note_by text',
  'note_at text',
]

/** Value and note of a prerequisite count their versions apart, so that two people's different fields merge. */
export class PrerequisiteFields1766000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const column of ADDED) await runner.query(`ALTER TABLE ${TABLE} ADD COLUMN ${column}`)
    await runner.query(
      `UPDATE ${TABLE} SET value_version = version, value_by = updated_by, value_at = updated_at,
                           note_version = version, note_by = updated_by, note_at = updated_at`,
    )
    await runner.query(`ALTER TABLE ${TABLE} DROP COLUMN version`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE ${TABLE} ADD COLUMN version integer NOT NULL DEFAULT 0`)
    await runner.query(`UPDATE ${TABLE} SET version = value_version + note_version`)
    for (const column of ADDED)
      await runner.query(`ALTER TABLE ${TABLE} DROP COLUMN ${column.slice(0, column.indexOf(' '))}`)
  }
}
