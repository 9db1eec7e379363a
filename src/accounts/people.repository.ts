import type { Actor } from '../access/actor'
import { hasRole } from '../access/actor'
import type { Role } from '../access/roles'
import { visibleCondition } from '../access/scope'
import { civilDate } from '../clock'
import type { Database } from '../db/database'
import type { TimeZone } from '../web/format/date'
import type { MembershipRow } from './membership-facts'
import { Membership } from './membership.entity'

export type PeopleState = 'berlaku' | 'berakhir' | 'semua'

export interface PeopleFilter {
  /** Part of a name, a NIP or an e-mail address. */
  readonly search: string
  readonly role: Role | ''
  /** Code or part of the name of a satker. */
  readonly satker: string
  readonly state: PeopleState
  readonly now: Date
  readonly limit: number
  readonly offset: number
}

export interface PersonRow {
  readonly id: string
  readonly name: string
  readonly nip: string | null
  readonly email: string | null
  /** Whether a password was ever set. */
  readonly canSignIn: boolean
  readonly passwordChangedAt: string | null
  readonly disabledAt: string | null
  readonly createdAt: string
}

export interface ListedPersonRow extends PersonRow {
  readonly total: number | string
}

const PERSON = `u.id, u.name, u.nip, u.email, CASE WHEN u.password_hash IS NULL THEN 0 ELSE 1 END AS "canSignIn",
  u.password_changed_at AS "passwordChangedAt", u.disabled_at AS "disabledAt", u.created_at AS "createdAt"`

/** A text in which LIKE finds nothing but itself. */
const literally = (text: string) => text.replace(/[\\%_]/g, found => `\\${found}`)

export class PeopleRepository {
  constructor(private readonly database: Database) {}

  /** People with a membership within the actor's reach, by name; the total of all pages stands beside each. */
  async list(actor: Actor, filter: PeopleFilter): Promise<ListedPersonRow[]> {
    const parameters: string[] = []
    const next = (value: string) => `$${parameters.push(value)}`
    const conditions = [this.membershipCondition(actor, filter, parameters)]
    if (filter.state === 'berlaku') conditions.push('u.disabled_at IS NULL')
    if (filter.search) {
      const lower = filter.search.toLowerCase()
      const digits = lower.replace(/\D/g, '')
      const alternatives = [
        `LOWER(u.name) LIKE ${next(`%${literally(lower)}%`)} ESCAPE '\\'`,
        `u.email LIKE ${next(`%${literally(lower)}%`)} ESCAPE '\\'`,
      ]
      if (digits && /^[\d\s.]+$/.test(lower)) alternatives.push(`u.nip LIKE ${next(`%${digits}%`)}`)
      conditions.push(`(${alternatives.join(' OR ')})`)
    }
    const rows = await this.database.query<ListedPersonRow>(
      `SELECT ${PERSON}, COUNT(*) OVER () AS total FROM users u
        WHERE ${conditions.join(' AND ')}
        ORDER BY LOWER(u.name), u.id LIMIT ${Number(filter.limit)} OFFSET ${Number(filter.offset)}`,
      parameters,
    )
    return rows.map(whole)
  }

  async find(id: string): Promise<PersonRow | undefined> {
    const row = await this.database.one<PersonRow>(`SELECT ${PERSON} FROM users u WHERE u.id = $1`, [id])
    return row && whole(row)
  }

  /** All memberships of these people, whoever asks; the caller judges reach. */
  async memberships(userIds: readonly string[]): Promise<MembershipRow[]> {
    const rows = await this.database.query<MembershipRow>(
      `SELECT m.id, m.user_id AS "userId", m.role, m.parts, m.acting, m.valid_from AS "validFrom",
              m.valid_until AS "validUntil", s.id AS "satkerId", s.code AS "satkerCode", s.name AS "satkerName",
              s.path AS "satkerPath", s.time_zone AS "timeZone"
         FROM memberships m JOIN satker s ON s.id = m.satker_id
        WHERE m.user_id IN ${this.database.listOf('$1')}
        ORDER BY m.valid_from DESC, m.id DESC`,
      [JSON.stringify(userIds)],
    )
    return rows.map(row => ({ ...row, acting: Boolean(row.acting) }))
  }

