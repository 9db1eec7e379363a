import type { TableFault } from '../spreadsheets/table'
import { dateFaults, factsOf, sameFacts, type EmployeeDraft, type EmployeeRow } from './employee-facts'
import { headerOf, type RosterFileRow } from './roster-columns'
import { NEEDS_JOINED } from './roster.form'

/** One row of a file, and what it would make or change. */
export interface PlannedEmployee {
  readonly number: number
  readonly before: EmployeeRow | undefined
  readonly after: EmployeeDraft
}

export interface RosterPlan {
  readonly planned: readonly PlannedEmployee[]
  readonly unchanged: number
  readonly faults: readonly TableFault[]
}

/** Who two rows are about: the same NIP, or the same name where there is none. */
const keyOf = ({ nip, name }: Pick<EmployeeDraft, 'nip' | 'name'>): string =>
  nip ?? name.toLowerCase().replace(/\s+/g, ' ')

/** What a file would make of a roster: pure, every fault with its row. An empty cell leaves what stands. */
export function planRoster(
  rows: readonly RosterFileRow[],
  { known, update }: { readonly known: readonly EmployeeRow[]; readonly update: boolean },
): RosterPlan {
  const standing = new Map(known.map(one => [keyOf(one), one]))
  const inFile = new Map<string, number>()
  const planned: PlannedEmployee[] = []
  const faults: TableFault[] = []
  let unchanged = 0
  for (const { number, values } of rows) {
    const fault = (fact: Parameters<typeof headerOf>[0], message: string) =>
      void faults.push({ row: number, column: headerOf(fact), message })
    const key = keyOf(values)
    const column = values.nip ? 'nip' : 'name'
    const twin = inFile.get(key)
    inFile.set(key, twin ?? number)
    if (twin !== undefined) {
      fault(
        column,
        values.nip ? `NIP ini sudah ada di baris ${twin}.` : `Orang ini sudah ada di baris ${twin}.`,
      )
      continue
    }
    const before = standing.get(key)
    if (before && !update) {
      fault(column, takenBy(before))
      continue
    }
    const after = merged(values, before)
    if (after.position === '') fault('position', 'Isi jabatan.')
    if (after.joinedOn === '') fault('joinedOn', NEEDS_JOINED)
    else for (const [fact, message] of Object.entries(dateFaults(after))) fault(fact as 'leftOn', message)
    if (before && sameFacts(before, after)) unchanged++
    else planned.push({ number, before, after })
  }
  return faults.length > 0 ? { planned: [], unchanged: 0, faults } : { planned, unchanged, faults }
}

const takenBy = ({ nip, name }: EmployeeRow): string =>
  nip === null
    ? 'Pegawai tanpa NIP dengan nama ini sudah tercatat. Pilih “perbarui” bila memang orang itu.'
    : `Sudah tercatat sebagai ${name}. Pilih “perbarui” bila memang orang itu.`

const NOBODY: EmployeeDraft = {
  name: '',
  nip: null,
  position: '',
  frontLine: false,
  pokja: '',
  agentFrom: null,
  agentUntil: null,
  joinedOn: '',
  leftOn: null,
}

function merged(values: RosterFileRow['values'], before: EmployeeRow | undefined): EmployeeDraft {
  const was = before ? factsOf(before) : NOBODY
  return {
    name: values.name,
    nip: values.nip ?? was.nip,
    position: values.position ?? was.position,
    frontLine: values.frontLine ?? was.frontLine,
    pokja: values.pokja ?? was.pokja,
    agentFrom: values.agentFrom ?? was.agentFrom,
    agentUntil: values.agentUntil ?? was.agentUntil,
    joinedOn: values.joinedOn ?? was.joinedOn,
    leftOn: values.leftOn ?? was.leftOn,
  }
}
