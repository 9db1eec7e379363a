import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { paths } from '../../../src/paths'
import { startFloor, startOurs, type Running } from '../children'
import type { BenchPlaces } from '../places'
import { signIn } from '../visitor'
import { requestBytes, Wire } from '../wire'
import { mustBe } from '../load'

/** The bytes of a page as they are sent. */
export async function pageOf(port: number, asked: Buffer): Promise<Buffer> {
  const wire = await Wire.open(port)
  const { status, body } = await wire.exchange(asked)
  wire.close()
  mustBe(200)(status)
  return body
}

/** The floor of measure (a): the bytes of the whole worksheet after one query of its rows. */
export async function bareFloor({ ours: world, floor, folder }: BenchPlaces): Promise<Running> {
  const ours = await startOurs(world)
  const path = paths.wholeWorksheet(world.assessmentId)
  const { cookie } = await signIn(ours.port, path)
  const file = join(folder, 'bare.html')
  writeFileSync(file, await pageOf(ours.port, requestBytes({ path, headers: { cookie } })))
  await ours.stop()
  return startFloor(floor, file)
}
