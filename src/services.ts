import { AccountsService } from './accounts/accounts.service'
import { AuditService } from './audit/audit.service'
import type { Clock } from './clock'
import type { Config } from './config'
import type { Database } from './db/database'
import type { Mailer } from './mail/mailer'
import type { Storage } from './storage/storage'

export interface Means {
  readonly config: Config
  readonly database: Database
  readonly storage: Storage
  readonly mailer: Mailer
  readonly clock: Clock
}

export type Services = ReturnType<typeof createServices>

/** Every use case of the application over the means it runs with; the pages and the command line share it. */
export function createServices({ config, database, storage, mailer, clock }: Means) {
  const audit = new AuditService(database, clock)
  const accounts = new AccountsService(database, audit, clock, mailer, config.baseUrl)
  return { audit, accounts, clock, config, storage, database }
}
