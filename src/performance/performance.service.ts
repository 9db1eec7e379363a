import type { Actor } from '../access/actor'
import type { ScopedSatker } from '../access/scope'
import type { AuditService } from '../audit/audit.service'
import { civilDate, type Clock } from '../clock'
import type { Database } from '../db/database'
import { newId } from '../db/ids'
import { isTaken } from '../db/taken'
import type { EntriesService, Supported } from '../registers/entries.service'
import { keepsRegisters, registerRole, requireKeeper, type RegisterUnit } from '../registers/register-unit'
import { Conflict, Invalid, NotFound } from '../refusals'
import type { TimeZone } from '../web/format/date'
import {
  COMMITMENTS_MOST,
  draftOf,
  sameDraft,
  TOO_MANY_COMMITMENTS,
  type CommitmentDraft,
  type KeptCommitment,
} from './commitment-facts'
import { commitmentRow, quartersFor } from './commitment-rows'
import { CommitmentsRepository, type CommitmentsOf, type PerformanceCounts } from './commitments.repository'
import { targetFaults } from './commitment-faults'
import { commitmentAct } from './performance-acts'
import { entriesOf } from './performance-entries'
import { endedQuarters, yearsToChoose, type PerformanceQuery } from './performance-list'

/** One page of a year's commitments. */
export interface PerformancePart {
  readonly rows: readonly KeptCommitment[]
  /** How many match. */
  readonly total: number
  readonly counts: PerformanceCounts
}

const TAKEN = 'Indikator ini sudah ada pada tahun itu.'
const CHANGED = 'Komitmen ini diubah orang lain sejak Anda membukanya.'

const NOTHING: Supported = { areas: [], questions: [] }

