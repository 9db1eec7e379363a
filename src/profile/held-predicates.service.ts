import type { Actor } from '../access/actor'
import type { Act, AuditService } from '../audit/audit.service'
import { instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import { newId } from '../db/ids'
import { Conflict, Invalid, NotFound } from '../refusals'
import {
  registerRole,
  requireKeeper,
  type RegisterUnit,
  type RegisterUnits,
} from '../registers/register-unit'
import { heldFaults, type HeldPredicateDraft, type HeldPredicateRow } from './held-predicate-facts'
import { predicateAct } from './predicate-acts'
import { ProfilesRepository } from './profiles.repository'

const CHANGED = 'Predikat ini diubah orang lain sejak Anda membukanya.'

/** The predicates that a satker was given and lost. */
export class HeldPredicatesService {
  private readonly rows: ProfilesRepository

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly units: RegisterUnits,
    private readonly clock: Clock,
  ) {
    this.rows = new ProfilesRepository(database)
  }

  /** The newest first. One statement. */
  of(satkerId: string): Promise<HeldPredicateRow[]> {
    return this.rows.held(satkerId)
  }

  /** As `of`, to be carried away as a file: the trail remembers by whom and how many. */
  async exported(actor: Actor, { satkerId }: RegisterUnit): Promise<HeldPredicateRow[]> {
    const rows = await this.of(satkerId)
    await this.database.inTransaction(() =>
      this.audit.record(actor, {
        action: 'export-predicates',
        subjectType: 'predicates',
        subjectId: satkerId,
        satkerId,
        after: { predicates: rows.length },
      }),
    )
    return rows
  }

  /** One at a satker whose registers the actor keeps. */
  async toKeep(actor: Actor, id: string): Promise<HeldPredicateRow> {
    const row = await this.rows.visibleHeld(actor, id)
    if (!row) throw new NotFound('Predikat')
    requireKeeper(actor, row)
    return row
  }

  async add(actor: Actor, unit: RegisterUnit, draft: HeldPredicateDraft): Promise<void> {
    requireKeeper(actor, unit)
    await this.database.inTransaction(async () => {
      await this.rows.hold(unit.satkerId)
      const row = { ...draft, id: newId(), satkerId: unit.satkerId, version: 1 }
      await this.requireSound(unit, row)
      await this.rows.putHeld([{ ...row, createdAt: instant(this.clock) }])
      await this.record(actor, unit, predicateAct(row, { after: draft }))
    })
  }

  /** Saves a form that was filled from `version`; Conflict with the present row when somebody else saved since. */
  async change(actor: Actor, id: string, version: number, draft: HeldPredicateDraft): Promise<void> {
    await this.database.inTransaction(async () => {
      const row = await this.held(actor, id)
      if (row.version !== version) throw new Conflict(CHANGED, row)
      await this.requireSound(row, { ...draft, id, satkerId: row.satkerId })
      const { satkerId } = row
      await this.rows.putHeld([
        { ...draft, id, satkerId, version: version + 1, createdAt: instant(this.clock) },
      ])
      await this.record(actor, row, predicateAct(row, { before: row, after: draft }))
    })
  }

  async remove(actor: Actor, id: string): Promise<HeldPredicateRow> {
    return this.database.inTransaction(async () => {
      const row = await this.held(actor, id)
      await this.rows.removeHeld(id)
      await this.record(actor, row, predicateAct(row, { before: row }))
      return row
    })
  }

  private async held(actor: Actor, id: string): Promise<HeldPredicateRow> {
    const seen = await this.toKeep(actor, id)
    await this.rows.hold(seen.satkerId)
    return this.toKeep(actor, id)
  }

  private async requireSound(
    unit: Pick<RegisterUnit, 'timeZone'>,
    row: HeldPredicateDraft & { readonly id: string; readonly satkerId: string },
  ): Promise<void> {
    const others = (await this.rows.held(row.satkerId)).filter(other => other.id !== row.id)
    const faults = heldFaults(row, others, this.units.today(unit))
    if (Object.keys(faults).length > 0) throw new Invalid('Predikat belum tersimpan.', faults)
  }

  private record(
    actor: Actor,
    unit: Pick<RegisterUnit, 'satkerId' | 'satkerPath'>,
    what: Act,
  ): Promise<void> {
    return this.audit.record(actor, { ...what, ...registerRole(actor, unit) })
  }
}
