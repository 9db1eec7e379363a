import type { Actor } from '../access/actor'
import type { AuditService } from '../audit/audit.service'
import { civilDate, instant, type Clock } from '../clock'
import type { CycleFacts } from '../cycles/cycle-facts'
import type { Database } from '../db/database'
import { newId } from '../db/ids'
import type { Announcements, Assigned } from '../messages/announcements.service'
import { Closed, Invalid, NotFound } from '../refusals'
import { Assigning } from './assigning'
import { spread } from './spread'
import type { TeamSeatKind } from './team.entity'
import { TeamsRepository, type AssignableFilter, type SeatRow, type TeamRow } from './teams.repository'

export interface TeamFacts extends TeamRow {
  readonly seats: readonly SeatRow[]
}

/** The member who scores from now on; `reason`: why it is taken from somebody else, where it is. */
export interface Receiver {
  readonly teamId: string
  readonly userId: string
  readonly reason: string
}

export interface BarredUnit {
  readonly unit: string
  /** Whose role there bars the team from it. */
  readonly person: string
}

export interface AssignOutcome {
  readonly given: number
  readonly barred: readonly BarredUnit[]
}

export interface SpreadOutcome {
  readonly given: number
  /** Units that no member may score, by name. */
  readonly left: readonly string[]
}

/** Where the programme's centre is; the dates of teams are the ministry's. */
const CENTRE_ZONE = 'Asia/Jakarta'
const ALONE: readonly TeamSeatKind[] = ['lead', 'controller']
/** Assessments that are spread in one go. */
const MOST_SPREAD = 5_000

