import { paths } from '../../src/paths'
import type { Person } from '../support/cast'
import type { House } from '../support/house'

/** The team that scores, and the centre that assigns. */
export interface Scorers {
  readonly team: string
  readonly admin: Person
  readonly member: Person
  readonly lead: Person
  readonly controller: Person
}

/** Two units that handed in are scored to the end: one waits for its recommendation, the other is final. */
export async function furnishResults(
  house: House,
  cycleId: string,
  scorers: Scorers,
  [waiting, final]: readonly [string, string],
) {
  for (const assessment of [waiting, final]) await score(house, cycleId, scorers, assessment)
  const { results, assessments } = house.services
  const dalnis = await actorOf(house, scorers.controller)
  const seen = () => assessments.visibleTo(dalnis, 'evaluate').get(final)
  const grounds = 'Sebagian besar pertanyaan belum dijawab.'
  await results.recommend(dalnis, await seen(), { recommendation: 'pembinaan', grounds, base: 0 })
  const code = await results.finalise(dalnis, await seen())
  return {
    dalnis: [paths.result(waiting), paths.minutes(waiting)],
    lead: [paths.result(final), paths.minutes(final), paths.evaluationReport(final)],
    nobody: [paths.verification(), `${paths.verification()}?kode=${code}`],
  }
}

const actorOf = async (house: House, { id }: Person) =>
  (await house.services.accounts.actorOf(id, { startedAt: house.now.toISOString() }, 'tests'))!

async function score(house: House, cycleId: string, scorers: Scorers, assessment: string): Promise<void> {
  const { teams, cycles, assessments, evaluations, judgements } = house.services
  const centre = await actorOf(house, scorers.admin)
  const to = { teamId: scorers.team, userId: scorers.member.id, reason: '' }
  await teams.assign(centre, await cycles.get(cycleId), assessment, to)
  for (const who of ['member', 'lead', 'controller'] as const) {
    const actor = await actorOf(house, scorers[who])
    const seen = () => assessments.visibleTo(actor, 'evaluate').get(assessment)
    await evaluations.begin(actor, await seen())
    if (who === 'member') {
      const code = 'A.I.1.i.a'
      await judgements.say(actor, await seen(), code, {
        field: 'value',
        value: { option: 'Tidak' },
        base: 0,
      })
      await judgements.say(actor, await seen(), code, { field: 'note', note: 'SK belum ada.', base: 0 })
    }
    await judgements.agreeWithRest(actor, await seen())
    await evaluations.handIn(actor, await seen())
  }
}
