import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { systemActor } from '../../src/access/actor'
import type { AssessmentContext } from '../../src/assessments/assessment-context'
import { projectRoot } from '../../src/project-root'
import { createServices, type Means } from '../../src/services'
import { fillActivities } from './activities'
import { answerStakeholders, carryOutGoals, fillActionPlans, proveGoals } from './action-plan'
import { fillAgreements } from './agreements'
import { Agenda, type Act } from './agenda'
import { dayFrom, earlier } from './calendar'
import { CAST_PEOPLE } from './cast'
import { openCycle, type Windows } from './cycles'
import { closeSample, drawSample, scoreSample } from './calibrate'
import { seatTeam } from './evaluate'
import { fillWorksheet } from './fill-worksheet'
import { readAgo, ruleOnFindings } from './findings'
import { finish, readEarly } from './finish'
import { followUp } from './follow-up'
import { fillInputs } from './inputs'
import { readyDay } from './keeping'
import { settle, type Settled } from './people-and-places'
import { askAboutPerformance, fillPerformance } from './performance'
import { fillInnovations } from './innovations'
import { fillProfiles } from './profile'
import { sayRecommendations } from './recommendations'
import { fillRosters } from './roster'
import { fillSurveys } from './surveys'
import { LAST_YEAR, STORIES, type Story } from './stories'
import type { Filling, World } from './world'

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
  const agenda = new Agenda(world, new Date(Date.UTC(year - 1, 0, 20, 3)))
  for (const story of STORIES) agenda.add(registersOf(world, settled, story))
  const open = async (cycle: Played) => {
    world.at(cycle.opened)
    const contexts = await openCycle(world, settled, cycle)
    const [first] = contexts.values()
    if (!first) throw new Error(`Nothing was opened in ${cycle.year}.`)
    const team = await seatTeam(world, first.cycleId)
    for (const story of cycle.stories) {
      const assessment = contextOf(contexts, story.unit)
      agenda.add(fillWorksheet(world, story, { assessment, period: cycle.periodOf(story) }))
      if (story.character === 'good') agenda.add(readEarly(world, story, assessment, cycle.periodOf(story)))
      agenda.add(finish(world, story, { assessment, from: cycle.filled, until: cycle.until, team }))
    }
    return { cycleId: first.cycleId, contexts }
  }
  const last = await open({
    year: year - 1,
    opened: new Date(Date.UTC(year - 1, 1, 3)),
    windows: [['draf', `${year - 1}-02-01`, `${year - 1}-05-31`]],
    stories: LAST_YEAR,
    periodOf: () => ({ from: new Date(Date.UTC(year - 1, 1, 3)), to: new Date(Date.UTC(year - 1, 4, 20)) }),
    filled: new Date(Date.UTC(year - 1, 4, 20)),
    until: new Date(Date.UTC(year - 1, 4, 28)),
  })
  const sampled = new Date(Date.UTC(year - 1, 5, 8, 3))
  await agenda.playUntil(sampled)
  world.at(sampled)
  await drawSample(world, last.cycleId, 100)
  await scoreSample(world)
  await closeSample(world, last.cycleId)
  tell(`  ${year - 1}\n`)

  const opened = earlier(before(75), new Date(Date.UTC(year, 0, 19, 2)))
  await agenda.playUntil(opened)
  const present = await open({
    year,
    opened,
    windows: windowsAround(today, opened),
    stories: STORIES,
    periodOf: ({ begun }) => ({ from: begun === undefined ? opened : before(begun), to: before(9) }),
    filled: before(9),
    until: before(1),
  })
  agenda.add(followUp(world, { last: last.contexts, this: present.contexts }))
  for (const story of STORIES)
    agenda.add(sayRecommendations(world, story, contextOf(present.contexts, story.unit)))
  const shared = STORIES.filter(({ character }) => character === 'good' || character === 'fair')
  const middle = earlier(new Date(Date.UTC(year, 6, 6, 3)), readyDay(world))
  agenda.add([
    ...STORIES.map(story => ({
      at: shared.includes(story)
        ? earlier(new Date(Date.UTC(year, 1, 9, 3)), readyDay(world))
        : readyDay(world),
      does: () => answerStakeholders(world, settled, story),
    })),
    { at: middle, does: () => carryOutGoals(world, settled, shared) },
    { at: readyDay(world), does: () => carryOutGoals(world, settled, STORIES) },
    { at: readyDay(world), does: () => proveGoals(world, present.contexts, STORIES) },
  ])
  for (const days of READ_AGO.filter(ago => before(ago) > opened)) {
    await agenda.playUntil(before(days))
    await readAgo(world, days)
    tell(`  ${dayFrom(before(days), 0)}\n`)
  }
  await agenda.playUntil(before(1))
  world.at(before(1))
  await drawSample(world, present.cycleId, 50)
  await agenda.playUntil(today)
  world.at(today)
  await fillAgreements(world, settled, STORIES)
  await askAboutPerformance(world, settled)
  await services.leavers.anonymise()
  await readAgo(world, 0)
  await ruleOnFindings(world, present.contexts)
  await openOlderMessages(world, before(4))
}

/** Days before today on which the rules read what had happened by then. */
const READ_AGO = [240, 180, 120, 83, 47, 24, 9]

/** What a satker did and has, each entry written down on its day. */
const registersOf = (world: World, settled: Settled, story: Story): Act[] => [
  ...fillActivities(world, settled, story),
  ...fillActionPlans(world, settled, story),
  ...fillInputs(world, settled, story),
  ...fillSurveys(world, settled, story),
  ...fillPerformance(world, settled, story),
  ...fillProfiles(world, settled, story),
  ...fillInnovations(world, settled, story),
]

function contextOf(contexts: ReadonlyMap<string, AssessmentContext>, unit: string): AssessmentContext {
  const found = contexts.get(unit)
  if (!found) throw new Error(`No assessment of ${unit}.`)
  return found
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
  readonly opened: Date
  readonly periodOf: (story: Story) => Filling['period']
  /** From when on what is filled is closed. */
  readonly filled: Date
  readonly until: Date
}

/** Filling is open today, and a worksheet that was sent back has a window of its own that ends after it. */
const windowsAround = (today: Date, opened: Date): Windows => [
  ['draf', dayFrom(opened, -5), dayFrom(today, 24)],
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
