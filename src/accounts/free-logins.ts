import type { Database } from '../db/database'
import { isTaken } from '../db/taken'
import { Invalid } from '../refusals'
import { PeopleRepository, type PersonRow } from './people.repository'

type Logins = Pick<PersonRow, 'nip' | 'email'>

/** A NIP or an e-mail address opens one account alone. */
export class FreeLogins {
  private readonly people: PeopleRepository

  constructor(private readonly database: Database) {
    this.people = new PeopleRepository(database)
  }

  /** Runs the transaction that gives these logins to an account; Invalid names those that another one has. */
  async take<T>(logins: Logins, userId: string, work: () => Promise<T>): Promise<T> {
    try {
      return await this.database.inTransaction(async () => {
        await this.refuseTaken(logins, userId)
        return work()
      })
    } catch (error) {
      // Two who take one login at once both find it free; the database lets one of them through.
      if (isTaken(error)) await this.refuseTaken(logins, userId)
      throw error
    }
  }

  private async refuseTaken({ nip, email }: Logins, userId: string): Promise<void> {
    const others = await this.people.withLogins(nip ? [nip] : [], email ? [email] : [])
    const isTakenBy = (fact: keyof Logins, own: string | null) =>
      own !== null && others.some(other => other.id !== userId && other[fact] === own)
    const fields: Record<string, string> = {}
    const advice =
      'sudah dipakai akun lain. Bila orangnya pindah satker, minta administrator pusat menambah perannya.'
    if (isTakenBy('nip', nip)) fields['nip'] = `NIP ini ${advice}`
    if (isTakenBy('email', email)) fields['email'] = `Surel ini ${advice}`
    if (Object.keys(fields).length > 0) throw new Invalid('NIP atau surel sudah dipakai akun lain.', fields)
  }
}
