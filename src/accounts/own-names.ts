import type { Actor } from '../access/actor'
import { mayAt } from '../access/scope'
import { paths } from '../paths'
import type { EmployeeRow } from '../roster/employee-facts'
import { formatCount } from '../web/format/number'

/** Where registers name people, each by the row of the roster. */
export interface NamedIn {
  /** How many activities. */
  readonly activities: ReadonlyMap<string, number>
  readonly goals: readonly {
    readonly employeeId: string
    readonly id: string
    readonly title: string
    readonly year: number
  }[]
  readonly innovations: readonly { readonly employeeId: string; readonly id: string; readonly name: string }[]
}

export interface NamedFact {
  readonly label: string
  /** `href` is empty where the person may not read what is named. */
  readonly items: readonly { readonly text: string; readonly href: string }[]
}

/** Where the registers of a satker name somebody, for that person. */
export function namedFacts(
  actor: Actor,
  row: Pick<EmployeeRow, 'id' | 'satkerId' | 'satkerPath'>,
  { activities, goals, innovations }: NamedIn,
): NamedFact[] {
  const reads = mayAt(actor, 'read-registers', row)
  const item = (text: string, href: string) => ({ text, href: reads ? href : '' })
  const count = activities.get(row.id) ?? 0
  const facts = [
    {
      label: 'Peserta kegiatan',
      items:
        count > 0
          ? [
              item(
                `${formatCount(count)} kegiatan`,
                `${paths.activities(row.satkerId)}?peserta=${encodeURIComponent(row.id)}`,
              ),
            ]
          : [],
    },
    {
      label: 'Penanggung jawab rencana aksi',
      items: goals
        .filter(({ employeeId }) => employeeId === row.id)
        .map(({ id, title, year }) => item(`${title} (${year})`, paths.goal(id))),
    },
    {
      label: 'Agen perubahan inovasi',
      items: innovations
        .filter(({ employeeId }) => employeeId === row.id)
        .map(({ id, name }) => item(name, paths.innovation(id))),
    },
  ]
  return facts.map(({ label, items }) => ({
    label,
    items: items.length > 0 ? items : [{ text: 'Tidak ada', href: '' }],
  }))
}
