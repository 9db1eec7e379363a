import type { PartNames } from '../accounts/part-names'
import type { AssessmentContext } from '../assessments/assessment-context'
import { trailEntry, type TrailEntry } from '../audit/audit.page'
import type { TrailRow } from '../audit/audit.repository'
import { paths } from '../paths'
import { registersLink } from '../registers/register-nav'
import type { Crumbs } from '../web/components/panels'
import type { Status } from '../web/components/status'
import { formatDate, civilDateIn } from '../web/format/date'
import type { Link } from '../web/shell'
import type { PageModel } from '../web/view'
import { agentLinks } from './agent-questions'
import type { SeenEmployee } from './employee-facts'
import { agentStatus, keptFacts, pokjaName, retention, workStatus } from './roster-words'

declare module '../web/view' {
  interface Views {
    'roster/employee': EmployeePage
  }
}

export interface EmployeePage extends PageModel {
  readonly crumbs: Crumbs
  readonly status: Status
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  /** Empty for those who only read, and where nobody is left to correct. */
  readonly editHref: string
  readonly pokja: Link | null
  readonly questions: readonly Link[]
  readonly note: string
  readonly trail: readonly TrailEntry[]
}

export interface EmployeeSetting {
  readonly parts: PartNames
  readonly today: string
  readonly assessment: AssessmentContext | null
  readonly keeps: boolean
  readonly months: number
  /** Empty for those who only read. */
  readonly trail: readonly TrailRow[]
}

/** Somebody of a roster, and what they stand for on the worksheet. */
export function employeePage(
  employee: SeenEmployee,
  { parts, today, assessment, keeps, months, trail }: EmployeeSetting,
): EmployeePage {
  const { pokja, anonymisedAt, timeZone } = employee
  const isKnown = anonymisedAt === null
  return {
    title: employee.name,
    current: 'register',
    crumbs: {
      links: [
        registersLink(employee.satkerId),
        { label: `Pegawai ${employee.satkerName}`, href: paths.roster(employee.satkerId) },
      ],
    },
    status: workStatus(employee, today),
    facts: keptFacts(employee, employee.nipShown, parts),
    editHref: keeps && isKnown ? paths.editEmployee(employee.id) : '',
    pokja:
      assessment && parts.has(pokja)
        ? { label: pokjaName(pokja, parts), href: paths.worksheetPart(assessment.id, pokja) }
        : null,
    questions: agentStatus(employee, today) ? agentLinks(assessment) : [],
    note: isKnown
      ? retention(months)
      : `Nama, NIP, dan jabatan dihapus ${formatDate(civilDateIn(anonymisedAt, timeZone))}.`,
    trail: trail.map(row => trailEntry(row, timeZone)),
  }
}
