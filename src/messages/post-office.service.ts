import type { Clock } from '../clock'
import type { Database } from '../db/database'
import type { Mailer } from '../mail/mailer'
import { composeLetter } from './letter'
import { OutboxRepository, type ClaimedRow } from './outbox.repository'

/** Letters tried in one run; the rest follow a minute later. */
const LETTERS = 100
/** Far longer than a mail server is waited for. */
const LEASE_MS = 15 * 60_000
const FIRST_PAUSE_MS = 60_000
const LONGEST_PAUSE_MS = 6 * 3_600_000
/** After so many days nobody wants to hear of it by e-mail. */
const TRIED_DAYS = 7

/** How long a letter rests after so many attempts: 1, 4, 16, 64, 256 minutes, then 6 hours. */
const pauseAfter = (attempts: number): number =>
  Math.min(FIRST_PAUSE_MS * 4 ** Math.min(attempts - 1, 10), LONGEST_PAUSE_MS)

/** Sends what the outbox holds, after the acts that it tells of were committed. */
export class PostOffice {
  private readonly outbox: OutboxRepository

  constructor(
    private readonly database: Database,
    private readonly mailer: Mailer,
    private readonly baseUrl: string,
    private readonly clock: Clock,
  ) {
    this.outbox = new OutboxRepository(database)
  }

  /** Tries every letter that is due. A mail server that takes none at all is left alone until the next run. */
  async sendDue(signal: AbortSignal): Promise<void> {
    if (!this.mailer.isConfigured) return
    for (const letter of await this.outbox.due(this.clock().toISOString(), LETTERS)) {
      if (signal.aborted) return
      const messages = await this.claim(letter)
      if (messages.length > 0 && !(await this.sendClaimed(letter, messages))) return
    }
  }

  private claim(letter: string): Promise<ClaimedRow[]> {
    const now = this.clock()
    const leasedUntil = new Date(now.getTime() + LEASE_MS).toISOString()
    return this.database.inTransaction(() => this.outbox.claim(letter, now.toISOString(), leasedUntil))
  }

  /** False when the mail server takes no letters at all. */
  private async sendClaimed(letter: string, messages: readonly ClaimedRow[]): Promise<boolean> {
    const [{ email, disabledAt }] = messages as readonly [ClaimedRow, ...ClaimedRow[]]
    const ids = messages.map(({ messageId }) => messageId)
    const inTransaction = (work: () => Promise<void>) => this.database.inTransaction(work)
    if (!email || disabledAt !== null) {
      await inTransaction(() => this.outbox.postpone(ids, null, 'No account or address any more.'))
      return true
    }
    const sentAt = this.clock()
    const daily = letter !== ids[0]
    try {
      await this.mailer.send(
        composeLetter(letter, messages, { to: email, baseUrl: this.baseUrl, sentAt, daily }),
      )
    } catch (error) {
      const failure = String(error).slice(0, 500)
      await inTransaction(() => this.outbox.postpone(ids, this.nextTry(messages), failure))
      return concernsLetter(error)
    }
    await inTransaction(() => this.outbox.sent(ids, sentAt.toISOString()))
    return true
  }

  /** Null: it was tried long enough. */
  private nextTry(messages: readonly ClaimedRow[]): string | null {
    const now = this.clock().getTime()
    const oldest = Math.min(...messages.map(({ createdAt }) => Date.parse(createdAt)))
    if (now - oldest > TRIED_DAYS * 86_400_000) return null
    const attempts = Math.max(...messages.map(row => row.attempts))
    return new Date(now + pauseAfter(attempts)).toISOString()
  }
}

/** What is wrong with one letter alone: its address, its size, its words. */
const OF_THE_LETTER: readonly unknown[] = ['EENVELOPE', 'EMESSAGE']

/** Any other fault with a code meets every letter: no way to the mail server, or it does not let us in. */
const concernsLetter = (error: unknown): boolean => {
  const code = (error as { code?: unknown } | null)?.code
  return code === undefined || OF_THE_LETTER.includes(code)
}
