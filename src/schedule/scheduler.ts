import type { Clock } from '../clock'
import type { Database } from '../db/database'
import type { DueSince } from './job-times'
import { ScheduledJobsRepository } from './scheduled-jobs.repository'

export interface ScheduledJob {
  readonly name: string
  readonly dueSince: DueSince
  /** Longer than a run takes. A run that fails is tried again when it is over. */
  readonly leaseMinutes: number
  /** Ends early, with what it is at, when the signal says that the server stops. */
  run(signal: AbortSignal): Promise<unknown>
}

const TICK_MS = 60_000

/**
 * Runs what is due, once a minute. A lease in the database keeps two servers from doing the same job; whoever dies at
 * one leaves it to the other when the lease is over.
 */
export class Scheduler {
  private readonly rows: ScheduledJobsRepository
  private readonly running = new Map<string, Promise<void>>()
  private readonly stopping = new AbortController()
  private timer: NodeJS.Timeout | undefined

  constructor(
    private readonly database: Database,
    private readonly jobs: readonly ScheduledJob[],
    private readonly clock: Clock,
    private readonly onFailure: (error: unknown, job: string) => void,
  ) {
    this.rows = new ScheduledJobsRepository(database)
  }

  start(): void {
    this.timer ??= setInterval(() => void this.tick(), TICK_MS)
  }

  /** Begins every job that is due and not running here, and resolves when those have ended. */
  async tick(): Promise<void> {
    if (this.stopping.signal.aborted) return
    const idle = this.jobs.filter(({ name }) => !this.running.has(name))
    await Promise.all(idle.map(job => this.begin(job)))
  }

  /** No job begins any more; resolves when those that run have ended. */
  async stop(): Promise<void> {
    clearInterval(this.timer)
    this.stopping.abort()
    await Promise.all(this.running.values())
  }

  private begin(job: ScheduledJob): Promise<void> {
    const run = this.attempt(job)
      .catch((error: unknown) => this.onFailure(error, job.name))
      .finally(() => this.running.delete(job.name))
    this.running.set(job.name, run)
    return run
  }

  private async attempt(job: ScheduledJob): Promise<void> {
    const at = this.clock()
    const now = at.toISOString()
    const dueBefore = job.dueSince(at).toISOString()
    const until = new Date(at.getTime() + job.leaseMinutes * 60_000).toISOString()
    const instants = { now, dueBefore, until }
    if (!(await this.rows.isDue(job.name, instants))) return
    const claimed = await this.database.inTransaction(() => this.rows.claim(job.name, instants))
    if (!claimed) return
    await job.run(this.stopping.signal)
    await this.database.inTransaction(() => this.rows.done(job.name, until, now))
  }
}
