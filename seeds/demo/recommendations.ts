import { systemActor } from '../../src/access/actor'
import type { AssessmentContext } from '../../src/assessments/assessment-context'
import type { RecommendationStatus } from '../../src/findings/finding-outcomes'
import { dayFrom } from './calendar'
import { unitOf } from './cast'
import { Dice } from './dice'
import type { Character, Story } from './stories'
import { answererOf, loginOf, peopleAt, type World } from './world'

const DAY = 24 * 3_600_000

/** How far each of the eleven is, as people say it (belum, berjalan, selesai, diverifikasi, or not a word); paper says more than the registers. */
const SAID: Readonly<Record<Character, string>> = {
  good: 'vvsjjjsjsvs',
  fair: 'sjjjjjb.sjj',
  weak: 'jjbjjbb.sb.',
  paper: 'sssjsjsbsjs',
}

const STATUS: Readonly<Record<string, RecommendationStatus>> = {
  b: 'belum',
  j: 'berjalan',
  s: 'selesai',
  v: 'diverifikasi',
}

/** Days from today; how many of a hundred dues of what is not done have passed. */
const LATE: Readonly<Record<Character, number>> = { good: 0, fair: 20, weak: 60, paper: 35 }

/** Whose pokja looks after a recommendation. */
const PARTS = ['1', '6', '1', '1', '4', '3', '3', '6', '6', '6', '5']

/** What the teams say of the eleven recommendations, each with an owner and a day; the kanwil verified some. */
export async function sayRecommendations(
  world: World,
  contexts: ReadonlyMap<string, AssessmentContext>,
  stories: readonly Story[],
): Promise<void> {
  await world.services.database.inTransaction(async () => {
    for (const story of stories.filter(({ answered }) => answered > 0)) {
      const assessment = contexts.get(story.unit)
      if (!assessment) throw new Error(`No assessment of ${story.unit}.`)
      await sayAll(world, story, assessment.id)
    }
  })
}

async function sayAll(world: World, { unit, character }: Story, assessmentId: string): Promise<void> {
  const { assessments, recommendations } = world.services
  const dice = new Dice(unit, 'recommendations')
  const assessment = await assessments.visibleTo(systemActor('zi demo')).get(assessmentId)
  for (const [place, letter] of [...SAID[character]].entries()) {
    const status = STATUS[letter]
    const due = dice.chance(LATE[character]) ? -3 - dice.below(30) : 7 + dice.below(60)
    const ago = 8 + dice.below(30)
    if (!status) continue
    const owner = answererOf(unit, PARTS[place] ?? '1')
    const draft = {
      owner: peopleAt(unit).find(({ login }) => login === owner)?.name ?? '',
      dueOn: dayFrom(world.today, due),
      notes: '',
      evidence: [],
    }
    world.at(new Date(world.today.getTime() - ago * DAY))
    await recommendations.change(await world.actor(loginOf(unit, 'chair')), assessment, place + 1, {
      ...draft,
      status: status === 'diverifikasi' ? 'selesai' : status,
      version: 0,
    })
    if (status !== 'diverifikasi') continue
    world.at(new Date(world.today.getTime() - (ago - 4) * DAY))
    await recommendations.change(await companionOf(world, unit), assessment, place + 1, {
      ...draft,
      status,
      version: 1,
    })
  }
}

export const companionOf = (world: World, unit: string) =>
  world.actor(`pendamping.${unitOf(unit).under}@zi.example`)
