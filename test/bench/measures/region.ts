import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { hashPassword } from '../../../src/accounts/password'
import { Membership } from '../../../src/accounts/membership.entity'
import { User } from '../../../src/accounts/user.entity'
import { newId } from '../../../src/db/ids'
import { paths } from '../../../src/paths'
import { CommitmentQuarter } from '../../../src/performance/commitment-quarter.entity'
import { Commitment } from '../../../src/performance/commitment.entity'
import { PerformanceStanding } from '../../../src/performance/standing.entity'
import { Satker } from '../../../src/satker/satker.entity'
import { startOurs } from '../children'
import { figure, median, type Figure } from '../figures'
import { mustBe, p50 } from '../load'
import type { BenchPlaces } from '../places'
import { signIn } from '../visitor'
import { requestBytes } from '../wire'
import { PASSWORD, satker, servicesIn } from '../world'

const SIZES = [60, 1_000] as const
const INDICATORS = 12
const QUARTERS = [1, 2, 3, 4] as const
const ROUNDS = 7
const ROUND_MS = 1_500
const YEAR = new Date().getFullYear() - 1
const LOGIN = 'kanwil@ukur.example'
/** The growth of the units themselves: time must grow less. */
const GROWTH = Math.floor(SIZES[1] / SIZES[0])

/** (h) The region's quarterly page with 60 and with 1,000 units of twelve indicators each: two servers side by side. */
export async function measureRegion({ ours: world, folder }: BenchPlaces): Promise<Figure[]> {
  const figures: Figure[] = []
  const servers = []
  for (const size of SIZES) {
    const dataDir = join(folder, `region-${size}`)
    cpSync(world.dataDir, dataDir, { recursive: true })
    await fillRegion(dataDir, size)
    servers.push({ size, running: await startOurs({ ...world, dataDir }) })
  }
  for (const [place, quarter] of ['4', 'semua'].entries()) {
    const path = `${paths.region()}?tahun=${YEAR}&triwulan=${quarter}`
    const sides = []
    for (const { running, size } of servers) {
      const { cookie } = await signIn(running.port, path, LOGIN)
      const asked = requestBytes({ path, headers: { cookie } })
      const open = () =>
        p50({ connections: 1, ms: ROUND_MS, check: mustBe(200), port: running.port, next: () => asked })
      await open()
      sides.push({ size, open, times: [] as number[] })
    }
    for (let round = 0; round < ROUNDS; round++) {
      const order = round % 2 === 0 ? sides : [...sides].reverse()
      for (const side of order) side.times.push(await side.open())
    }
    const [few, many] = sides
    const what = `the region's ${quarter === 'semua' ? 'year' : 'quarter'} with ${SIZES[1]} units, beside ${SIZES[0]}`
    figures.push(
      figure(
        { id: `h${place + 1}`, what, unit: 'ms', target: GROWTH },
        (many?.times ?? []).map((ours, round) => ({ ours, floor: few?.times[round] ?? median([]) })),
      ),
    )
  }
  await Promise.all(servers.map(({ running }) => running.stop()))
  return figures
}

async function fillRegion(dataDir: string, size: number): Promise<void> {
  const { database } = await servicesIn(dataDir)
  const kanwil = satker('Kantor Wilayah Ukur', 'kanwil')
  const units = Array.from({ length: size }, (_, place) => satker(`Satker ukur ${place}`, 'satker', kanwil))
  const userId = newId()
  const createdAt = `${YEAR}-01-02T01:00:00.000Z`
  const commitments = units.flatMap(unit =>
    Array.from({ length: INDICATORS }, (_, place) => ({
      id: newId(),
      satkerId: unit.id,
      year: YEAR,
      number: place + 1,
      indicator: `Indikator kinerja utama nomor ${place + 1}`,
      indicatorKey: `indikator kinerja utama nomor ${place + 1}`,
      unit: 'persen',
      direction: place % 3 === 0 ? ('down' as const) : ('up' as const),
      counting: 'running' as const,
      yearTarget: '95.5',
      version: 1,
      createdAt,
    })),
  )
  await database.inTransaction(async () => {
    await database.insert(Satker, [kanwil, ...units])
    await database.insert(User, [
      {
        id: userId,
        name: 'Pemantau Ukur',
        email: LOGIN,
        passwordHash: await hashPassword(PASSWORD),
        mustChangePassword: false,
        sessionsValidFrom: createdAt,
        createdAt,
      },
    ])
    await database.insert(Membership, [
      {
        id: newId(),
        userId,
        satkerId: kanwil.id,
        role: 'kanwil-viewer',
        acting: false,
        validFrom: `${YEAR}-01-01`,
        createdAt,
      },
    ])
    await database.insert(Commitment, commitments)
    await database.insert(
      CommitmentQuarter,
      commitments.flatMap(({ id, satkerId, number }, place) =>
        QUARTERS.map(quarter => ({
          id: newId(),
          commitmentId: id,
          satkerId,
          year: YEAR,
          quarter,
          target: '95.5',
          realisation: String(70 + ((place + number + quarter) % 60)),
          obstacle: '',
          strategy: '',
          reportedOn: `${YEAR}-12-30`,
          state: (['reached', 'near', 'missed'] as const)[(place + quarter) % 3] ?? 'near',
          version: 1,
        })),
      ),
    )
    await database.insert(
      PerformanceStanding,
      units.flatMap(({ id }, place) =>
        QUARTERS.map(quarter => ({
          satkerId: id,
          year: YEAR,
          quarter,
          targeted: INDICATORS,
          reported: INDICATORS - (place % 2),
          reached: 4 + (place % 5),
          near: 2,
          missed: 6 - (place % 5),
        })),
      ),
    )
  })
  await database.close()
}
