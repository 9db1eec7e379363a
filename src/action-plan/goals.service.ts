import type { Actor } from '../access/actor'
import type { AuditService } from '../audit/audit.service'
import { instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import { newId } from '../db/ids'
import { unexplainedBefore } from '../engine/action-plan/progress'
import { Conflict, Invalid } from '../refusals'
import type { EntriesService } from '../registers/entries.service'
import { registerRole, requireKeeper, type RegisterUnit } from '../registers/register-unit'
import { goalAct } from './goal-acts'
import { goalEntry } from './goal-entry'
import {
  draftOf,
  goalFaults,
  goalKey,
  GOALS_MOST,
  TOO_MANY_GOALS,
  type GoalDraft,
  type GoalOwner,
  type SeenGoal,
} from './goal-facts'
import { AMBIGUOUS_OWNER, findOwner, namesOf } from './goal-owners'
import { GoalsRepository } from './goals.repository'
import { PlanRepository } from './plan.repository'
import type { PlanService } from './plan.service'
import { movedStartFault } from './plan-words'

const NOT_KEPT = 'Sasaran belum tersimpan.'
const CHANGED = 'Sasaran ini diubah orang lain sejak Anda membukanya.'
const NOTHING_YET = { percent: 0, reportedOn: null, doneOn: null }

/** Adds, changes and removes goals of an action plan. */
export class GoalsService {
  private readonly goals: GoalsRepository
  private readonly reading: PlanRepository

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly plan: PlanService,
    private readonly entries: EntriesService,
    private readonly clock: Clock,
  ) {
    this.goals = new GoalsRepository(database)
    this.reading = new PlanRepository(database)
  }

  async add(actor: Actor, unit: RegisterUnit, draft: GoalDraft): Promise<string> {
    const id = newId()
    requireKeeper(actor, unit)
    requireSound(draft)
    await this.database.inTransaction(async () => {
      await this.goals.hold(unit.satkerId)
      await this.requirePlace(unit.satkerId, draft)
      const owner = await this.ownerOf(unit.satkerId, draft)
      const { areas: _areas, ...facts } = draft
      await this.goals.put([
        {
          ...facts,
          ...owner,
          ...NOTHING_YET,
          id,
          satkerId: unit.satkerId,
          version: 1,
          createdAt: instant(this.clock),
        },
      ])
      await this.entries.put([goalEntry({ id, satkerId: unit.satkerId }, draft, NOTHING_YET)])
      await this.audit.record(actor, {
        ...goalAct('add-goal', { id, satkerId: unit.satkerId }, { after: draft }),
        ...registerRole(actor, unit),
      })
    })
    return id
  }

  /** Saves a form that was filled from `version`; Conflict with the present goal when somebody else saved since. */
  async change(actor: Actor, id: string, version: number, draft: GoalDraft): Promise<void> {
    requireSound(draft)
    await this.database.inTransaction(async () => {
      const goal = await this.held(actor, id)
      if (goal.version !== version) throw new Conflict(CHANGED, goal)
      if (JSON.stringify(draftOf(goal)) === JSON.stringify(ordered(draft))) return
      await this.requirePlace(goal.satkerId, draft, id)
      await this.requireBeforeReports(goal, draft)
      const owner = await this.ownerOf(goal.satkerId, draft, goal)
      const { areas: _areas, ...facts } = draft
      await this.goals.put([
        {
          ...facts,
          ...owner,
          id,
          satkerId: goal.satkerId,
          percent: goal.percent,
          reportedOn: goal.reportedOn,
          doneOn: goal.doneOn,
          version: goal.version + 1,
          createdAt: instant(this.clock),
        },
      ])
      await this.entries.put([goalEntry(goal, draft, goal)])
      await this.audit.record(actor, {
        ...goalAct('change-goal', goal, { before: goal, after: draft }),
        ...registerRole(actor, goal),
      })
    })
  }

  /** Takes a goal away with its reports; evidence stays on the shelf. */
  async remove(actor: Actor, id: string): Promise<SeenGoal> {
    return this.database.inTransaction(async () => {
      const goal = await this.held(actor, id)
      await this.goals.remove(id)
      await this.entries.remove([id])
      await this.audit.record(actor, {
        ...goalAct('remove-goal', goal, { before: goal }),
        ...registerRole(actor, goal),
      })
      return goal
    })
  }

  /** A goal that the actor keeps, with everybody else kept off it until the transaction ends. */
  private async held(actor: Actor, id: string): Promise<SeenGoal> {
    const seen = await this.plan.toKeep(actor, id)
    await this.goals.hold(seen.satkerId)
    return this.plan.toKeep(actor, id)
  }

  private async requirePlace(satkerId: string, draft: GoalDraft, id = ''): Promise<void> {
    const standing = await this.reading.all(satkerId, draft.year)
    const key = goalKey(draft)
    if (standing.some(goal => goal.id !== id && goalKey(goal) === key))
      throw new Invalid(NOT_KEPT, { title: `Sasaran ini sudah ada dalam rencana ${draft.year}.` })
    const others = standing.filter(goal => goal.id !== id)
    const isOfThatYear = others.length < standing.length
    if (!isOfThatYear && others.length >= GOALS_MOST) throw new Invalid(NOT_KEPT, { year: TOO_MANY_GOALS })
  }

  /** A start that moves stays before every report that does not say why it came earlier. */
  private async requireBeforeReports(goal: SeenGoal, { startsOn }: GoalDraft): Promise<void> {
    if (startsOn <= goal.startsOn) return
    const day = unexplainedBefore(startsOn, await this.plan.reports([goal.id]))
    if (day !== null) throw new Invalid(NOT_KEPT, movedStartFault(day))
  }

  private async ownerOf(satkerId: string, draft: GoalDraft, before?: SeenGoal): Promise<GoalOwner> {
    const found = findOwner(draft.owner, await this.reading.bearers(satkerId, namesOf([draft.owner])), before)
    if (!found.ok) throw new Invalid(NOT_KEPT, { owner: AMBIGUOUS_OWNER })
    return found.value
  }
}

function requireSound(draft: GoalDraft): void {
  const faults = goalFaults(draft)
  if (Object.keys(faults).length > 0) throw new Invalid(NOT_KEPT, faults)
}

/** The facts of a draft in the order of `draftOf`. */
const ordered = ({
  year,
  title,
  serves,
  served,
  owner,
  startsOn,
  dueOn,
  indicator,
  unit,
  baseline,
  target,
  areas,
}: GoalDraft): GoalDraft => ({
  year,
  title,
  serves,
  served,
  owner,
  startsOn,
  dueOn,
  indicator,
  unit,
  baseline,
  target,
  areas,
})
