import type { Actor } from '../access/actor'
import { civilDate, type Clock } from '../clock'
import type { Database } from '../db/database'
import { dashboardOf, type Dashboard } from './dashboard'
import { DashboardRepository } from './dashboard.repository'

/** A dashboard spans the zones of the country; like the country's own it goes by the day in the capital. */
const ZONE = 'Asia/Jakarta'

/** How the agreements of all units stand that somebody reads. */
export class AgreementDashboardService {
  private readonly units: DashboardRepository

  constructor(
    database: Database,
    private readonly clock: Clock,
  ) {
    this.units = new DashboardRepository(database)
  }

  today(): string {
    return civilDate(this.clock(), ZONE)
  }

  /** One statement, however many units there are. */
  async of(actor: Actor, address: Readonly<Record<string, unknown>>): Promise<Dashboard> {
    return dashboardOf(await this.units.units(actor, this.today()), address)
  }
}
