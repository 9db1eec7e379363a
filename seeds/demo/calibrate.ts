import { systemActor } from '../../src/access/actor'
import { compare } from '../../src/engine/exact'
import { lookup } from '../../src/engine/instrument/lookup'
import type { HandedInColumn } from '../../src/evaluation/handed-in-columns'
import { Dice } from './dice'
import { nextLower } from './evaluate'
import type { World } from './world'

const SECOND = 'tpi.petik@zi.example'
const SEEN = [
  'Notula ada, tindak lanjutnya tidak.',
  'Yang dilampirkan baru rencana.',
  'Dokumen tidak menyebut pelaksanaannya.',
] as const
/** Questions that the second scorer doubts and the team did not. */
const OWN_DOUBTS = 5

/** Draws a sample of a cycle, of so many of a hundred units. */
export async function drawSample(world: World, cycleId: string, amount: number): Promise<void> {
  const { samples, cycles } = world.services
  const centre = await world.actor('pusat@zi.example')
  await samples.draw(centre, await cycles.get(cycleId), { kind: 'percent', amount })
}

/** The second scorer goes through every unit that waits, sees most of what the team saw, and doubts some of its own. */
export async function scoreSample(world: World): Promise<void> {
  const { database, samples, secondScoring, secondJudgements } = world.services
  const scorer = await world.actor(SECOND)
  for (const { id, satkerName } of await samples.ofScorer(scorer)) {
    const dice = new Dice(satkerName, 'calibration')
    const seen = () => secondScoring.load(scorer, id)
    await database.inTransaction(async () => {
      await secondScoring.begin(scorer, await seen())
      for (const { code, option } of await doubted(world, id, dice)) {
        const value = { field: 'value', value: { option }, base: 0 } as const
        await secondJudgements.say(scorer, await seen(), code, value)
        const note = { field: 'note', note: dice.pick(SEEN), base: 0 } as const
        await secondJudgements.say(scorer, await seen(), code, note)
      }
      await secondJudgements.agreeWithRest(scorer, await seen())
      await secondScoring.handIn(scorer, await seen())
    })
  }
}

/** Ends the newest sample of a cycle. */
export async function closeSample(world: World, cycleId: string): Promise<void> {
  const { samples } = world.services
  const [newest] = await samples.ofCycle(cycleId)
  await samples.close(await world.actor('pusat@zi.example'), cycleId, newest?.id ?? '')
}

/** What the second scorer lowers, each by a step from what the satker answered. */
async function doubted(world: World, assessmentId: string, dice: Dice) {
  const { assessments, evaluations, handedInColumns } = world.services
  const assessment = await assessments.visibleTo(systemActor('zi demo')).get(assessmentId)
  const { sheets } = await evaluations.of(assessment)
  const first = ['satker', 'member'].map(seat => sheets.find(sheet => sheet.seat === seat)?.id ?? '')
  const columns = await handedInColumns.of(first)
  const [satker, member] = first.map(id => columns.get(id))
  if (!satker || !member) throw new Error(`Nobody scored ${assessment.satkerName}.`)
  const able = [...lookup(assessment.instrument).questions.values()].flatMap(({ question }) => {
    const option = nextLower(question, satker.questions.get(question.code)?.option ?? null)
    return option === null ? [] : [{ code: question.code, option }]
  })
  const shared = able.filter(({ code }) => isLower(member, satker, code) && dice.chance(65))
  const others = able.filter(({ code }) => !isLower(member, satker, code))
  const own = Array.from({ length: OWN_DOUBTS }, () => dice.pick(others))
  return [...new Map([...shared, ...own].map(one => [one.code, one])).values()]
}

const isLower = (one: HandedInColumn, other: HandedInColumn, code: string): boolean =>
  compare(one.questions.get(code)!.value, other.questions.get(code)!.value) < 0