/** What a satker promised to reach in a year. */
export class PerformanceService {
  private readonly rows: CommitmentsRepository

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly entries: EntriesService,
    private readonly clock: Clock,
  ) {
    this.rows = new CommitmentsRepository(database)
  }

  /** Years to choose from, the one to show first. One statement. */
  async years(unit: RegisterUnit): Promise<number[]> {
    return yearsToChoose(await this.rows.years(unit.satkerId), this.today(unit))
  }

  /** The page that the query asks for. Four statements, however many commitments there are. */
  async page(unit: RegisterUnit, query: PerformanceQuery): Promise<PerformancePart> {
    const of = this.of(unit, query)
    const [rows, total, counts] = await Promise.all([
      this.rows.rows(of, query),
      this.rows.total(of, query),
      this.rows.counts(of, Number(query.filters.tahun)),
    ])
    return { rows, total, counts }
  }

  /** Everything that matches, without pages, for paper. */
  all(unit: RegisterUnit, query: PerformanceQuery): Promise<KeptCommitment[]> {
    return this.rows.rows(this.of(unit, query), query, 'all')
  }

  /** As `all`, to be carried away as a file: the trail remembers by whom and how many. */
  async exported(actor: Actor, unit: RegisterUnit, query: PerformanceQuery): Promise<KeptCommitment[]> {
    const rows = await this.all(unit, query)
    await this.database.inTransaction(() =>
      this.audit.record(actor, {
        action: 'export-performance',
        subjectType: 'performance',
        subjectId: unit.satkerId,
        satkerId: unit.satkerId,
        after: { commitments: rows.length },
      }),
    )
    return rows
  }

  /** A commitment by its id or that of a quarter, where the actor may read it; NotFound otherwise. Two statements. */
  async get(actor: Actor, id: string): Promise<KeptCommitment> {
    const row = await this.rows.visible(actor, id)
    if (!row) throw new NotFound('Komitmen kinerja')
    return row
  }

  /** As `get`, for whoever keeps the register; Refused for those who read it. */
  async toKeep(actor: Actor, id: string): Promise<KeptCommitment> {
    const row = await this.get(actor, id)
    requireKeeper(actor, row)
    return row
  }

  /** What a commitment supports. One statement. */
  async supported({ id }: Pick<KeptCommitment, 'id'>): Promise<Supported> {
    return (await this.supportedBy([id])).get(id) ?? NOTHING
  }

  /** What commitments support, by id. One statement. */
  supportedBy(ids: readonly string[]): Promise<ReadonlyMap<string, Supported>> {
    return this.entries.supportsOf(ids)
  }

  /** The counts of a year, for the hub. One statement. */
  counts(unit: RegisterUnit, year: number): Promise<PerformanceCounts> {
    return this.rows.counts({ satkerId: unit.satkerId, ended: endedQuarters(year, this.today(unit)) }, year)
  }

  /** Everything promised in some years, whoever asks: the caller has judged that. Two statements. */
  ofYears(satkerId: string, years: readonly number[]): Promise<KeptCommitment[]> {
    return this.rows.known(satkerId, years)
  }

  keeps(actor: Actor, satker: ScopedSatker): boolean {
    return keepsRegisters(actor, satker)
  }

  /** The civil date at a satker. */
  today({ timeZone }: { readonly timeZone: TimeZone }): string {
    return civilDate(this.clock(), timeZone)
  }

  async add(
    actor: Actor,
    unit: RegisterUnit,
    draft: CommitmentDraft,
    areas: readonly string[],
  ): Promise<string> {
    requireKeeper(actor, unit)
    requireTargets(draft)
    const id = newId()
    await this.taking(async () => {
      await this.rows.hold(unit.satkerId)
      const known = await this.rows.known(unit.satkerId, [draft.year])
      if (known.length >= COMMITMENTS_MOST)
        throw new Invalid('Komitmen belum tersimpan.', { year: TOO_MANY_COMMITMENTS })
      const number = Math.max(0, ...known.map(one => one.number)) + 1
      await this.rows.insert([
        { ...commitmentRow(draft, this.clock), id, satkerId: unit.satkerId, number, version: 1 },
      ])
      await this.rows.replaceQuarters(quartersFor(draft, { id, satkerId: unit.satkerId }))
      await this.audit.record(actor, {
        ...commitmentAct('add-commitment', { id, ...unit }, { after: { ...draft, areas } }),
        ...registerRole(actor, unit),
      })
      await this.restate(await this.get(actor, id), areas)
    })
    return id
  }

  /** Saves a form that was filled from `version`; Conflict with what stands when somebody else saved since. */
  async change(
    actor: Actor,
    id: string,
    version: number,
    draft: CommitmentDraft,
    areas: readonly string[],
  ): Promise<void> {
    await this.taking(async () => {
      const row = await this.held(actor, id)
      if (row.version !== version) throw new Conflict(CHANGED, row)
      requireTargets(draft, row)
      const before = { ...draftOf(row), areas: (await this.supported(row)).areas }
      if (sameDraft(before, draft) && before.areas.join() === areas.join()) return
      await this.rows.replace([
        {
          ...commitmentRow(draft, this.clock),
          id,
          satkerId: row.satkerId,
          number: row.number,
          version: row.version + 1,
        },
      ])
      const gone = row.quarters.filter(one => draft.targets[one.quarter - 1] === null)
      await this.rows.removeQuarters(gone.map(one => one.id))
      await this.rows.replaceQuarters(quartersFor(draft, row, row))
      await this.audit.record(actor, {
        ...commitmentAct('change-commitment', row, { before, after: { ...draft, areas } }),
        ...registerRole(actor, row),
      })
      await this.restate(await this.get(actor, id), areas)
    })
  }

  /** Takes away what was promised by mistake, with everything reported of it. */
  async remove(actor: Actor, id: string): Promise<KeptCommitment> {
    return this.database.inTransaction(async () => {
      const row = await this.held(actor, id)
      const { areas } = await this.supported(row)
      await this.entries.remove([row.id, ...row.quarters.map(one => one.id)])
      await this.rows.remove(row.id)
      await this.rows.restand(row.satkerId, [row.year])
      await this.audit.record(actor, {
        ...commitmentAct('remove-commitment', row, { before: { ...draftOf(row), areas } }),
        ...registerRole(actor, row),
      })
      return row
    })
  }

  private of(unit: RegisterUnit, { filters }: PerformanceQuery): CommitmentsOf {
    return { satkerId: unit.satkerId, ended: endedQuarters(Number(filters.tahun), this.today(unit)) }
  }

  private async restate(stands: KeptCommitment, areas: readonly string[]): Promise<void> {
    await this.rows.restand(stands.satkerId, [stands.year])
    await this.entries.put(entriesOf(stands, { areas }))
  }

  /** A row that the actor may change, with everybody else kept off it until the transaction ends. */
  private async held(actor: Actor, id: string): Promise<KeptCommitment> {
    const seen = await this.toKeep(actor, id)
    await this.rows.hold(seen.satkerId)
    return this.toKeep(actor, id)
  }

  private async taking(work: () => Promise<void>): Promise<void> {
    try {
      await this.database.inTransaction(work)
    } catch (error) {
      if (!isTaken(error)) throw error
      throw new Invalid('Komitmen belum tersimpan.', { indicator: TAKEN })
    }
  }
}

function requireTargets(draft: CommitmentDraft, before?: KeptCommitment): void {
  const faults = targetFaults(draft, before)
  if (Object.keys(faults).length > 0) throw new Invalid('Komitmen belum tersimpan.', faults)
}
