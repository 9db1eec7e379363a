import { Turnstile } from '../../src/jobs/turnstile'

const tick = () => new Promise(resolve => setImmediate(resolve))

function controlledWork() {
  const log: string[] = []
  const finish = new Map<string, (error?: Error) => void>()
  const work = (name: string) => () => {
    log.push(name)
    return new Promise<string>((resolve, reject) =>
      finish.set(name, error => (error ? reject(error) : resolve(name))),
    )
  }
  return { log, finish: (name: string, error?: Error) => finish.get(name)?.(error), work }
}

describe('a turnstile', () => {
  it('lets as many through as it has places and the others in order of arrival', async () => {
    const { log, finish, work } = controlledWork()
    const turnstile = new Turnstile(2)
    const all = ['a', 'b', 'c', 'd'].map(name => turnstile.pass(work(name)))
    await tick()
    expect(log).toEqual(['a', 'b'])
    finish('b')
    await tick()
    expect(log).toEqual(['a', 'b', 'c'])
    finish('a')
    await tick()
    finish('c')
    finish('d')
    expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd'])
  })

  it('gives the place on when work fails', async () => {
    const { log, finish, work } = controlledWork()
    const turnstile = new Turnstile(1)
    const first = turnstile.pass(work('first'))
    const second = turnstile.pass(work('second'))
    await tick()
    finish('first', new Error('broken'))
    await expect(first).rejects.toThrow('broken')
    await tick()
    finish('second')
    expect(await second).toBe('second')
    expect(log).toEqual(['first', 'second'])
  })

  it('is free again after everybody has passed', async () => {
    const turnstile = new Turnstile(1)
    await turnstile.pass(() => Promise.resolve(1))
    expect(await turnstile.pass(() => Promise.resolve(2))).toBe(2)
  })
})
