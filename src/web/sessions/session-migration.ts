import type { MigrationInterface, QueryRunner } from 'typeorm'
import { createTables, dropTables, table, text } from '../../db/migration-tables'

const tables = [
  table('sessions', {
    columns: [text('id', { primary: true }), text('data'), text('expires_at')],
    indices: [['expires_at']],
  }),
]

export class Sessions1766000000001 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return createTables(runner, tables)
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTables(runner, tables)
  }
}
