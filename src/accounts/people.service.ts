import type { Actor } from '../access/actor'
import { hasRole } from '../access/actor'
import type { AuditService } from '../audit/audit.service'
import { instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import { newId } from '../db/ids'
import { Invalid, NotFound, Refused } from '../refusals'
import type { SatkerService } from '../satker/satker.service'
import { AccountsRepository } from './accounts.repository'
import { FreeLogins } from './free-logins'
import { mayChangeAccount, rolesToGive } from './granting'
import { LastAdministrator } from './last-administrator'
import type { MembershipDraft, MembershipRow } from './membership-facts'
import type { MembershipsService } from './memberships.service'
import type { HandedLink, OneTimeLinks } from './one-time-links'
import { OWN_EMAIL, OWN_NIP } from './people-plan'
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

/** The accounts of other people. */
export class PeopleService {
  private readonly people: PeopleRepository
  private readonly rows: AccountsRepository
  private readonly logins: FreeLogins
  private readonly lastAdministrator: LastAdministrator

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly links: OneTimeLinks,
    private readonly memberships: MembershipsService,
    satker: SatkerService,
  ) {
    this.people = new PeopleRepository(database)
    this.rows = new AccountsRepository(database)
    this.logins = new FreeLogins(database)
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
    const token = await this.logins.take(draft, id, async () => {
      await this.rows.insertUsers([
        { ...draft, id, mustChangePassword: true, sessionsValidFrom: now, createdAt: now },
      ])
      const { satkerId } = await this.memberships.give(actor, id, first)
      await this.record(actor, 'add-account', id, satkerId, undefined, draft)
      return this.links.issue(actor, id)
    })
    return { id, link: await this.links.handOver(draft.email, token) }
  }

  async edit(actor: Actor, id: string, draft: PersonDraft): Promise<void> {
    await this.logins.take(draft, id, async () => {
      const person = await this.held(actor, id)
      if (actor.userId === id && draft.email !== person.email)
        throw new Invalid(OWN_EMAIL, { email: OWN_EMAIL })
      if (actor.userId === id && draft.nip !== person.nip) throw new Invalid(OWN_NIP, { nip: OWN_NIP })
      await this.rows.updateUser(id, { ...draft })
      const before = { name: person.name, nip: person.nip, email: person.email }
      await this.record(actor, 'change-account', id, satkerOf(person), before, draft)
    })
  }

  /** A new one-time link; earlier ones stop working. The password that stands works until the link is used. */
  async giveLink(actor: Actor, id: string): Promise<HandedLink> {
    if (actor.userId === id)
      throw new Refused('Kata sandi sendiri diubah di Akun saya, dengan kata sandi saat ini.')
    const { email, token } = await this.database.inTransaction(async () => {
      const person = await this.held(actor, id)
      if (person.disabledAt) throw new Refused('Akun ini nonaktif. Aktifkan dahulu.')
      return { email: person.email, token: await this.links.issue(actor, id) }
    })
    return this.links.handOver(email, token)
  }

  /** Ends every session at its next request, and every open link. */
  async disable(actor: Actor, id: string): Promise<void> {
    if (actor.userId === id) throw new Refused('Anda tidak dapat menonaktifkan akun sendiri.')
    await this.database.inTransaction(async () => {
      const { memberships } = await this.changeable(actor, id)
      const disable = () => this.disableHeld(actor, id)
      const isAdministrator = memberships.some(one => one.role === 'centre-admin')
      await (isAdministrator ? this.lastAdministrator.keep(disable) : disable())
    })
  }

  private async disableHeld(actor: Actor, id: string): Promise<void> {
    const person = await this.held(actor, id)
    if (person.disabledAt) return
    const now = instant(this.clock)
    await this.rows.updateUser(id, { disabledAt: now, sessionsValidFrom: now })
    await this.rows.closeLinks([id], now)
    await this.record(actor, 'disable-account', id, satkerOf(person))
  }

  async enable(actor: Actor, id: string): Promise<void> {
    await this.database.inTransaction(async () => {
      const person = await this.held(actor, id)
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

  /** As `changeable`, with everybody else kept off the account until the transaction ends. */
  private async held(actor: Actor, id: string): Promise<Person> {
    await this.rows.holdUsers([id])
    return this.changeable(actor, id)
  }

  private seenBy(actor: Actor, row: PersonRow, all: readonly MembershipRow[]): Person {
    return {
      ...row,
      memberships: all.filter(membership => rolesToGive(actor, membership).length > 0),
      mayChange: mayChangeAccount(actor, all, this.clock()),
    }
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
