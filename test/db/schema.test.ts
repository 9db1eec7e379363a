import { freshDatabase } from '../support/database'

describe('the schema', () => {
  it('agrees with the entities: the migrations leave nothing to change', async () => {
    const { database, close } = await freshDatabase()
    const drift = await database.schemaSource.driver.createSchemaBuilder().log()
    await close()
    expect(drift.upQueries.map(query => query.query)).toEqual([])
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
