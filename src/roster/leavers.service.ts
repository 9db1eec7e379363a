import { systemActor } from '../access/actor'
import type { AuditService } from '../audit/audit.service'
import { civilDate, instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import { employeeAct } from './employee-acts'
import { RosterRepository } from './roster.repository'

/** The last of the three zones to begin a day: nobody's time is cut short. */
const LAST_ZONE = 'Asia/Jakarta'

/** Takes name, NIP and position from those who left so many months ago. */
export class LeaversService {
  private readonly roster: RosterRepository

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    readonly months: number,
  ) {
    this.roster = new RosterRepository(database)
  }

  /** How many lost their names; a second run on the same day finds nobody. */
  async anonymise(): Promise<number> {
    const leftBy = monthsBefore(civilDate(this.clock(), LAST_ZONE), this.months)
    let done = 0
    for (const satkerId of await this.roster.satkerWithLeavers(leftBy))
      done += await this.anonymiseAt(satkerId, leftBy)
    return done
  }

  private anonymiseAt(satkerId: string, leftBy: string): Promise<number> {
    return this.database.inTransaction(async () => {
      await this.roster.hold(satkerId)
      const ids = await this.roster.leavers(satkerId, leftBy)
      await this.roster.anonymise(ids, instant(this.clock))
      await this.audit.recordAll(
        systemActor('Sistem'),
        ids.map(id => ({ ...employeeAct('anonymise-employee', { id, satkerId }), role: 'system' })),
      )
      return ids.length
    })
  }
}

/** The same day of an earlier month, or its last: 31 March less one month is 28 or 29 February. */
export function monthsBefore(civil: string, months: number): string {
  const [year = 0, month = 1, day = 1] = civil.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 - months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(day, last))
  return first.toISOString().slice(0, 10)
}
