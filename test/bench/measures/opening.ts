import { join } from 'node:path'
import { paths } from '../../../src/paths'
import { startOurs } from '../children'
import { crowdOf } from '../crowd'
import { figure, median, type Figure } from '../figures'
import { mustBe, p50 } from '../load'
import type { BenchPlaces } from '../places'
import { signIn } from '../visitor'
import { requestBytes } from '../wire'

const SIZES = [100, 1_000, 10_000] as const
const ROUNDS = 9
const ROUND_MS = 1_500
const TARGET = 1.3

/** (c) One worksheet among 100, 1,000 and 10,000 satker: three servers side by side, each compared with the smallest. */
export async function measureOpening({ ours: world, folder }: BenchPlaces): Promise<Figure[]> {
  const path = paths.wholeWorksheet(world.assessmentId)
  const servers = []
  for (const size of SIZES) {
    const running = await startOurs(await crowdOf(world, size, join(folder, `crowd-${size}`)))
    const { cookie } = await signIn(running.port, path)
    const asked = requestBytes({ path, headers: { cookie } })
    const open = () =>
      p50({ connections: 1, ms: ROUND_MS, check: mustBe(200), port: running.port, next: () => asked })
    await open()
    servers.push({ size, running, open, times: [] as number[] })
  }
  for (let round = 0; round < ROUNDS; round++) {
    const order = round % 2 === 0 ? servers : [...servers].reverse()
    for (const server of order) server.times.push(await server.open())
  }
  await Promise.all(servers.map(server => server.running.stop()))
  const [smallest, ...larger] = servers
  return larger.map(({ size, times }) =>
    figure(
      {
        id: `c${size}`,
        what: `the whole worksheet among ${size} satker, beside ${smallest?.size}`,
        unit: 'ms',
        target: TARGET,
      },
      times.map((ours, round) => ({ ours, floor: smallest?.times[round] ?? median([]) })),
    ),
  )
}
