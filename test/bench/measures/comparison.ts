import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { paths } from '../../../src/paths'
import { startFloor, startOurs } from '../children'
import { alternating, figure, type Figure } from '../figures'
import { inspectedWorld } from '../inspected'
import { mustBe, p50 } from '../load'
import type { BenchPlaces } from '../places'
import { signIn } from '../visitor'
import { requestBytes } from '../wire'
import { bareFloor, pageOf } from './bare-page'

const ROUNDS = 7
const ROUND_MS = 2_000
const WARM_MS = 5_000

/** (g) The comparison of seven columns, beside the same bytes after one query, and beside the bare page of measure (a). */
export async function measureComparison(places: BenchPlaces): Promise<Figure[]> {
  const world = await inspectedWorld(places.ours, 0, join(places.folder, 'compared'))
  const ours = await startOurs(world)
  const path = paths.comparison(world.finished.assessmentId)
  const { cookie } = await signIn(ours.port, path, world.finished.login)
  const asked = requestBytes({ path, headers: { cookie } })
  const page = await pageOf(ours.port, asked)
  const columns = new Set(
    [...page.toString().matchAll(/<th scope="col" class="num">([^<]*r\d)</g)].map(one => one[1]),
  )
  if (columns.size !== 7) throw new Error(`The comparison has ${columns.size} columns.`)
  const file = join(places.folder, 'comparison.html')
  writeFileSync(file, page)
  const floors = [
    { id: 'g', beside: 'the same bytes', floor: await startFloor(places.floor, file) },
    { id: 'ga', beside: 'the bare page of (a)', floor: await bareFloor(places) },
  ]
  const load = { connections: 1, ms: ROUND_MS, check: mustBe(200) }
  const mine = (ms = ROUND_MS) => p50({ ...load, ms, port: ours.port, next: () => asked })
  await mine(WARM_MS)
  const figures: Figure[] = []
  for (const { id, beside, floor } of floors) {
    const bare = requestBytes({ path: '/page' })
    const plain = (ms = ROUND_MS) => p50({ ...load, ms, port: floor.port, next: () => bare })
    await plain(WARM_MS)
    const what = `comparison of seven columns, ${Math.round(page.length / 1024)} KB, beside ${beside}`
    const about = { id, what, unit: 'ms', target: null } as const
    figures.push(
      figure(
        about,
        await alternating(
          ROUNDS,
          () => mine(),
          () => plain(),
        ),
      ),
    )
  }
  await Promise.all([ours.stop(), ...floors.map(({ floor }) => floor.stop())])
  return figures
}
