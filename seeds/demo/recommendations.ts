import { systemActor } from '../../src/access/actor'
import type { AssessmentContext } from '../../src/assessments/assessment-context'
import type { RecommendationStatus } from '../../src/findings/finding-outcomes'
import type { Act } from './agenda'
import { dayFrom } from './calendar'
import { unitOf } from './cast'
import { Dice } from './dice'
import type { Character, Story } from './stories'
import { answererOf, loginOf, peopleAt, type World } from './world'

const DAY = 24 * 3_600_000

/** How far each of the eleven is, as people say it (belum, berjalan, selesai, diverifikasi, or not a word); paper says more than the registers. */
const SAID: Readonly<Record<Character, string>> = {
  good: 'vvsssjsssvj',
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
export function sayRecommendations(world: World, story: Story, { id }: AssessmentContext): Act[] {
  const { unit, character, answered } = story
  if (answered === 0) return []
  const { assessments, recommendations } = world.services
  const dice = new Dice(unit, 'recommendations')
  const seen = () => assessments.visibleTo(systemActor('zi demo')).get(id)
  return [...SAID[character]].flatMap((letter, place): Act[] => {
    const status = STATUS[letter]
    const due = dice.chance(LATE[character]) ? -3 - dice.below(30) : 7 + dice.below(60)
    const ago = 8 + dice.below(30)
    if (!status) return []
    const owner = answererOf(unit, PARTS[place] ?? '1')
    const draft = {
      owner: peopleAt(unit).find(({ login }) => login === owner)?.name ?? '',
      dueOn: dayFrom(world.today, due),
      notes: '',
      evidence: [],
    }
    const isVerified = status === 'diverifikasi'
    const said: Act = {
      at: new Date(world.today.getTime() - ago * DAY),
      does: async () =>
        recommendations.change(await world.actor(loginOf(unit, 'chair')), await seen(), place + 1, {
          ...draft,
          status: isVerified ? 'selesai' : status,
          version: 0,
        }),
    }
    const verified: Act = {
      at: new Date(world.today.getTime() - (ago - 4) * DAY),
      does: async () =>
        recommendations.change(await companionOf(world, unit), await seen(), place + 1, {
          ...draft,
          status,
          version: 1,
        }),
    }
    return isVerified ? [said, verified] : [said]
  })
}

export const companionOf = (world: World, unit: string) =>
  world.actor(`pendamping.${unitOf(unit).under}@zi.example`)
