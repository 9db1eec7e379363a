import { cpSync } from 'node:fs'
import { hashPassword } from '../../src/accounts/password'
import { Membership } from '../../src/accounts/membership.entity'
import { User } from '../../src/accounts/user.entity'
import { systemActor, type Actor } from '../../src/access/actor'
import type { Role } from '../../src/access/roles'
import { Assessment } from '../../src/assessments/assessment.entity'
import { Cycle } from '../../src/cycles/cycle.entity'
import { newId } from '../../src/db/ids'
import { lookup } from '../../src/engine/instrument/lookup'
import { Satker } from '../../src/satker/satker.entity'
import type { Services } from '../../src/services'
import { Worksheet } from '../../src/worksheets/worksheet.entity'
import { fill, PASSWORD, satker, servicesIn, type BenchWorld } from './world'

/** A unit under evaluation and the member whose turn it is. */
export interface InspectedUnit {
  readonly assessmentId: string
  readonly login: string
}

export interface InspectedWorld extends BenchWorld {
  readonly units: readonly InspectedUnit[]
  /** Through two rounds with every seat: seven columns. */
  readonly finished: InspectedUnit
}

const BENCH = systemActor('bench')
const YEAR = new Date().getFullYear()
const CREATED = `${YEAR}-01-02T01:00:00.000Z`
/** Questions that the member of the finished unit lowers, and sends back. */
const LOWERED = 12

/** A copy of the world in which so many units are scored by a member each, and one is scored to the end. */
export async function inspectedWorld(
  world: BenchWorld,
  count: number,
  dataDir: string,
): Promise<InspectedWorld> {
  cpSync(world.dataDir, dataDir, { recursive: true })
  const services = await servicesIn(dataDir)
  const house = new Inspectorate(services, await hashPassword(PASSWORD))
  const { cycleId } = await services.assessments.visibleTo(BENCH).get(world.assessmentId)
  const units: InspectedUnit[] = []
  const team = await house.team(cycleId, 'Tim Ukur')
  for (let place = 1; place <= count; place++) {
    const assessmentId = await house.handedInUnit(`Kantor Ukur ${place}`, cycleId)
    const member = await house.member(team, `anggota${place}`)
    await house.assign(team, assessmentId, member)
    await house.begin(member, assessmentId)
    units.push({ assessmentId, login: loginOf(`anggota${place}`) })
  }
  const finished = await house.finishedUnit(cycleId)
  await services.database.close()
  return { ...world, dataDir, units, finished }
}

const loginOf = (name: string) => `${name}@ukur.example`

interface Team {
  readonly id: string
  readonly cycleId: string
  readonly lead: string
  readonly controller: string
}

class Inspectorate {
  private readonly inspectorate = satker('Inspektorat Jenderal', 'ministry')
  private readonly kanwil = satker('Kantor Wilayah Ukur', 'kanwil')
  private isFounded = false

  constructor(
    private readonly services: Services,
    private readonly passwordHash: string,
  ) {}

  async team(cycleId: string, name: string): Promise<Team> {
    const { teams, cycles } = this.services
    const cycle = await cycles.get(cycleId)
    const id = await teams.create(BENCH, cycle, name)
    const lead = await this.person(`ketua.${id}`, 'evaluator')
    const controller = await this.person(`dalnis.${id}`, 'evaluator')
    await teams.seat(BENCH, cycle, id, lead, 'lead')
    await teams.seat(BENCH, cycle, id, controller, 'controller')
    return { id, cycleId, lead, controller }
  }

  async member(team: Team, name: string): Promise<string> {
    const { teams, cycles } = this.services
    const userId = await this.person(name, 'evaluator')
    await teams.seat(BENCH, await cycles.get(team.cycleId), team.id, userId, 'member')
    return userId
  }

  async assign(team: Team, assessmentId: string, userId: string): Promise<void> {
    const { teams, cycles } = this.services
    const to = { teamId: team.id, userId, reason: '' }
    await teams.assign(BENCH, await cycles.get(team.cycleId), assessmentId, to)
  }

  /** A satker with a filled worksheet that is handed in. */
  async handedInUnit(name: string, cycleId: string): Promise<string> {
    const { database } = this.services
    const unit = satker(name, 'satker', this.kanwil)
    const assessmentId = newId()
    await this.found()
    await database.inTransaction(async () => {
      await database.insert(Satker, [unit])
      await database.insert(Assessment, [
        {
          id: assessmentId,
          satkerId: unit.id,
          cycleId,
          targetPredicate: 'WBK',
          stage: 'draf',
          createdAt: CREATED,
        },
      ])
      await database.insert(Worksheet, [
        { id: newId(), assessmentId, seat: 'satker', round: 1, createdAt: CREATED },
      ])
    })
    const by = await this.person(`ketua.${unit.id}`, 'chair', unit.id)
    await fill(this.services, await this.seen(assessmentId), by)
    await this.handIn(assessmentId)
    return assessmentId
  }

