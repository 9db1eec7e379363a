import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { systemActor } from '../../../src/access/actor'
import { Activity } from '../../../src/activities/activity.entity'
import { newId } from '../../../src/db/ids'
import { projectRoot } from '../../../src/project-root'
import type { Services } from '../../../src/services'
import { crowdOf } from '../crowd'
import { alternating, figure, type Figure } from '../figures'
import type { BenchPlaces } from '../places'
import { DATABASE, openBare, rowsOf, run } from '../sqlite'
import { servicesIn, type BenchWorld } from '../world'

const SIZES = [60, 1_000] as const
const ROUNDS = 9
const LOOKS = 20
/** Rules, their words and the keeping of them, beside the bare statements that their facts need. */
const TARGET = 6
/** A unit of a thousand may cost no more than one of sixty, give or take a busy machine. */
const FLAT = 1.5
const YEAR = new Date().getFullYear()
const BENCH = systemActor('bench')

/**
 * (k) What the rules say of a satker with its 113 answers, 281 pieces and 240 activities: looked at as it is kept, read
 * anew after one change, and read each night for 1,000 satker beside 60.
 */
export async function measureFindings({ ours: world, folder }: BenchPlaces): Promise<Figure[]> {
  const prepared = await crowdOf(world, 1, join(folder, 'findings'))
  await loadRules(prepared)
  return [...(await looking(prepared)), ...(await nightly(prepared, folder))]
}

async function loadRules({ dataDir, satkerId }: BenchWorld): Promise<void> {
  const services = await servicesIn(dataDir)
  const source = readFileSync(join(projectRoot, 'seeds/rules/zi-2026.yaml'), 'utf8')
  const loaded = await services.ruleBooks.load(BENCH, source)
  if (!loaded.ok) throw new Error('The rule book was refused.')
  await services.database.inTransaction(() =>
    services.database.insert(
      Activity,
      Array.from({ length: 240 }, (_, place) => activity(satkerId, place)),
    ),
  )
  await services.findings.refreshChanged()
  await services.database.close()
}

const activity = (satkerId: string, place: number): Partial<Activity> => {
  const day = new Date(Date.UTC(YEAR - 1, 0, 5 + place * 2)).toISOString().slice(0, 10)
  return {
    id: newId(),
    satkerId,
    kind: (['monitoring-meeting', 'coaching', 'service-training', 'outreach'] as const)[place % 4] ?? 'other',
    title: `Kegiatan nomor ${place}`,
    heldOn: day,
    heldUntil: day,
    startsAt: '09.00',
    endsAt: '11.00',
    place: 'Aula',
    leaderPresent: place % 3 === 0,
    ziDiscussed: place % 2 === 0,
    counted: 24,
    agenda: 'Capaian rencana aksi tiap pokja',
    version: 1,
    createdAt: `${YEAR - 1}-01-02T01:00:00.000Z`,
  }
}

/** Of one satker: kept, and anew. */
async function looking(world: BenchWorld): Promise<Figure[]> {
  const services = await servicesIn(world.dataDir)
  const bare = await openBare(join(world.dataDir, DATABASE))
  const assessment = await services.assessments.visibleTo(BENCH).get(world.assessmentId)
  const kept = async () => {
    const started = performance.now()
    for (let look = 0; look < LOOKS; look++) await services.findings.of(assessment)
    return (performance.now() - started) / LOOKS
  }
  const plain = async () => {
    const started = performance.now()
    for (let look = 0; look < LOOKS; look++) {
      const [row] = await rowsOf<{ document: string }>(
        bare,
        'SELECT document FROM finding_sets WHERE assessment_id = ?',
        [world.assessmentId],
      )
      JSON.parse(row?.document ?? '')
    }
    return (performance.now() - started) / LOOKS
  }
  await kept()
  const looks = await alternating(ROUNDS, kept, plain)

  const { asked, statements } = await recorded(services, world.satkerId)
  const anew = async () => {
    await touch(services, world.satkerId)
    const started = performance.now()
    const read = await services.findings.refreshChanged()
    const took = performance.now() - started
    if (read !== 1) throw new Error(`${read} satker were read anew.`)
    return took
  }
  const replayed = async () => {
    const started = performance.now()
    for (const { sql, values } of asked) await rowsOf(bare, sql, values)
    await run(bare, 'UPDATE finding_sets SET document = document WHERE assessment_id = ?', [
      world.assessmentId,
    ])
    return performance.now() - started
  }
  await anew()
  const readings = await alternating(ROUNDS, anew, replayed)
  await new Promise<void>(resolve => bare.close(() => resolve()))
  await services.database.close()
  return [
    figure(
      {
        id: 'k1',
        what: 'findings as they are kept, beside their document parsed',
        unit: 'ms',
        target: TARGET,
      },
      looks,
    ),
    figure(
      {
        id: 'k2',
        what: `findings anew after one change, beside its ${statements} statements`,
        unit: 'ms',
        target: TARGET,
      },
      readings,
    ),
  ]
}

