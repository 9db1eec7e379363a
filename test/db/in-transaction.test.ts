import { User } from '../../src/accounts/user.entity'
import type { Database } from '../../src/db/database'
import { newId } from '../../src/db/ids'
import { freshDatabase, type TestDatabase } from '../support/database'

const person = (name: string): Partial<User> => ({
  id: newId(),
  name,
  mustChangePassword: false,
  sessionsValidFrom: '2026-01-01T00:00:00.000Z',
  createdAt: '2026-01-01T00:00:00.000Z',
})

const names = async (database: Database) =>
  (await database.query<{ name: string }>('SELECT name FROM users ORDER BY name')).map(row => row.name)

const pause = (ms: number) => new Promise(done => setTimeout(done, ms))

describe('inTransaction', () => {
  let test: TestDatabase
  let database: Database

  beforeEach(async () => {
    test = await freshDatabase()
    database = test.database
  })
  afterEach(() => test.close())

  it('keeps exactly the acknowledged rows when three writers overlap and one rolls back', async () => {
    const rolledBack = database.inTransaction(async () => {
      await database.insert(User, [person('A')])
      await pause(30)
      throw new Error('no')
    })
    const plain = database.inTransaction(() => database.insert(User, [person('B')]))
    const committed = database.inTransaction(async () => {
      await database.insert(User, [person('C')])
      await pause(10)
    })
    const outcomes = await Promise.allSettled([rolledBack, plain, committed])
    expect(outcomes.map(outcome => outcome.status)).toEqual(['rejected', 'fulfilled', 'fulfilled'])
    expect(await names(database)).toEqual(['B', 'C'])
  })

  it('joins a transaction that is open already and sees its rows, while a reader outside does not', async () => {
    await database.inTransaction(async () => {
      await database.insert(User, [person('A')])
      await database.inTransaction(() => database.insert(User, [person('B')]))
      expect(await names(database)).toEqual(['A', 'B'])
    })
    expect(await names(database)).toEqual(['A', 'B'])
  })

  it('keeps nothing when an inner part fails, even if the outer one looks away', async () => {
    const outer = database.inTransaction(async () => {
      await database.insert(User, [person('A')])
      await database.inTransaction(() => Promise.reject(new Error('inner'))).catch(() => undefined)
    })
    await expect(outer).rejects.toThrow('none of it is kept')
    expect(await names(database)).toEqual([])
  })

  it('keeps nothing of what was sent together when one statement of it fails while others still run', async () => {
    const work = database.inTransaction(() =>
      Promise.all([
        database.writing().query('INSERT INTO nowhere VALUES (1)'),
        ...Array.from({ length: 20 }, (_none, index) => database.insert(User, [person(`P${index}`)])),
      ]),
    )
    await expect(work).rejects.toThrow(/nowhere/)
    await database.inTransaction(() => database.insert(User, [person('Z')]))
    expect(await names(database)).toEqual(['Z'])
  })

  it('refuses a write outside a transaction, by the door and by the connection itself', async () => {
    await expect(database.insert(User, [person('A')])).rejects.toThrow('inside inTransaction')
    await expect(database.query('DELETE FROM users')).rejects.toThrow(/readonly|read-only/)
  })

  it('refuses a condition whose value is undefined or null instead of returning every row', async () => {
    await database.inTransaction(() => database.insert(User, [person('A')]))
    const users = database.manager.getRepository(User)
    const missing = undefined as unknown as string
    await expect(users.find({ where: { id: missing } })).rejects.toThrow(/undefined/i)
    await expect(users.find({ where: { id: null as unknown as string } })).rejects.toThrow(/null/i)
  })

  it('replaces a row of the same key when told so', async () => {
    const first = person('A')
    await database.inTransaction(() => database.insert(User, [first]))
    await database.inTransaction(() =>
      database.insert(User, [{ ...first, name: 'B' }], { key: ['id'], replace: ['name'] }),
    )
    expect(await names(database)).toEqual(['B'])
  })
})
