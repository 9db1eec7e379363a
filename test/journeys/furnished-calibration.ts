import { paths } from '../../src/paths'
import { addPerson, type Person, type Unit } from '../support/cast'
import type { House } from '../support/house'

/** A sample that an evaluator outside the team scores: one unit handed in, one begun, one not. */
export async function furnishCalibration(
  house: House,
  cycleId: string,
  admin: Person,
): Promise<{
  readonly second: Person
  readonly pages: readonly string[]
  readonly centre: readonly string[]
}> {
  const { accounts, cycles, samples, secondScoring, secondJudgements } = house.services
  const actorOf = async ({ id }: Person) =>
    (await accounts.actorOf(id, { startedAt: house.now.toISOString() }, 'tests'))!
  const centre = await actorOf(admin)
  const inspectorate = await house.database.one<Unit>(
    `SELECT id, path, name FROM satker WHERE code = 'ITJEN'`,
  )
  const second = await addPerson(house, 'Yoga Pranata', 'evaluator', inspectorate!)
  await samples.draw(centre, await cycles.get(cycleId), { kind: 'percent', amount: 100 })
  const scorer = await actorOf(second)
  const units = await samples.ofScorer(scorer)
  const [first, next] = [units[0]!.id, units[1]!.id]
  const seen = (assessment: string) => secondScoring.load(scorer, assessment)
  for (const assessment of [first, next]) await secondScoring.begin(scorer, await seen(assessment))
  await secondJudgements.agreeWithRest(scorer, await seen(first))
  await secondScoring.handIn(scorer, await seen(first))
  return {
    second,
    pages: [
      paths.evaluationQueue(),
      ...units.map(unit => paths.secondScoring(unit.id)),
      paths.secondQuestion(first, 'A.I.1.i.a'),
      paths.secondQuestion(next, 'A.II.1.i.b'),
    ],
    centre: [paths.samples(cycleId), paths.agreement(cycleId)],
  }
}
