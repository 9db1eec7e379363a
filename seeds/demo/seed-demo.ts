import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { systemActor } from '../../src/access/actor'
import { projectRoot } from '../../src/project-root'
import { createServices, type Means } from '../../src/services'
import { fillActivities } from './activities'
import { carryOutGoals, fillActionPlans, proveGoals } from './action-plan'
import { fillAgreements } from './agreements'
import { dayFrom } from './calendar'
import { CAST_PEOPLE } from './cast'
import { openCycle, type Windows } from './cycles'
import { closeSample, drawSample, scoreSample } from './calibrate'
import { seatTeam } from './evaluate'
import { fillWorksheet } from './fill-worksheet'
import { readAgo, ruleOnFindings } from './findings'
import { finish } from './finish'
import { followUp } from './follow-up'
import { fillInputs } from './inputs'
import { settle } from './people-and-places'
import { fillPerformance } from './performance'
import { fillInnovations } from './innovations'
import { fillProfiles } from './profile'
import { sayRecommendations } from './recommendations'
import { fillRosters } from './roster'
import { fillSurveys } from './surveys'
import { LAST_YEAR, STORIES, type Story } from './stories'
import type { World } from './world'

const DAY = 24 * 3_600_000

/** Fills an empty house with the demo ministry, so that filling is open today. */
export async function seedDemo(means: Means, tell: (text: string) => void): Promise<void> {
  const today = means.clock()
  const year = today.getUTCFullYear()
  const before = (days: number) => new Date(today.getTime() - days * DAY)
  let now = new Date(Date.UTC(year - 1, 0, 12, 2))
  const services = createServices({ ...means, clock: () => now })
  const settled = await settle(services)
  const world: World = {
    services,
    at: moment => void (now = moment),
    today,
    instrumentId: await loadInstrument(services),
    actor: async login => {
      const actor = await services.accounts.actorOf(
        settled.userIds.get(login) ?? '',
        { startedAt: now.toISOString() },
        'demo',
      )
      if (!actor) throw new Error(`${login} cannot act.`)
      return actor
    },
  }

  await loadRules(services)
  await fillRosters(world, settled, STORIES)
  const play = async (cycle: Played) => {
    world.at(cycle.period.from)
    const contexts = await openCycle(world, settled, cycle)
    const [first] = contexts.values()
    if (!first) throw new Error(`Nothing was opened in ${cycle.year}.`)
    const team = await seatTeam(world, first.cycleId)
    for (const story of cycle.stories) {
      const assessment = contexts.get(story.unit)
      if (!assessment) throw new Error(`No assessment of ${story.unit}.`)
      const filling = { assessment, period: cycle.period }
      await fillWorksheet(world, story, filling)
      await finish(world, story, { assessment, from: cycle.period.to, until: cycle.until, team })
      tell(`  ${cycle.year} ${assessment.satkerName}\n`)
    }
    return { cycleId: first.cycleId, contexts }
  }
  const last = await play({
    year: year - 1,
    windows: [['draf', `${year - 1}-02-01`, `${year - 1}-05-31`]],
    stories: LAST_YEAR,
    period: { from: new Date(Date.UTC(year - 1, 1, 3)), to: new Date(Date.UTC(year - 1, 4, 20)) },
    until: new Date(Date.UTC(year - 1, 4, 28)),
  })
  world.at(new Date(Date.UTC(year - 1, 5, 8, 3)))
  await drawSample(world, last.cycleId, 100)
  await scoreSample(world)
  await closeSample(world, last.cycleId)
  const present = await play({
    year,
    windows: windowsAround(today),
    stories: STORIES,
    period: { from: before(75), to: before(9) },
    until: before(1),
  })
  await drawSample(world, present.cycleId, 50)
  await followUp(world, { last: last.contexts, this: present.contexts })
  await fillActivities(world, settled, STORIES)
  await fillActionPlans(world, settled, STORIES)
  await readAgo(world, 47)
  world.at(today)
  await fillInputs(world, settled, STORIES)
  await fillSurveys(world, settled, STORIES)
  await fillPerformance(world, settled, STORIES)
  await fillProfiles(world, settled, STORIES)
  await readAgo(world, 24)
  world.at(today)
  await fillAgreements(world, settled, STORIES)
  world.at(before(1))
  await carryOutGoals(world, settled, STORIES)
  await proveGoals(world, present.contexts, STORIES)
  await fillInnovations(world, settled, STORIES)
  await readAgo(world, 9)
  world.at(today)
  await services.leavers.anonymise()
  await sayRecommendations(world, present.contexts, STORIES)
  await readAgo(world, 0)
  await ruleOnFindings(world, present.contexts)
  await openOlderMessages(world, before(4))
}

/** Everybody has looked into the inbox a few days ago. */
async function openOlderMessages(world: World, toldBy: Date): Promise<void> {
  const { database, messages } = world.services
  await database.inTransaction(async () => {
    for (const { login } of CAST_PEOPLE)
      await messages.readAll(await world.actor(login), toldBy.toISOString())
  })
}

interface Played {
  readonly year: number
  readonly windows: Windows
  readonly stories: readonly Story[]
  readonly period: { readonly from: Date; readonly to: Date }
  readonly until: Date
}

/** Filling is open today, and a worksheet that was sent back has a window of its own that ends after it. */
const windowsAround = (today: Date): Windows => [
  ['draf', dayFrom(today, -80), dayFrom(today, 24)],
  ['dikembalikan', dayFrom(today, -12), dayFrom(today, 38)],
  ['dievaluasi', dayFrom(today, -12), dayFrom(today, 60)],
  ['dinilai', dayFrom(today, -12), dayFrom(today, 90)],
]

async function loadRules({ ruleBooks }: World['services']): Promise<void> {
  const source = readFileSync(join(projectRoot, 'seeds/rules/zi-2026.yaml'), 'utf8')
  const outcome = await ruleBooks.load(systemActor('zi demo'), source)
  if (!outcome.ok) throw new Error(outcome.faults[0]?.message)
}

async function loadInstrument({ instruments }: World['services']): Promise<string> {
  const source = readFileSync(join(projectRoot, 'seeds/instruments/lke-2021.yaml'), 'utf8')
  const outcome = await instruments.load(systemActor('zi demo'), source, 'lke-2021.yaml')
  if (!outcome.ok) throw new Error(outcome.faults[0]?.message)
  return outcome.version.id
}
