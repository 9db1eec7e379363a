import { freshDatabase, onPostgres } from '../support/database'

describe('the schema', () => {
  it('agrees with the entities: the migrations leave nothing to change', async () => {
    const { database, close } = await freshDatabase()
    const drift = await database.schemaSource.driver.createSchemaBuilder().log()
    await close()
    expect(drift.upQueries.map(query => query.query)).toEqual([])
  })

  it('finds what lies below a unit by an index, whatever the collation', async () => {
    const { database, close } = await freshDatabase()
    const rows = await database.query(
      onPostgres
        ? `SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND indexdef LIKE '%satker%path%'`
        : `EXPLAIN QUERY PLAN SELECT id FROM satker WHERE path LIKE 'a/b/%'`,
    )
    await close()
    expect(JSON.stringify(rows)).toMatch(onPostgres ? /text_pattern_ops/ : /SEARCH satker USING .*INDEX/)
  })

  it('can be taken down and put up again', async () => {
    const { database, close } = await freshDatabase()
    await database.schemaSource.undoLastMigration()
    await database.migrate()
    const [row] = await database.query<{ n: number }>('SELECT COUNT(*) AS n FROM users')
    await close()
    expect(Number(row?.n)).toBe(0)
  })
})
