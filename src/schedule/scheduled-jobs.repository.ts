import { LessThan, LessThanOrEqual } from 'typeorm'
import type { Database } from '../db/database'
import { ScheduledJobRow } from './scheduled-job.entity'

export class ScheduledJobsRepository {
  constructor(private readonly database: Database) {}

  /** Takes a job that is due and free, in one statement that decides; false when another server was faster. */
  async claim(
    name: string,
    { now, dueBefore, until }: { readonly now: string; readonly dueBefore: string; readonly until: string },
  ): Promise<boolean> {
    await this.database.insert(ScheduledJobRow, [{ name }], { key: ['name'], replace: [] })
    const free = { name, lockedUntil: LessThanOrEqual(now), lastRun: LessThan(dueBefore) }
    const { affected } = await this.database.writing().update(ScheduledJobRow, free, { lockedUntil: until })
    return affected === 1
  }

  /** Notes that a job was brought to its end, while it is still held by that lease. */
  async done(name: string, until: string, lastRun: string): Promise<void> {
    const held = { name, lockedUntil: until }
    await this.database.writing().update(ScheduledJobRow, held, { lockedUntil: '', lastRun })
  }

  /** Whether a claim could succeed now; a read, so that a minute without work writes nothing. */
  async isDue(name: string, now: string, dueBefore: string): Promise<boolean> {
    const row = await this.database.one<{ lockedUntil: string; lastRun: string }>(
      'SELECT locked_until AS "lockedUntil", last_run AS "lastRun" FROM scheduled_jobs WHERE name = $1',
      [name],
    )
    return !row || (row.lockedUntil <= now && row.lastRun < dueBefore)
  }
}
