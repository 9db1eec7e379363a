import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PreparedDatabase } from '../../src/db/prepared-sqlite'

interface Ran {
  readonly error: Error | null
  readonly changes: number
  readonly lastID: number
}

describe('a connection that keeps its statements prepared', () => {
  let folder: string
  let database: PreparedDatabase
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'prepared-'))
    database = new PreparedDatabase(join(folder, 'rows.sqlite'))
    await run('CREATE TABLE rows (id INTEGER PRIMARY KEY, name TEXT UNIQUE)')
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const all = (sql: string, values: unknown[] = []): Promise<unknown[]> =>
    new Promise((resolve, reject) =>
      database.all(sql, values, (error: Error | null, rows: unknown[]) =>
        error ? reject(error) : resolve(rows),
      ),
    )
  const run = (sql: string, values: unknown[] = []): Promise<Ran> =>
    new Promise(resolve =>
      database.run(sql, values, function (this: Omit<Ran, 'error'>, error: Error | null) {
        resolve({ error, changes: this.changes, lastID: this.lastID })
      }),
    )
  const close = () =>
    new Promise<void>((resolve, reject) => database.close(error => (error ? reject(error) : resolve())))

  it('gives each call its own parameters and its own rows, also at once', async () => {
    for (const name of ['a', 'b', 'c']) await run('INSERT INTO rows (name) VALUES (?)', [name])
    const names = ['a', 'b', 'c', 'b', 'x']
    const found = await Promise.all(names.map(name => all('SELECT id FROM rows WHERE name = ?', [name])))
    expect(found).toEqual([[{ id: 1 }], [{ id: 2 }], [{ id: 3 }], [{ id: 2 }], []])
    expect(await all('SELECT COUNT(*) AS n FROM rows')).toEqual([{ n: 3 }])
    expect(await all('SELECT COUNT(*) AS n FROM rows')).toEqual([{ n: 3 }])
    await close()
  })

  it('tells of every write what it changed', async () => {
    const insert = 'INSERT INTO rows (name) VALUES (?)'
    expect(await run(insert, ['a'])).toEqual({ error: null, changes: 1, lastID: 1 })
    expect(await run(insert, ['b'])).toEqual({ error: null, changes: 1, lastID: 2 })
    expect((await run('UPDATE rows SET name = name || ?', ['!'])).changes).toBe(2)
    await close()
  })

  it('goes on after a statement that failed', async () => {
    const insert = 'INSERT INTO rows (name) VALUES (?)'
    const answers = await Promise.all(['a', 'a', 'b'].map(name => run(insert, [name])))
    expect(answers.map(({ error }) => error?.message ?? 'kept')).toEqual([
      'kept',
      'SQLITE_CONSTRAINT: UNIQUE constraint failed: rows.name',
      'kept',
    ])
    expect((await run(insert, ['c'])).error).toBeNull()
    await close()
  })

  it('tells everybody who waits that a statement cannot be prepared, and tries again later', async () => {
    const select = 'SELECT name FROM later'
    const answers = await Promise.allSettled([all(select), all(select), all(select)])
    expect(answers.map(answer => answer.status)).toEqual(['rejected', 'rejected', 'rejected'])
    await run('CREATE TABLE later (name TEXT)')
    expect(await all(select)).toEqual([])
    await close()
  })

  it('sees a changed schema', async () => {
    await run('INSERT INTO rows (name) VALUES (?)', ['a'])
    expect(await all('SELECT * FROM rows')).toEqual([{ id: 1, name: 'a' }])
    await run("ALTER TABLE rows ADD COLUMN kind TEXT DEFAULT 'k'")
    expect(await all('SELECT * FROM rows')).toEqual([{ id: 1, name: 'a', kind: 'k' }])
    await close()
  })

  it('leaves no read open that would keep another connection from its rows', async () => {
    await run('PRAGMA journal_mode = WAL')
    const other = new PreparedDatabase(join(folder, 'rows.sqlite'))
    const count = 'SELECT COUNT(*) AS n FROM rows'
    expect(await all(count)).toEqual([{ n: 0 }])
    await new Promise(resolve => other.run("INSERT INTO rows (name) VALUES ('a')", [], resolve))
    await new Promise<void>(resolve => other.close(() => resolve()))
    expect(await all(count)).toEqual([{ n: 1 }])
    await close()
  })

  it('keeps only so many, and closes whatever it kept', async () => {
    const sums = Array.from({ length: 450 }, (_, n) => all(`SELECT ${n} AS n`))
    expect((await Promise.all(sums)).map(rows => (rows[0] as { n: number }).n)).toEqual(
      Array.from({ length: 450 }, (_, n) => n),
    )
    await close()
  })
})
