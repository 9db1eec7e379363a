import { AsyncLocalStorage } from 'node:async_hooks'
import type { DataSource, EntityManager, EntityTarget, ObjectLiteral, QueryRunner } from 'typeorm'
import { insertJson, type Dialect, type OnConflict } from './insert-json'
import { WriterQueue } from './writer-queue'

export interface ListQuery<Row> {
  readonly columns: readonly (keyof Row & string)[]
  readonly sql: string
}

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
    const found = await this.one<{ rows: string }>(
      `SELECT json_group_array(json_array(${quoted(columns)})) AS rows FROM (${sql})`,
      parameters,
    )
    return listed(columns, found?.rows)
  }

  /** Lists of many small rows in one trip, each as by `queryMany`; their parameters are numbered through. */
  async queryTogether<Lists extends readonly unknown[]>(
    queries: { readonly [Place in keyof Lists]: ListQuery<Lists[Place]> },
    parameters: readonly unknown[],
  ): Promise<{ -readonly [Place in keyof Lists]: Lists[Place][] }> {
    const list = ({ columns, sql }: ListQuery<unknown>, place: number) =>
      this.dialect === 'sqlite'
        ? `(SELECT json_group_array(json_array(${quoted(columns)})) FROM (${sql})) AS l${place}`
        : `(SELECT json_agg(json_build_array(${quoted(columns)}))::text FROM (${sql}) rows) AS l${place}`
    const found = await this.one<Record<string, string | null>>(
      `SELECT ${queries.map(list).join(', ')}`,
      parameters,
    )
    return queries.map(({ columns }, place) => listed(columns, found?.[`l${place}`])) as {
      -readonly [Place in keyof Lists]: Lists[Place][]
    }
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

  /** As `tables`, only those among which our own are made; PostgreSQL may hold other schemas beside. */
  async ownTables(): Promise<string[]> {
    if (this.dialect === 'sqlite') return this.tables()
    const rows = await this.query<{ name: string }>(
      'SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()',
    )
    return rows.map(row => row.name)
  }

  /** PostgreSQL: whatever `work` reads here is of one moment, and other connections see it by the given name meanwhile. */
  async inSnapshot<T>(work: (name: string) => Promise<T>): Promise<T> {
    if (this.dialect !== 'postgres') throw new Error('Only PostgreSQL names its snapshots.')
    const runner = this.reader.createQueryRunner()
    try {
      await runner.startTransaction('REPEATABLE READ')
      const [exported] = (await runner.query('SELECT pg_export_snapshot() AS name')) as { name: string }[]
      return await this.open.run({ manager: runner.manager, failed: false }, () => work(exported?.name ?? ''))
    } finally {
      if (runner.isTransactionActive) await runner.rollbackTransaction()
      await runner.release()
    }
  }

  /** SQLite: the rows of this moment as a new file, without holding up other writers. */
  async snapshot(file: string): Promise<void> {
    if (this.dialect !== 'sqlite') throw new Error('Only SQLite copies itself into a file.')
    await this.queue.run(() => this.writer.query('VACUUM INTO $1', [file]))
  }

  /** Takes every table away again; for a restore that could not be brought to its end. */
  async clear(): Promise<void> {
    await this.writer.dropDatabase()
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
    const settled = watchStatements(runner, this.dialect)
    const open: OpenTransaction = { manager: runner.manager, failed: false }
    try {
      const result = await this.open.run(open, work)
      if (open.failed) throw new Error('A part of this transaction failed, so none of it is kept.')
      await runner.commitTransaction()
      return result
    } catch (error) {
      await settled()
      if (runner.isTransactionActive) await runner.rollbackTransaction()
      throw error
    } finally {
      await runner.release()
    }
  }
}

const quoted = (columns: readonly string[]): string => columns.map(name => `"${name}"`).join(', ')

/** Rows by column name from a JSON list of lists: half the text of a list of objects. */
function listed<Row>(columns: readonly (keyof Row & string)[], json: string | null | undefined): Row[] {
  const rows = JSON.parse(json ?? '[]') as unknown[][]
  return rows.map(values => {
    const row: Record<string, unknown> = {}
    for (const [index, column] of columns.entries()) row[column] = values[index]
    return row as Row
  })
}

/** Runners that are watched, with what runs on each; SQLite's one runner serves every transaction. */
const runningOn = new WeakMap<QueryRunner, Set<Promise<unknown>>>()

/**
 * Statements that a use case sends at once may still run when one of them has failed. A rollback before they end would
 * leave them standing outside the transaction, so it waits for what this gives back.
 */
function watchStatements(runner: QueryRunner, dialect: Dialect): () => Promise<unknown> {
  const known = runningOn.get(runner)
  const running = known ?? new Set<Promise<unknown>>()
  if (!known) {
    runningOn.set(runner, running)
    const query = runner.query.bind(runner) as (...given: unknown[]) => Promise<unknown>
    // A connection of PostgreSQL takes one statement at a time, and soon refuses to be handed more.
    let before: Promise<unknown> = Promise.resolve()
    runner.query = ((...given: unknown[]) => {
      const statement = dialect === 'sqlite' ? query(...given) : before.then(() => query(...given))
      before = statement.catch(() => undefined)
      const ended = () => running.delete(statement)
      running.add(statement)
      statement.then(ended, ended)
      return statement
    }) as QueryRunner['query']
  }
  return () => Promise.allSettled(running)
}

/** SQLite: a deferred transaction that reads before it writes fails at once when another process commits between. */
async function beginWriting(runner: QueryRunner, dialect: Dialect): Promise<void> {
  if (dialect === 'postgres') return runner.startTransaction()
  await runner.query('BEGIN IMMEDIATE')
  Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 })
}
