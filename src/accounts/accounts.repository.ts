import { IsNull, MoreThan } from 'typeorm'
import type { TimeZone } from '../web/format/date'
import { UNREAD_COUNTED } from '../access/actor'
import type { Role } from '../access/roles'
import type { Database } from '../db/database'
import { OneTimeLink } from './one-time-link.entity'
import { User } from './user.entity'

/** A user row beside one of its memberships; the membership's columns are null for a user without any. */
export interface ActorRow {
  readonly userId: string
  readonly name: string
  readonly mustChangePassword: boolean | number
  readonly sessionsValidFrom: string
  readonly disabledAt: string | null
  readonly role: Role | null
  readonly parts: string | null
  readonly acting: boolean | number
  readonly validFrom: string
  readonly validUntil: string | null
  readonly satkerId: string
  readonly satkerName: string
  readonly satkerPath: string
  readonly satkerHasBelow: boolean | number
  readonly timeZone: TimeZone
  /** 1: a unit that the user evaluates. */
  readonly assigned: number
  /** Messages not opened yet, beside the user's own memberships. */
  readonly unread: number | string
}

export class AccountsRepository {
  constructor(private readonly database: Database) {}

  /**
   * The user and all memberships in one statement; dates are judged by the caller. After them the units that the user
   * evaluates, from the hand-in on: those of the own assignments, and of the teams that the user leads or controls; and
   * those of a running sample that the user scores a second time.
   */
  actorRows(userId: string): Promise<ActorRow[]> {
    return this.database.query<ActorRow>(
      `SELECT u.id AS "userId", u.name, u.must_change_password AS "mustChangePassword",
              u.sessions_valid_from AS "sessionsValidFrom", u.disabled_at AS "disabledAt",
              m.role, m.parts, m.acting, m.valid_from AS "validFrom", m.valid_until AS "validUntil",
              s.id AS "satkerId", s.name AS "satkerName", s.path AS "satkerPath",
              EXISTS (SELECT 1 FROM satker b WHERE b.parent_id = s.id) AS "satkerHasBelow", s.time_zone AS "timeZone",
              0 AS assigned,
              (SELECT COUNT(*) FROM (SELECT 1 FROM messages x WHERE x.user_id = u.id AND x.read_at IS NULL
                                      LIMIT ${UNREAD_COUNTED}) unopened) AS unread
         FROM users u
         LEFT JOIN memberships m ON m.user_id = u.id
         LEFT JOIN satker s ON s.id = m.satker_id
        WHERE u.id = $1
        UNION ALL
       SELECT u.id, u.name, u.must_change_password, u.sessions_valid_from, u.disabled_at,
              'evaluator', NULL, FALSE, '', NULL, s.id, s.name, s.path, FALSE, s.time_zone, 1, 0
         FROM users u
         JOIN evaluator_assignments ea ON ea.ended_at IS NULL
          AND (ea.user_id = u.id OR EXISTS (SELECT 1 FROM team_seats t WHERE t.team_id = ea.team_id
                AND t.user_id = u.id AND t.seat <> 'member' AND t.ended_at IS NULL))
         JOIN assessments a ON a.id = ea.assessment_id AND a.stage <> 'draf'
         JOIN satker s ON s.id = a.satker_id
        WHERE u.id = $2
        UNION ALL
       SELECT u.id, u.name, u.must_change_password, u.sessions_valid_from, u.disabled_at,
              'second-scorer', NULL, FALSE, '', NULL, s.id, s.name, s.path, FALSE, s.time_zone, 1, 0
         FROM users u
         JOIN sampled_units su ON su.user_id = u.id
         JOIN samples k ON k.id = su.sample_id AND k.closed_at IS NULL
         JOIN assessments a ON a.id = su.assessment_id AND a.stage <> 'draf'
         JOIN satker s ON s.id = a.satker_id
        WHERE u.id = $3
        ORDER BY assigned, "validFrom"`,
      [userId, userId, userId],
    )
  }

  findByLogin(login: string): Promise<User | null> {
    return this.database.manager
      .getRepository(User)
      .createQueryBuilder('u')
      .where('u.nip = :login OR u.email = :login', { login })
      .getOne()
  }

  findById(id: string): Promise<User | null> {
    return this.database.manager.getRepository(User).findOneBy({ id })
  }

  async isEmpty(): Promise<boolean> {
    return (await this.database.query('SELECT id FROM users LIMIT 1')).length === 0
  }

  /**
   * Holds other writers off these accounts until the transaction ends, so that what is decided on is what stands. Who
   * also holds the tree of units does so before.
   */
  async holdUsers(ids: readonly string[]): Promise<void> {
    if (this.database.dialect === 'postgres')
      await this.database
        .writing()
        .query(`SELECT id FROM users WHERE id IN ${this.database.listOf('$1')} ORDER BY id FOR UPDATE`, [
          JSON.stringify(ids),
        ])
  }

  insertUsers(users: readonly Partial<User>[]): Promise<void> {
    return this.database.insert(User, users)
  }

  /** Name, NIP and e-mail of accounts that stand, in one statement. */
  async changeFacts(users: readonly Pick<User, 'id' | 'name' | 'nip' | 'email'>[]): Promise<void> {
    if (users.length === 0) return
    const fact = (name: string) =>
      this.database.dialect === 'sqlite' ? `json_extract(value, '$.${name}')` : `value->>'${name}'`
    const each = this.database.dialect === 'sqlite' ? 'json_each($1)' : 'json_array_elements($1::json)'
    await this.database.writing().query(
      `UPDATE users SET name = new.name, nip = new.nip, email = new.email
         FROM (SELECT ${fact('id')} AS id, ${fact('name')} AS name, ${fact('nip')} AS nip, ${fact('email')} AS email
                 FROM ${each}) AS new
        WHERE users.id = new.id`,
      [JSON.stringify(users)],
    )
  }

  async updateUser(id: string, changes: Partial<User>): Promise<void> {
    await this.database.writing().update(User, { id }, changes)
  }

  /** Takes password, links and sessions away from these users. */
  async revokePasswords(ids: readonly string[], at: string): Promise<void> {
    if (ids.length === 0) return
    await this.closeLinks(ids, at)
    await this.database.writing().query(
      `UPDATE users SET password_hash = NULL, password_changed_at = NULL, sessions_valid_from = $1
          WHERE id IN ${this.database.listOf('$2')}`,
      [at, JSON.stringify(ids)],
    )
  }

  insertLinks(links: readonly Partial<OneTimeLink>[]): Promise<void> {
    return this.database.insert(OneTimeLink, links)
  }

  findLink(tokenHash: string): Promise<OneTimeLink | null> {
    return this.database.manager.getRepository(OneTimeLink).findOneBy({ tokenHash })
  }

  /** Uses up a link; false when it was used, closed or expired before. */
  async useUpLink(tokenHash: string, at: string): Promise<boolean> {
    const open = { tokenHash, usedAt: IsNull(), expiresAt: MoreThan(at) }
    const { affected } = await this.database.writing().update(OneTimeLink, open, { usedAt: at })
    return affected === 1
  }

  /** Uses up every open link of these users. */
  async closeLinks(userIds: readonly string[], usedAt: string): Promise<void> {
    await this.database
      .writing()
      .query(
        `UPDATE one_time_links SET used_at = $1 WHERE used_at IS NULL AND user_id IN ${this.database.listOf('$2')}`,
        [usedAt, JSON.stringify(userIds)],
      )
  }
}
