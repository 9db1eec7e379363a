import { civilDate } from '../clock'
import type { Database } from '../db/database'
import { daysUntil, reminderSpan, type Deadline } from '../messages/deadlines'
import { paths } from '../paths'
import type { EntriesService } from '../registers/entries.service'
import { formatCount } from '../web/format/number'
import type { GoalRow } from './goal-facts'
import { STATE_ADDRESS } from './plan-list'
import { PlanRepository } from './plan.repository'

type Team = Awaited<ReturnType<PlanRepository['teams']>>

interface Waiting {
  readonly goal: GoalRow
  readonly userId: string
}

const NAMED = 3

/** Goals that are due soon, for those who answer for them. */
export class GoalDeadlines {
  private readonly rows: PlanRepository

  constructor(
    database: Database,
    private readonly entries: EntriesService,
  ) {
    this.rows = new PlanRepository(database)
  }

  /** One deadline per person, satker and day, however many goals are due on it. Four statements. */
  async of(now: Date): Promise<Deadline[]> {
    const { from, to } = reminderSpan(now)
    const found = await this.rows.due(from, to)
    const due = found.filter(goal => daysUntil({ closesOn: goal.dueOn, timeZone: goal.timeZone }, now) >= 0)
    if (due.length === 0) return []
    const today = civilDate(now, 'Asia/Jakarta')
    const [supports, teams, accounts] = await Promise.all([
      this.entries.supportsOf(due.map(goal => goal.id)),
      this.rows.teams([...new Set(due.map(goal => goal.satkerId))], today),
      this.rows.accountsOf(
        due.flatMap(goal => goal.ownerId ?? []),
        today,
      ),
    ])
    const waiting = due.flatMap(goal => {
      const owners = accounts.filter(one => one.employeeId === goal.ownerId).map(one => one.userId)
      const people = [...toldOf(teams, goal, supports.get(goal.id)?.areas ?? []), ...owners]
      return [...new Set(people)].map(userId => ({ goal, userId }))
    })
    const groups = new Map<string, Waiting[]>()
    for (const one of waiting) {
      const key = [one.userId, one.goal.satkerId, one.goal.dueOn].join(' ')
      groups.set(key, [...(groups.get(key) ?? []), one])
    }
    return [...groups.values()].map(deadlineOf)
  }
}

/** The chair, and the members whose pokja has one of the areas; of a goal without areas those who are in every pokja. */
const toldOf = (teams: Team, { satkerId }: GoalRow, areas: readonly string[]): string[] =>
  teams
    .filter(one => one.satkerId === satkerId)
    .filter(
      ({ role, parts }) =>
        role === 'chair' || parts === null || parts.split(',').some(part => areas.includes(part)),
    )
    .map(one => one.userId)

function deadlineOf(waiting: readonly Waiting[]): Deadline {
  const goals = waiting.map(({ goal }) => goal)
  const [first] = goals as [GoalRow, ...GoalRow[]]
  const alone = goals.length === 1
  const titles = goals.slice(0, NAMED).map(goal => `“${goal.title}”`)
  const others = goals.length - titles.length
  return {
    kind: 'due',
    what: `rencana-aksi:${first.satkerId}`,
    closesOn: first.dueOn,
    timeZone: first.timeZone,
    to: [waiting[0]!.userId],
    assessment: null,
    name: alone
      ? `Sasaran rencana aksi ${first.satkerName}`
      : `${formatCount(goals.length)} sasaran rencana aksi ${first.satkerName}`,
    todo: `Belum selesai: ${titles.join(', ')}${others > 0 ? `, dan ${formatCount(others)} lainnya` : ''}.`,
    href: alone
      ? paths.goal(first.id)
      : `${paths.actionPlan(first.satkerId)}?tahun=${first.year}&keadaan=${STATE_ADDRESS['due-soon']}`,
  }
}
