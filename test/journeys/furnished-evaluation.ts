import { paths } from '../../src/paths'
import { addPerson, addSatker, type Person, type Unit } from '../support/cast'
import type { House } from '../support/house'
import type { Scorers } from './furnished-result'

const LOWERED = 'A.I.1.i.a'
const ASKED = 'A.I.1.i.b'
const COUNTED = 'A.II.1.i.b'

/** A team with every seat and a phrase; its member scored a unit that handed in, and the ketua has begun. */
export async function furnishEvaluation(
  house: House,
  ministry: Unit,
  admin: Person,
  cycleId: string,
  assessmentId: string,
): Promise<{
  readonly scorers: Scorers
  readonly pages: readonly string[]
  readonly centre: readonly string[]
}> {
  const { teams, cycles, accounts, assessments, evaluations, judgements, phrases } = house.services
  const inspectorate = await addSatker(house, 'Inspektorat Jenderal', ministry, { code: 'ITJEN' })
  const people = {
    member: await addPerson(house, 'Nirmala Sekarwangi', 'evaluator', inspectorate),
    lead: await addPerson(house, 'Bramantyo Wicaksana', 'evaluator', inspectorate),
    controller: await addPerson(house, 'Retno Palupi', 'evaluator', inspectorate),
  }
  const actorOf = async ({ id }: Person) =>
    (await accounts.actorOf(id, { startedAt: house.now.toISOString() }, 'tests'))!
  const centre = await actorOf(admin)
  const cycle = await cycles.get(cycleId)
  const team = await teams.create(centre, cycle, 'Tim Tirta Raya')
  for (const seat of ['member', 'lead', 'controller'] as const)
    await teams.seat(centre, cycle, team, people[seat].id, seat)
  await teams.assign(centre, cycle, assessmentId, { teamId: team, userId: people.member.id, reason: '' })
  const member = await actorOf(people.member)
  const seen = (actor = member) => assessments.visibleTo(actor, 'evaluate').get(assessmentId)
  const say = async (code: string, saying: object) =>
    judgements.say(member, await seen(), code, saying as never)
  await evaluations.begin(member, await seen())
  await say(LOWERED, { field: 'value', value: { option: 'Tidak' }, base: 0 })
  await say(LOWERED, { field: 'note', note: 'SK tim belum ditandatangani.', base: 0 })
  await say(ASKED, { field: 'decision', decision: 'minta bukti', base: 0 })
  await say(ASKED, { field: 'note', note: 'Lampirkan kertas kerja pemilihan anggota.', base: 0 })
  await judgements.agreeWithRest(member, await seen())
  await evaluations.handIn(member, await seen())
  const lead = await actorOf(people.lead)
  await evaluations.begin(lead, await seen(lead))
  await phrases.add(member, team, 'SK belum ditandatangani pejabat yang berwenang.')
  return {
    scorers: { team, admin, ...people },
    pages: [
      paths.evaluationQueue(),
      paths.evaluation(assessmentId),
      paths.evaluationReturn(assessmentId),
      paths.comparison(assessmentId),
      ...[LOWERED, ASKED, COUNTED].map(code => paths.evaluationQuestion(assessmentId, code)),
    ],
    centre: [paths.teams(cycleId), paths.evaluatorAssignments(cycleId)],
  }
}
