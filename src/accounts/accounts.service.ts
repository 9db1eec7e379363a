import { NOBODY, type Actor, type ActorMembership } from '../access/actor'
import type { AuditService } from '../audit/audit.service'
import { civilDate, instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import { Invalid, NotFound } from '../refusals'
import { AccountsRepository, type ActorRow } from './accounts.repository'
import { FreeLogins } from './free-logins'
import type { OneTimeLinks } from './one-time-links'
import { hashPassword, passwordMatches } from './password'
import type { User } from './user.entity'

export interface SessionStart {
  readonly startedAt: string
}

/** NIP as digits alone, e-mail in lower case: people type both with spaces and capitals. */
export const normalLogin = (login: string): string => {
  const compact = login.trim().toLowerCase()
  return /^[\d\s.]+$/.test(compact) ? compact.replace(/\D/g, '') : compact
}

export class AccountsService {
  private readonly accounts: AccountsRepository
  private readonly logins: FreeLogins

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly links: OneTimeLinks,
  ) {
    this.accounts = new AccountsRepository(database)
    this.logins = new FreeLogins(database)
  }

  /** The user when NIP or e-mail and password match; undefined says nothing about which of them was wrong. */
  async authenticate(login: string, password: string): Promise<User | undefined> {
    const user = await this.accounts.findByLogin(normalLogin(login))
    const matches = await passwordMatches(user?.passwordHash ?? null, password)
    return matches && user && !user.disabledAt ? user : undefined
  }

  /** The actor of a session, or undefined when the session began before it was called back, or the account ended. */
  async actorOf(userId: string, session: SessionStart, requestId: string): Promise<Actor | undefined> {
    const rows = await this.accounts.actorRows(userId)
    const user = rows[0]
    if (!user || user.disabledAt !== null || session.startedAt < user.sessionsValidFrom) return undefined
    const own = rows.filter(row => !row.assigned).flatMap(row => this.inForce(row))
    // Whoever is no evaluator any more evaluates nothing, whatever was assigned.
    const evaluates = own.some(membership => membership.role === 'evaluator')
    const units = evaluates ? rows.filter(row => row.assigned).flatMap(row => this.inForce(row)) : []
    return {
      userId: user.userId,
      name: user.name,
      memberships: [...own, ...units],
      mustChangePassword: Boolean(user.mustChangePassword),
      unread: Number(user.unread),
      requestId,
    }
  }

  /**
   * Lets somebody in whose password was found right, and records it before there is a session. False when the password,
   * the account or its sessions ended meanwhile: the session must have begun before the password was looked at.
   */
  async admit(known: User, session: SessionStart, requestId: string): Promise<boolean> {
    return this.database.inTransaction(async () => {
      await this.accounts.holdUsers([known.id])
      const actor = await this.actorOf(known.id, session, requestId)
      if (!actor || !this.stands(known, await this.accounts.findById(known.id))) return false
      await this.record(actor, 'sign-in', known.id)
      return true
    })
  }

  async recordSignOut(actor: Actor): Promise<void> {
    await this.database.inTransaction(() => this.record(actor, 'sign-out', actor.userId ?? ''))
  }

  /** The actor's own row. */
  async ownUser(actor: Actor): Promise<User> {
    const user = actor.userId ? await this.accounts.findById(actor.userId) : null
    if (!user) throw new NotFound('Akun')
    return user
  }

  /** Mails a one-time link when the login is known, has an e-mail and mail is set up; says nothing either way. */
  async mailLink(login: string, requestId: string): Promise<void> {
    const user = await this.accounts.findByLogin(normalLogin(login))
    if (!user?.email || user.disabledAt || !this.links.canMail) return
    await this.links.mail(user.email, await this.links.issue(ownerOf(user, requestId), user.id))
  }

  /** Sets a new password after the present one was given; every session ends, and the one that may begin with it is told. */
  async changePassword(actor: Actor, current: string, next: string): Promise<SessionStart> {
    const user = await this.knownOwner(actor, current)
    const passwordHash = await hashPassword(next)
    return this.database.inTransaction(async () => {
      await this.holdOwn(user)
      return this.setPassword(actor, user.id, passwordHash, 'change-password')
    })
  }

  /** Changes the own e-mail address, where letters with links go, after the present password was given. */
  async changeEmail(actor: Actor, current: string, email: string): Promise<void> {
    const user = await this.knownOwner(actor, current)
    await this.logins.take({ nip: null, email }, user.id, async () => {
      await this.holdOwn(user)
      await this.accounts.updateUser(user.id, { email })
      await this.accounts.closeLinks([user.id], instant(this.clock))
      await this.audit.record(actor, {
        action: 'change-email',
        subjectType: 'user',
        subjectId: user.id,
        before: { email: user.email },
        after: { email },
      })
    })
  }

  /** Ends all sessions of the actor, this one included. */
  async endSessions(actor: Actor): Promise<void> {
    const id = actor.userId ?? ''
    await this.database.inTransaction(async () => {
      await this.accounts.holdUsers([id])
      await this.accounts.updateUser(id, { sessionsValidFrom: instant(this.clock) })
      await this.record(actor, 'end-sessions', id)
    })
  }

  /** Sets the password of the link's owner; the link must still stand once the password is hashed. */
  async useLink(token: string, password: string, requestId: string): Promise<void> {
    await this.links.ownerOf(token)
    const passwordHash = await hashPassword(password)
    await this.database.inTransaction(async () => {
      const owner = await this.links.useUp(token)
      await this.setPassword(ownerOf(owner, requestId), owner.id, passwordHash, 'use-link')
    })
  }

  /** The actor's own row when the password is the present one; Invalid under `current` otherwise. */
  private async knownOwner(actor: Actor, current: string): Promise<User> {
    const user = await this.ownUser(actor)
    return (await passwordMatches(user.passwordHash, current)) ? user : refuseCurrent()
  }

  /** Keeps others off the account; what was known of it before must still stand. */
  private async holdOwn(known: User): Promise<void> {
    await this.accounts.holdUsers([known.id])
    if (!this.stands(known, await this.accounts.findById(known.id))) refuseCurrent()
  }

  private stands(known: User, now: User | null): boolean {
    return (
      now !== null &&
      now.disabledAt === null &&
      now.passwordHash === known.passwordHash &&
      now.sessionsValidFrom === known.sessionsValidFrom
    )
  }

  /** Inside a transaction that holds the user. */
  private async setPassword(
    actor: Actor,
    userId: string,
    passwordHash: string,
    action: string,
  ): Promise<SessionStart> {
    const now = instant(this.clock)
    await this.accounts.updateUser(userId, {
      passwordHash,
      passwordChangedAt: now,
      mustChangePassword: false,
      sessionsValidFrom: now,
    })
    await this.accounts.closeLinks([userId], now)
    await this.record(actor, action, userId)
    return { startedAt: now }
  }

  private record(actor: Actor, action: string, userId: string): Promise<void> {
    return this.audit.record(actor, { action, subjectType: 'user', subjectId: userId })
  }

  private inForce(row: ActorRow): ActorMembership[] {
    if (!row.role) return []
    const today = civilDate(this.clock(), row.timeZone)
    if (row.validFrom > today || (row.validUntil !== null && row.validUntil < today)) return []
    return [
      {
        role: row.role,
        satkerId: row.satkerId,
        satkerName: row.satkerName,
        satkerPath: row.satkerPath,
        satkerHasBelow: Boolean(row.satkerHasBelow),
        timeZone: row.timeZone,
        parts: row.parts === null ? null : row.parts.split(','),
        acting: !row.assigned && Boolean(row.acting),
      },
    ]
  }
}

/** Whoever proved to be the owner without signing in. */
const ownerOf = ({ id, name }: User, requestId: string): Actor => ({ ...NOBODY, userId: id, name, requestId })

function refuseCurrent(): never {
  throw new Invalid('Kata sandi saat ini tidak cocok.', { current: 'Kata sandi saat ini tidak cocok.' })
}
