import { setTimeout as wait } from 'node:timers/promises'
import { residentMegabytes } from '../../../src/jobs/resident-memory'
import { paths } from '../../../src/paths'
import { startFloor, startOurs } from '../children'
import { alternating, figure, type Figure } from '../figures'
import type { BenchPlaces } from '../places'
import { signIn } from '../visitor'

const ROUNDS = 7
const START_TARGET = 7
const MEMORY_TARGET = 3
const SETTLING_MS = 3_000

/** (e) From the start of the process to the first answer, and the memory it holds when nobody asks. */
export async function measureStart({ ours: world, floor: copy }: BenchPlaces): Promise<Figure[]> {
  const times = await alternating(
    ROUNDS,
    async () => {
      const running = await startOurs(world)
      await running.stop()
      return running.startedInMs
    },
    async () => {
      const running = await startFloor(copy)
      await running.stop()
      return running.startedInMs
    },
  )
  const ours = await startOurs(world)
  const floor = await startFloor(copy)
  const resident = async () => {
    await wait(SETTLING_MS)
    return [{ ours: residentMegabytes(ours.child.pid), floor: residentMegabytes(floor.child.pid) }]
  }
  const idle = await resident()
  await signIn(ours.port, paths.wholeWorksheet(world.assessmentId))
  const used = await resident()
  await Promise.all([ours.stop(), floor.stop()])
  return [
    figure({ id: 'e1', what: 'start to first answer', unit: 'ms', target: START_TARGET }, times),
    figure({ id: 'e2', what: 'memory at rest', unit: 'MB', target: MEMORY_TARGET }, idle),
    figure(
      { id: 'e3', what: 'memory at rest after a sign-in and a worksheet', unit: 'MB', target: null },
      used,
    ),
  ]
}
