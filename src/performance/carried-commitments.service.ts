import type { Actor } from '../access/actor'
import type { AuditService } from '../audit/audit.service'
import type { Clock } from '../clock'
import type { Database } from '../db/database'
import { newId } from '../db/ids'
import type { EntriesService, Supported } from '../registers/entries.service'
import { Invalid } from '../refusals'
import { registerRole, requireKeeper, type RegisterUnit } from '../registers/register-unit'
import { COMMITMENTS_MOST, draftOf, indicatorKey, TOO_MANY_COMMITMENTS } from './commitment-facts'
import { commitmentRow, quartersFor } from './commitment-rows'
import { CommitmentsRepository } from './commitments.repository'
import { commitmentAct } from './performance-acts'
import { promiseEntry } from './performance-entries'

const NOTHING: Supported = { areas: [], questions: [] }

/** Brings what was promised in one year into the next. */
export class CarriedCommitmentsService {
  private readonly rows: CommitmentsRepository

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly entries: EntriesService,
    private readonly clock: Clock,
  ) {
    this.rows = new CommitmentsRepository(database)
  }

  /**
   * Copies the commitments of a year, with their targets as a start, into the next; those that stand there already are
   * left. How many were copied.
   */
  async carryOver(actor: Actor, unit: RegisterUnit, year: number): Promise<number> {
    requireKeeper(actor, unit)
    return this.database.inTransaction(async () => {
      await this.rows.hold(unit.satkerId)
      const known = await this.rows.known(unit.satkerId, [year, year + 1])
      const standing = known.filter(one => one.year === year + 1)
      const taken = new Set(standing.map(one => indicatorKey(one.indicator)))
      const from = known.filter(one => one.year === year && !taken.has(indicatorKey(one.indicator)))
      if (standing.length + from.length > COMMITMENTS_MOST)
        throw new Invalid('Indikator belum disalin.', { year: TOO_MANY_COMMITMENTS })
      const first = Math.max(0, ...standing.map(one => one.number)) + 1
      const copies = from.map((one, place) => ({
        from: one,
        id: newId(),
        number: first + place,
        draft: { ...draftOf(one), year: year + 1 },
      }))
      await this.rows.insert(
        copies.map(({ id, number, draft }) => ({
          ...commitmentRow(draft, this.clock),
          id,
          satkerId: unit.satkerId,
          number,
          version: 1,
        })),
      )
      await this.rows.replaceQuarters(
        copies.flatMap(({ id, draft }) => quartersFor(draft, { id, satkerId: unit.satkerId })),
      )
      await this.rows.restand(unit.satkerId, [year + 1])
      const supported = await this.entries.supportsOf(from.map(({ id }) => id))
      const supportOf = new Map(copies.map(copy => [copy.id, supported.get(copy.from.id) ?? NOTHING]))
      const stands = await this.rows.known(unit.satkerId, [year + 1])
      await this.entries.put(
        stands.flatMap(one => {
          const supporting = supportOf.get(one.id)
          return supporting ? [promiseEntry(one, supporting)] : []
        }),
      )
      await this.audit.recordAll(
        actor,
        copies.map(({ id, draft }) => ({
          ...commitmentAct(
            'carry-commitment',
            { id, satkerId: unit.satkerId },
            {
              after: { ...draft, areas: supportOf.get(id)?.areas ?? [] },
            },
          ),
          ...registerRole(actor, unit),
        })),
      )
      return copies.length
    })
  }
}
