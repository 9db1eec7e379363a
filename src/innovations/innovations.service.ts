import type { Actor } from '../access/actor'
import type { AuditService } from '../audit/audit.service'
import { instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import { newId } from '../db/ids'
import { Conflict, Invalid, NotFound } from '../refusals'
import type { EntriesService } from '../registers/entries.service'
import type { Register } from '../registers/register'
import type { SeenEntry } from '../registers/register-entry'
import {
  registerRole,
  requireKeeper,
  type RegisterUnit,
  type RegisterUnits,
} from '../registers/register-unit'
import type { AgentOfChange } from '../roster/employee-facts'
import type { RosterService } from '../roster/roster.service'
import { innovationAct } from './innovation-acts'
import { innovationEntry } from './innovation-entry'
import {
  draftFaults,
  factsOf,
  sameFacts,
  type InnovationDraft,
  type InnovationFaults,
  type InnovationRow,
} from './innovation-facts'
import type { InnovationQuery } from './innovation-list'
import { nameKey } from './innovation-plan'
import { InnovationsRepository, type InnovationCounts, type StoredInnovation } from './innovations.repository'

/** One page of the register. */
export interface InnovationsPart {
  readonly rows: readonly InnovationRow[]
  /** How many match. */
  readonly total: number
  readonly counts: InnovationCounts
}

/** Registers that show what people need or what goes wrong. */
const SHOW_NEEDS: readonly Register[] = ['inputs', 'surveys', 'performance', 'activities', 'profile']

const NAME_TAKEN = 'Inovasi dengan nama ini sudah tercatat di satker ini.'
const CHANGED = 'Inovasi ini diubah orang lain sejak Anda membukanya.'
const NOT_SAVED = 'Inovasi belum tersimpan.'

/** What a satker does in a new way, from which need, and what came of it. */
export class InnovationsService {
  private readonly innovations: InnovationsRepository

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly units: RegisterUnits,
    private readonly entries: EntriesService,
    private readonly roster: RosterService,
    private readonly clock: Clock,
  ) {
    this.innovations = new InnovationsRepository(database)
  }

  /** The civil date at a satker. */
  today(unit: Pick<RegisterUnit, 'timeZone'>): string {
    return this.units.today(unit)
  }

  /** The page that the query asks for. Five statements, however many innovations there are. */
  async page(unit: RegisterUnit, query: InnovationQuery): Promise<InnovationsPart> {
    const of = { satkerId: unit.satkerId, today: this.units.today(unit) }
    const [rows, total, counts] = await Promise.all([
      this.innovations.rows(of, query),
      this.innovations.total(of, query),
      this.innovations.counts(of),
    ])
    return { rows: await this.whole(rows), total, counts }
  }

  /** All that match, without pages, for paper. */
  async all(unit: RegisterUnit, query: InnovationQuery): Promise<InnovationRow[]> {
    const of = { satkerId: unit.satkerId, today: this.units.today(unit) }
    return this.whole(await this.innovations.rows(of, query, 'all'))
  }

  /** As `all`, to be carried away as a file: the trail remembers by whom and how many. */
  async exported(actor: Actor, unit: RegisterUnit, query: InnovationQuery): Promise<InnovationRow[]> {
    const rows = await this.all(unit, query)
    await this.database.inTransaction(() =>
      this.audit.record(actor, {
        action: 'export-innovations',
        subjectType: 'innovations',
        subjectId: unit.satkerId,
        satkerId: unit.satkerId,
        after: { rows: rows.length },
      }),
    )
    return rows
  }

  /** One at a satker whose registers the actor reads; NotFound otherwise. Three statements. */
  async get(actor: Actor, id: string): Promise<InnovationRow> {
    const row = await this.innovations.visible(actor, id)
    if (!row) throw new NotFound('Inovasi')
    return (await this.whole([row]))[0]!
  }

  /** As `get`, for whoever keeps it; Refused for those who read. */
  async toKeep(actor: Actor, id: string): Promise<InnovationRow> {
    const row = await this.get(actor, id)
    requireKeeper(actor, row)
    return row
  }

  /** Every one of a satker, in order of names. Three statements. */
  async known(satkerId: string): Promise<InnovationRow[]> {
    return this.whole(await this.innovations.known(satkerId))
  }

  /** How many stand, are not proven, and lack their second measurement. One statement. */
  standing(satkerId: string) {
    return this.innovations.standing(satkerId)
  }

  /** The innovations at which people are named, by their rows of the roster. One statement. */
  madeBy(employeeIds: readonly string[]) {
    return this.innovations.madeBy(employeeIds)
  }

  /** Who may be named as the makers of an innovation. One statement. */
  agents(satkerId: string): Promise<AgentOfChange[]> {
    return this.roster.agents(satkerId)
  }

  async add(actor: Actor, unit: RegisterUnit, draft: InnovationDraft): Promise<string> {
    requireKeeper(actor, unit)
    const id = newId()
    await this.database.inTransaction(async () => {
      await this.innovations.hold(unit.satkerId)
      await this.requireSound(unit, id, draft)
      await this.innovations.insert([
        stored({ ...draft, id, satkerId: unit.satkerId, version: 1 }, this.clock),
      ])
      await this.entries.put([innovationEntry({ ...draft, id, satkerId: unit.satkerId })])
      await this.record(actor, 'add-innovation', { id, ...unit }, { after: draft })
    })
    return id
  }

  /** Saves a form that was filled from `version`; Conflict with the present row when somebody else saved since. */
  async change(actor: Actor, id: string, version: number, draft: InnovationDraft): Promise<void> {
    await this.database.inTransaction(async () => {
      const row = await this.held(actor, id)
      if (row.version !== version) throw new Conflict(CHANGED, row)
      if (sameFacts(row, draft)) return
      await this.requireSound(row, id, draft)
      await this.innovations.replace([
        stored({ ...draft, id, satkerId: row.satkerId, version: version + 1 }, this.clock),
      ])
      await this.entries.put([innovationEntry({ ...draft, id, satkerId: row.satkerId })])
      await this.record(actor, 'change-innovation', row, { before: row, after: draft })
    })
  }

  async remove(actor: Actor, id: string): Promise<InnovationRow> {
    return this.database.inTransaction(async () => {
      const row = await this.held(actor, id)
      await this.entries.remove([id])
      await this.innovations.remove(id)
      await this.record(actor, 'remove-innovation', row, { before: row })
      return row
    })
  }

  /** Entries of the satker's registers that may show a need, newest first. One statement. */
  async candidates(row: InnovationRow, search: string): Promise<SeenEntry[]> {
    const shown = new Set(row.proofs.map(proof => proof.id))
    const found = await this.entries.matching(row.satkerId, SHOW_NEEDS, search)
    return found.filter(entry => !shown.has(entry.id))
  }

  /** Names an entry of a register as that which shows the need. */
  async showNeed(actor: Actor, id: string, entryId: string): Promise<void> {
    await this.database.inTransaction(async () => {
      const row = await this.held(actor, id)
      const entry = await this.entries.get(actor, entryId)
      if (entry.satkerId !== row.satkerId || !SHOW_NEEDS.includes(entry.register))
        throw new NotFound('Entri register')
      const standing = row.proofs.map(proof => proof.id)
      if (standing.includes(entryId)) return
      await this.entries.link(id, 'answers', [...standing, entryId])
      await this.recordProof(actor, 'show-need', row, { after: { proof: entry.title } })
    })
  }

  /** Takes an entry away from those that show the need. */
  async unshowNeed(actor: Actor, id: string, entryId: string): Promise<void> {
    await this.database.inTransaction(async () => {
      const row = await this.held(actor, id)
      const gone = row.proofs.find(proof => proof.id === entryId)
      if (!gone) throw new NotFound('Entri register')
      const left = row.proofs.map(proof => proof.id).filter(one => one !== entryId)
      await this.entries.link(id, 'answers', left)
      await this.recordProof(actor, 'unshow-need', row, { before: { proof: gone.title } })
    })
  }

  /** Rows with what the registers keep of them. Two statements. */
  private async whole(rows: readonly StoredInnovation[]): Promise<InnovationRow[]> {
    const ids = rows.map(row => row.id)
    const [supported, proofs] = await Promise.all([
      this.entries.supportsOf(ids),
      this.innovations.proofs(ids),
    ])
    return rows.map(row => ({
      ...row,
      areas: supported.get(row.id)?.areas ?? [],
      questions: supported.get(row.id)?.questions ?? [],
      proofs: proofs
        .filter(proof => proof.innovation === row.id)
        .map(({ id, register, title }) => ({ id, register, title })),
    }))
  }

  /** One that the actor may change, with everybody else kept off it until the transaction ends. */
  private async held(actor: Actor, id: string): Promise<InnovationRow> {
    const seen = await this.toKeep(actor, id)
    await this.innovations.hold(seen.satkerId)
    return this.get(actor, id)
  }

  private async requireSound(
    unit: Pick<RegisterUnit, 'satkerId' | 'timeZone'>,
    id: string,
    draft: InnovationDraft,
  ): Promise<void> {
    const faults = draftFaults(draft, this.units.today(unit))
    const [agents, known] = [await this.agents(unit.satkerId), await this.innovations.known(unit.satkerId)]
    const all: InnovationFaults = {
      ...faults,
      ...(known.some(one => one.id !== id && nameKey(one.name) === nameKey(draft.name))
        ? { name: NAME_TAKEN }
        : {}),
      ...(draft.agents.every(agent => agents.some(one => one.id === agent))
        ? {}
        : { agents: 'Pilih agen perubahan dari register pegawai.' }),
    }
    if (Object.keys(all).length > 0) throw new Invalid(NOT_SAVED, all as Record<string, string>)
  }

  private record(
    actor: Actor,
    action: string,
    of: Pick<InnovationRow, 'id' | 'satkerId' | 'satkerPath'>,
    change: Parameters<typeof innovationAct>[2],
  ): Promise<void> {
    return this.audit.record(actor, { ...innovationAct(action, of, change), ...registerRole(actor, of) })
  }

  private recordProof(
    actor: Actor,
    action: string,
    row: InnovationRow,
    change: { readonly before?: object; readonly after?: object },
  ): Promise<void> {
    return this.audit.record(actor, {
      ...innovationAct(action, row, {}),
      ...change,
      ...registerRole(actor, row),
    })
  }
}

/** A row as it is kept; the day it was first kept stays when it is replaced. */
export const stored = (
  row: InnovationDraft & { readonly id: string; readonly satkerId: string; readonly version: number },
  clock: Clock,
) => {
  const { areas: _areas, ...facts } = factsOf(row)
  return { ...facts, id: row.id, satkerId: row.satkerId, version: row.version, createdAt: instant(clock) }
}
