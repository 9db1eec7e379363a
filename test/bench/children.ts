import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { DATABASE } from './sqlite'
import { requestBytes, Wire } from './wire'
import type { BenchWorld } from './world'

export interface Running {
  readonly child: ChildProcess
  readonly port: number
  /** From the start of the process to its first answer. */
  readonly startedInMs: number
  stop(): Promise<void>
}

const HEALTH = requestBytes({ path: '/sehat' })
const PATIENCE_MS = 60_000

/** The application as it is installed, on a data folder of its own, with its defaults. */
export const startOurs = (world: BenchWorld): Promise<Running> =>
  start(join(__dirname, '../../src/main.js'), port => ({
    DATA_DIR: world.dataDir,
    PORT: String(port),
    NODE_ENV: 'production',
  }))

/** The bare server over the same rows; `page` is a file with the bytes that it sends. */
export const startFloor = (world: BenchWorld, page = ''): Promise<Running> =>
  start(join(__dirname, 'floor/server.js'), port => ({
    BENCH_FILE: join(world.dataDir, DATABASE),
    BENCH_PORT: String(port),
    BENCH_PAGE: page,
    BENCH_ASSESSMENT: world.assessmentId,
    BENCH_WORKSHEET: world.worksheetId,
  }))

async function start(file: string, environment: (port: number) => NodeJS.ProcessEnv): Promise<Running> {
  const port = await freePort()
  const started = performance.now()
  const child = fork(file, [], {
    env: { PATH: process.env['PATH'], ...environment(port) },
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  await firstAnswer(port, child)
  const startedInMs = performance.now() - started
  const stop = async () => {
    child.kill('SIGTERM')
    if (child.exitCode === null) await once(child, 'exit')
  }
  return { child, port, startedInMs, stop }
}

async function firstAnswer(port: number, child: ChildProcess): Promise<void> {
  const until = performance.now() + PATIENCE_MS
  while (performance.now() < until && child.exitCode === null) {
    const wire = await Wire.open(port).catch(() => undefined)
    if (wire) {
      const { status } = await wire.exchange(HEALTH)
      wire.close()
      if (status === 200) return
    }
    await new Promise(resolve => setTimeout(resolve, 2))
  }
  throw new Error(`Port ${port} gave no answer.`)
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
