import { Store, type SessionData } from 'express-session'
import type { Clock } from '../../clock'
import type { Database } from '../../db/database'
import { SessionRow } from './session.entity'

/** A visit is written down at most this often; between, only the cookie and the row's date count. */
const TOUCH_EVERY_MS = 5 * 60_000
const REMEMBERED = 10_000

type Done<T = void> = (error?: unknown, value?: T) => void

/** Sessions as rows with an idle expiry. The absolute expiry is checked where the actor is loaded. */
export class SessionStore extends Store {
  private readonly touched = new Map<string, number>()
  /** An answer still under way at the sign-out saves its session afterwards; that must not bring it back. */
  private readonly ended = new Set<string>()

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly idleMinutes: number,
  ) {
    super()
  }

  override get(id: string, done: Done<SessionData | null>): void {
    this.database
      .one<{ data: string }>('SELECT data FROM sessions WHERE id = $1 AND expires_at > $2', [id, this.now()])
      .then(row => done(null, row ? (JSON.parse(row.data) as SessionData) : null), done)
  }

  override set(id: string, session: SessionData, done: Done = () => undefined): void {
    if (this.ended.has(id)) return done()
    const row = { id, data: JSON.stringify(session), expiresAt: this.expiry() }
    this.remember(id)
    this.database
      .inTransaction(() =>
        this.database.insert(SessionRow, [row], { key: ['id'], replace: ['data', 'expiresAt'] }),
      )
      .then(() => done(), done)
  }

  override touch(id: string, _session: SessionData, done: Done = () => undefined): void {
    const last = this.touched.get(id)
    if (last !== undefined && this.clock().getTime() - last < TOUCH_EVERY_MS) return done()
    this.remember(id)
    this.database
      .inTransaction(() =>
        this.database
          .writing()
          .query('UPDATE sessions SET expires_at = $1 WHERE id = $2', [this.expiry(), id]),
      )
      .then(() => done(), done)
  }

  override destroy(id: string, done: Done = () => undefined): void {
    this.touched.delete(id)
    if (this.ended.size >= REMEMBERED) this.ended.clear()
    this.ended.add(id)
    this.database
      .inTransaction(() => this.database.writing().query('DELETE FROM sessions WHERE id = $1', [id]))
      .then(() => done(), done)
  }

  /** Removes what has expired; the server calls it now and then. */
  async sweep(): Promise<void> {
    await this.database.inTransaction(() =>
      this.database.writing().query('DELETE FROM sessions WHERE expires_at <= $1', [this.now()]),
    )
  }

  private remember(id: string): void {
    if (this.touched.size >= REMEMBERED) this.touched.clear()
    this.touched.set(id, this.clock().getTime())
  }

  private now(): string {
    return this.clock().toISOString()
  }

  private expiry(): string {
    return new Date(this.clock().getTime() + this.idleMinutes * 60_000).toISOString()
  }
}
