import { systemActor } from '../../../src/access/actor'
import { lookup } from '../../../src/engine/instrument/lookup'
import { paths } from '../../../src/paths'
import { startFloor, startOurs } from '../children'
import { alternating, figure, type Figure } from '../figures'
import { mustBe, p50 } from '../load'
import type { BenchPlaces } from '../places'
import { signIn } from '../visitor'
import { requestBytes } from '../wire'
import { servicesIn, type BenchWorld } from '../world'

const ROUNDS = 7
const ROUND_MS = 2_000
/** A server that has been up for a while, on both sides. */
const WARM_MS = 8_000
const TARGET = 8

/** (b) One answer with its scores, aggregates and event, beside one bare update. Each save changes the answer. */
export async function measureSaving({ ours: world, floor: copy }: BenchPlaces): Promise<Figure[]> {
  const choices = await choicesOf(copy)
  const ours = await startOurs(world)
  const { cookie, csrf } = await signIn(ours.port, paths.worksheetPart(world.assessmentId, '1'))
  const floor = await startFloor(copy)

  let turn = 0
  const nextChoice = () => {
    const { code, options } = choices[turn % choices.length]!
    const lap = Math.floor(turn++ / choices.length)
    // Two options in turn, so that no save finds its own value already there.
    return { code, option: options[lap % 2]! }
  }
  /** The version that stands, by question, as the last reply told it. */
  const versions = new Map(choices.map(({ code, version }) => [code, version]))
  let asked = ''
  const saves = () => {
    const { code, option } = nextChoice()
    asked = code
    return requestBytes({
      method: 'POST',
      path: paths.answer(world.assessmentId, code),
      headers: { cookie, accept: 'application/json', 'x-csrf-token': csrf },
      json: { field: 'value', base: versions.get(code), option },
    })
  }
  const updates = () => {
    const { code, option } = nextChoice()
    return requestBytes({ method: 'POST', path: '/answer', json: { question: code, option } })
  }
  const ok = mustBe(200)
  const saved = (status: number, body: Buffer) => {
    ok(status)
    versions.set(asked, (JSON.parse(body.toString()) as { version: number }).version)
  }
  const mine = (ms = ROUND_MS) => p50({ connections: 1, ms, port: ours.port, next: saves, check: saved })
  const bare = (ms = ROUND_MS) => p50({ connections: 1, ms, port: floor.port, next: updates, check: ok })
  await mine(WARM_MS)
  await bare(WARM_MS)
  const about = { id: 'b', what: 'saving one answer', unit: 'ms', target: TARGET } as const
  const figures = [figure(about, await alternating(ROUNDS, mine, bare))]
  await Promise.all([ours.stop(), floor.stop()])
  return figures
}

/** The questions that are answered by choosing, with their two best options and the version that stands. */
async function choicesOf({ dataDir, assessmentId }: BenchWorld) {
  const services = await servicesIn(dataDir)
  const { instrument } = await services.assessments.visibleTo(systemActor('bench')).get(assessmentId)
  const stored = await services.database.query<{ question: string; version: number }>(
    'SELECT question, value_version AS version FROM answers',
  )
  const versions = new Map(stored.map(({ question, version }) => [question, version]))
  await services.database.close()
  return [...lookup(instrument).questions.values()].flatMap(({ question }) =>
    question.kind === 'choice'
      ? [
          {
            code: question.code,
            version: versions.get(question.code) ?? 0,
            options: question.options.slice(0, 2).map(option => option.key),
          },
        ]
      : [],
  )
}
