import type { Database } from '../db/database'
import { InstallationFact } from './installation-fact.entity'

export class InstallationRepository {
  constructor(private readonly database: Database) {}

  /** Null also where the tables were not made yet. */
  async fact(name: string): Promise<string | null> {
    if (!(await this.database.tables()).includes('installation_facts')) return null
    const row = await this.database.one<{ value: string }>(
      'SELECT value FROM installation_facts WHERE name = $1',
      [name],
    )
    return row?.value ?? null
  }

  keep(name: string, value: string): Promise<void> {
    return this.database.insert(InstallationFact, [{ name, value }], { key: ['name'], replace: ['value'] })
  }

  async hasUsers(): Promise<boolean> {
    return (await this.database.one('SELECT id FROM users LIMIT 1')) !== undefined
  }

  /** The code of the oldest unit without a parent. */
  async topOfTree(): Promise<string | null> {
    const row = await this.database.one<{ code: string }>(
      'SELECT code FROM satker WHERE parent_id IS NULL ORDER BY created_at, id LIMIT 1',
    )
    return row?.code ?? null
  }

  /** Administrators of the centre, the oldest first, and whether one of them can sign in with a password. */
  administrators(): Promise<{ id: string; email: string | null; hasPassword: boolean | number }[]> {
    return this.database.query(
      `SELECT u.id, u.email, CASE WHEN u.password_hash IS NULL THEN 0 ELSE 1 END AS "hasPassword"
         FROM users u JOIN memberships m ON m.user_id = u.id
        WHERE m.role = 'centre-admin' AND u.disabled_at IS NULL ORDER BY u.created_at, u.id`,
    )
  }
}