  /** Two rounds with every seat, in a cycle of its own in which the kanwil scores first. */
  async finishedUnit(like: string): Promise<InspectedUnit> {
    const cycleId = await this.cycle(like)
    const team = await this.team(cycleId, 'Tim Banding')
    const member = await this.member(team, 'anggota.banding')
    const companion = await this.person('pendamping.banding', 'pendamping', this.kanwil.id)
    const assessmentId = await this.handedInUnit('Kantor Banding', cycleId)
    await this.assign(team, assessmentId, member)
    await this.score(companion, assessmentId, -4)
    await this.score(member, assessmentId, LOWERED)
    const { returns } = this.services
    const [question = ''] = (await this.choices(assessmentId)).map(one => one.code)
    const drafts = [{ question, note: 'Lampirkan SK bertanda tangan.' }]
    await returns.sendBack(await this.actor(team.lead), await this.seen(assessmentId), drafts)
    await this.handIn(assessmentId)
    await this.score(member, assessmentId, 0)
    await this.score(team.lead, assessmentId, 3)
    await this.score(team.controller, assessmentId, 2)
    return { assessmentId, login: loginOf('anggota.banding') }
  }

  async begin(userId: string, assessmentId: string): Promise<void> {
    await this.services.evaluations.begin(await this.actor(userId), await this.seen(assessmentId))
  }

  /** Lowers the first so many questions (below zero: the last), agrees with the rest and hands in. */
  private async score(userId: string, assessmentId: string, lowered: number): Promise<void> {
    const { evaluations, judgements } = this.services
    const actor = await this.actor(userId)
    await this.begin(userId, assessmentId)
    const choices = await this.choices(assessmentId)
    const chosen = lowered < 0 ? choices.slice(lowered) : choices.slice(0, lowered)
    for (const { code, option } of chosen) {
      const evaluation = await evaluations.of(await this.seen(assessmentId))
      const { contents } = await evaluations.sheet(evaluation, evaluation.open!)
      const answer = contents.answers.get(code)
      await judgements.say(actor, await this.seen(assessmentId), code, {
        field: 'value',
        value: { option },
        base: answer?.valueVersion ?? 0,
      })
      await judgements.say(actor, await this.seen(assessmentId), code, {
        field: 'note',
        note: `Notula dan daftar hadir tidak bertanggal sama; ${code} belum terbukti.`,
        base: answer?.noteVersion ?? 0,
      })
    }
    await judgements.agreeWithRest(actor, await this.seen(assessmentId))
    await evaluations.handIn(actor, await this.seen(assessmentId))
  }

  /** Questions answered by choosing, each with an option that is not the one that stands. */
  private async choices(assessmentId: string) {
    const evaluation = await this.services.evaluations.of(await this.seen(assessmentId))
    const newest = evaluation.open ?? evaluation.sheets.at(-1)!
    const { contents } = await this.services.evaluations.sheet(evaluation, newest)
    return [...lookup(evaluation.assessment.instrument).questions.values()].flatMap(({ question }) => {
      if (question.kind !== 'choice') return []
      const standing = contents.answers.get(question.code)?.option
      const option = question.options.findLast(one => one.key !== standing)?.key
      return option ? [{ code: question.code, option }] : []
    })
  }

  private async handIn(assessmentId: string): Promise<void> {
    const { database, frozenWorksheets, assessments } = this.services
    await database.inTransaction(async () => {
      const assessment = await this.seen(assessmentId)
      const submitted = { by: { id: '', name: 'Hendra Wiguna' }, at: CREATED, acting: false }
      await frozenWorksheets.freeze(assessment, { submitted, fromStage: assessment.stage, attestations: [] })
      await assessments.change(assessmentId, { stage: 'diajukan' })
    })
  }

  private async cycle(like: string): Promise<string> {
    const { database, cycles } = this.services
    const id = newId()
    const { instrumentId } = await cycles.get(like)
    await database.inTransaction(() =>
      database.insert(Cycle, [
        {
          id,
          year: YEAR + 1,
          title: `Siklus ${YEAR + 1}`,
          instrumentId,
          settings: { sendBacks: 1, preAssessment: true },
          createdAt: CREATED,
        },
      ]),
    )
    return id
  }

  private async found(): Promise<void> {
    if (this.isFounded) return
    this.isFounded = true
    const { database } = this.services
    await database.inTransaction(() => database.insert(Satker, [this.inspectorate, this.kanwil]))
  }

  private async person(name: string, role: Role, at = this.inspectorate.id): Promise<string> {
    const { database } = this.services
    await this.found()
    const id = newId()
    await database.inTransaction(async () => {
      await database.insert(User, [
        {
          id,
          name,
          email: loginOf(name),
          passwordHash: this.passwordHash,
          mustChangePassword: false,
          sessionsValidFrom: CREATED,
          createdAt: CREATED,
        },
      ])
      await database.insert(Membership, [
        {
          id: newId(),
          userId: id,
          satkerId: at,
          role: role,
          acting: false,
          validFrom: `${YEAR}-01-01`,
          createdAt: CREATED,
        },
      ])
    })
    return id
  }

  private seen(assessmentId: string) {
    return this.services.assessments.visibleTo(BENCH).get(assessmentId)
  }

  private async actor(userId: string): Promise<Actor> {
    const actor = await this.services.accounts.actorOf(
      userId,
      { startedAt: new Date().toISOString() },
      'bench',
    )
    if (!actor) throw new Error('Nobody acts.')
    return actor
  }
}
