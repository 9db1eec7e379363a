import { median } from './figures'
import { Wire } from './wire'

export interface Load {
  readonly port: number
  readonly connections: number
  readonly ms: number
  /** The bytes of the next request. */
  readonly next: () => Buffer
  /** Sees every reply; throws when it is not the right one. */
  readonly check: (status: number, body: Buffer) => void
}

/** Sends one request after the other on each connection for a while; the median time of a request in ms. */
export async function p50({ port, connections, ms, next, check }: Load): Promise<number> {
  const wires = await Promise.all(Array.from({ length: connections }, () => Wire.open(port)))
  const until = performance.now() + ms
  const times: number[] = []
  await Promise.all(
    wires.map(async wire => {
      while (performance.now() < until) {
        const reply = await wire.exchange(next())
        check(reply.status, reply.body)
        times.push(reply.ms)
      }
      wire.close()
    }),
  )
  return median(times)
}

export const mustBe =
  (wanted: number) =>
  (status: number): void => {
    if (status !== wanted) throw new Error(`Answered ${status}, not ${wanted}.`)
  }
