import { Table, TableColumn, type QueryRunner } from 'typeorm'
import { HouseNaming } from './naming'

interface ColumnOptions {
  readonly nullable?: boolean
  readonly primary?: boolean
  readonly default?: string | number
}

interface TableParts {
  readonly columns: readonly TableColumn[]
  readonly uniques?: readonly (readonly string[])[]
  readonly indices?: readonly (readonly string[])[]
  /** Column → the table whose `id` it holds. */
  readonly refers?: Readonly<Record<string, string>>
}

const naming = new HouseNaming()

const column =
  (type: string) =>
  (name: string, options: ColumnOptions = {}): TableColumn =>
    new TableColumn({
      name,
      type,
      isNullable: options.nullable ?? false,
      isPrimary: options.primary ?? false,
      ...(options.default === undefined ? {} : { default: literal(options.default) }),
    })

const literal = (value: string | number): string => (typeof value === 'string' ? `'${value}'` : String(value))

export const text = column('text')
export const integer = column('integer')
/** Without a default: the two databases write it differently. */
export const boolean = column('boolean')
/** JSON is kept as text on both databases (TypeORM's simple-json). */
export const json = column('text')

/** A table of a migration, the same on SQLite and PostgreSQL, its constraints named as the entities name them. */
export function table(name: string, parts: TableParts): Table {
  const refers = Object.entries(parts.refers ?? {})
  const columns = [...parts.columns]
  const primary = columns.filter(one => one.isPrimary)
  for (const one of primary) one.primaryKeyConstraintName = naming.primaryKeyName(name)
  return new Table({
    name,
    columns,
    uniques: (parts.uniques ?? []).map(columnNames => ({
      name: naming.uniqueConstraintName(name, [...columnNames]),
      columnNames: [...columnNames],
    })),
    indices: (parts.indices ?? []).map(columnNames => ({
      name: naming.indexName(name, [...columnNames]),
      columnNames: [...columnNames],
    })),
    foreignKeys: refers.map(([columnName, referenced]) => ({
      name: naming.foreignKeyName(name, [columnName]),
      columnNames: [columnName],
      referencedTableName: referenced,
      referencedColumnNames: ['id'],
    })),
  })
}

export async function createTables(runner: QueryRunner, tables: readonly Table[]): Promise<void> {
  for (const one of tables) await runner.createTable(one)
}

/** On PostgreSQL a plain index finds a prefix only under the collation C; this one does under any. */
export async function indexByPrefix(
  runner: QueryRunner,
  tableName: string,
  columnName: string,
): Promise<void> {
  if (runner.connection.options.type !== 'postgres') return
  const index = naming.indexName(tableName, [columnName])
  await runner.query(`DROP INDEX "${index}"`)
  await runner.query(`CREATE INDEX "${index}" ON "${tableName}" ("${columnName}" text_pattern_ops)`)
}

export async function dropTables(runner: QueryRunner, tables: readonly Table[]): Promise<void> {
  for (const one of [...tables].reverse()) await runner.dropTable(one.name)
}
