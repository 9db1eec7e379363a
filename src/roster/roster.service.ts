import type { Actor } from '../access/actor'
import type { AuditService } from '../audit/audit.service'
import { civilDate, instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import { newId } from '../db/ids'
import { isTaken } from '../db/taken'
import { Conflict, Invalid, NotFound, Refused } from '../refusals'
import type { SatkerService } from '../satker/satker.service'
import type { TimeZone } from '../web/format/date'
import { employeeAct } from './employee-acts'
import {
  ANONYMOUS,
  dateFaults,
  factsOf,
  sameFacts,
  type AgentOfChange,
  type EmployeeDraft,
  type EmployeeRow,
  type Headcount,
  type SeenEmployee,
} from './employee-facts'
import { keeperRole, keepsRoster, seenBy, seesNip } from './roster-access'
import type { RosterQuery } from './roster-list'
import type { RosterEntries } from './roster-entries'
import { RosterRepository, type RosterCounts, type RosterOf } from './roster.repository'

/** The satker whose roster is looked at. */
export interface RosterUnit {
  readonly satkerId: string
  readonly satkerPath: string
  readonly satkerName: string
  readonly satkerCode: string
  readonly letterhead: string
  readonly timeZone: TimeZone
}

/** One page of a roster. */
export interface RosterPart {
  readonly rows: readonly SeenEmployee[]
  /** How many match. */
  readonly total: number
  readonly counts: RosterCounts
}

const NIP_TAKEN = 'NIP ini sudah tercatat di satker ini.'
const CHANGED = 'Data pegawai ini diubah orang lain sejak Anda membukanya.'

/** Who works at a satker. */
export class RosterService {
  private readonly roster: RosterRepository

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly satker: SatkerService,
    private readonly entries: RosterEntries,
    private readonly clock: Clock,
  ) {
    this.roster = new RosterRepository(database)
  }

  /** The satker when the actor may read its roster; NotFound otherwise. One statement. */
  async unit(actor: Actor, satkerId: string): Promise<RosterUnit> {
    const { id, path, name, code, letterhead, timeZone } = await this.satker.get(
      actor,
      satkerId,
      'read-roster',
    )
    return { satkerId: id, satkerPath: path, satkerName: name, satkerCode: code, letterhead, timeZone }
  }

  /** As `unit`, for whoever keeps the roster; Refused for those who read it. */
  async unitToKeep(actor: Actor, satkerId: string): Promise<RosterUnit> {
    const unit = await this.unit(actor, satkerId)
    requireKeeper(actor, unit)
    return unit
  }

  /** The page that the query asks for. Three statements, however many people there are. */
  async page(actor: Actor, unit: RosterUnit, query: RosterQuery): Promise<RosterPart> {
    const of = this.of(actor, unit)
    const [rows, total, counts] = await Promise.all([
      this.roster.rows(of, query),
      this.roster.total(of, query),
      this.counts(unit),
    ])
    return { rows: rows.map(row => seenBy(actor, row)), total, counts }
  }

  /** How many there are of each kind today. One statement. */
  counts(unit: Pick<RosterUnit, 'satkerId' | 'timeZone'>): Promise<RosterCounts> {
    return this.roster.counts({ satkerId: unit.satkerId, today: this.today(unit) })
  }

  /** Everybody who matches, without pages, for paper. */
  async all(actor: Actor, unit: RosterUnit, query: RosterQuery): Promise<SeenEmployee[]> {
    const rows = await this.roster.rows(this.of(actor, unit), query, 'all')
    return rows.map(row => seenBy(actor, row))
  }

  /** As `all`, to be carried away as a file: the trail remembers by whom and how many. */
  async exported(actor: Actor, unit: RosterUnit, query: RosterQuery): Promise<SeenEmployee[]> {
    const rows = await this.all(actor, unit, query)
    await this.database.inTransaction(() =>
      this.audit.record(actor, {
        action: 'export-roster',
        subjectType: 'roster',
        subjectId: unit.satkerId,
        satkerId: unit.satkerId,
        after: { people: rows.length },
      }),
    )
    return rows
  }

  /** Somebody at a satker whose roster the actor may read; NotFound otherwise. One statement. */
  async get(actor: Actor, id: string): Promise<SeenEmployee> {
    return seenBy(actor, await this.visible(actor, id))
  }

  /** As `get`, for whoever may change it; Refused for those who read it, and where nobody is left to change. */
  async toKeep(actor: Actor, id: string): Promise<SeenEmployee> {
    const row = await this.visible(actor, id)
    requireKeeper(actor, row)
    requireKnown(row)
    return seenBy(actor, row)
  }

  /** What is kept about whoever bears a NIP, for that person alone. */
  async keptAbout(nip: string | null): Promise<EmployeeRow[]> {
    const rows = nip === null ? [] : await this.roster.withNip(nip)
    return rows.map(row => ({ ...row, frontLine: Boolean(row.frontLine) }))
  }

  /** Everybody of a satker who is still known by name, with whole NIPs: for registers that name people. One statement. */
  known(satkerId: string): Promise<EmployeeRow[]> {
    return this.roster.known(satkerId)
  }

  /** Everybody of a satker who is or was an agent of change, in order of names; leavers without theirs as well. */
  async agents(satkerId: string): Promise<AgentOfChange[]> {
    const rows = await this.roster.agents(satkerId)
    return rows.map(row => ({ ...row, name: row.name || ANONYMOUS }))
  }

  /** How many worked at a satker on each of some days. One statement. */
  headcounts(satkerId: string, days: readonly string[]): Promise<Headcount[]> {
    return this.roster.headcounts(satkerId, days)
  }

  /** The civil date at a satker. */
  today({ timeZone }: Pick<RosterUnit, 'timeZone'>): string {
    return civilDate(this.clock(), timeZone)
  }

  async add(actor: Actor, unit: RosterUnit, draft: EmployeeDraft): Promise<string> {
    const id = newId()
    requireKeeper(actor, unit)
    requireDates(draft)
    await this.taking(async () => {
      await this.roster.hold(unit.satkerId)
      await this.roster.insert([
        {
          ...factsOf(draft),
          id,
          satkerId: unit.satkerId,
          anonymisedAt: null,
          version: 1,
          createdAt: instant(this.clock),
        },
      ])
      await this.entries.keep(unit.satkerId)
      await this.record(actor, 'add-employee', { id, ...unit }, { after: draft })
    })
    return id
  }

  /** Saves a form that was filled from `version`; Conflict with the present row when somebody else saved since. */
  async change(actor: Actor, id: string, version: number, draft: EmployeeDraft): Promise<void> {
    requireDates(draft)
    await this.taking(async () => {
      const row = await this.held(actor, id)
      if (row.version !== version) throw new Conflict(CHANGED, seenBy(actor, row))
      if (sameFacts(row, draft)) return
      await this.roster.update(id, { ...factsOf(draft), version: row.version + 1 })
      await this.entries.keep(row.satkerId)
      await this.record(actor, 'change-employee', row, { before: row, after: draft })
    })
  }

  /** Takes a row away that was a mistake; whoever leaves gets a last day instead. */
  async remove(actor: Actor, id: string): Promise<EmployeeRow> {
    return this.database.inTransaction(async () => {
      const row = await this.held(actor, id)
      await this.roster.remove(id)
      await this.entries.keep(row.satkerId)
      await this.record(actor, 'remove-employee', row, { before: row })
      return row
    })
  }

  private of(actor: Actor, unit: RosterUnit): RosterOf {
    return { satkerId: unit.satkerId, today: this.today(unit), byNip: seesNip(actor, unit) }
  }

  private async visible(actor: Actor, id: string): Promise<EmployeeRow> {
    const row = await this.roster.visible(actor, id)
    if (!row) throw new NotFound('Pegawai')
    return { ...row, frontLine: Boolean(row.frontLine) }
  }

  /** A row that the actor may change, with everybody else kept off it until the transaction ends. */
  private async held(actor: Actor, id: string): Promise<EmployeeRow> {
    const seen = await this.visible(actor, id)
    requireKeeper(actor, seen)
    await this.roster.hold(seen.satkerId)
    const row = await this.visible(actor, id)
    requireKnown(row)
    return row
  }

  private async taking(work: () => Promise<void>): Promise<void> {
    try {
      await this.database.inTransaction(work)
    } catch (error) {
      if (!isTaken(error)) throw error
      throw new Invalid('Pegawai belum tersimpan.', { nip: NIP_TAKEN })
    }
  }

  private record(
    actor: Actor,
    action: string,
    of: { readonly id: string; readonly satkerId: string; readonly satkerPath: string },
    change: Parameters<typeof employeeAct>[2],
  ): Promise<void> {
    return this.audit.record(actor, { ...employeeAct(action, of, change), ...keeperRole(actor, of) })
  }
}

function requireKeeper(actor: Actor, satker: Pick<RosterUnit, 'satkerId' | 'satkerPath'>): void {
  if (!keepsRoster(actor, satker))
    throw new Refused(
      'Register pegawai diisi oleh kepala satker, ketua tim ZI, atau administrator satker ini.',
    )
}

/** Nobody writes a name back to whom it was taken from. */
function requireKnown({ anonymisedAt }: Pick<EmployeeRow, 'anonymisedAt'>): void {
  if (anonymisedAt !== null)
    throw new Refused('Identitas pegawai ini sudah dihapus, sehingga datanya tidak diubah lagi.')
}

function requireDates(draft: EmployeeDraft): void {
  const faults = dateFaults(draft)
  if (Object.keys(faults).length > 0) throw new Invalid('Pegawai belum tersimpan.', faults)
}
