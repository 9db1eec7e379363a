import type { Actor } from '../access/actor'
import type { AuditService } from '../audit/audit.service'
import { instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import { newId } from '../db/ids'
import { yearsAfter } from '../engine/civil-days'
import { Invalid } from '../refusals'
import type { EntriesService } from '../registers/entries.service'
import { registerRole, requireKeeper, type RegisterUnit } from '../registers/register-unit'
import { goalAct } from './goal-acts'
import { goalEntry } from './goal-entry'
import { draftOf, goalKey, GOALS_MOST, TOO_MANY_GOALS, type GoalDraft, type SeenGoal } from './goal-facts'
import { GoalsRepository } from './goals.repository'
import type { PlanService } from './plan.service'

/** A goal of a plan, and whether the other plan has one of the same words. */
export interface CopyCandidate {
  readonly goal: SeenGoal
  readonly stands: boolean
}

export interface CopyYears {
  readonly from: number
  readonly to: number
}

const NOTHING_YET = { percent: 0, reportedOn: null, doneOn: null }

/** Takes goals of a plan over into that of another year. */
export class PlanCopyService {
  private readonly goals: GoalsRepository

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly plan: PlanService,
    private readonly entries: EntriesService,
    private readonly clock: Clock,
  ) {
    this.goals = new GoalsRepository(database)
  }

  /** What can be taken over. Four statements. */
  async candidates(unit: RegisterUnit, { from, to }: CopyYears): Promise<CopyCandidate[]> {
    const [goals, standing] = await Promise.all([
      this.plan.goalsOf(unit.satkerId, from),
      this.plan.goalsOf(unit.satkerId, to),
    ])
    const taken = new Set(standing.map(goal => goalKey(goal)))
    return goals.map(goal => ({ goal, stands: taken.has(goalKey({ year: to, title: goal.title })) }))
  }

  /**
   * Copies the chosen goals with their dates moved by whole years, without progress and activities; what the other plan
   * has already is left out. How many were copied. A constant number of statements.
   */
  async copy(actor: Actor, unit: RegisterUnit, years: CopyYears, ids: readonly string[]): Promise<number> {
    requireKeeper(actor, unit)
    if (years.from === years.to)
      throw new Invalid('Rencana belum disalin.', { to: 'Pilih tahun yang berbeda dari rencana asalnya.' })
    if (ids.length === 0)
      throw new Invalid('Rencana belum disalin.', { goal: 'Pilih paling sedikit satu sasaran.' })
    return this.database.inTransaction(async () => {
      await this.goals.hold(unit.satkerId)
      const wanted = new Set(ids)
      const candidates = await this.candidates(unit, years)
      const chosen = candidates.filter(({ goal, stands }) => wanted.has(goal.id) && !stands)
      const standing = await this.plan.goalsOf(unit.satkerId, years.to)
      if (standing.length + chosen.length > GOALS_MOST)
        throw new Invalid('Rencana belum disalin.', { to: TOO_MANY_GOALS })
      const copies = chosen.map(({ goal }) => ({ goal, id: newId(), draft: movedTo(goal, years) }))
      await this.goals.put(
        copies.map(({ goal, id, draft: { areas: _areas, ...facts } }) => ({
          ...facts,
          owner: goal.ownerId === null ? goal.owner : '',
          ownerId: standsOnRoster(goal) ? goal.ownerId : null,
          ...NOTHING_YET,
          id,
          satkerId: unit.satkerId,
          version: 1,
          createdAt: instant(this.clock),
        })),
      )
      await this.entries.put(
        copies.map(({ goal, id, draft }) =>
          goalEntry({ id, satkerId: unit.satkerId }, draft, NOTHING_YET, goal.questions),
        ),
      )
      await this.audit.recordAll(
        actor,
        copies.map(({ id, draft }) => ({
          ...goalAct('copy-goal', { id, satkerId: unit.satkerId }, { after: draft }),
          ...registerRole(actor, unit),
        })),
      )
      return copies.length
    })
  }
}

const standsOnRoster = ({ employee, anonymisedAt }: SeenGoal): boolean =>
  employee !== null && anonymisedAt === null

function movedTo(goal: SeenGoal, { from, to }: CopyYears): GoalDraft {
  const draft = draftOf(goal)
  return {
    ...draft,
    year: to,
    startsOn: yearsAfter(draft.startsOn, to - from),
    dueOn: yearsAfter(draft.dueOn, to - from),
  }
}
