import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { CAST_PEOPLE, DEMO_PASSWORD, SHOWN_LOGINS, unitOf } from '../../seeds/demo/cast'
import { seedDemo } from '../../seeds/demo/seed-demo'
import { ROLE_NAMES } from '../access/roles'
import { configFrom, type Config } from '../config'
import { projectRoot } from '../project-root'
import { openMeans, serve } from '../server'
import { createServices, type Means, type Services } from '../services'
import { EXIT, type CommandIo } from './command-io'
import { freePort } from './free-port'

export interface DemoOptions {
  /** The given DATABASE_URL may be filled. */
  readonly yes: boolean
  /** Makes the demo anew. */
  readonly fresh: boolean
  /** False only makes the data. */
  readonly serve: boolean
  /** The day that the demo is made for, instead of the present one. */
  readonly today?: Date
}

export const DEMO_FOLDER = join(projectRoot, 'var', 'demo')
const FIRST_PORT = 3000

/** Makes the demo ministry where it is allowed to, or takes the one that stands, and serves it. */
export async function demoCommand(
  options: DemoOptions,
  environment: NodeJS.ProcessEnv,
  io: CommandIo,
  folder = DEMO_FOLDER,
): Promise<number> {
  const config = await demoConfig(environment, folder)
  const refusal = refusalOf(config, options)
  if (refusal) return refused(refusal, io)
  const services = await openDemo(config, options, io)
  if (!services) return EXIT.failed
  if (options.serve) await serve(services)
  else await services.database.close()
  io.stdout(accountsTable(options.serve ? config.baseUrl : null))
  return EXIT.done
}

/** On 127.0.0.1, without mail, whatever else the environment says. */
async function demoConfig(environment: NodeJS.ProcessEnv, folder: string): Promise<Config> {
  const port = environment['PORT'] ? Number(environment['PORT']) : await freePort(FIRST_PORT)
  return configFrom({
    LOG_LEVEL: 'error',
    ...environment,
    HOST: '127.0.0.1',
    PORT: String(port),
    BASE_URL: `http://127.0.0.1:${port}`,
    DATA_DIR: folder,
    SMTP_URL: '',
  })
}

function refusalOf({ databaseUrl }: Config, { yes, fresh }: DemoOptions): string | null {
  if (!databaseUrl) return null
  if (fresh) return '--fresh hanya untuk demo di var/demo. Kosongkan basis data DATABASE_URL sendiri.'
  return yes
    ? null
    : 'DATABASE_URL diisi. Tambahkan --yes bila data demo memang boleh ditulis ke basis data itu, yang harus kosong.'
}

async function openDemo(
  config: Config,
  { fresh, today }: DemoOptions,
  io: CommandIo,
): Promise<Services | null> {
  const means = await openMeans(config, { migrate: false })
  const state = await stateOf(means)
  if (state === 'foreign') {
    await means.database.close()
    const place = config.databaseUrl ? 'Basis data DATABASE_URL' : config.dataDir
    refused(`${place} berisi data yang bukan demo. Tidak ada yang diubah.`, io)
    return null
  }
  if (state === 'ready' && !fresh) {
    await means.database.migrate()
    io.stdout('Memakai demo yang sudah ada. Tambahkan --fresh untuk membuatnya ulang.\n')
    return createServices(means)
  }
  if (state === 'empty') return makeDemo(means, io, today)
  await means.database.close()
  if (config.databaseUrl) {
    refused('Demo di basis data itu belum selesai dibuat. Kosongkan, lalu ulangi.', io)
    return null
  }
  rmSync(config.dataDir, { recursive: true, force: true })
  return makeDemo(await openMeans(config, { migrate: false }), io, today)
}

async function stateOf(means: Means): Promise<'empty' | 'foreign' | 'being-made' | 'ready'> {
  if ((await means.database.tables()).length === 0) return 'empty'
  const state = await createServices(means).installation.demoState()
  return state === 'none' ? 'foreign' : state
}

async function makeDemo(means: Means, io: CommandIo, today?: Date): Promise<Services> {
  const services = createServices(means)
  const started = Date.now()
  io.stdout('Membuat data demo …\n')
  await means.database.migrate()
  await services.installation.markDemo('being-made')
  await seedDemo(today ? { ...means, clock: () => today } : means, text => io.stdout(text))
  await services.installation.markDemo('ready')
  io.stdout(`Selesai dalam ${Math.round((Date.now() - started) / 1000)} detik.\n`)
  return services
}

function accountsTable(address: string | null): string {
  const rows = SHOWN_LOGINS.flatMap(login => CAST_PEOPLE.filter(person => person.login === login)).map(
    person => [person.login, ROLE_NAMES[person.role], unitOf(person.unit).short],
  )
  const widths = [0, 1].map(column => Math.max(...rows.map(row => row[column]?.length ?? 0)))
  const lines = rows.map(row => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
  const where = address ? `\nBuka ${address}\n\n` : '\n'
  return `${where}${lines.map(line => `  ${line.trimEnd()}`).join('\n')}\n\nKata sandi semua akun: ${DEMO_PASSWORD}\n`
}

function refused(message: string, io: CommandIo): number {
  io.stderr(`${message}\n`)
  return EXIT.failed
}
