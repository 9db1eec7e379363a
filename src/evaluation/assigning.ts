import type { Actor } from '../access/actor'
import type { AuditService } from '../audit/audit.service'
import { instant, type Clock } from '../clock'
import type { CycleFacts } from '../cycles/cycle-facts'
import { newId } from '../db/ids'
import { Closed, Invalid, NotFound } from '../refusals'
import type { AssignableRow, TeamsRepository } from './teams.repository'
import type { Receiver, TeamFacts } from './teams.service'

/** An assessment on its way to a member. */
export interface Gift {
  readonly row: AssignableRow
  readonly team: TeamFacts
  readonly userId: string
  readonly reason: string
}

/** Moves assessments to members of a team; every act stands inside the transaction of its use case. */
export class Assigning {
  constructor(
    private readonly rows: TeamsRepository,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async held(actor: Actor, cycle: CycleFacts, assessmentId: string): Promise<AssignableRow> {
    const row = await this.rows.held(actor, cycle.id, assessmentId)
    if (!row) throw new NotFound('Penilaian')
    if (row.stage === 'final') throw new Closed(`Penilaian ${row.satkerName} sudah final.`)
    return row
  }

  /** Whether a person has or had a role at the unit of an assessment or below it, in this cycle or the one before. */
  async interestsOf(cycle: CycleFacts, users: readonly string[]) {
    const rows = await this.rows.interests(cycle.id, [...new Set(users)], cycle.year)
    const known = new Set(rows.map(row => `${row.userId} ${row.assessmentId}`))
    return (userId: string, assessmentId: string) => known.has(`${userId} ${assessmentId}`)
  }

  /** False when the member has it already. What an earlier member began goes on with the new one. */
  async move(actor: Actor, row: AssignableRow, team: TeamFacts, to: Receiver): Promise<boolean> {
    if (row.teamId === team.id && row.userId === to.userId) return false
    if (row.assignmentId && to.reason === '')
      throw new Invalid('Tulis alasan pengalihan.', { reason: 'Tulis alasan pengalihan.' })
    if (row.assignmentId) {
      await this.rows.endAssignment(row.assignmentId, instant(this.clock), to.reason)
      if (row.userId) await this.rows.passOn(row.id, row.userId, to.userId)
    }
    await this.give(actor, [{ row, team, userId: to.userId, reason: to.reason }])
    return true
  }

  /** Begins assignments with their events, in two statements however many. */
  async give(actor: Actor, gifts: readonly Gift[]): Promise<void> {
    const createdAt = instant(this.clock)
    await this.rows.insertAssignments(
      gifts.map(({ row, team, userId }) => ({
        id: newId(),
        assessmentId: row.id,
        teamId: team.id,
        userId,
        createdBy: actor.userId ?? '',
        createdAt,
        endedAt: null,
        endedBecause: '',
      })),
    )
    await this.audit.recordAll(
      actor,
      gifts.map(({ row, team, userId, reason }) => ({
        action: row.assignmentId ? 'reassign-evaluator' : 'assign-evaluator',
        subjectType: 'assessment',
        subjectId: row.id,
        satkerId: row.satkerId,
        assessmentId: row.id,
        before: row.assignmentId ? { team: row.teamName, member: row.memberName } : undefined,
        after: {
          team: team.name,
          member: team.seats.find(seat => seat.userId === userId)?.name ?? '',
          ...(row.assignmentId ? { reason } : {}),
        },
      })),
    )
  }
}
