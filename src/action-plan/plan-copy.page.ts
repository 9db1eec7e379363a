import { paths } from '../paths'
import { registersLink } from '../registers/register-nav'
import type { RegisterUnit } from '../registers/register-unit'
import { errorSummary, type ErrorSummary } from '../web/components/error-summary'
import type { Field } from '../web/components/field'
import { numberField, selectField } from '../web/components/fields'
import type { Crumbs } from '../web/components/panels'
import type { Status } from '../web/components/status'
import { freshForm, type FormState } from '../web/form'
import { formatShortDateRange } from '../web/format/date'
import type { Link } from '../web/shell'
import type { PageModel } from '../web/view'
import { planLink } from './goal-form.page'
import type { CopyCandidate, CopyYears } from './plan-copy.service'
import { percentWords, stateStatus } from './plan-words'

declare module '../web/view' {
  interface Views {
    'action-plan/copy': PlanCopyPage
  }
}

export interface PlanCopyPage extends PageModel {
  readonly crumbs: Crumbs
  readonly over: string
  readonly action: string
  readonly summary: ErrorSummary | null
  /** Which plan is copied, and into which. */
  readonly years: { readonly action: string; readonly fields: readonly Field[] }
  readonly hidden: readonly { readonly name: string; readonly value: string }[]
  readonly ticks: readonly Link[]
  readonly error: string
  readonly caption: string
  readonly rows: readonly CopyRow[]
  readonly submit: string
  readonly backHref: string
}

interface CopyRow {
  readonly id: string
  readonly inputId: string
  readonly title: string
  readonly dates: string
  readonly progress: string
  readonly state: Status
  readonly ticked: boolean
  readonly stands: boolean
}

/** Which goals are ticked before anybody chose. */
export type Ticked = 'belum' | 'semua'

export interface CopySetting extends CopyYears {
  readonly unit: RegisterUnit
  readonly today: string
  readonly planYears: readonly number[]
  readonly ticked: Ticked
}

/** `form` as it was typed once it was refused. */
export function planCopyPage(
  candidates: readonly CopyCandidate[],
  setting: CopySetting,
  form?: FormState,
): PlanCopyPage {
  const { unit, from, to, today, planYears, ticked } = setting
  const base = paths.actionPlanCopy(unit.satkerId)
  const href = (pilih: Ticked) => `${base}?dari=${from}&ke=${to}&pilih=${pilih}`
  const shown = form ?? freshForm()
  const years = freshForm({ dari: String(from), ke: String(to) })
  const chosen = form && new Set([form.values['goal'] ?? []].flat())
  const rows = candidates.map(({ goal, stands }, place) => ({
    id: goal.id,
    inputId: place === 0 ? 'f-goal' : `f-goal-${place}`,
    title: goal.title,
    dates: formatShortDateRange(goal.startsOn, goal.dueOn),
    progress: percentWords(goal.percent),
    state: stateStatus(goal, today),
    ticked: !stands && (chosen ? chosen.has(goal.id) : ticked === 'semua' || goal.doneOn === null),
    stands,
  }))
  return {
    title: 'Salin rencana aksi',
    current: 'register',
    sheet: 'registers',
    crumbs: { links: [registersLink(unit.satkerId), planLink(unit.satkerId)] },
    over: unit.satkerName,
    action: base,
    summary: form ? errorSummary(shown, []) : null,
    years: {
      action: base,
      fields: [
        selectField(years, 'dari', {
          label: 'Dari rencana',
          choices: planYears.map(year => ({ value: String(year), label: String(year) })),
        }),
        numberField(years, 'ke', { label: 'Ke tahun' }),
      ],
    },
    hidden: [
      { name: 'from', value: String(from) },
      { name: 'to', value: String(to) },
    ],
    ticks: [
      { label: 'Centang yang belum selesai', href: href('belum') },
      { label: 'Centang semua', href: href('semua') },
    ],
    error: shown.errors['goal'] ?? shown.errors['to'] ?? '',
    caption: `Sasaran rencana ${from}`,
    rows,
    submit: `Salin ke rencana ${to}`,
    backHref: paths.actionPlan(unit.satkerId),
  }
}
