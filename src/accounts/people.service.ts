import type { Actor } from '../access/actor'
import { hasRole } from '../access/actor'
import type { AuditService } from '../audit/audit.service'
import { instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import { newId } from '../db/ids'
import { Invalid, NotFound, Refused } from '../refusals'
import type { SatkerService } from '../satker/satker.service'
import { AccountsRepository } from './accounts.repository'
import type { AccountsService } from './accounts.service'
import { mayGive, rolesToGive } from './granting'
import { LastAdministrator } from './last-administrator'
import { isLasting, type MembershipDraft, type MembershipRow } from './membership-facts'
import type { MembershipsService } from './memberships.service'
import { PeopleRepository, type PeopleFilter, type PersonRow } from './people.repository'

/** What is kept about a person beside roles; at least one of NIP and e-mail. */
export interface PersonDraft {
  readonly name: string
  readonly nip: string | null
  readonly email: string | null
}

export interface Person extends PersonRow {
  /** Those within the actor's reach, newest first. */
  readonly memberships: readonly MembershipRow[]
  /** Whether the actor may change the account itself: every lasting role of it is the actor's to give. */
  readonly mayChange: boolean
}

/** A link to hand over once; it is kept nowhere. */
export interface HandedLink {
  readonly address: string
  /** Where it was mailed to as well; null when it was not. */
  readonly mailedTo: string | null
}

/** The accounts of other people. */
export class PeopleService {
  private readonly people: PeopleRepository
  private readonly rows: AccountsRepository
  private readonly lastAdministrator: LastAdministrator

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly accounts: AccountsService,
    private readonly memberships: MembershipsService,
    satker: SatkerService,
  ) {
    this.people = new PeopleRepository(database)
    this.rows = new AccountsRepository(database)
    this.lastAdministrator = new LastAdministrator(this.people, satker, clock)
  }

  /** One page of people, each with the memberships within the actor's reach. */
  async list(actor: Actor, filter: Omit<PeopleFilter, 'now'>) {
    const rows = await this.people.list(actor, { ...filter, now: this.clock() })
    const memberships = await this.people.memberships(rows.map(row => row.id))
    return {
      total: Number(rows[0]?.total ?? 0),
      people: rows.map(row =>
        this.seenBy(
          actor,
          row,
          memberships.filter(one => one.userId === row.id),
        ),
      ),
    }
  }

  /** A person within the actor's reach; NotFound otherwise. */
  async get(actor: Actor, id: string): Promise<Person> {
    const row = await this.people.find(id)
    if (!row) throw new NotFound('Pengguna')
    const all = await this.people.memberships([id])
    const person = this.seenBy(actor, row, all)
    const roleless = all.length === 0 && hasRole(actor, ['centre-admin'])
    if (person.memberships.length === 0 && !roleless) throw new NotFound('Pengguna')
    return person
  }

  /** An account with its first role and the link that sets its password. */
  async create(
    actor: Actor,
    draft: PersonDraft,
    first: MembershipDraft,
  ): Promise<{ id: string; link: HandedLink }> {
    const id = newId()
    const now = instant(this.clock)
    const token = await this.database.inTransaction(async () => {
      await this.refuseTakenLogin(draft)
      await this.rows.insertUsers([
        { ...draft, id, mustChangePassword: true, sessionsValidFrom: now, createdAt: now },
      ])
      const satkerId = await this.memberships.give(actor, id, first)
      await this.record(actor, 'add-account', id, satkerId, undefined, draft)
      return this.accounts.issueLink(actor, id)
    })
    return { id, link: await this.handOver(draft.email, token) }
  }

  async edit(actor: Actor, id: string, draft: PersonDraft): Promise<void> {
    await this.database.inTransaction(async () => {
      const person = await this.changeable(actor, id)
      await this.refuseTakenLogin(draft, id)
      await this.rows.updateUser(id, { ...draft })
      const before = { name: person.name, nip: person.nip, email: person.email }
      await this.record(actor, 'change-account', id, satkerOf(person), before, draft)
    })
  }

  /** A new one-time link; earlier ones stop working. The password that stands works until the link is used. */
  async giveLink(actor: Actor, id: string): Promise<HandedLink> {
    const person = await this.changeable(actor, id)
    if (person.disabledAt) throw new Refused('Akun ini nonaktif. Aktifkan dahulu.')
    return this.handOver(person.email, await this.accounts.issueLink(actor, id))
  }

  /** Ends every session at its next request, and every open link. */
  async disable(actor: Actor, id: string): Promise<void> {
    if (actor.userId === id) throw new Refused('Anda tidak dapat menonaktifkan akun sendiri.')
    await this.database.inTransaction(async () => {
      const person = await this.changeable(actor, id)
      if (person.disabledAt) return
      const now = instant(this.clock)
      const disable = async () => {
        await this.rows.updateUser(id, { disabledAt: now, sessionsValidFrom: now })
        await this.rows.closeLinks(id, now)
      }
      const isAdministrator = person.memberships.some(one => one.role === 'centre-admin')
      await (isAdministrator ? this.lastAdministrator.keep(disable) : disable())
      await this.record(actor, 'disable-account', id, satkerOf(person))
    })
  }

  async enable(actor: Actor, id: string): Promise<void> {
    await this.database.inTransaction(async () => {
      const person = await this.changeable(actor, id)
      if (!person.disabledAt) return
      await this.rows.updateUser(id, { disabledAt: null })
      await this.record(actor, 'enable-account', id, satkerOf(person))
    })
  }

  /** A person whose account itself the actor may change; Refused when roles elsewhere stand against it. */
  async changeable(actor: Actor, id: string): Promise<Person> {
    const person = await this.get(actor, id)
    if (!person.mayChange)
      throw new Refused('Akun ini juga berperan di luar kewenangan Anda. Hubungi administrator pusat.')
    return person
  }

  private seenBy(actor: Actor, row: PersonRow, all: readonly MembershipRow[]): Person {
    const now = this.clock()
    return {
      ...row,
      memberships: all.filter(membership => rolesToGive(actor, membership).length > 0),
      mayChange: all.filter(one => isLasting(one, now)).every(one => mayGive(actor, one.role, one)),
    }
  }

  private async refuseTakenLogin({ nip, email }: PersonDraft, self?: string): Promise<void> {
    const others = await this.people.withLogins(nip ? [nip] : [], email ? [email] : [])
    const taken = (fact: 'nip' | 'email', own: string | null) =>
      own !== null && others.some(other => other.id !== self && other[fact] === own)
    const fields: Record<string, string> = {}
    const advice =
      'sudah dipakai akun lain. Bila orangnya pindah satker, minta administrator pusat menambah perannya.'
    if (taken('nip', nip)) fields['nip'] = `NIP ini ${advice}`
    if (taken('email', email)) fields['email'] = `Surel ini ${advice}`
    if (Object.keys(fields).length > 0) throw new Invalid('NIP atau surel sudah dipakai akun lain.', fields)
  }

  private async handOver(email: string | null, token: string): Promise<HandedLink> {
    const address = this.accounts.linkAddress(token)
    // The link is on the screen in any case: a mail server that is down must not hide it.
    const mailed = email ? await this.accounts.sendLink(email, token).catch(() => false) : false
    return { address, mailedTo: mailed ? email : null }
  }

  private record(
    actor: Actor,
    action: string,
    id: string,
    satkerId: string | null,
    before?: unknown,
    after?: unknown,
  ) {
    return this.audit.record(actor, { action, subjectType: 'user', subjectId: id, satkerId, before, after })
  }
}

const satkerOf = (person: Person): string | null => person.memberships[0]?.satkerId ?? null
