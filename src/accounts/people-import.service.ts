import type { Actor } from '../access/actor'
import { ROLE_NAMES } from '../access/roles'
import type { Act, AuditService } from '../audit/audit.service'
import { instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import { newId } from '../db/ids'
import { isTaken } from '../db/taken'
import type { ImportedRow, Importer, ImportOptions, ImportOutcome } from '../imports/importer'
import type { InstrumentsService } from '../instruments/instruments.service'
import type { SatkerService } from '../satker/satker.service'
import type { Table } from '../spreadsheets/table'
import { formatNip } from '../web/format/person'
import { AccountsRepository } from './accounts.repository'
import type { OneTimeLinks } from './one-time-links'
import { partNames } from './part-names'
import { readPeopleRows, type PeopleFile, type PeopleFileRow } from './people-columns'
import { planPeople, type PeoplePlan, type PlannedPerson } from './people-plan'
import { PeopleRepository, type PersonRow } from './people.repository'
import type { PersonDraft } from './people.service'

export interface AccountLink {
  /** False: the password of an account that stood was taken away, because a role lies beyond who could change it. */
  readonly isNew: boolean
  readonly name: string
  readonly login: string
  /** Sets the password once; kept nowhere. */
  readonly address: string
}

export interface PeopleRun extends ImportOutcome {
  readonly links: readonly AccountLink[]
}

/** Accounts and their roles from a file, in a constant number of statements. */
export class PeopleImportService implements Importer<PeopleRun> {
  private readonly people: PeopleRepository
  private readonly rows: AccountsRepository

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly satker: SatkerService,
    private readonly instruments: InstrumentsService,
    private readonly links: OneTimeLinks,
  ) {
    this.people = new PeopleRepository(database)
    this.rows = new AccountsRepository(database)
  }

  async check(actor: Actor, table: Table, options: ImportOptions): Promise<ImportOutcome> {
    return (await this.plan(actor, await this.read(table), options)).outcome
  }

  async run(actor: Actor, table: Table, options: ImportOptions): Promise<PeopleRun> {
    const file = await this.read(table)
    try {
      return await this.runOnce(actor, file, options)
    } catch (error) {
      // Somebody took one of these logins meanwhile: now their account is there to be planned with.
      if (!isTaken(error)) throw error
      return this.runOnce(actor, file, options)
    }
  }

  private runOnce(actor: Actor, file: PeopleFile, options: ImportOptions): Promise<PeopleRun> {
    return this.database.inTransaction(async () => {
      await this.satker.hold()
      await this.rows.holdUsers((await this.standing(file.rows)).map(person => person.id))
      const { plan, outcome } = await this.plan(actor, file, options)
      if (outcome.faults.length > 0) return { ...outcome, links: [] }
      const made = plan.people.filter(person => !person.before)
      await this.rows.insertUsers(made.map(person => this.newUser(person)))
      await this.rows.changeFacts(
        plan.people.filter(person => person.before).map(person => ({ id: person.id, ...person.facts })),
      )
      await this.people.insertMemberships(plan.memberships.map(membership => membership.row))
      await this.rows.revokePasswords(
        plan.revoked.map(person => person.id),
        instant(this.clock),
      )
      await this.audit.recordAll(actor, actsOf(plan))
      const links = await this.linksFor([
        ...made,
        ...plan.revoked.filter(person => !person.before?.disabledAt),
      ])
      return { ...outcome, links }
    })
  }

  private async linksFor(people: readonly PlannedPerson[]): Promise<AccountLink[]> {
    const tokens = await this.links.first(people.map(person => person.id))
    return people.map(({ id, facts, before }) => ({
      isNew: !before,
      name: facts.name,
      login: loginWords(facts),
      address: this.links.addressOf(tokens.get(id) ?? ''),
    }))
  }

  private async read(table: Table): Promise<PeopleFile> {
    return readPeopleRows(table, partNames(await this.instruments.inUse()))
  }

  private async plan(actor: Actor, { rows, faults }: PeopleFile, { update }: ImportOptions) {
    const [people, satker] = await Promise.all([
      this.standing(rows),
      this.satker.byCodes(actor, 'manage-accounts', present(rows.map(row => row.values.satker))),
    ])
    const memberships = await this.people.memberships(people.map(person => person.id))
    const plan = planPeople(rows, { actor, update, people, memberships, satker, now: this.clock(), newId })
    const all = [...faults, ...plan.faults].sort((a, b) => a.row - b.row)
    return { plan, outcome: outcomeOf(plan, rows, all) }
  }

  /** The accounts that the file names. */
  private standing(rows: readonly PeopleFileRow[]): Promise<PersonRow[]> {
    return this.people.withLogins(
      present(rows.map(row => row.values.nip)),
      present(rows.map(row => row.values.email)),
    )
  }

  private newUser({ id, facts }: PlannedPerson) {
    const now = instant(this.clock)
    return { ...facts, id, mustChangePassword: true, sessionsValidFrom: now, createdAt: now }
  }
}

const present = <T>(values: readonly (T | null)[]): T[] =>
  [...new Set(values)].filter(value => value !== null)

const loginWords = ({ nip, email }: PersonDraft): string => (nip ? formatNip(nip) : (email ?? ''))

function outcomeOf(
  plan: PeoplePlan,
  rows: readonly PeopleFileRow[],
  faults: ImportOutcome['faults'],
): ImportOutcome {
  const isMade = new Set(plan.people.filter(person => !person.before).map(person => person.id))
  const touched = new Map(plan.people.map(person => [person.number, isMade.has(person.id)]))
  for (const { number, row } of plan.memberships) touched.set(number, isMade.has(row.userId))
  const imported: ImportedRow[] = rows.flatMap(({ number, values }) => {
    const isNew = touched.get(number)
    if (isNew === undefined) return []
    return [
      { number, isNew, cells: [values.name, loginWords(values), ROLE_NAMES[values.role], values.satker] },
    ]
  })
  return faults.length > 0
    ? { rows: [], unchanged: 0, faults }
    : { rows: imported, unchanged: rows.length - imported.length, faults }
}

function actsOf(plan: PeoplePlan): Act[] {
  const satkerOf = new Map(plan.memberships.map(({ row, unit }) => [row.userId, unit.id]))
  const people = plan.people.map(({ id, facts, before }) => ({
    action: before ? 'change-account' : 'add-account',
    subjectType: 'user',
    subjectId: id,
    satkerId: satkerOf.get(id) ?? null,
    before: before ? { name: before.name, nip: before.nip, email: before.email } : undefined,
    after: facts,
  }))
  const memberships = plan.memberships.map(({ row, unit }) => ({
    action: 'add-membership',
    subjectType: 'user',
    subjectId: row.userId,
    satkerId: unit.id,
    after: {
      role: row.role,
      parts: row.parts,
      acting: row.acting,
      validFrom: row.validFrom,
      validUntil: row.validUntil,
    },
  }))
  const revoked = plan.revoked.map(({ id }) => ({
    action: 'revoke-password',
    subjectType: 'user',
    subjectId: id,
    satkerId: satkerOf.get(id) ?? null,
  }))
  return [...people, ...memberships, ...revoked]
}
