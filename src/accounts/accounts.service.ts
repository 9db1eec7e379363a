import { createHash, randomBytes } from 'node:crypto'
import { NOBODY, type Actor, type ActorMembership } from '../access/actor'
import type { AuditService } from '../audit/audit.service'
import { civilDate, instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import { newId } from '../db/ids'
import type { Mailer } from '../mail/mailer'
import { paths } from '../paths'
import { Invalid, NotFound } from '../refusals'
import { AccountsRepository, type ActorRow } from './accounts.repository'
import { hashPassword, passwordMatches } from './password'
import type { User } from './user.entity'

export const LINK_HOURS = 48

export interface SessionStart {
  readonly startedAt: string
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** NIP as digits alone, e-mail in lower case: people type both with spaces and capitals. */
export const normalLogin = (login: string): string => {
  const compact = login.trim().toLowerCase()
  return /^[\d\s.]+$/.test(compact) ? compact.replace(/\D/g, '') : compact
}

export class AccountsService {
  private readonly accounts: AccountsRepository

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly mailer: Mailer,
    private readonly baseUrl: string,
  ) {
    this.accounts = new AccountsRepository(database)
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
      requestId,
    }
  }

  async recordSignIn(userId: string, session: SessionStart, requestId: string): Promise<void> {
    const actor = await this.actorOf(userId, session, requestId)
    if (actor) await this.record(actor, 'sign-in', userId)
  }

  async recordSignOut(actor: Actor): Promise<void> {
    await this.record(actor, 'sign-out', actor.userId ?? '')
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
    if (!user?.email || user.disabledAt || !this.mailer.isConfigured) return
    const token = await this.issueLink({ ...NOBODY, userId: user.id, name: user.name, requestId }, user.id)
    await this.sendLink(user.email, token)
  }

  /** Mails a one-time link; false when mail is not set up. */
  async sendLink(email: string, token: string): Promise<boolean> {
    if (!this.mailer.isConfigured) return false
    await this.mailer.send({
      to: email,
      subject: 'Tautan kata sandi Zona Integritas',
      text: `Buka tautan ini untuk membuat kata sandi baru. Tautan berlaku ${LINK_HOURS} jam dan satu kali.\n\n${this.linkAddress(token)}\n\nAbaikan surel ini bila Anda tidak memintanya.`,
    })
    return true
  }

  /** The address of a one-time link, from the configured base URL, never from a request. */
  linkAddress(token: string): string {
    return `${this.baseUrl}${paths.oneTimeLink(token)}`
  }

  /** Sets a new password after the present one was given; every other session ends. */
  async changePassword(actor: Actor, current: string, next: string): Promise<void> {
    const user = await this.ownUser(actor)
    if (!(await passwordMatches(user.passwordHash, current)))
      throw new Invalid('Kata sandi saat ini tidak cocok.', { current: 'Kata sandi saat ini tidak cocok.' })
    await this.setPassword(actor, user.id, next, 'change-password')
  }

  /** Ends all sessions of the actor, this one included. */
  async endSessions(actor: Actor): Promise<void> {
    await this.database.inTransaction(async () => {
      await this.accounts.updateUser(actor.userId ?? '', { sessionsValidFrom: instant(this.clock) })
      await this.record(actor, 'end-sessions', actor.userId ?? '')
    })
  }

  /** A token that sets the password of a user once within 48 hours; earlier ones stop working. */
  async issueLink(actor: Actor, userId: string): Promise<string> {
    const { token, row } = this.newLink(userId)
    await this.database.inTransaction(async () => {
      await this.accounts.closeLinks(userId, row.createdAt)
      await this.accounts.insertLinks([row])
      await this.record(actor, 'issue-link', userId)
    })
    return token
  }

  /** First links for accounts that were just made, in one statement inside the caller's transaction; tokens by user. */
  async firstLinks(userIds: readonly string[]): Promise<Map<string, string>> {
    const links = userIds.map(userId => ({ userId, ...this.newLink(userId) }))
    await this.accounts.insertLinks(links.map(link => link.row))
    return new Map(links.map(link => [link.userId, link.token]))
  }

  /** Whose password an unused, unexpired token sets. */
  async userOfLink(token: string): Promise<User> {
    const link = await this.accounts.findLink(sha256(token))
    if (!link || link.usedAt !== null || link.expiresAt <= instant(this.clock)) throw new NotFound('Tautan')
    const user = await this.accounts.findById(link.userId)
    if (!user || user.disabledAt) throw new NotFound('Tautan')
    return user
  }

  async useLink(token: string, password: string, requestId: string): Promise<void> {
    const user = await this.userOfLink(token)
    await this.setPassword(
      { ...NOBODY, userId: user.id, name: user.name, requestId },
      user.id,
      password,
      'use-link',
    )
  }

  private async setPassword(actor: Actor, userId: string, password: string, action: string): Promise<void> {
    const passwordHash = await hashPassword(password)
    const now = instant(this.clock)
    await this.database.inTransaction(async () => {
      await this.accounts.updateUser(userId, {
        passwordHash,
        passwordChangedAt: now,
        mustChangePassword: false,
        sessionsValidFrom: now,
      })
      await this.accounts.closeLinks(userId, now)
      await this.record(actor, action, userId)
    })
  }

  private newLink(userId: string) {
    const token = randomBytes(24).toString('base64url')
    const expiresAt = new Date(this.clock().getTime() + LINK_HOURS * 3_600_000).toISOString()
    const row = { id: newId(), userId, tokenHash: sha256(token), createdAt: instant(this.clock), expiresAt }
    return { token, row }
  }

  private record(actor: Actor, action: string, userId: string): Promise<void> {
    return this.database.inTransaction(() =>
      this.audit.record(actor, { action, subjectType: 'user', subjectId: userId }),
    )
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
        satkerLevel: row.satkerLevel,
        timeZone: row.timeZone,
        parts: row.parts === null ? null : row.parts.split(','),
        acting: !row.assigned && Boolean(row.acting),
      },
    ]
  }
}
