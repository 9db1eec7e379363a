import { fork, type ChildProcess } from 'node:child_process'
import { extname, join } from 'node:path'
import { residentMegabytes } from './resident-memory'

export interface ForkLimits {
  readonly timeoutMs: number
  /** JavaScript heap of the child. */
  readonly maxOldSpaceMb: number
  /** Whole memory of the child, WebAssembly and native code included; checked on Linux. */
  readonly maxResidentMb: number
  readonly signal?: AbortSignal | undefined
}

export type ChildFailure = 'timeout' | 'memory' | 'crashed' | 'aborted' | 'failed'

/** A task that gave no result; `failure` says how it ended, the message what the child last said. */
export class ChildFailed extends Error {
  override readonly name = 'ChildFailed'
  constructor(
    readonly failure: ChildFailure,
    message: string,
  ) {
    super(message)
  }
}

export type ChildAnswer = { ok: true; output: unknown } | { ok: false; message: string }

const MEMORY_CHECK_MS = 100
const running = new Set<ChildProcess>()
process.once('exit', () => running.forEach(child => child.kill('SIGKILL')))

// The task files are compiled under dist/, and TypeScript under jest and tsx: this is the one place that knows.
const extension = extname(__filename)
const loader = extension === '.ts' ? ['--require', require.resolve('tsx/cjs')] : []
const entry = join(__dirname, `child-entry${extension}`)

/** The file of a task by its name, compiled or not as this very file is. */
export const taskFile = (task: string) => join(__dirname, 'tasks', `${task}${extension}`)

/** Runs `run(input)` of a task file in a forked process that knows no secret of this one; rejects with ChildFailed. */
export function forkTask(file: string, input: unknown, limits: ForkLimits): Promise<unknown> {
  if (limits.signal?.aborted) return Promise.reject(new ChildFailed('aborted', 'Aborted before it began.'))
  const child = fork(entry, [], {
    execArgv: [...loader, `--max-old-space-size=${limits.maxOldSpaceMb}`],
    env: { PATH: process.env['PATH'], TMPDIR: process.env['TMPDIR'], TZ: 'UTC' },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  running.add(child)
  return new Promise((resolve, reject) => {
    let answer: ChildAnswer | undefined
    let stopped: ChildFailure | undefined
    let lastWords = ''
    const stop = (failure: ChildFailure) => {
      stopped ??= failure
      child.kill('SIGKILL')
    }
    const abort = () => stop('aborted')
    const timer = setTimeout(() => stop('timeout'), limits.timeoutMs)
    const memory = setInterval(() => {
      if (residentMegabytes(child.pid) > limits.maxResidentMb) stop('memory')
    }, MEMORY_CHECK_MS)
    limits.signal?.addEventListener('abort', abort)

    child.stderr?.on('data', (text: Buffer) => (lastWords = (lastWords + text.toString()).slice(-2000)))
    child.on('message', message => (answer = message as ChildAnswer))
    child.on('error', error => (lastWords += error.message))
    child.on('spawn', () => child.send({ file, input }, error => error && stop('crashed')))
    const settle = (code: number | null, signal: NodeJS.Signals | null) => {
      clearTimeout(timer)
      clearInterval(memory)
      limits.signal?.removeEventListener('abort', abort)
      running.delete(child)
      if (answer?.ok) return resolve(answer.output)
      if (answer) return reject(new ChildFailed('failed', answer.message))
      if (stopped) return reject(new ChildFailed(stopped, `Stopped: ${stopped}.`))
      const failure = lastWords.includes('heap out of memory') ? 'memory' : 'crashed'
      reject(new ChildFailed(failure, `Ended with ${signal ?? code} and no answer. ${lastWords}`.trim()))
    }
    // A process can be gone before its last message is read: the channel's end comes after it.
    child.on('close', (code, signal) => {
      if (child.connected) child.once('disconnect', () => settle(code, signal))
      else settle(code, signal)
    })
  })
}
