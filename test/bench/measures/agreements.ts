import { join } from 'node:path'
import { paths } from '../../../src/paths'
import { agreeingWorld, CENTRE_LOGIN } from '../agreeing'
import { startOurs } from '../children'
import { alternating, figure, type Figure } from '../figures'
import { mustBe, p50 } from '../load'
import type { BenchPlaces } from '../places'
import { signIn } from '../visitor'
import { requestBytes } from '../wire'

const SIZES = [60, 1_000] as const
const ROUNDS = 7
const ROUND_MS = 1_500

/** (k) The dashboard of agreements with 1,000 units beside the one with 60: its time must grow less than the units. */
export async function measureAgreements({ ours: world, folder }: BenchPlaces): Promise<Figure[]> {
  const path = paths.agreementDashboard()
  const [few, many] = await Promise.all(
    SIZES.map(async size => {
      const running = await startOurs(await agreeingWorld(world, size, join(folder, `agreeing-${size}`)))
      const { cookie } = await signIn(running.port, path, CENTRE_LOGIN)
      const asked = requestBytes({ path, headers: { cookie } })
      const open = () =>
        p50({ connections: 1, ms: ROUND_MS, check: mustBe(200), port: running.port, next: () => asked })
      await open()
      return { running, open }
    }),
  )
  if (!few || !many) throw new Error('Both sizes are needed.')
  const rounds = await alternating(ROUNDS, many.open, few.open)
  await Promise.all([few.running.stop(), many.running.stop()])
  const [small, large] = SIZES
  const about = {
    id: 'i',
    what: `agreements dashboard of ${large} units, beside ${small}`,
    unit: 'ms',
    target: Math.floor((large / small) * 10) / 10,
  } as const
  return [figure(about, rounds)]
}
