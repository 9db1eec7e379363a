import { freshDatabase, postgresUrl } from '../support/database'

const databases: [string, string | undefined][] = [['SQLite', undefined]]
if (postgresUrl) databases.push(['PostgreSQL', postgresUrl])

describe.each(databases)('the schema on %s', (_name, url) => {
  it('agrees with the entities: the migrations leave nothing to change', async () => {
    const { database, close } = await freshDatabase(url)
    const drift = await database.schemaSource.driver.createSchemaBuilder().log()
    await close()
    expect(drift.upQueries.map(query => query.query)).toEqual([])
  })

  it('can be taken down and put up again', async () => {
    const { database, close } = await freshDatabase(url)
    await database.schemaSource.undoLastMigration()
    await database.migrate()
    const [row] = await database.query<{ n: number }>('SELECT COUNT(*) AS n FROM users')
    await close()
    expect(Number(row?.n)).toBe(0)
  })
})
