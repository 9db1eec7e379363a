import type { Actor } from '../access/actor'
import type { AuditService } from '../audit/audit.service'
import { civilDate, instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import { newId } from '../db/ids'
import { isTaken } from '../db/taken'
import { paths } from '../paths'
import { Conflict, Invalid, NotFound } from '../refusals'
import type { EntriesService } from '../registers/entries.service'
import type { RegisterSource } from '../registers/register-source'
import { registerRole, requireKeeper, type RegisterUnit } from '../registers/register-unit'
import { asksOfComplaints, complaintSuggestions } from './complaint-suggestions'
import { inputAct } from './input-acts'
import { inputDocument, inputEntry } from './input-entry'
import {
  factsOf,
  inputFaults,
  isComplaints,
  monthOf,
  sameFacts,
  type InputDraft,
  type InputRow,
  type SupportedInput,
} from './input-facts'
import { inputsSummary } from './inputs-summary'
import type { InputsQuery } from './inputs-list'
import { InputsRepository, type InputCounts } from './inputs.repository'

/** An input as somebody wants it kept. */
export interface InputToKeep {
  readonly draft: InputDraft
  readonly areas: readonly string[]
}

/** One page of the register. */
export interface InputsPart {
  readonly rows: readonly InputRow[]
  /** How many match. */
  readonly total: number
  readonly counts: InputCounts
  /** The months of the year that is drawn. */
  readonly complaints: readonly InputRow[]
}

const CHANGED = 'Masukan ini diubah orang lain sejak Anda membukanya.'
const MONTH_TAKEN = 'Pengaduan bulan ini sudah dilaporkan. Ubah laporan yang ada.'
const NOT_SAVED = 'Masukan belum tersimpan.'

/** What stakeholders told a satker. */
export class InputsService {
  private readonly inputs: InputsRepository

  /** What the shared pages of the registers show of this one. */
  readonly source: RegisterSource = {
    document: async (actor, id) => inputDocument(await this.get(actor, id)),
    summary: async ({ satkerId }, today) =>
      inputsSummary(await this.inputs.ofYear(satkerId, today), { today, href: paths.inputs(satkerId) }),
    suggestions: {
      asks: asksOfComplaints,
      of: async (satkerId, year, instrument) =>
        complaintSuggestions(await this.inputs.complaints(satkerId, String(year)), {
          satkerId,
          year,
          instrument,
        }),
    },
  }

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly entries: EntriesService,
    private readonly clock: Clock,
  ) {
    this.inputs = new InputsRepository(database)
  }

  /** The page that the query asks for. Four statements, however many inputs there are. */
  async page({ satkerId }: RegisterUnit, query: InputsQuery, year: string): Promise<InputsPart> {
    const [rows, total, counts, complaints] = await Promise.all([
      this.inputs.rows(satkerId, query),
      this.inputs.total(satkerId, query),
      this.inputs.counts(satkerId, query),
      this.inputs.complaints(satkerId, year),
    ])
    return { rows, total, counts, complaints }
  }

  /** Everything that matches, without pages, for paper. */
  all({ satkerId }: RegisterUnit, query: InputsQuery): Promise<InputRow[]> {
    return this.inputs.rows(satkerId, query, 'all')
  }

  complaintsOf({ satkerId }: RegisterUnit, year: string): Promise<InputRow[]> {
    return this.inputs.complaints(satkerId, year)
  }

  /** As `all`, to be carried away as a file: the trail remembers by whom and how many. */
  async exported(actor: Actor, unit: RegisterUnit, query: InputsQuery): Promise<SupportedInput[]> {
    const rows = await this.supported(await this.all(unit, query))
    await this.database.inTransaction(() =>
      this.audit.record(actor, {
        action: 'export-inputs',
        subjectType: 'inputs',
        subjectId: unit.satkerId,
        satkerId: unit.satkerId,
        after: { entries: rows.length },
      }),
    )
    return rows
  }

  /** An input at a satker whose registers the actor reads; NotFound otherwise. One statement. */
  async get(actor: Actor, id: string): Promise<InputRow> {
    const row = await this.inputs.visible(actor, id)
    if (!row) throw new NotFound('Masukan')
    return row
  }

  /** As `get`, with what it supports, for whoever may change it; Refused for those who read it. */
  async toKeep(actor: Actor, id: string): Promise<SupportedInput> {
    const row = await this.get(actor, id)
    requireKeeper(actor, row)
    return this.withSupport(row)
  }

  async add(actor: Actor, unit: RegisterUnit, { draft, areas }: InputToKeep): Promise<string> {
    const id = newId()
    requireKeeper(actor, unit)
    this.requireTrue(draft, unit)
    await this.taking(async () => {
      await this.inputs.hold(unit.satkerId)
      await this.inputs.put([
        { ...this.columns(draft), id, satkerId: unit.satkerId, version: 1, createdAt: instant(this.clock) },
      ])
      await this.entries.put([inputEntry({ ...draft, id, satkerId: unit.satkerId }, areas)])
      await this.audit.record(actor, {
        ...inputAct('add-input', { id, ...unit }, { after: { draft, areas } }),
        ...registerRole(actor, unit),
      })
    })
    return id
  }

  /** Saves a form that was filled from `version`; Conflict with the present row when somebody else saved since. */
  async change(
    actor: Actor,
    id: string,
    { draft, areas, version }: InputToKeep & { readonly version: number },
  ): Promise<void> {
    await this.taking(async () => {
      const before = await this.held(actor, id)
      this.requireTrue(draft, before)
      if (before.version !== version) throw new Conflict(CHANGED, before)
      if (sameFacts(before, draft) && same(before.areas, areas)) return
      await this.inputs.put([
        {
          ...this.columns(draft),
          id,
          satkerId: before.satkerId,
          version: version + 1,
          createdAt: instant(this.clock),
        },
      ])
      await this.entries.put([inputEntry({ ...draft, id, satkerId: before.satkerId }, areas)])
      const change = { before: { draft: before, areas: before.areas }, after: { draft, areas } }
      await this.audit.record(actor, {
        ...inputAct('change-input', before, change),
        ...registerRole(actor, before),
      })
    })
  }

  async remove(actor: Actor, id: string): Promise<InputRow> {
    return this.database.inTransaction(async () => {
      const row = await this.held(actor, id)
      await this.entries.remove([id])
      await this.inputs.remove(id)
      await this.audit.record(actor, {
        ...inputAct('remove-input', row, { before: { draft: row, areas: row.areas } }),
        ...registerRole(actor, row),
      })
      return row
    })
  }

  /** Rows of a satker with what they support. Two statements. */
  async known(satkerId: string): Promise<SupportedInput[]> {
    return this.supported(await this.inputs.known(satkerId))
  }

  columns(draft: InputDraft) {
    return { ...factsOf(draft), month: isComplaints(draft) ? monthOf(draft) : null }
  }

  private async supported(rows: readonly InputRow[]): Promise<SupportedInput[]> {
    const supports = await this.entries.supportsOf(rows.map(row => row.id))
    return rows.map(row => {
      const { areas = [], questions = [] } = supports.get(row.id) ?? {}
      return { ...row, areas, questions }
    })
  }

  private async withSupport(row: InputRow): Promise<SupportedInput> {
    const [supported] = await this.supported([row])
    return supported ?? { ...row, areas: [], questions: [] }
  }

  /** A row that the actor may change, with everybody else kept off it until the transaction ends. */
  private async held(actor: Actor, id: string): Promise<SupportedInput> {
    const seen = await this.get(actor, id)
    requireKeeper(actor, seen)
    await this.inputs.hold(seen.satkerId)
    return this.withSupport(await this.get(actor, id))
  }

  private requireTrue(draft: InputDraft, { timeZone }: Pick<RegisterUnit, 'timeZone'>): void {
    const faults = inputFaults(draft, civilDate(this.clock(), timeZone))
    if (Object.keys(faults).length > 0) throw new Invalid(NOT_SAVED, faults)
  }

  private async taking(work: () => Promise<void>): Promise<void> {
    try {
      await this.database.inTransaction(work)
    } catch (error) {
      if (!isTaken(error)) throw error
      throw new Invalid(NOT_SAVED, { happenedOn: MONTH_TAKEN })
    }
  }
}

const same = (one: readonly string[], other: readonly string[]): boolean =>
  [...one].sort().join() === [...other].sort().join()
