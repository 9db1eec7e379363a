import { join } from 'node:path'
import { ChildFailed, forkTask, type ForkLimits } from '../../src/jobs/fork-task'
import type { run } from './tasks/behaviour'

type Behaviour = Parameters<typeof run>[0]

const file = join(__dirname, 'tasks/behaviour.ts')
const generous: ForkLimits = { timeoutMs: 20_000, maxOldSpaceMb: 128, maxResidentMb: 1024 }
const fork = (behaviour: Behaviour, limits: Partial<ForkLimits> = {}) =>
  forkTask(file, behaviour, { ...generous, ...limits })

const failureOf = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof ChildFailed)) throw new Error(`Expected ChildFailed, got ${String(error)}`)
  return error
}

describe('a task in a forked child', () => {
  it('hands bytes in and out unchanged', async () => {
    const output = await fork({
      act: 'echo',
      payload: { bytes: Buffer.from([0, 1, 255]), when: new Date(0) },
    })
    const { bytes, when } = output as { bytes: Uint8Array; when: Date }
    expect([...bytes]).toEqual([0, 1, 255])
    expect(when.getTime()).toBe(0)
  })

  it('delivers an answer larger than one pipe can hold', async () => {
    const payload = 'x'.repeat(8 * 1024 * 1024)
    expect(await fork({ act: 'echo', payload })).toHaveLength(payload.length)
  })

  it('tells what a task threw', async () => {
    const error = await failureOf(fork({ act: 'throw', payload: 'no such page' }))
    expect([error.failure, error.message]).toEqual(['failed', 'no such page'])
  })

  it('is killed when its time is over', async () => {
    const error = await failureOf(fork({ act: 'spin' }, { timeoutMs: 1_500 }))
    expect(error.failure).toBe('timeout')
  })

  it('is killed when nobody wants the answer any more', async () => {
    const controller = new AbortController()
    const work = failureOf(fork({ act: 'spin' }, { signal: controller.signal }))
    setTimeout(() => controller.abort(), 200)
    expect((await work).failure).toBe('aborted')
  })

  it('does not begin when it is aborted before', async () => {
    const error = await failureOf(fork({ act: 'echo' }, { signal: AbortSignal.abort() }))
    expect(error.failure).toBe('aborted')
  })

  it('becomes a typed error when the process dies', async () => {
    const error = await failureOf(fork({ act: 'exit' }))
    expect(error.failure).toBe('crashed')
    expect(error.message).toContain('Ended with 3')
  })

  it('cannot fill more heap than it was given', async () => {
    expect((await failureOf(fork({ act: 'fill-heap' }, { maxOldSpaceMb: 48 }))).failure).toBe('memory')
  })

  it('cannot take more memory outside the heap than it was given', async () => {
    expect((await failureOf(fork({ act: 'fill-buffers' }, { maxResidentMb: 300 }))).failure).toBe('memory')
  })

  it('knows nothing of the environment of the server', async () => {
    process.env['SESSION_SECRET'] = 'hush'
    const names = await fork({ act: 'environment' })
    delete process.env['SESSION_SECRET']
    expect(names).not.toContain('SESSION_SECRET')
    expect(names).not.toContain('DATABASE_URL')
  })
})
