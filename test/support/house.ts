import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Express } from 'express'
import { pino } from 'pino'
import request from 'supertest'
import { createApp, readLook, type AppParts } from '../../src/app'
import { configFrom } from '../../src/config'
import type { Database } from '../../src/db/database'
import { createServices, type Services } from '../../src/services'
import { LocalStorage } from '../../src/storage/local-storage'
import { openSessions } from '../../src/web/sessions/open-sessions'
import { SessionStore } from '../../src/web/sessions/session-store'
import { freshDatabase, postgresUrl } from './database'
import { recordingMailer, type RecordingMailer } from './recording-mailer'
import { recordAnswered } from './routes'

/** The whole application over a fresh database of its own, with a clock that tests move. */
export interface House {
  readonly app: Express
  readonly services: Services
  readonly database: Database
  readonly mailer: RecordingMailer
  /** Statements of the main database since the last `statements.length = 0`. */
  readonly statements: string[]
  readonly dataDir: string
  now: Date
  close(): Promise<void>
}

/** Templates are compiled once for all houses of a file. */
const look = readLook(false)

export const HOUSE_NOW = new Date('2026-03-12T03:45:00.000Z')

export async function openHouse(
  environment: NodeJS.ProcessEnv = {},
  parts: Pick<AppParts, 'browserModules'> = {},
): Promise<House> {
  const dataDir = mkdtempSync(join(tmpdir(), 'zi-house-'))
  const { database, statements, close } = await freshDatabase()
  const config = configFrom({
    NODE_ENV: 'test',
    DATA_DIR: dataDir,
    BASE_URL: 'http://127.0.0.1',
    ...environment,
  })
  const mailer = recordingMailer()
  const clock = () => house.now
  const storage = new LocalStorage({ root: join(dataDir, 'files') })
  const services = createServices({ config, database, storage, mailer, clock })
  const sessionsDatabase = await openSessions(dataDir, await postgresUrl())
  const sessions = new SessionStore(sessionsDatabase, clock, config.session.idleMinutes)
  const logger = pino({ level: process.env['TEST_LOG'] ?? 'silent' })
  const app = recordAnswered(
    createApp({
      services,
      sessions,
      secret: 'a secret of the tests',
      logger,
      ...(parts.browserModules ? parts : { look }),
    }),
  )
  const house: House = {
    app,
    services,
    database,
    mailer,
    statements,
    dataDir,
    now: HOUSE_NOW,
    close: async () => {
      await sessionsDatabase.close()
      await close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
  return house
}

/** The form token that a page carries. */
export const tokenIn = (html: string): string => /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? ''

export type Browser = ReturnType<typeof request.agent>

/** A browser with its own cookies that nobody has signed in with. */
export const browser = (house: House): Browser => request.agent(house.app)

/** Fetches a page for its token, then posts the form. */
export async function post(agent: Browser, page: string, action: string, fields: Record<string, unknown>) {
  const { text } = await agent.get(page)
  return agent
    .post(action)
    .type('form')
    .send({ _csrf: tokenIn(text), ...fields })
}

/** A browser in which a person has signed in. */
export async function signedIn(house: House, login: string, password: string): Promise<Browser> {
  const agent = browser(house)
  const answer = await post(agent, '/masuk', '/masuk', { login, password })
  if (answer.status !== 303) throw new Error(`${login} could not sign in: ${answer.status}`)
  return agent
}
