import { createHash, randomBytes } from 'node:crypto'
import type { Actor } from '../access/actor'
import type { AuditService } from '../audit/audit.service'
import { instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import { newId } from '../db/ids'
import type { Mailer } from '../mail/mailer'
import { paths } from '../paths'
import { NotFound } from '../refusals'
import { AccountsRepository } from './accounts.repository'
import type { User } from './user.entity'

export const LINK_HOURS = 48

/** A link to hand over once; it is kept nowhere. */
export interface HandedLink {
  readonly address: string
  /** Where it was mailed to as well; null when it was not. */
  readonly mailedTo: string | null
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** Links that set the password of an account once; only the hash of their token is kept. */
export class OneTimeLinks {
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

  /** A token that sets the password of a user once within 48 hours; earlier ones stop working. */
  async issue(actor: Actor, userId: string): Promise<string> {
    return this.database.inTransaction(async () => {
      await this.accounts.holdUsers([userId])
      await this.accounts.closeLinks([userId], instant(this.clock))
      const tokens = await this.first([userId])
      await this.audit.record(actor, { action: 'issue-link', subjectType: 'user', subjectId: userId })
      return tokens.get(userId) ?? ''
    })
  }

  /** Links of accounts that have none, in one statement inside the caller's transaction; tokens by user. */
  async first(userIds: readonly string[]): Promise<Map<string, string>> {
    const createdAt = instant(this.clock)
    const expiresAt = new Date(this.clock().getTime() + LINK_HOURS * 3_600_000).toISOString()
    const tokens = new Map(userIds.map(id => [id, randomBytes(24).toString('base64url')]))
    await this.accounts.insertLinks(
      [...tokens].map(([userId, token]) => ({
        id: newId(),
        userId,
        tokenHash: sha256(token),
        createdAt,
        expiresAt,
      })),
    )
    return tokens
  }

  /** Whose password an unused, unexpired token sets. */
  async ownerOf(token: string): Promise<User> {
    const link = await this.accounts.findLink(sha256(token))
    if (!link || link.usedAt !== null || link.expiresAt <= instant(this.clock)) throw new NotFound('Tautan')
    const user = await this.accounts.findById(link.userId)
    if (!user || user.disabledAt) throw new NotFound('Tautan')
    return user
  }

  /**
   * Uses a token up inside the caller's transaction, which holds its owner. Whoever looked at it before, however
   * lately, may find it used, closed or the account ended: NotFound.
   */
  async useUp(token: string): Promise<User> {
    const { id } = await this.ownerOf(token)
    await this.accounts.holdUsers([id])
    const owner = await this.ownerOf(token)
    if (!(await this.accounts.useUpLink(sha256(token), instant(this.clock)))) throw new NotFound('Tautan')
    return owner
  }

  /** The address of a link, from the configured base URL, never from a request. */
  addressOf(token: string): string {
    return `${this.baseUrl}${paths.oneTimeLink(token)}`
  }

  get canMail(): boolean {
    return this.mailer.isConfigured
  }

  /** Mails a link; false when mail is not set up. */
  async mail(email: string, token: string): Promise<boolean> {
    if (!this.canMail) return false
    await this.mailer.send({
      to: email,
      subject: 'Tautan kata sandi Zona Integritas',
      text: `Buka tautan ini untuk membuat kata sandi baru. Tautan berlaku ${LINK_HOURS} jam dan satu kali.\n\n${this.addressOf(token)}\n\nAbaikan surel ini bila Anda tidak memintanya.`,
    })
    return true
  }

  /** For the screen in any case, and mailed where there is an address: a mail server that is down must not hide it. */
  async handOver(email: string | null, token: string): Promise<HandedLink> {
    const mailed = email ? await this.mail(email, token).catch(() => false) : false
    return { address: this.addressOf(token), mailedTo: mailed ? email : null }
  }
}
