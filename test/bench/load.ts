import { median } from './figures'
import { Wire } from './wire'

/** Somebody on a connection of their own. */
export interface Client {
  /** The bytes of the next request. */
  readonly next: () => Buffer
  /** Sees every reply; throws when it is not the right one. */
  readonly check: (status: number, body: Buffer) => void
}

export interface Load extends Client {
  readonly port: number
  readonly connections: number
  readonly ms: number
}

/** The median time in ms of a request, when so many connections send the same. */
export async function p50({ port, connections, ms, next, check }: Load): Promise<number> {
  const clients = Array.from({ length: connections }, () => ({ next, check }))
  return median(await timesOf(port, clients, ms))
}

/** Each client sends one request after the other for a while; the time of every request in ms. */
export async function timesOf(port: number, clients: readonly Client[], ms: number): Promise<number[]> {
  const wires = await Promise.all(clients.map(async client => ({ ...client, wire: await Wire.open(port) })))
  const until = performance.now() + ms
  const times: number[] = []
  await Promise.all(
    wires.map(async ({ wire, next, check }) => {
      while (performance.now() < until) {
        const reply = await wire.exchange(next())
        check(reply.status, reply.body)
        times.push(reply.ms)
      }
      wire.close()
    }),
  )
  return times
}

export const mustBe =
  (wanted: number) =>
  (status: number): void => {
    if (status !== wanted) throw new Error(`Answered ${status}, not ${wanted}.`)
  }
