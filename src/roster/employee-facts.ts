import type { TimeZone } from '../web/format/date'

/** What is kept about somebody, from a form or a row of a file. */
export interface EmployeeDraft {
  readonly name: string
  readonly nip: string | null
  readonly position: string
  readonly frontLine: boolean
  /** Id of a part of the worksheet; empty for none. */
  readonly pokja: string
  readonly agentFrom: string | null
  readonly agentUntil: string | null
  readonly joinedOn: string
  readonly leftOn: string | null
}

/** Whoever works or worked at a satker, with the satker they are kept at. */
export interface EmployeeRow extends EmployeeDraft {
  readonly id: string
  readonly satkerId: string
  readonly satkerName: string
  readonly satkerPath: string
  readonly timeZone: TimeZone
  readonly anonymisedAt: string | null
  readonly version: number
}

/** Somebody as one actor may see them. */
export interface SeenEmployee extends EmployeeRow {
  /** Whole for administration, masked for everybody else; empty for none. */
  readonly nipShown: string
}

/** Who made or makes changes, with the term and the days of work there. */
export type AgentOfChange = Pick<EmployeeRow, 'id' | 'name' | 'agentUntil' | 'joinedOn' | 'leftOn'> & {
  readonly agentFrom: string
}

export interface Headcount {
  readonly day: string
  readonly employees: number
  readonly frontLine: number
}

/** Whether the term as an agent of change meets a year, while the person works there. */
export const isAgentIn = ({ agentFrom, agentUntil, leftOn }: AgentOfChange, year: number): boolean =>
  agentFrom <= `${year}-12-31` && [agentUntil, leftOn].every(last => last === null || last >= `${year}-01-01`)

/** What stands in the place of the name once it was taken away. */
export const ANONYMOUS = 'Pegawai yang sudah keluar'

export const isAtWork = ({ joinedOn, leftOn }: EmployeeDraft, today: string): boolean =>
  joinedOn <= today && (leftOn === null || leftOn >= today)

/** Agents of change are so for a term, and only while they work here. */
export const isAgent = (one: EmployeeDraft, today: string): boolean =>
  isAtWork(one, today) &&
  one.agentFrom !== null &&
  one.agentFrom <= today &&
  (one.agentUntil === null || one.agentUntil >= today)

/** Dates that cannot all be true, by the field to correct. */
export function dateFaults({
  agentFrom,
  agentUntil,
  joinedOn,
  leftOn,
}: Pick<EmployeeDraft, 'agentFrom' | 'agentUntil' | 'joinedOn' | 'leftOn'>): Partial<
  Record<'agentFrom' | 'agentUntil' | 'leftOn', string>
> {
  return {
    ...(leftOn !== null && leftOn < joinedOn ? { leftOn: 'Hari terakhir mendahului hari masuk.' } : {}),
    ...agentFaults({ agentFrom, agentUntil, joinedOn, leftOn }),
  }
}

function agentFaults({
  agentFrom,
  agentUntil,
  joinedOn,
  leftOn,
}: Parameters<typeof dateFaults>[0]): Partial<Record<'agentFrom' | 'agentUntil', string>> {
  if (agentFrom === null)
    return agentUntil === null ? {} : { agentFrom: 'Isi sejak kapan menjadi agen perubahan.' }
  if (agentFrom < joinedOn) return { agentFrom: 'Masa agen perubahan mendahului hari masuk.' }
  if (leftOn !== null && agentFrom > leftOn)
    return { agentFrom: 'Masa agen perubahan dimulai setelah hari terakhir.' }
  return agentUntil !== null && agentUntil < agentFrom
    ? { agentUntil: 'Akhir masa mendahului mulainya.' }
    : {}
}

/** The facts of a draft alone, whatever else comes with it. */
export const factsOf = ({
  name,
  nip,
  position,
  frontLine,
  pokja,
  agentFrom,
  agentUntil,
  joinedOn,
  leftOn,
}: EmployeeDraft): EmployeeDraft => ({
  name,
  nip,
  position,
  frontLine,
  pokja,
  agentFrom,
  agentUntil,
  joinedOn,
  leftOn,
})

export const sameFacts = (one: EmployeeDraft, other: EmployeeDraft): boolean =>
  JSON.stringify(factsOf(one)) === JSON.stringify(factsOf(other))