  /** Accounts that have one of these NIPs or e-mail addresses. */
  async withLogins(nips: readonly string[], emails: readonly string[]): Promise<PersonRow[]> {
    const rows = await this.database.query<PersonRow>(
      `SELECT ${PERSON} FROM users u
        WHERE u.nip IN ${this.database.listOf('$1')} OR u.email IN ${this.database.listOf('$2')}`,
      [JSON.stringify(nips), JSON.stringify(emails)],
    )
    return rows.map(whole)
  }

  insertMemberships(rows: readonly Partial<Membership>[]): Promise<void> {
    return this.database.insert(Membership, rows)
  }

  async endMembership(id: string, validUntil: string): Promise<void> {
    await this.database.writing().update(Membership, { id }, { validUntil })
  }

  /** Memberships without an end of centre administrators who can sign in. */
  lastingAdministrators(): Promise<Pick<MembershipRow, 'validFrom' | 'validUntil' | 'timeZone'>[]> {
    return this.database.query(
      `SELECT m.valid_from AS "validFrom", m.valid_until AS "validUntil", s.time_zone AS "timeZone"
         FROM memberships m JOIN users u ON u.id = m.user_id JOIN satker s ON s.id = m.satker_id
        WHERE m.role = 'centre-admin' AND m.valid_until IS NULL AND u.disabled_at IS NULL AND u.password_hash IS NOT NULL`,
    )
  }

  /** The condition on `users u`; its parameters are pushed in the order of their appearance. */
  private membershipCondition(actor: Actor, filter: PeopleFilter, parameters: string[]): string {
    const next = (value: string) => `$${parameters.push(value)}`
    const scope = visibleCondition(actor, 'manage-accounts', 's', 1)
    parameters.push(...scope.parameters)
    const inner = ['m.user_id = u.id', scope.sql]
    if (filter.role) inner.push(`m.role = ${next(filter.role)}`)
    if (filter.satker) {
      const lower = filter.satker.toLowerCase()
      inner.push(
        `(LOWER(s.code) = ${next(lower)} OR LOWER(s.name) LIKE ${next(`%${literally(lower)}%`)} ESCAPE '\\')`,
      )
    }
    const exists = (conditions: readonly string[]) =>
      `EXISTS (SELECT 1 FROM memberships m JOIN satker s ON s.id = m.satker_id WHERE ${conditions.join(' AND ')})`
    const roleless = !filter.role && !filter.satker && hasRole(actor, ['centre-admin'])
    const orRoleless = roleless ? ` OR ${WITHOUT_ROLE}` : ''
    if (filter.state === 'semua') return `(${exists(inner)}${orRoleless})`
    const today = (zone: TimeZone) => next(civilDate(filter.now, zone))
    const lasting = exists([
      ...inner,
      `(m.valid_until IS NULL OR m.valid_until >= CASE s.time_zone WHEN 'Asia/Jakarta' THEN ${today('Asia/Jakarta')}
         WHEN 'Asia/Makassar' THEN ${today('Asia/Makassar')} ELSE ${today('Asia/Jayapura')} END)`,
    ])
    if (filter.state === 'berlaku') return lasting
    return `(${exists(inner)} AND (u.disabled_at IS NOT NULL OR NOT ${lasting})${orRoleless})`
  }
}

/** Whoever never had a role belongs to no satker; only the centre sees them. */
const WITHOUT_ROLE = 'NOT EXISTS (SELECT 1 FROM memberships m WHERE m.user_id = u.id)'

const whole = <Row extends PersonRow>(row: Row): Row => ({ ...row, canSignIn: Boolean(row.canSignIn) })
