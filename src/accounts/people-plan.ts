import type { Actor } from '../access/actor'
import { civilDate } from '../clock'
import type { SatkerRow } from '../satker/satker-facts'
import type { TableFault } from '../spreadsheets/table'
import { mayChangeAccount, outreaches, rolesToGive } from './granting'
import { overlaps, type MembershipRow } from './membership-facts'
import { membershipRowOf, roleFault } from './membership-rules'
import type { PeopleFileRow } from './people-columns'
import type { PersonRow } from './people.repository'
import type { PersonDraft } from './people.service'

/** What stands, and who imports. */
export interface PeopleMeans {
  readonly actor: Actor
  readonly update: boolean
  readonly people: readonly PersonRow[]
  readonly memberships: readonly MembershipRow[]
  /** By lower-case code, within the actor's reach. */
  readonly satker: ReadonlyMap<string, SatkerRow>
  readonly now: Date
  readonly newId: () => string
}

/** One person of the file, whose rows agree. */
export interface PlannedPerson {
  readonly number: number
  readonly id: string
  readonly facts: PersonDraft
  readonly before: PersonRow | undefined
}

interface PlannedMembership {
  readonly number: number
  readonly row: ReturnType<typeof membershipRowOf>
  readonly unit: SatkerRow
}

export interface PeoplePlan {
  readonly people: readonly PlannedPerson[]
  readonly memberships: readonly PlannedMembership[]
  /** Accounts that stand and get a role beyond those who could change them until now. */
  readonly revoked: readonly PlannedPerson[]
  readonly faults: readonly TableFault[]
}

/** A browser that stands open must not lead the letters with links elsewhere. */
export const OWN_EMAIL = 'Surel sendiri diubah di Akun saya, dengan kata sandi saat ini.'

/** The own page shows what satker keep under the NIP of the account. */
export const OWN_NIP = 'NIP Anda diubah oleh administrator lain.'

const EMPTY = { people: [], memberships: [], revoked: [] }

/** What a file would make of the accounts. Pure but for the ids it is given; every fault has its row. */
export function planPeople(rows: readonly PeopleFileRow[], means: PeopleMeans): PeoplePlan {
  const plan = new PeoplePlanning(means)
  for (const row of rows) plan.take(row)
  const { people, memberships, revoked, faults } = plan
  return faults.length > 0
    ? { ...EMPTY, faults }
    : { people: [...people], memberships, revoked: [...revoked], faults }
}

class PeoplePlanning {
  readonly faults: TableFault[] = []
  readonly people = new Set<PlannedPerson>()
  readonly memberships: PlannedMembership[] = []
  readonly revoked = new Set<PlannedPerson>()
  private readonly given = new Map<string, readonly PlannedMembership[]>()
  private readonly inFile = new Map<string, PlannedPerson>()
  private readonly standing = new Map<string, PersonRow>()
  private readonly held = new Map<string, MembershipRow[]>()

  constructor(private readonly means: PeopleMeans) {
    for (const person of means.people) for (const login of loginsOf(person)) this.standing.set(login, person)
    for (const membership of means.memberships) {
      const held = this.held.get(membership.userId)
      if (held) held.push(membership)
      else this.held.set(membership.userId, [membership])
    }
  }

  take(row: PeopleFileRow): void {
    const person = this.personOf(row)
    const unit = this.means.satker.get(row.values.satker.toLowerCase())
    if (!unit) return this.fault(row, 'Kode satker', 'Tidak ada satker dengan kode itu.')
    const unfit = roleFault(this.means.actor, row.values.role, unit)
    if (unfit) return this.fault(row, 'Peran', unfit)
    if (person) this.takeMembership(row, person, unit)
  }

