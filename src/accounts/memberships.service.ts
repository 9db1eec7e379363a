import type { Actor } from '../access/actor'
import type { Role } from '../access/roles'
import type { AuditService } from '../audit/audit.service'
import { civilDate, instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import { newId } from '../db/ids'
import { Invalid, NotFound, Refused } from '../refusals'
import type { SatkerRow } from '../satker/satker-facts'
import type { SatkerService } from '../satker/satker.service'
import { AccountsRepository } from './accounts.repository'
import { mayChangeAccount, mayGive, outreaches, rolesToGive } from './granting'
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
import type { HandedLink, OneTimeLinks } from './one-time-links'
import { PeopleRepository } from './people.repository'

export interface GivenRole {
  readonly satkerId: string
  /** Whoever could change the account until now may not know its password any more: it was taken away. */
  readonly isRevoked: boolean
  /** The link for a new password, for whoever gave the role; null where none is due, or the account is closed. */
  readonly link: HandedLink | null
}

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
    private readonly links: OneTimeLinks,
  ) {
    this.people = new PeopleRepository(database)
    this.rows = new AccountsRepository(database)
    this.lastAdministrator = new LastAdministrator(this.people, satker, clock)
  }

  /**
   * Gives a role at the satker that the draft names. Invalid names the field at fault. Where the role lies beyond those
   * who could change the account until now, its password, links and sessions end.
   */
  async give(actor: Actor, userId: string, draft: MembershipDraft): Promise<GivenRole> {
    if (actor.userId === userId)
      throw new Refused('Peran untuk diri sendiri diberikan oleh administrator lain.')
    return this.database.inTransaction(async () => {
      await this.rows.holdUsers([userId])
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
      const held = await this.people.memberships([userId])
      this.refuseOverlap(row, held)
      const isRevoked = this.mustRevoke(actor, draft.role, unit, held)
      await this.people.insertMemberships([row])
      const { role, parts, acting, validFrom, validUntil } = row
      await this.record(actor, 'add-membership', userId, unit.id, undefined, {
        role,
        parts,
        acting,
        validFrom,
        validUntil,
      })
      const link = isRevoked ? await this.revoke(actor, userId, unit.id) : null
      return { satkerId: unit.id, isRevoked, link }
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
      const { role } = await this.get(actor, userId, id)
      const end = () => this.endHeld(actor, userId, id, lastDay)
      await (role === 'centre-admin' ? this.lastAdministrator.keep(end) : end())
    })
  }

  private async endHeld(actor: Actor, userId: string, id: string, lastDay: string | null): Promise<void> {
    await this.rows.holdUsers([userId])
    const membership = await this.get(actor, userId, id)
    this.refuseEnding(actor, membership)
    const validUntil = lastDay ?? this.lastDayAtOnce(membership)
    if (validUntil < dayBefore(membership.validFrom))
      throw new Invalid('Hari terakhir mendahului mulainya.', {
        lastDay: 'Hari terakhir mendahului mulainya peran.',
      })
    await this.people.endMembership(id, validUntil)
    const now = this.clock()
    const lost =
      membershipState(membership, now) === 'in-force' &&
      membershipState({ ...membership, validUntil }, now) !== 'in-force'
    if (lost) await this.rows.updateUser(userId, { sessionsValidFrom: now.toISOString() })
    const { role } = membership
    const before = { role, validUntil: membership.validUntil }
    await this.record(actor, 'end-membership', userId, membership.satkerId, before, { role, validUntil })
  }

  private mustRevoke(actor: Actor, role: Role, unit: SatkerRow, held: readonly MembershipRow[]): boolean {
    const now = this.clock()
    if (!outreaches(actor, role, { satkerId: unit.id, satkerPath: unit.path }, held, now)) return false
    // Who may not change the account would be handed the other roles with its new link.
    const message =
      'Akun ini juga berperan di luar kewenangan Anda. Minta administrator pusat memberi peran ini.'
    if (!mayChangeAccount(actor, held, now)) throw new Invalid(message, { role: message })
    return true
  }

  /** Never mailed: the address may be the choice of those whom the role lies beyond. */
  private async revoke(actor: Actor, userId: string, satkerId: string): Promise<HandedLink | null> {
    const user = await this.rows.findById(userId)
    await this.rows.revokePasswords([userId], instant(this.clock))
    await this.record(actor, 'revoke-password', userId, satkerId)
    if (!user || user.disabledAt) return null
    return { address: this.links.addressOf(await this.links.issue(actor, userId)), mailedTo: null }
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

  private refuseOverlap(row: ReturnType<typeof membershipRowOf>, held: readonly MembershipRow[]): void {
    const same = held.find(
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
