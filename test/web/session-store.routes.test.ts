import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SessionData } from 'express-session'
import type { Database } from '../../src/db/database'
import { openSessions } from '../../src/web/sessions/open-sessions'
import { SessionStore } from '../../src/web/sessions/session-store'
import { postgresUrl } from '../support/database'

const data = { cookie: { originalMaxAge: null } } as SessionData

describe('sessions as rows', () => {
  let folder: string
  let database: Database
  let store: SessionStore
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'zi-sessions-'))
    database = await openSessions(folder, await postgresUrl())
    store = new SessionStore(database, () => new Date('2026-03-12T03:45:00.000Z'), 120)
  })
  afterAll(async () => {
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const set = (id: string) => new Promise<unknown>(done => store.set(id, data, done))
  const destroy = (id: string) => new Promise<unknown>(done => store.destroy(id, done))
  const get = (id: string) =>
    new Promise<unknown>((resolve, reject) =>
      store.get(id, (error, session) => (error instanceof Error ? reject(error) : resolve(session))),
    )

  it('stay ended when an answer that was still under way saves them once more', async () => {
    await set('meja')
    await set('telepon')
    expect(await get('meja')).toEqual(data)
    await destroy('meja')
    await set('meja')
    expect(await get('meja')).toBeNull()
    expect(await get('telepon')).toEqual(data)
  })
})
