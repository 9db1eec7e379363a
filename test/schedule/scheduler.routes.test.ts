import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrations } from '../../migrations'
import type { Database } from '../../src/db/database'
import { openDatabase } from '../../src/db/open-database'
import { entities } from '../../src/entities'
import { dailyAt, everyMinutes } from '../../src/schedule/job-times'
import { Scheduler, type ScheduledJob } from '../../src/schedule/scheduler'
import { freshDatabase, postgresUrl, type TestDatabase } from '../support/database'

const MINUTE = 60_000

describe('the scheduler', () => {
  let folder: string
  let first: Database
  let second: Database
  let prepared: TestDatabase | undefined
  let now: Date
  let failures: string[]
  beforeEach(async () => {
    now = new Date('2026-03-12T03:00:00.000Z')
    failures = []
    folder = mkdtempSync(join(tmpdir(), 'zi-schedule-'))
    const url = await postgresUrl()
    if (url) prepared = await freshDatabase()
    const place = {
      url,
      file: join(folder, 'zona-integritas.sqlite'),
      entities: [...entities],
      migrations,
    }
    first = await openDatabase(place)
    await first.migrate()
    second = await openDatabase(place)
  })
  afterEach(async () => {
    await Promise.all([first.close(), second.close(), prepared?.close()])
    rmSync(folder, { recursive: true, force: true })
  })

  const pass = (minutes: number) => void (now = new Date(now.getTime() + minutes * MINUTE))
  const scheduler = (database: Database, ...jobs: readonly ScheduledJob[]) =>
    new Scheduler(
      database,
      jobs,
      () => now,
      (error, job) => void failures.push(`${job}: ${String(error)}`),
    )
  const job = (run: (signal: AbortSignal) => Promise<void>, more: Partial<ScheduledJob> = {}) => ({
    name: 'remind',
    dueSince: everyMinutes(1),
    leaseMinutes: 10,
    run,
    ...more,
  })

  it('lets one of two servers on one database do a job, however often both look at once', async () => {
    let runs = 0
    const counting = job(async () => {
      runs += 1
      await new Promise(resolve => setImmediate(resolve))
    })
    const servers = [scheduler(first, counting), scheduler(second, counting)]
    for (let minute = 1; minute <= 10; minute++) {
      await Promise.all(servers.map(server => server.tick()))
      expect(runs).toBe(minute)
      pass(1)
    }
    expect(failures).toEqual([])
  })

  it('lets the other one wait while a job runs, and take over when its server died at it', async () => {
    let begun = 0
    let die: (() => void) | undefined
    const dying = scheduler(
      first,
      job(async () => {
        begun += 1
        await new Promise<void>(resolve => (die = resolve))
      }),
    )
    const other = scheduler(
      second,
      job(() => Promise.resolve(void (begun += 1))),
    )
    const stuck = dying.tick()
    while (!die) await new Promise(resolve => setImmediate(resolve))
    pass(5)
    await other.tick()
    expect(begun).toBe(1)
    pass(6)
    await other.tick()
    expect(begun).toBe(2)
    die()
    await stuck
  })

  it('runs a daily job once a day from its hour on, and makes up for a morning when it was down', async () => {
    const runs: string[] = []
    const daily = scheduler(
      first,
      job(() => Promise.resolve(void runs.push(now.toISOString())), { dueSince: dailyAt(4, 'Asia/Jakarta') }),
    )
    for (const at of ['12T20:59', '12T21:01', '12T21:02', '13T20:59', '14T09:00', '14T20:00', '14T21:00']) {
      now = new Date(`2026-03-${at}:00.000Z`)
      await daily.tick()
    }
    expect(runs.map(at => at.slice(8, 16))).toEqual(['12T20:59', '12T21:01', '14T09:00', '14T21:00'])
  })

  it('tries a job that failed again when its lease is over, and goes on with the others', async () => {
    let tried = 0
    let others = 0
    const server = scheduler(
      first,
      job(() => {
        tried += 1
        return Promise.reject(new Error('no network'))
      }),
      job(() => Promise.resolve(void (others += 1)), { name: 'sweep' }),
    )
    for (const minutes of [1, 1, 9, 1]) {
      await server.tick()
      pass(minutes)
    }
    expect({ tried, others }).toEqual({ tried: 2, others: 4 })
    expect(failures[0]).toBe('remind: Error: no network')
  })

  it('runs again once a clock that was far ahead is right, and gives a lease back that was taken by it', async () => {
    let runs = 0
    let stuck: (() => void) | undefined
    const right = now
    const counting = job(() => Promise.resolve(void (runs += 1)), { name: 'sweep' })
    const hanging = job(() => {
      runs += 1
      return stuck ? Promise.resolve() : new Promise<void>(resolve => (stuck = resolve))
    })
    now = new Date('2027-03-12T03:00:00.000Z')
    const ahead = scheduler(first, counting, hanging)
    const ticking = ahead.tick()
    while (!stuck) await new Promise(resolve => setTimeout(resolve, 1))
    now = right
    pass(1)
    await scheduler(second, counting, hanging).tick()
    expect(runs).toBe(4)
    pass(1)
    await scheduler(second, counting, hanging).tick()
    expect(runs).toBe(6)
    stuck()
    await ticking
    await scheduler(second, counting, hanging).tick()
    expect(runs).toBe(6)
    expect(failures).toEqual([])
  })

  it('does not do a job again because the clock of another server is some minutes behind', async () => {
    let runs = 0
    const daily = job(() => Promise.resolve(void (runs += 1)), { dueSince: dailyAt(4, 'Asia/Jakarta') })
    await scheduler(first, daily).tick()
    pass(-10)
    await scheduler(second, daily).tick()
    expect(runs).toBe(1)
  })

  it('tells a running job that the server stops, waits for it, and begins no other', async () => {
    const heard: string[] = []
    const server = scheduler(
      first,
      job(async signal => {
        heard.push('begun')
        await new Promise(resolve => signal.addEventListener('abort', resolve))
        await first.query('SELECT 1')
        heard.push('ended')
      }),
    )
    const tick = server.tick()
    while (heard.length === 0) await new Promise(resolve => setImmediate(resolve))
    await server.stop()
    expect(heard).toEqual(['begun', 'ended'])
    await tick
    pass(20)
    await server.tick()
    expect(heard).toEqual(['begun', 'ended'])
  })

  it('writes nothing in a minute in which nothing is due', async () => {
    const { database, statements, close } = await freshDatabase()
    const server = scheduler(
      database,
      job(() => Promise.resolve(), { dueSince: dailyAt(4, 'Asia/Jakarta') }),
    )
    await server.tick()
    pass(1)
    statements.length = 0
    await server.tick()
    await close()
    expect(statements.map(sql => sql.slice(0, 6))).toEqual(['SELECT'])
  })
})
