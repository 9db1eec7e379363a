import type { Crumbs } from '../web/components/panels'
import type { Status } from '../web/components/status'
import { STATUS } from '../web/components/status'
import type { Link } from '../web/shell'
import type { PageModel } from '../web/view'
import { REGISTER_FACTS, type Register } from './register'
import type { RegisterSummary } from './register-entry'
import type { RegisterUnit } from './register-unit'

declare module '../web/view' {
  interface Views {
    'registers/registers': RegistersPage
  }
}

export interface RegistersPage extends PageModel {
  readonly crumbs: Crumbs
  readonly over: string
  readonly cards: readonly RegisterCard[]
}

interface RegisterCard extends Link {
  readonly purpose: string
  readonly count: string
  readonly alerts: readonly { readonly href: string; readonly state: Status }[]
}

/** All registers of a satker, each with what it holds and what in it waits. */
export function registersPage(
  unit: RegisterUnit,
  summaries: ReadonlyMap<Register, RegisterSummary>,
): RegistersPage {
  return {
    title: 'Register',
    current: 'register',
    sheet: 'registers',
    crumbs: { links: [] },
    over: unit.satkerName,
    cards: [...summaries].flatMap(([register, { count, alerts }]) => {
      const facts = REGISTER_FACTS[register]
      return facts
        ? [
            {
              label: facts.label,
              href: facts.listHref(unit.satkerId),
              purpose: facts.purpose,
              count,
              alerts: alerts.map(({ text, href, tone }) => ({
                href,
                state: { ...(tone === 'bad' ? STATUS.overdue : STATUS.caution), text },
              })),
            },
          ]
        : []
    }),
  }
}