/** Teams of the TPI in a cycle, and which assessments they score. */
export class TeamsService {
  private readonly rows: TeamsRepository
  private readonly assigning: Assigning

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly announcements: Announcements,
    private readonly clock: Clock,
  ) {
    this.rows = new TeamsRepository(database)
    this.assigning = new Assigning(this.rows, audit, clock)
  }

  /** Two statements. */
  async ofCycle(cycleId: string): Promise<TeamFacts[]> {
    const [teams, seats] = await Promise.all([this.rows.teams(cycleId), this.rows.seats(cycleId)])
    return teams.map(team => ({
      ...team,
      units: Number(team.units),
      seats: seats
        .filter(seat => seat.teamId === team.id)
        .map(seat => ({ ...seat, units: Number(seat.units) })),
    }))
  }

  async get(cycleId: string, teamId: string): Promise<TeamFacts> {
    const team = (await this.ofCycle(cycleId)).find(one => one.id === teamId)
    if (!team) throw new NotFound('Tim')
    return team
  }

  /** Everybody who may sit in a team today. */
  evaluators() {
    return this.rows.evaluators(civilDate(this.clock(), CENTRE_ZONE))
  }

  /** One page of a cycle's assessments with who scores them. Two statements. */
  assignable(
    actor: Actor,
    cycleId: string,
    filter: AssignableFilter,
    page: { readonly limit: number; readonly offset: number },
  ) {
    return this.rows.assignable(actor, cycleId, filter, page)
  }

  /** The regional offices that a cycle's assessments lie below. */
  kanwil(cycleId: string) {
    return this.rows.kanwil(cycleId)
  }

  /** Tells who of some people has or had a role at the unit of an assessment of the cycle, or below it. */
  interests(cycle: CycleFacts, userIds: readonly string[]) {
    return this.assigning.interestsOf(cycle, userIds)
  }

  async create(actor: Actor, cycle: CycleFacts, name: string): Promise<string> {
    const id = newId()
    await this.database.inTransaction(async () => {
      await this.rows.insertTeam({ id, cycleId: cycle.id, name, createdAt: instant(this.clock) })
      if ((await this.rows.teamNamed(cycle.id, name))?.id !== id)
        throw refused('name', 'Nama tim ini sudah ada di siklus ini. Pilih nama lain.')
      await this.record(actor, 'add-team', id, { name })
    })
    return id
  }

  /** Puts an evaluator on a seat; a team has one ketua and one dalnis, and a person one seat in it. */
  async seat(
    actor: Actor,
    cycle: CycleFacts,
    teamId: string,
    userId: string,
    seat: TeamSeatKind,
  ): Promise<void> {
    await this.database.inTransaction(async () => {
      await this.rows.holdCycle(cycle.id)
      const team = await this.get(cycle.id, teamId)
      const person = (await this.evaluators()).find(one => one.id === userId)
      if (!person) throw refused('user', 'Pilih seorang evaluator yang masih berperan.')
      if (team.seats.some(one => one.userId === userId))
        throw refused(
          'user',
          `${person.name} sudah ada di tim ini. Keluarkan dahulu untuk mengganti kedudukannya.`,
        )
      if (ALONE.includes(seat) && team.seats.some(one => one.seat === seat))
        throw refused('seat', 'Kedudukan ini sudah terisi. Keluarkan dahulu orangnya.')
      if (ALONE.includes(seat)) await this.refuseInterested(cycle, teamId, person)
      const id = newId()
      await this.rows.insertSeat({ id, teamId, userId, seat, createdAt: instant(this.clock), endedAt: null })
      await this.record(actor, 'seat-evaluator', teamId, { person: person.name, seat })
    })
  }

  /** A ketua or dalnis decides on everything that the team scores already. */
  private async refuseInterested(
    cycle: CycleFacts,
    teamId: string,
    person: { readonly id: string; readonly name: string },
  ): Promise<void> {
    const [units, interested] = await Promise.all([
      this.rows.unitsOf(teamId),
      this.assigning.interestsOf(cycle, [person.id]),
    ])
    const unit = units.find(one => interested(person.id, one.id))
    if (unit) throw refused('user', interestWords(person.name, `${unit.satkerName}, yang dinilai tim ini,`))
  }

  /** Takes somebody out of a team; a member who still scores something hands it on first. */
  async unseat(actor: Actor, cycle: CycleFacts, teamId: string, seatId: string): Promise<void> {
    await this.database.inTransaction(async () => {
      await this.rows.holdCycle(cycle.id)
      const seat = (await this.get(cycle.id, teamId)).seats.find(one => one.id === seatId)
      if (!seat) throw new NotFound('Anggota tim ini')
      if (seat.units > 0)
        throw new Closed(
          `${seat.name} masih menilai ${seat.units} satker. Alihkan dahulu penugasannya kepada anggota lain.`,
        )
      await this.rows.endSeat(seatId, instant(this.clock))
      await this.record(actor, 'unseat-evaluator', teamId, { person: seat.name, seat: seat.seat })
    })
  }

  /**
   * Gives an assessment to a member of a team; what an earlier member has done stays and goes on. Invalid when the
   * member, or the ketua or dalnis of the team, has or had a role there. A reason is needed to take it from somebody.
   */
  async assign(actor: Actor, cycle: CycleFacts, assessmentId: string, to: Receiver): Promise<void> {
    const { barred } = await this.assignMany(actor, cycle, [assessmentId], to)
    const [first] = barred
    if (first) throw refused('member', interestWords(first.person, 'satker ini'))
  }

  /**
   * Gives assessments to one member as one act, all but those that the member, or the ketua or dalnis of the team, may
   * not score. Invalid without a reason where one is taken from somebody; Closed when one is final.
   */
  async assignMany(
    actor: Actor,
    cycle: CycleFacts,
    assessmentIds: readonly string[],
    to: Receiver,
  ): Promise<AssignOutcome> {
    return this.database.inTransaction(async () => {
      await this.rows.holdCycle(cycle.id)
      const team = await this.get(cycle.id, to.teamId)
      const member = team.seats.find(seat => seat.userId === to.userId && seat.seat === 'member')
      if (!member) throw refused('member', 'Pilih seorang anggota dari tim ini.')
      const deciding = team.seats.filter(seat => seat.seat !== 'member' || seat === member)
      const interested = await this.assigning.interestsOf(
        cycle,
        deciding.map(seat => seat.userId),
      )
      const barred: BarredUnit[] = []
      const given: Assigned[] = []
      for (const id of assessmentIds) {
        const row = await this.assigning.held(actor, cycle, id)
        const person = deciding.find(seat => interested(seat.userId, id))
        if (person) barred.push({ unit: row.satkerName, person: person.name })
        else if (await this.assigning.move(actor, row, team, to)) given.push({ ...row, userId: to.userId })
      }
      await this.announcements.assigned(actor, cycle.year, given)
      return { given: given.length, barred }
    })
  }

  /**
   * Spreads the assessments of a filter that nobody scores yet over the members of some teams, evenly by number. Those
   * that no member may score are named.
   */
  async spread(
    actor: Actor,
    cycle: CycleFacts,
    filter: AssignableFilter,
    teamIds: readonly string[],
  ): Promise<SpreadOutcome> {
    return this.database.inTransaction(async () => {
      await this.rows.holdCycle(cycle.id)
      const teams = (await this.ofCycle(cycle.id)).filter(team => teamIds.includes(team.id))
      const members = teams.flatMap(team =>
        team.seats
          .filter(seat => seat.seat === 'member')
          .map(({ userId, units }) => ({ teamId: team.id, userId, units, sharers: sharersOf(team, userId) })),
      )
      if (members.length === 0) throw refused('teams', 'Pilih tim yang sudah beranggota.')
      const { rows } = await this.rows.assignable(
        actor,
        cycle.id,
        { ...filter, unassignedOnly: true },
        { limit: MOST_SPREAD, offset: 0 },
      )
      const open = new Map(rows.filter(row => row.stage !== 'final').map(row => [row.id, row]))
      const interested = await this.assigning.interestsOf(
        cycle,
        members.flatMap(member => member.sharers),
      )
      const outcome = spread([...open.keys()], members, interested)
      await this.assigning.give(
        actor,
        outcome.given.map(({ assessment, teamId, userId }) => ({
          row: open.get(assessment)!,
          team: teams.find(team => team.id === teamId)!,
          userId,
          reason: '',
        })),
      )
      await this.announcements.assigned(
        actor,
        cycle.year,
        outcome.given.map(({ assessment, userId }) => ({ ...open.get(assessment)!, userId })),
      )
      return {
        given: outcome.given.length,
        left: outcome.left.map(id => open.get(id)?.satkerName ?? ''),
      }
    })
  }

  private record(actor: Actor, action: string, teamId: string, after: object): Promise<void> {
    return this.audit.record(actor, { action, subjectType: 'team', subjectId: teamId, after })
  }
}

/** Everybody who sees and decides what one member of a team scores. */
const sharersOf = (team: TeamFacts, userId: string): string[] => [
  userId,
  ...team.seats.filter(seat => seat.seat !== 'member').map(seat => seat.userId),
]

const interestWords = (person: string, where: string): string =>
  `${person} berperan di ${where} atau satker di bawahnya pada siklus ini atau siklus lalu, atau menilainya dalam uji petik, sehingga tidak boleh menilainya.`

const refused = (field: string, message: string) => new Invalid(message, { [field]: message })