  private personOf(row: PeopleFileRow): PlannedPerson | undefined {
    const { name, nip, email } = row.values
    const facts: PersonDraft = { name, nip, email }
    const logins = loginsOf(facts)
    if (logins.length === 0) return void this.fault(row, 'NIP', 'Isi NIP atau surel.')
    const earlier = logins.map(login => this.inFile.get(login)).find(found => found !== undefined)
    if (earlier) {
      if (sameFacts(earlier.facts, facts)) return earlier
      const message = `Nama, NIP, dan surel harus sama dengan baris ${earlier.number}: orangnya sama.`
      return void this.fault(row, 'Nama', message)
    }
    const before = this.standingPerson(row, logins)
    if (before === 'refused') return undefined
    const kept = before ? { name, nip: nip ?? before.nip, email: email ?? before.email } : facts
    const person = { number: row.number, id: before?.id ?? this.means.newId(), facts: kept, before }
    const entry = { ...person, facts }
    for (const login of logins) this.inFile.set(login, entry)
    if (before?.id === this.means.actor.userId && kept.email !== before?.email)
      return void this.fault(row, 'Surel', OWN_EMAIL)
    if (before?.id === this.means.actor.userId && kept.nip !== before?.nip)
      return void this.fault(row, 'NIP', OWN_NIP)
    if (!before || !sameFacts(kept, before)) this.people.add(person)
    return entry
  }

  /** The account that these logins belong to already, when the actor may change it. */
  private standingPerson(row: PeopleFileRow, logins: readonly string[]): PersonRow | undefined | 'refused' {
    const found = logins.map(login => this.standing.get(login)).filter(person => person !== undefined)
    const [before, other] = [...new Set(found)]
    if (!before) return undefined
    const column = row.values.nip && before.nip === row.values.nip ? 'NIP' : 'Surel'
    const refuse = (message: string) => (this.fault(row, column, message), 'refused' as const)
    if (other) return refuse('NIP dan surel ini milik dua akun yang berbeda.')
    const { actor, update, now } = this.means
    const held = this.held.get(before.id) ?? []
    const seen = held.some(one => rolesToGive(actor, one).length > 0)
    const changeable = mayChangeAccount(actor, held, now)
    if (!seen && held.length > 0) return refuse('Sudah dipakai akun lain. Hubungi administrator pusat.')
    if (!update) return refuse(`Sudah dipakai akun ${before.name}. Pilih “perbarui” bila memang orang itu.`)
    if (!changeable)
      return refuse('Akun ini juga berperan di luar kewenangan Anda. Hubungi administrator pusat.')
    return before
  }

  private takeMembership(row: PeopleFileRow, person: PlannedPerson, unit: SatkerRow): void {
    const { actor, now } = this.means
    const today = civilDate(now, unit.timeZone)
    const { validFrom, validUntil, role } = row.values
    if (validUntil !== null && validUntil < (validFrom ?? today))
      return this.fault(row, 'Sampai', 'Hari terakhir mendahului mulainya.')
    const made = membershipRowOf(row.values, {
      id: this.means.newId(),
      userId: person.id,
      satkerId: unit.id,
      today,
      now: now.toISOString(),
    })
    const same = (one: { role: string; satkerId: string; validFrom: string; validUntil: string | null }) =>
      one.role === role && one.satkerId === unit.id && overlaps(one, made)
    const given = this.given.get(person.id) ?? []
    const twin = given.find(one => same(one.row))
    if (twin) return this.fault(row, 'Peran', `Peran ini sudah ada di baris ${twin.number}.`)
    if ((this.held.get(person.id) ?? []).some(same)) return
    if (person.id === actor.userId)
      return this.fault(row, 'Peran', 'Peran untuk diri sendiri diberikan oleh administrator lain.')
    const place = { satkerId: unit.id, satkerPath: unit.path }
    if (outreaches(actor, role, place, this.held.get(person.id) ?? [], now)) this.revoked.add(person)
    const membership = { number: row.number, row: made, unit }
    this.memberships.push(membership)
    this.given.set(person.id, [...given, membership])
  }

  private fault(row: PeopleFileRow, column: string, message: string): void {
    this.faults.push({ row: row.number, column, message })
  }
}

/** Both in one space of words: an e-mail address has an at sign, a NIP has digits alone. */
const loginsOf = ({ nip, email }: Pick<PersonDraft, 'nip' | 'email'>): string[] =>
  [nip, email].filter(login => login !== null)

const sameFacts = (one: PersonDraft, other: PersonDraft): boolean =>
  one.name === other.name && one.nip === other.nip && one.email === other.email
