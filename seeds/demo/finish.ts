import { systemActor } from '../../src/access/actor'
import type { AssessmentContext } from '../../src/assessments/assessment-context'
import { lookup } from '../../src/engine/instrument/lookup'
import type { Act } from './agenda'
import { workingTimes } from './calendar'
import { unitOf } from './cast'
import { Dice } from './dice'
import { assignTeam, evaluationActs } from './evaluate'
import { fillPrerequisites } from './prerequisites'
import { tidyShelf } from './shelf'
import type { Story } from './stories'
import { loginOf, type Filling, type World } from './world'

export interface Closing {
  readonly assessment: AssessmentContext
  readonly from: Date
  readonly until: Date
  /** The team of the TPI that scores what is handed in. */
  readonly team: string
}

/** Everything after the answers: prerequisites, the shelf, the head's word, handing in, and being scored again. */
export function finish(world: World, story: Story, closing: Closing): Act[] {
  if (story.answered === 0) return []
  const { assessment } = closing
  const parts = [...lookup(assessment.instrument).parts.keys()]
  const attested = story.ending === 'filling' ? (story.attested ?? []) : parts
  const acts = [
    () => fillPrerequisites(world, story, assessment),
    () => tidyShelf(world, story, assessment),
    ...attested.map(part => () => attest(world, story, assessment, part)),
    ...(story.sentBack ? [() => sendBack(world, story, assessment)] : []),
    ...(isHandedIn(story)
      ? [() => submit(world, story, assessment), () => assignTeam(world, assessment, closing.team)]
      : []),
    ...evaluationActs(world, story, assessment),
  ]
  const { timeZone } = unitOf(story.unit)
  const times = workingTimes(
    acts.length,
    { from: closing.from, to: closing.until },
    timeZone,
    new Dice(story.unit, 'closing'),
  )
  return acts.map((does, place) => ({ at: times[place] ?? closing.until, does }))
}

/** A head who leads reads every part while it grows, not only before it is handed in. */
export function readEarly(
  world: World,
  story: Story,
  assessment: AssessmentContext,
  { from, to }: Filling['period'],
): Act[] {
  const parts = [...lookup(assessment.instrument).parts.keys()]
  const times = workingTimes(
    parts.length,
    { from: new Date((from.getTime() + to.getTime()) / 2), to },
    unitOf(story.unit).timeZone,
    new Dice(story.unit, 'reading'),
  )
  return parts.map((part, place) => ({
    at: times[place] ?? to,
    does: () => attest(world, story, assessment, part),
  }))
}

const isHandedIn = ({ ending }: Story): boolean => ending !== 'filling' && ending !== 'attested'

async function attest(
  world: World,
  { unit }: Story,
  assessment: AssessmentContext,
  part: string,
): Promise<void> {
  const { attestations } = world.services
  const head = await world.actor(loginOf(unit, 'head'))
  const stamp = (await attestations.stampsOf(assessment)).get(part) ?? ''
  await attestations.attest(head, assessment, part, stamp)
}

async function sendBack(
  world: World,
  { unit, sentBack }: Story,
  assessment: AssessmentContext,
): Promise<void> {
  if (!sentBack) return
  const head = await world.actor(loginOf(unit, 'head'))
  await world.services.attestations.sendBack(head, assessment, ...sentBack)
}

async function submit(world: World, { unit }: Story, { id }: AssessmentContext): Promise<void> {
  const { assessments, submissions } = world.services
  const head = await world.actor(loginOf(unit, 'head'))
  await submissions.submit(head, await assessments.visibleTo(systemActor('zi demo')).get(id))
}
