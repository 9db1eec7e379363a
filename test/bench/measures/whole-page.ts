import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { paths } from '../../../src/paths'
import { startFloor, startOurs } from '../children'
import { alternating, figure, type Figure } from '../figures'
import { mustBe, p50 } from '../load'
import { signIn } from '../visitor'
import { requestBytes } from '../wire'
import type { BenchPlaces } from '../places'
import { pageOf } from './bare-page'

const ROUNDS = 7
const ROUND_MS = 2_000
/** A server that has been up for a while, on both sides. */
const WARM_MS = 5_000
const TARGET = 4

/** (a) The page of the whole worksheet through everything, beside the same bytes after one query of the same rows. */
export async function measureWholePage({ ours: world, floor: copy, folder }: BenchPlaces): Promise<Figure[]> {
  const ours = await startOurs(world)
  const path = paths.wholeWorksheet(world.assessmentId)
  const { cookie } = await signIn(ours.port, path)
  const asked = requestBytes({ path, headers: { cookie } })
  const page = await pageOf(ours.port, asked)
  const file = join(folder, 'page.html')
  writeFileSync(file, page)
  const floor = await startFloor(copy, file)

  const measure = async (id: string, connections: number, target: number | null, packing = false) => {
    const headers: Record<string, string> = packing ? { 'accept-encoding': 'gzip' } : {}
    const mine = requestBytes({ path, headers: { cookie, ...headers } })
    const bare = requestBytes({ path: '/page', headers })
    const load = { connections, ms: ROUND_MS, check: mustBe(200) }
    await p50({ ...load, ms: WARM_MS, port: ours.port, next: () => mine })
    await p50({ ...load, ms: WARM_MS, port: floor.port, next: () => bare })
    const rounds = await alternating(
      ROUNDS,
      () => p50({ ...load, port: ours.port, next: () => mine }),
      () => p50({ ...load, port: floor.port, next: () => bare }),
    )
    const how = `${connections} connection${connections > 1 ? 's' : ''}${packing ? ', both pack it with gzip' : ''}`
    const what = `whole worksheet, ${Math.round(page.length / 1024)} KB, ${how}`
    return figure({ id, what, unit: 'ms', target }, rounds)
  }
  const figures = [
    await measure('a1', 1, TARGET),
    await measure('a20', 20, TARGET),
    await measure('a20z', 20, null, true),
  ]
  await Promise.all([ours.stop(), floor.stop()])
  return figures
}
