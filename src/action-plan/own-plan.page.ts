import type { PartNames } from '../accounts/part-names'
import { GOAL_STATES, goalState, type GoalState } from '../engine/action-plan/goal-state'
import { paths } from '../paths'
import { registersLink } from '../registers/register-nav'
import type { RegisterUnit } from '../registers/register-unit'
import type { Crumbs, Empty } from '../web/components/panels'
import { formatCount } from '../web/format/number'
import type { PageModel } from '../web/view'
import type { SeenGoal } from './goal-facts'
import { planLink } from './goal-form.page'
import { goalLine, type GoalLine } from './plan.page'
import { areasShort, STATE_WORDS } from './plan-words'

declare module '../web/view' {
  interface Views {
    'action-plan/own-plan': OwnPlanPage
  }
}

export interface OwnPlanPage extends PageModel {
  readonly crumbs: Crumbs
  readonly over: string
  readonly summary: string
  readonly groups: readonly OwnGroup[]
  readonly empty: Empty | null
}

interface OwnGroup {
  readonly title: string
  readonly count: string
  readonly rows: readonly GoalLine[]
}

export interface OwnPlanSetting {
  readonly unit: RegisterUnit
  readonly parts: PartNames
  readonly today: string
  /** Those the actor covers. */
  readonly covers: 'all' | readonly string[]
}

/** What waits comes first. */
const ORDER: readonly GoalState[] = ['late', 'due-soon', 'running', 'not-started', 'done', 'done-late']

/** The goals of one's own pokja, by what is to be done. */
export function ownPlanPage(goals: readonly SeenGoal[], setting: OwnPlanSetting): OwnPlanPage {
  const { unit, parts, today, covers } = setting
  const open = goals.filter(goal => goal.doneOn === null).length
  const whose = covers === 'all' ? 'semua area' : areasShort(covers, parts)
  return {
    title: 'Rencana saya',
    current: 'register',
    sheet: 'registers',
    crumbs: { links: [registersLink(unit.satkerId), planLink(unit.satkerId)] },
    over: `Rencana aksi ${today.slice(0, 4)} · ${unit.satkerName}`,
    summary: `Sasaran ${whose} dan yang atas nama Anda: ${formatCount(open)} belum selesai dari ${formatCount(goals.length)}.`,
    groups: ORDER.filter(state => GOAL_STATES.includes(state)).flatMap(state => {
      const rows = goals.filter(goal => goalState(goal, today) === state)
      return rows.length === 0
        ? []
        : [
            {
              title: STATE_WORDS[state].text,
              count: formatCount(rows.length),
              rows: rows.map(goal => goalLine(goal, setting)),
            },
          ]
    }),
    empty:
      goals.length > 0
        ? null
        : {
            title: 'Belum ada sasaran untuk Anda tahun ini.',
            text: 'Sasaran tampil di sini bila areanya area pokja Anda atau Anda penanggung jawabnya.',
            action: { label: 'Lihat rencana aksi', href: paths.actionPlan(unit.satkerId), icon: '' },
          },
  }
}
