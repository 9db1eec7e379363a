import { paths } from '../paths'
import { registersLink } from '../registers/register-nav'
import type { Field } from '../web/components/field'
import { textField } from '../web/components/fields'
import type { Crumbs } from '../web/components/panels'
import { freshForm } from '../web/form'
import { formatShortDate } from '../web/format/date'
import type { PageModel } from '../web/view'
import { registerLabel } from '../registers/register'
import type { LinkChoice } from './goal-links.service'
import type { SeenGoal } from './goal-facts'
import { planLink } from './goal-form.page'

declare module '../web/view' {
  interface Views {
    'action-plan/links': GoalLinksPage
  }
}

export interface GoalLinksPage extends PageModel {
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
  /** `Kegiatan`, over the boxes. */
  readonly legend: string
  readonly submit: string
  readonly none: string
  readonly backHref: string
}

interface LinkWords {
  readonly href: (goal: string) => string
  readonly title: string
  readonly legend: string
  readonly search: string
  readonly submit: string
  readonly nothing: string
}

/** What a goal refers to, by the words of the address. */
export const LINK_WORDS = {
  activities: {
    href: paths.goalActivities,
    title: 'Kegiatan yang melaksanakan',
    legend: 'Kegiatan',
    search: 'Cari kegiatan',
    submit: 'Simpan kegiatan',
    nothing: 'Register kegiatan satker ini masih kosong.',
  },
  reasons: {
    href: paths.goalReasons,
    title: 'Masukan yang dijawab',
    legend: 'Masukan dan survei',
    search: 'Cari masukan atau survei',
    submit: 'Simpan masukan',
    nothing: 'Register masukan dan survei satker ini masih kosong.',
  },
} as const satisfies Record<string, LinkWords>

/** Which entries of other registers a goal refers to. */
export function goalLinksPage(
  goal: SeenGoal,
  words: LinkWords,
  choices: readonly LinkChoice[],
  search: string,
): GoalLinksPage {
  const base = words.href(goal.id)
  const own = { label: goal.title, href: paths.goal(goal.id) }
  return {
    title: words.title,
    current: 'register',
    sheet: 'registers',
    crumbs: { links: [registersLink(goal.satkerId), planLink(goal.satkerId), own] },
    search: {
      action: base,
      hidden: [],
      fields: [
        textField(freshForm({ cari: search }), 'cari', {
          label: words.search,
          type: 'search',
          maxlength: 100,
        }),
      ],
      clearHref: search ? base : '',
    },
    action: base,
    rows: choices.map(({ id, register, title, happenedOn, linked }) => ({
      id,
      title,
      day: [registerLabel(register), happenedOn === null ? '' : formatShortDate(happenedOn)]
        .filter(Boolean)
        .join(' · '),
      linked,
    })),
    legend: words.legend,
    submit: words.submit,
    none: search ? 'Tidak ada yang cocok dengan pencarian ini.' : words.nothing,
    backHref: own.href,
  }
}
