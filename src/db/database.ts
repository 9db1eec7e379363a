import { AsyncLocalStorage } from 'node:async_hooks'
import type { DataSource, EntityManager, EntityTarget, ObjectLiteral, QueryRunner } from 'typeorm'
import { insertJson, type Dialect, type OnConflict } from './insert-json'
import { WriterQueue } from './writer-queue'

interface OpenTransaction {
  readonly manager: EntityManager
  failed: boolean
}

/**
 * The one door to the rows. Reads go to a connection that cannot write; every write happens inside
 * `inTransaction`, which queues writers on SQLite (where one connection serves the whole process and
 * overlapping transactions would swallow each other's rows) and opens a real transaction on PostgreSQL.
 */
export class Database {
  private readonly open = new AsyncLocalStorage<OpenTransaction>()
  private readonly queue = new WriterQueue()

  constructor(
    private readonly reader: DataSource,
    private readonly writer: DataSource,
    readonly dialect: Dialect,
  ) {}

  /** Inside a transaction its own connection, so that a use case sees what it wrote; outside the reader. */
  get manager(): EntityManager {
    return this.open.getStore()?.manager ?? this.reader.manager
  }

  /** Rows of one statement with $1, $2, … in the order of their first appearance (valid on both databases). */
  query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.manager.query<Row[]>(sql, [...parameters])
  }

  /**
   * As `query`, for many small rows with the named columns: on SQLite they come as one JSON text, because the driver
   * spends more on each value than the statement does. An order given by the statement is kept.
   */
  async queryMany<Row>(
    columns: readonly (keyof Row & string)[],
    sql: string,
    parameters: readonly unknown[] = [],
  ): Promise<Row[]> {
    if (this.dialect === 'postgres') return this.query<Row>(sql, parameters)
    const object = columns.map(name => `'${name}', "${name}"`).join(', ')
    const found = await this.one<{ rows: string }>(
      `SELECT json_group_array(json_object(${object})) AS rows FROM (${sql})`,
      parameters,
    )
    return JSON.parse(found?.rows ?? '[]') as Row[]
  }

  /** The first row, or undefined. */
  async one<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row | undefined> {
    return (await this.query<Row>(sql, parameters))[0]
  }

  /** Commits when `work` resolves, rolls back when it throws. Called inside another it joins that one. */
  async inTransaction<T>(work: () => Promise<T>): Promise<T> {
    const outer = this.open.getStore()
    if (!outer) return this.dialect === 'sqlite' ? this.queue.run(() => this.begin(work)) : this.begin(work)
    try {
      return await work()
    } catch (error) {
      outer.failed = true
      throw error
    }
  }

  /** For `IN`: the texts of a JSON list given as one parameter, however many there are. */
  listOf(parameter: string): string {
    return this.dialect === 'sqlite'
      ? `(SELECT value FROM json_each(${parameter}))`
      : `(SELECT json_array_elements_text(${parameter}::json))`
  }

  /** Inserts rows given by property name in one statement. */
  async insert<E extends ObjectLiteral>(
    entity: EntityTarget<E>,
    rows: readonly Partial<E>[],
    onConflict?: OnConflict<E>,
  ): Promise<void> {
    await insertJson(this.writing(), this.dialect, entity, rows, onConflict)
  }

  /** Holds other writers off one row until the transaction ends; SQLite's single writer needs no lock. */
  async lock(table: string, id: string): Promise<void> {
    if (this.dialect === 'postgres')
      await this.writing().query(`SELECT 1 FROM ${table} WHERE id = $1 FOR UPDATE`, [id])
  }

  /** The manager of the open transaction; a write outside one is a fault of the programmer. */
  writing(): EntityManager {
    const open = this.open.getStore()
    if (!open) throw new Error('A write must happen inside inTransaction().')
    return open.manager
  }

  async migrate(): Promise<string[]> {
    const ran = await this.writer.runMigrations({ transaction: 'each' })
    return ran.map(migration => migration.name)
  }

  /** Names of the tables that stand, whoever made them; none in an empty database. */
  async tables(): Promise<string[]> {
    const rows = await this.query<{ name: string }>(
      this.dialect === 'sqlite'
        ? `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`
        : `SELECT tablename AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
    )
    return rows.map(row => row.name)
  }

  /** SQLite: the rows of this moment as a new file, without holding up other writers. */
  async snapshot(file: string): Promise<void> {
    if (this.dialect !== 'sqlite') throw new Error('Only SQLite copies itself into a file.')
    await this.queue.run(() => this.writer.query('VACUUM INTO $1', [file]))
  }

  /** For tests and tools that look at the schema itself. */
  get schemaSource(): DataSource {
    return this.writer
  }

  async close(): Promise<void> {
    if (this.reader.isInitialized) await this.reader.destroy()
    if (this.writer.isInitialized) await this.writer.destroy()
  }

  private async begin<T>(work: () => Promise<T>): Promise<T> {
    const runner = this.writer.createQueryRunner()
    await beginWriting(runner, this.dialect)
    const open: OpenTransaction = { manager: runner.manager, failed: false }
    try {
      const result = await this.open.run(open, work)
      if (open.failed) throw new Error('A part of this transaction failed, so none of it is kept.')
      await runner.commitTransaction()
      return result
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction()
      throw error
    } finally {
      await runner.release()
    }
  }
}

/** SQLite: a deferred transaction that reads before it writes fails at once when another process commits between. */
async function beginWriting(runner: QueryRunner, dialect: Dialect): Promise<void> {
  if (dialect === 'postgres') return runner.startTransaction()
  await runner.query('BEGIN IMMEDIATE')
  Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 })
}
