import type { Database } from '../db/database'
import { ScheduledJobRow } from './scheduled-job.entity'

/** The instants by which a job is judged; `until`: the end of a lease that begins now. */
export interface JobInstants {
  readonly now: string
  readonly dueBefore: string
  readonly until: string
}

/** Clocks of two servers are never as far apart: what lies further ahead was written by a clock that was wrong. */
const CLOCKS_APART_MS = 3_600_000

const beyond = (instant: string): string => new Date(Date.parse(instant) + CLOCKS_APART_MS).toISOString()

export class ScheduledJobsRepository {
  constructor(private readonly database: Database) {}

  /** Takes a job that is due and free, in one statement that decides; false when another server was faster. */
  async claim(name: string, { now, dueBefore, until }: JobInstants): Promise<boolean> {
    await this.database.insert(ScheduledJobRow, [{ name }], { key: ['name'], replace: [] })
    const { affected } = await this.database
      .writing()
      .createQueryBuilder()
      .update(ScheduledJobRow)
      .set({ lockedUntil: until })
      .where('name = :name', { name })
      .andWhere('(locked_until <= :now OR locked_until > :noLease)', { now, noLease: beyond(until) })
      .andWhere('(last_run < :dueBefore OR last_run > :noRun)', { dueBefore, noRun: beyond(now) })
      .execute()
    return affected === 1
  }

  /** Notes that a job was brought to its end, while it is still held by that lease. */
  async done(name: string, until: string, lastRun: string): Promise<void> {
    const held = { name, lockedUntil: until }
    await this.database.writing().update(ScheduledJobRow, held, { lockedUntil: '', lastRun })
  }

  /** Whether a claim could succeed now; a read, so that a minute without work writes nothing. */
  async isDue(name: string, { now, dueBefore, until }: JobInstants): Promise<boolean> {
    const row = await this.database.one<{ lockedUntil: string; lastRun: string }>(
      'SELECT locked_until AS "lockedUntil", last_run AS "lastRun" FROM scheduled_jobs WHERE name = $1',
      [name],
    )
    if (!row) return true
    const { lockedUntil, lastRun } = row
    const isFree = lockedUntil <= now || lockedUntil > beyond(until)
    return isFree && (lastRun < dueBefore || lastRun > beyond(now))
  }
}
