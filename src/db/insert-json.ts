import type { EntityManager, EntityMetadata, EntityTarget, ObjectLiteral } from 'typeorm'

export type Dialect = 'sqlite' | 'postgres'

export interface OnConflict<E> {
  readonly key: readonly (keyof E & string)[]
  /** The properties that the new row replaces; none: the old row stays as it is. */
  readonly replace: readonly (keyof E & string)[]
}

/** One statement for any number of rows, handed over as one JSON parameter: the fastest way in on both databases. */
export async function insertJson<E extends ObjectLiteral>(
  manager: EntityManager,
  dialect: Dialect,
  entity: EntityTarget<E>,
  rows: readonly Partial<E>[],
  onConflict?: OnConflict<E>,
): Promise<void> {
  if (rows.length === 0) return
  const metadata = manager.connection.getMetadata(entity)
  const columns = metadata.columns.filter(column => rows.some(row => row[column.propertyName] !== undefined))
  const json = rows.map(row =>
    Object.fromEntries(
      columns.map(column => [column.databaseName, stored(row[column.propertyName] ?? null)]),
    ),
  )
  await manager.query(insertStatement(metadata, columns, dialect, onConflict), [JSON.stringify(json)])
}

function insertStatement<E extends ObjectLiteral>(
  metadata: EntityMetadata,
  columns: EntityMetadata['columns'],
  dialect: Dialect,
  onConflict: OnConflict<E> | undefined,
): string {
  const columnOf = (property: string) => metadata.findColumnWithPropertyName(property)!.databaseName
  const names = columns.map(column => column.databaseName)
  const source =
    dialect === 'sqlite'
      ? `SELECT ${names.map(name => `json_extract(value, '$.${name}')`).join(', ')} FROM json_each($1) WHERE true`
      : `SELECT ${names.join(', ')} FROM json_populate_recordset(null::${metadata.tableName}, $1)`
  const conflict = onConflict
    ? ` ON CONFLICT (${onConflict.key.map(columnOf).join(', ')}) DO ${
        onConflict.replace.length === 0
          ? 'NOTHING'
          : `UPDATE SET ${onConflict.replace
              .map(columnOf)
              .map(name => `${name} = excluded.${name}`)
              .join(', ')}`
      }`
    : ''
  return `INSERT INTO ${metadata.tableName} (${names.join(', ')}) ${source}${conflict}`
}

/** Nested values live in text columns as JSON (TypeORM's simple-json). */
const stored = (value: unknown): unknown =>
  value !== null && typeof value === 'object' ? JSON.stringify(value) : value
