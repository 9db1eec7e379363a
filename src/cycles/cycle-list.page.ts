import { paths } from '../paths'
import type { Empty } from '../web/components/panels'
import { formatDateRange } from '../web/format/date'
import { formatCount } from '../web/format/number'
import type { PageModel } from '../web/view'
import type { CycleListRow } from './cycles.repository'

declare module '../web/view' {
  interface Views {
    'cycles/list': CycleListPage
  }
}

export interface CycleListPage extends PageModel {
  readonly caption: string
  readonly rows: readonly {
    readonly href: string
    readonly year: string
    readonly title: string
    readonly instrument: string
    readonly filling: string
    readonly assessments: string
  }[]
  readonly empty: Empty | null
  readonly newHref: string
}

export function cycleListPage(cycles: readonly CycleListRow[]): CycleListPage {
  return {
    title: 'Siklus',
    current: 'siklus',
    caption: `${formatCount(cycles.length)} siklus`,
    rows: cycles.map(cycle => ({
      href: paths.cycle(cycle.id),
      year: String(cycle.year),
      title: cycle.title,
      instrument: cycle.instrument,
      filling: cycle.opensOn && cycle.closesOn ? formatDateRange(cycle.opensOn, cycle.closesOn) : '–',
      assessments: formatCount(Number(cycle.assessments)),
    })),
    empty:
      cycles.length === 0
        ? {
            title: 'Belum ada siklus',
            text: 'Satu siklus berlaku satu tahun. Buat siklusnya, lalu buka penilaian untuk satker.',
            action: { label: 'Tambah siklus', href: paths.newCycle(), icon: 'plus' },
          }
        : null,
    newHref: paths.newCycle(),
  }
}
