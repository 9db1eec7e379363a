import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { migrations } from '../migrations'
import { createApp } from './app'
import { systemClock } from './clock'
import type { Config } from './config'
import { openDatabase } from './db/open-database'
import { entities } from './entities'
import { createMailer } from './mail/mailer'
import { Scheduler } from './schedule/scheduler'
import { createServices, type Means, type Services } from './services'
import { standingJobs } from './standing-jobs'
import { LocalStorage } from './storage/local-storage'
import { createLogger } from './web/create-logger'
import { openSessions } from './web/sessions/open-sessions'
import { SessionStore } from './web/sessions/session-store'

/** A large video over a weak line takes longer than Node's five minutes. */
const REQUEST_TIMEOUT_MS = 30 * 60_000

export interface Opening {
  /** False leaves the schema as it stands. */
  readonly migrate: boolean
}

/** The configured database, storage, mail and clock; for the server and the command line. */
export async function openMeans(config: Config, { migrate }: Opening = { migrate: true }): Promise<Means> {
  const database = await openDatabase({
    url: config.databaseUrl,
    file: databaseFile(config),
    entities: [...entities],
    migrations,
  })
  if (migrate) await database.migrate()
  const storage = new LocalStorage({ root: join(config.dataDir, 'files') })
  return { config, database, storage, mailer: createMailer(config.mail), clock: systemClock }
}

/** The services over these means. */
export async function openServices(config: Config): Promise<Services> {
  return createServices(await openMeans(config))
}

export const databaseFile = (config: Config): string => join(config.dataDir, 'zona-integritas.sqlite')

/** Services → sessions → listen; SIGTERM and SIGINT let open requests and the job that runs finish. */
export async function serve(services: Services): Promise<Server> {
  const { config } = services
  const logger = createLogger(config.logLevel)
  const sessionsDatabase = await openSessions(config.dataDir, config.databaseUrl)
  const sessions = new SessionStore(sessionsDatabase, systemClock, config.session.idleMinutes)
  const app = createApp({ services, sessions, secret: sessionSecret(config), logger })
  const server = await new Promise<Server>((resolve, reject) => {
    const listening = app.listen(config.port, config.host, error =>
      error ? reject(error) : resolve(listening),
    )
  })
  server.requestTimeout = REQUEST_TIMEOUT_MS
  const scheduler = new Scheduler(
    services.database,
    standingJobs(services, sessions),
    systemClock,
    (err, job) => logger.error({ err, job }),
  )
  scheduler.start()
  const closeAll = async () => {
    await Promise.all([services.errands.settle(), scheduler.stop()])
    await Promise.all([services.database.close(), sessionsDatabase.close()])
  }
  const stop = () => {
    void scheduler.stop()
    server.close(() => void closeAll())
    server.closeIdleConnections()
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  logger.info(`Zona Integritas di ${config.baseUrl}`)
  return server
}

/** Given, or made once and kept beside the data. */
function sessionSecret(config: Config): string {
  if (config.session.secret) return config.session.secret
  const file = join(config.dataDir, 'session-secret')
  if (existsSync(file)) return readFileSync(file, 'utf8')
  mkdirSync(config.dataDir, { recursive: true })
  const secret = randomBytes(32).toString('base64url')
  writeFileSync(file, secret, { mode: 0o600 })
  return secret
}
