import { createServer } from 'node:net'

const TRIES = 100

/** The first port from `first` on that nobody listens on at 127.0.0.1. */
export async function freePort(first: number): Promise<number> {
  for (let port = first; port < first + TRIES; port++) if (await isFree(port)) return port
  throw new Error(`Porta ${first} sampai ${first + TRIES - 1} terpakai semua. Pilih dengan PORT=….`)
}

function isFree(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)))
  })
}
