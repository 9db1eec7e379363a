import type { Actor } from '../access/actor'
import type { AuditService } from '../audit/audit.service'
import { civilDate, instant, type Clock } from '../clock'
import type { CycleFacts } from '../cycles/cycle-facts'
import type { Database } from '../db/database'
import { newId } from '../db/ids'
import { Closed, Invalid, NotFound } from '../refusals'
import { spread, type Spreadable } from './spread'
import type { TeamSeatKind } from './team.entity'
import {
  TeamsRepository,
  type AssignableFilter,
  type AssignableRow,
  type SeatRow,
  type TeamRow,
} from './teams.repository'

export interface TeamFacts extends TeamRow {
  readonly seats: readonly SeatRow[]
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

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {
    this.rows = new TeamsRepository(database)
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

  assignable(
    actor: Actor,
    cycleId: string,
    filter: AssignableFilter,
    page: { readonly limit: number; readonly offset: number },
  ) {
    return this.rows.assignable(actor, cycleId, filter, page)
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
      await this.rows.hold(teamId)
      const team = await this.get(cycle.id, teamId)
      const person = (await this.evaluators()).find(one => one.id === userId)
      if (!person) throw refused('user', 'Pilih seorang evaluator yang masih berperan.')
      if (team.seats.some(one => one.userId === userId))
        throw refused(
          'user',
          `${person.name} sudah ada di tim ini. Keluarkan dahulu untuk mengganti kursinya.`,
        )
      if (ALONE.includes(seat) && team.seats.some(one => one.seat === seat))
        throw refused('seat', 'Kursi ini sudah terisi. Keluarkan dahulu orangnya.')
      const id = newId()
      await this.rows.insertSeat({ id, teamId, userId, seat, createdAt: instant(this.clock), endedAt: null })
      await this.record(actor, 'seat-evaluator', teamId, { person: person.name, seat })
    })
  }

  /** Takes somebody out of a team; a member who still scores something hands it on first. */
  async unseat(actor: Actor, cycle: CycleFacts, teamId: string, seatId: string): Promise<void> {
    await this.database.inTransaction(async () => {
      await this.rows.hold(teamId)
      const seat = (await this.get(cycle.id, teamId)).seats.find(one => one.id === seatId)
      if (!seat) throw new NotFound('Kursi ini')
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
  async assign(
    actor: Actor,
    cycle: CycleFacts,
    assessmentId: string,
    to: { readonly teamId: string; readonly userId: string; readonly reason: string },
  ): Promise<void> {
    const team = await this.get(cycle.id, to.teamId)
    const member = team.seats.find(seat => seat.userId === to.userId && seat.seat === 'member')
    if (!member) throw refused('member', 'Pilih seorang anggota dari tim ini.')
    const interested = await this.interestsOf(cycle, sharersOf(team, to.userId))
    const barred = team.seats.find(
      seat => (seat.seat !== 'member' || seat === member) && interested(seat.userId, assessmentId),
    )
    if (barred)
      throw refused(
        'member',
        `${barred.name} berperan di satker ini atau satker di bawahnya pada siklus ini atau siklus lalu, sehingga tidak boleh menilainya.`,
      )
    await this.database.inTransaction(async () => {
      const row = await this.rows.held(assessmentId)
      if (!row) throw new NotFound('Penilaian')
      if (row.stage === 'final') throw new Closed('Penilaian ini sudah final.')
      if (row.teamId === to.teamId && row.userId === to.userId) return
      if (row.assignmentId && to.reason === '') throw refused('reason', 'Tulis alasan pengalihan.')
      await this.give(actor, row, team, to)
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
    const teams = (await this.ofCycle(cycle.id)).filter(team => teamIds.includes(team.id))
    const members: Spreadable[] = teams.flatMap(team =>
      team.seats
        .filter(seat => seat.seat === 'member')
        .map(seat => ({
          teamId: team.id,
          userId: seat.userId,
          units: seat.units,
          sharers: sharersOf(team, seat.userId),
        })),
    )
    if (members.length === 0) throw refused('teams', 'Pilih tim yang sudah beranggota.')
    return this.database.inTransaction(async () => {
      const { rows } = await this.rows.assignable(
        actor,
        cycle.id,
        { ...filter, unassignedOnly: true },
        { limit: MOST_SPREAD, offset: 0 },
      )
      const interested = await this.interestsOf(cycle, [
        ...new Set(members.flatMap(member => member.sharers)),
      ])
      const open = rows.filter(row => row.stage !== 'final')
      const outcome = spread(
        open.map(row => row.id),
        members,
        interested,
      )
      const byId = new Map(open.map(row => [row.id, row]))
      for (const { assessment, teamId, userId } of outcome.given) {
        const team = teams.find(one => one.id === teamId)!
        const row = await this.rows.held(assessment)
        if (row && row.assignmentId === null)
          await this.give(actor, row, team, { teamId, userId, reason: '' })
      }
      return {
        given: outcome.given.length,
        left: outcome.left.map(id => byId.get(id)?.satkerName ?? ''),
      }
    })
  }

  private async give(
    actor: Actor,
    row: AssignableRow,
    team: TeamFacts,
    { userId, reason }: { readonly teamId: string; readonly userId: string; readonly reason: string },
  ): Promise<void> {
    const at = instant(this.clock)
    if (row.assignmentId) {
      await this.rows.endAssignment(row.assignmentId, at, reason)
      if (row.userId) await this.rows.passOn(row.id, row.userId, userId)
    }
    await this.rows.insertAssignment({
      id: newId(),
      assessmentId: row.id,
      teamId: team.id,
      userId,
      createdBy: actor.userId ?? '',
      createdAt: at,
      endedAt: null,
      endedBecause: '',
    })
    const name = team.seats.find(seat => seat.userId === userId)?.name ?? ''
    await this.audit.record(actor, {
      action: row.assignmentId ? 'reassign-evaluator' : 'assign-evaluator',
      subjectType: 'assessment',
      subjectId: row.id,
      satkerId: row.satkerId,
      assessmentId: row.id,
      before: row.assignmentId ? { team: row.teamName, member: row.memberName } : undefined,
      after: { team: team.name, member: name, ...(reason ? { reason } : {}) },
    })
  }

  private async interestsOf(cycle: CycleFacts, users: readonly string[]) {
    const rows = await this.rows.interests(cycle.id, users, cycle.year)
    const known = new Set(rows.map(row => `${row.userId} ${row.assessmentId}`))
    return (userId: string, assessmentId: string) => known.has(`${userId} ${assessmentId}`)
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

const refused = (field: string, message: string) => new Invalid(message, { [field]: message })