interface Asked {
  readonly sql: string
  readonly values: readonly unknown[]
}

/** The reading statements of one refresh, as a bare driver takes them. */
async function recorded(services: Services, satkerId: string) {
  const { database } = services
  const asked: Asked[] = []
  const query = database.query.bind(database)
  database.query = <Row>(sql: string, parameters: readonly unknown[] = []) => {
    if (/^\s*SELECT/i.test(sql)) asked.push({ sql: sql.replace(/\$(\d+)/g, '?$1'), values: parameters })
    return query<Row>(sql, parameters)
  }
  await touch(services, satkerId)
  await services.findings.refreshChanged()
  database.query = query
  return { asked, statements: asked.length }
}

/** An act of which the trail tells. */
const touch = (services: Services, satkerId: string): Promise<void> =>
  services.database.inTransaction(() =>
    services.audit.record(BENCH, { action: 'bench', subjectType: 'satker', subjectId: satkerId, satkerId }),
  )

/** The crowd holds copies of the same files; here each satker has its own, but for a circular that everybody keeps. */
async function ownFiles(dataDir: string): Promise<void> {
  const database = await openBare(join(dataDir, DATABASE))
  await run(
    database,
    `UPDATE evidence_files SET sha256 = sha256 || evidence_id
      WHERE sha256 <> (SELECT MIN(sha256) FROM evidence_files WHERE evidence_id LIKE '%-2')`,
  )
  await new Promise<void>(resolve => database.close(() => resolve()))
}

/** The reading of the night: time per satker, statements per satker, and what it leaves in memory. */
async function nightly(world: BenchWorld, folder: string): Promise<Figure[]> {
  const sides = []
  for (const size of SIZES) {
    const { dataDir } = await crowdOf(world, size, join(folder, `night-${size}`))
    await ownFiles(dataDir)
    const services = await servicesIn(dataDir)
    let statements = 0
    const query = services.database.query.bind(services.database)
    services.database.query = <Row>(sql: string, parameters: readonly unknown[] = []) => {
      statements++
      return query<Row>(sql, parameters)
    }
    const night = async () => {
      statements = 0
      const started = performance.now()
      const read = await services.findings.refreshOpen()
      if (read !== size) throw new Error(`${read} of ${size} satker were read.`)
      return { ms: (performance.now() - started) / size, statements: statements / size, held: heldMb() }
    }
    sides.push({ size, night, services, first: await night() })
  }
  const [few, many] = sides
  if (!few || !many) return []
  const rounds = []
  for (let round = 0; round < 3; round++) rounds.push({ few: await few.night(), many: await many.night() })
  for (const { services } of sides) await services.database.close()
  const said = [few, many].map(({ size, first }) => `${first.statements.toFixed(1)} for ${size}`)
  return [
    figure(
      {
        id: 'k3',
        what: `a satker of the night of ${SIZES[1]}, beside one of ${SIZES[0]}; statements per satker ${said.join(', ')}`,
        unit: 'ms',
        target: FLAT,
      },
      rounds.map(round => ({ ours: round.many.ms, floor: round.few.ms })),
    ),
    figure(
      {
        id: 'k4',
        what: `memory held after the night of ${SIZES[1]}, beside that of ${SIZES[0]}`,
        unit: 'MB',
        target: FLAT,
      },
      rounds.map(round => ({ ours: round.many.held, floor: round.few.held })),
    ),
  ]
}

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** What is still referred to. */
function heldMb(): number {
  collect()
  return process.memoryUsage().heapUsed / 1024 ** 2
}
