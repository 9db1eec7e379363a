import { paths } from '../paths'
import { registersLink } from '../registers/register-nav'
import type { Field } from '../web/components/field'
import { textField } from '../web/components/fields'
import type { Crumbs } from '../web/components/panels'
import { freshForm } from '../web/form'
import { formatShortDate } from '../web/format/date'
import type { PageModel } from '../web/view'
import type { Activity } from './goal-activities.service'
import type { SeenGoal } from './goal-facts'
import { planLink } from './goal-form.page'

declare module '../web/view' {
  interface Views {
    'action-plan/activities': GoalActivitiesPage
  }
}

export interface GoalActivitiesPage extends PageModel {
  readonly crumbs: Crumbs
  readonly search: {
    readonly action: string
    readonly hidden: readonly { readonly name: string; readonly value: string }[]
    readonly fields: readonly Field[]
    readonly clearHref: string
  }
  readonly action: string
  readonly rows: readonly {
    readonly id: string
    readonly title: string
    readonly day: string
    readonly linked: boolean
  }[]
  readonly none: string
  readonly backHref: string
}

/** Which activities carry a goal out. */
export function goalActivitiesPage(
  goal: SeenGoal,
  activities: readonly Activity[],
  search: string,
): GoalActivitiesPage {
  const base = paths.goalActivities(goal.id)
  const own = { label: goal.title, href: paths.goal(goal.id) }
  return {
    title: 'Kegiatan yang melaksanakan',
    current: 'register',
    sheet: 'registers',
    crumbs: { links: [registersLink(goal.satkerId), planLink(goal.satkerId), own] },
    search: {
      action: base,
      hidden: [],
      fields: [
        textField(freshForm({ cari: search }), 'cari', {
          label: 'Cari kegiatan',
          type: 'search',
          maxlength: 100,
        }),
      ],
      clearHref: search ? base : '',
    },
    action: base,
    rows: activities.map(({ id, title, happenedOn, linked }) => ({
      id,
      title,
      day: happenedOn === null ? '' : formatShortDate(happenedOn),
      linked,
    })),
    none: search
      ? 'Tidak ada kegiatan yang cocok dengan pencarian ini.'
      : 'Register kegiatan satker ini masih kosong.',
    backHref: own.href,
  }
}
