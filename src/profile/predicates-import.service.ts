import type { Actor } from '../access/actor'
import type { AuditService } from '../audit/audit.service'
import { instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import { newId } from '../db/ids'
import { childOutcome } from '../imports/child-rows'
import type { Importer, ImportOptions, ImportOutcome } from '../imports/importer'
import type { InstrumentsService } from '../instruments/instruments.service'
import { registerRole, type RegisterUnit, type RegisterUnits } from '../registers/register-unit'
import type { Table } from '../spreadsheets/table'
import { predicateAct } from './predicate-acts'
import { readPredicateRows } from './predicate-columns'
import { planPredicates, type PredicatesPlan } from './predicates-plan'
import { ProfilesRepository } from './profiles.repository'
import { heldDates } from './profile-words'

/** The predicates of a satker from a file, in a constant number of statements. */
export class PredicatesImportService {
  private readonly rows: ProfilesRepository

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly instruments: InstrumentsService,
    private readonly units: RegisterUnits,
    private readonly clock: Clock,
  ) {
    this.rows = new ProfilesRepository(database)
  }

  /** The import at one satker, for whoever keeps its registers: the caller has judged that. */
  at(unit: RegisterUnit): Importer {
    return {
      check: async (_actor, table, options) => outcomeOf(await this.plan(unit, table, options)),
      run: (actor, table, options) => this.run(actor, unit, table, options),
    }
  }

  private run(
    actor: Actor,
    unit: RegisterUnit,
    table: Table,
    options: ImportOptions,
  ): Promise<ImportOutcome> {
    const { satkerId } = unit
    return this.database.inTransaction(async () => {
      await this.rows.hold(satkerId)
      const plan = await this.plan(unit, table, options)
      const createdAt = instant(this.clock)
      const made = plan.planned.map(({ before, after }) => ({
        before,
        row: {
          ...after,
          id: before?.id ?? newId(),
          satkerId,
          version: (before?.version ?? 0) + 1,
          createdAt,
        },
      }))
      await this.rows.putHeld(made.map(({ row }) => row))
      await this.audit.recordAll(
        actor,
        made.map(({ before, row }) => ({
          ...predicateAct(row, before ? { before, after: row } : { after: row }),
          ...registerRole(actor, unit),
        })),
      )
      return outcomeOf(plan)
    })
  }

  /** Predicates of an instrument that is gone are read where the satker holds them still. */
  private async plan(unit: RegisterUnit, table: Table, { update }: ImportOptions): Promise<PredicatesPlan> {
    const [known, instrument] = await Promise.all([this.rows.held(unit.satkerId), this.instruments.inUse()])
    const names = new Map([
      ...known.map(({ predicate }) => [predicate, predicate] as const),
      ...(instrument?.predicates ?? []).map(({ id, label }) => [id, label] as const),
    ])
    const today = this.units.today(unit)
    return planPredicates(readPredicateRows(table, names), { unit, known, update, today })
  }
}

const outcomeOf = (plan: PredicatesPlan): ImportOutcome =>
  childOutcome(plan, ({ after }) => [after.predicate, heldDates(after), after.decree])
