import type { Actor } from '../access/actor'
import type { AuditService } from '../audit/audit.service'
import { civilDate, instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import { newId } from '../db/ids'
import { Invalid, NotFound, Refused } from '../refusals'
import type { SatkerService } from '../satker/satker.service'
import { AccountsRepository } from './accounts.repository'
import { mayGive, rolesToGive } from './granting'
import { LastAdministrator } from './last-administrator'
import {
  dayBefore,
  isLasting,
  membershipState,
  overlaps,
  type MembershipDraft,
  type MembershipRow,
} from './membership-facts'
import { membershipRowOf, roleFault } from './membership-rules'
import { PeopleRepository } from './people.repository'

/** Dated roles of people at satker. */
export class MembershipsService {
  private readonly people: PeopleRepository
  private readonly rows: AccountsRepository
  private readonly lastAdministrator: LastAdministrator

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly satker: SatkerService,
  ) {
    this.people = new PeopleRepository(database)
    this.rows = new AccountsRepository(database)
    this.lastAdministrator = new LastAdministrator(this.people, satker, clock)
  }

  /** Gives a role at the satker that the draft names; the id of that satker. Invalid names the field at fault. */
  async give(actor: Actor, userId: string, draft: MembershipDraft): Promise<string> {
    if (actor.userId === userId)
      throw new Refused('Peran untuk diri sendiri diberikan oleh administrator lain.')
    return this.database.inTransaction(async () => {
      const unit = await this.satker.named(actor, 'manage-accounts', draft.satker, 'satker')
      const fault = roleFault(actor, draft.role, unit)
      if (fault) throw new Invalid(fault, { role: fault })
      const today = civilDate(this.clock(), unit.timeZone)
      const row = membershipRowOf(draft, {
        id: newId(),
        userId,
        satkerId: unit.id,
        today,
        now: instant(this.clock),
      })
      await this.refuseOverlap(row)
      await this.people.insertMemberships([row])
      const { role, parts, acting, validFrom, validUntil } = row
      await this.record(actor, 'add-membership', userId, unit.id, undefined, {
        role,
        parts,
        acting,
        validFrom,
        validUntil,
      })
      return unit.id
    })
  }

  /** All memberships of the actor, past and future ones too. */
  own(actor: Actor): Promise<MembershipRow[]> {
    return this.people.memberships([actor.userId ?? ''])
  }

  /** A membership within the actor's reach; NotFound otherwise. */
  async get(actor: Actor, userId: string, id: string): Promise<MembershipRow> {
    const found = (await this.people.memberships([userId])).find(membership => membership.id === id)
    if (!found || rolesToGive(actor, found).length === 0) throw new NotFound('Peran')
    return found
  }

  /**
   * Ends a membership with its last day, or at once (`null`): then its last day was yesterday, or it never began.
   * Who loses a role that was in force is signed out at the next request.
   */
  async end(actor: Actor, userId: string, id: string, lastDay: string | null): Promise<void> {
    await this.database.inTransaction(async () => {
      const membership = await this.get(actor, userId, id)
      this.refuseEnding(actor, membership)
      const validUntil = lastDay ?? this.lastDayAtOnce(membership)
      if (validUntil < dayBefore(membership.validFrom))
        throw new Invalid('Hari terakhir mendahului mulainya.', {
          lastDay: 'Hari terakhir mendahului mulainya peran.',
        })
      const end = () => this.people.endMembership(id, validUntil)
      await (membership.role === 'centre-admin' ? this.lastAdministrator.keep(end) : end())
      const now = this.clock()
      const lost =
        membershipState(membership, now) === 'in-force' &&
        membershipState({ ...membership, validUntil }, now) !== 'in-force'
      if (lost) await this.rows.updateUser(userId, { sessionsValidFrom: now.toISOString() })
      await this.record(
        actor,
        'end-membership',
        userId,
        membership.satkerId,
        { role: membership.role, validUntil: membership.validUntil },
        { role: membership.role, validUntil },
      )
    })
  }

  private refuseEnding(actor: Actor, membership: MembershipRow): void {
    if (!mayGive(actor, membership.role, membership))
      throw new Refused('Peran ini diberikan dan diakhiri oleh administrator pusat.')
    if (!isLasting(membership, this.clock())) throw new Refused('Peran ini sudah berakhir.')
  }

  private lastDayAtOnce(membership: MembershipRow): string {
    const yesterday = dayBefore(civilDate(this.clock(), membership.timeZone))
    return yesterday < membership.validFrom ? dayBefore(membership.validFrom) : yesterday
  }

  private async refuseOverlap(row: ReturnType<typeof membershipRowOf>): Promise<void> {
    const same = (await this.people.memberships([row.userId])).find(
      one => one.role === row.role && one.satkerId === row.satkerId && overlaps(one, row),
    )
    const message = 'Peran ini sudah dimiliki di satker itu pada masa tersebut. Akhiri yang lama dahulu.'
    if (same) throw new Invalid(message, { role: message })
  }

  private record(
    actor: Actor,
    action: string,
    id: string,
    satkerId: string,
    before?: unknown,
    after?: unknown,
  ) {
    return this.audit.record(actor, { action, subjectType: 'user', subjectId: id, satkerId, before, after })
  }
}
