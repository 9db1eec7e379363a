import { join } from 'node:path'
import { systemActor } from '../../../src/access/actor'
import { lookup } from '../../../src/engine/instrument/lookup'
import { paths } from '../../../src/paths'
import { startFloor, startOurs, type Running } from '../children'
import { alternating, figure, median, p99, type Figure } from '../figures'
import { inspectedWorld, type InspectedUnit, type InspectedWorld } from '../inspected'
import { mustBe, timesOf, type Client } from '../load'
import type { BenchPlaces } from '../places'
import { signIn } from '../visitor'
import { requestBytes } from '../wire'
import { servicesIn } from '../world'
import { bareFloor } from './bare-page'

const EVALUATORS = 20
const ROUNDS = 7
const ROUND_MS = 2_000
const WARM_MS = 5_000

interface Times {
  readonly p50: number
  readonly p99: number
}

/** (f) One decision saved, by one evaluator and by twenty at once on a unit each, beside one bare update and the bare page. */
export async function measureDeciding(places: BenchPlaces): Promise<Figure[]> {
  const world = await inspectedWorld(places.ours, EVALUATORS, join(places.folder, 'inspected'))
  const codes = await codesOf(world)
  const ours = await startOurs(world)
  const members = await Promise.all(world.units.map(unit => memberOf(ours, unit, codes)))
  const floor = await startFloor(places.floor)
  const updates = Array.from({ length: EVALUATORS }, (_, place) => updater(codes, place))
  const page = await bareFloor(places)
  const pages = Array.from({ length: EVALUATORS }, (): Client => ({
    next: () => requestBytes({ path: '/page' }),
    check: mustBe(200),
  }))

  const figures: Figure[] = []
  for (const many of [1, EVALUATORS]) {
    const timed = async (port: number, clients: readonly Client[], ms = ROUND_MS): Promise<Times> => {
      const times = await timesOf(port, clients.slice(0, many), ms)
      return { p50: median(times), p99: p99(times) }
    }
    const mine = () => timed(ours.port, members)
    const besides = [
      { name: 'one update', id: 'f', run: () => timed(floor.port, updates) },
      { name: 'the bare page', id: 'fa', run: () => timed(page.port, pages) },
    ]
    await timed(ours.port, members, WARM_MS)
    await timed(floor.port, updates, WARM_MS)
    for (const { name, id, run } of besides) {
      const rounds = await alternating(ROUNDS, mine, run)
      for (const which of ['p50', 'p99'] as const)
        figures.push(
          figure(
            {
              id: `${id}${many}`,
              what: `one decision saved, ${many} at once, ${which}, beside ${name}`,
              unit: 'ms',
              target: null,
            },
            rounds.map(round => ({ ours: round.ours[which], floor: round.floor[which] })),
          ),
        )
    }
  }
  await Promise.all([ours.stop(), floor.stop(), page.stop()])
  return figures
}

async function codesOf(world: InspectedWorld): Promise<readonly string[]> {
  const services = await servicesIn(world.dataDir)
  const { instrument } = await services.assessments
    .visibleTo(systemActor('bench'))
    .get(world.units[0]?.assessmentId ?? '')
  await services.database.close()
  return [...lookup(instrument).questions.keys()]
}

/** A member who decides one question after the other, `setuju` and `tunda` in turn, so that each saying changes something. */
async function memberOf(
  { port }: Running,
  { assessmentId, login }: InspectedUnit,
  codes: readonly string[],
): Promise<Client> {
  const { cookie, csrf } = await signIn(port, paths.evaluationQuestion(assessmentId, codes[0] ?? ''), login)
  const ok = mustBe(200)
  const versions = new Map<string, number>()
  let turn = 0
  let asked = ''
  return {
    next: () => {
      asked = codes[turn % codes.length]!
      const decision = Math.floor(turn++ / codes.length) % 2 === 0 ? 'setuju' : 'tunda'
      return requestBytes({
        method: 'POST',
        path: paths.evaluationQuestion(assessmentId, asked),
        headers: { cookie, accept: 'application/json', 'x-csrf-token': csrf },
        json: { field: 'decision', base: versions.get(asked) ?? 0, decision },
      })
    },
    check: (status, body) => {
      ok(status)
      const { versions: said } = JSON.parse(body.toString()) as { versions: { decision: number } }
      versions.set(asked, said.decision)
    },
  }
}

function updater(codes: readonly string[], start: number): Client {
  let turn = start
  return {
    next: () =>
      requestBytes({
        method: 'POST',
        path: '/answer',
        json: { question: codes[turn++ % codes.length]!, option: turn % 2 === 0 ? 'A' : 'B' },
      }),
    check: mustBe(200),
  }
}
