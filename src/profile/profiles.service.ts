import type { Actor } from '../access/actor'
import type { AuditService } from '../audit/audit.service'
import { instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import { newId } from '../db/ids'
import { placeOf, lastDayOf, type Quarter } from '../engine/profile/quarter'
import { Conflict, Invalid, NotFound } from '../refusals'
import type { EntriesService } from '../registers/entries.service'
import {
  registerRole,
  requireKeeper,
  type RegisterUnit,
  type RegisterUnits,
} from '../registers/register-unit'
import type { Headcount } from '../roster/employee-facts'
import type { RosterService } from '../roster/roster.service'
import { profileAct } from './profile-acts'
import { profileEntry } from './profile-entry'
import {
  profileFaults,
  sameProfile,
  type KeptProfile,
  type ProfileDraft,
  type ProfileRow,
} from './profile-facts'
import { quarterName } from './profile-words'
import { ProfilesRepository, type StoredProfile } from './profiles.repository'

const CHANGED = 'Profil ini diubah orang lain sejak Anda membukanya.'
const NOT_SAVED = 'Profil belum tersimpan.'

/** What a satker counts of itself, quarter by quarter. */
export class ProfilesService {
  private readonly profiles: ProfilesRepository

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly units: RegisterUnits,
    private readonly entries: EntriesService,
    private readonly roster: RosterService,
    private readonly clock: Clock,
  ) {
    this.profiles = new ProfilesRepository(database)
  }

  /** Every quarter of a satker, the oldest first. Two statements. */
  async known(satkerId: string): Promise<ProfileRow[]> {
    return this.whole(await this.profiles.known(satkerId))
  }

  /** As `known`, to be carried away as a file: the trail remembers by whom and how many. */
  async exported(actor: Actor, { satkerId }: RegisterUnit): Promise<ProfileRow[]> {
    const rows = await this.known(satkerId)
    await this.database.inTransaction(() =>
      this.audit.record(actor, {
        action: 'export-profiles',
        subjectType: 'profiles',
        subjectId: satkerId,
        satkerId,
        after: { rows: rows.length },
      }),
    )
    return rows
  }

  /** What the roster counts on the last day of each quarter, or today where that is still to come. One statement. */
  async headcounts(
    unit: Pick<RegisterUnit, 'satkerId' | 'timeZone'>,
    quarters: readonly Quarter[],
  ): Promise<Headcount[]> {
    const today = this.units.today(unit)
    const days = quarters.map(quarter => (lastDayOf(quarter) < today ? lastDayOf(quarter) : today))
    return this.roster.headcounts(unit.satkerId, days)
  }

  /** A quarter at a satker whose registers the actor reads; NotFound otherwise. Two statements. */
  async get(actor: Actor, id: string): Promise<ProfileRow> {
    const row = await this.profiles.visible(actor, id)
    if (!row) throw new NotFound('Profil satker')
    return (await this.whole([row]))[0]!
  }

  /** As `get`, for whoever keeps it; Refused for those who read. */
  async toKeep(actor: Actor, id: string): Promise<ProfileRow> {
    const row = await this.get(actor, id)
    requireKeeper(actor, row)
    return row
  }

  async add(actor: Actor, unit: RegisterUnit, draft: ProfileDraft): Promise<string> {
    requireKeeper(actor, unit)
    const id = newId()
    await this.database.inTransaction(async () => {
      await this.profiles.hold(unit.satkerId)
      const known = await this.profiles.known(unit.satkerId)
      if (known.some(one => placeOf(one) === placeOf(draft)))
        throw new Invalid(NOT_SAVED, { quarter: `${quarterName(draft)} sudah tercatat.` })
      this.requireSound(unit, draft)
      await this.put([{ ...draft, id, satkerId: unit.satkerId, version: 1 }])
      await this.audit.record(actor, {
        ...profileAct('add-profile', { id, satkerId: unit.satkerId }, { after: draft }),
        ...registerRole(actor, unit),
      })
    })
    return id
  }

  /** Saves a form that was filled from `version`; Conflict with the present row when somebody else saved since. */
  async change(
    actor: Actor,
    id: string,
    version: number,
    given: Pick<ProfileDraft, 'figures' | 'areas'>,
  ): Promise<void> {
    await this.database.inTransaction(async () => {
      const row = await this.held(actor, id)
      if (row.version !== version) throw new Conflict(CHANGED, row)
      const draft = { ...given, year: row.year, quarter: row.quarter }
      if (sameProfile(row, draft)) return
      this.requireSound(row, draft)
      await this.put([{ ...draft, id, satkerId: row.satkerId, version: version + 1 }])
      await this.audit.record(actor, {
        ...profileAct('change-profile', row, { before: row, after: draft }),
        ...registerRole(actor, row),
      })
    })
  }

  async remove(actor: Actor, id: string): Promise<ProfileRow> {
    return this.database.inTransaction(async () => {
      const row = await this.held(actor, id)
      await this.entries.remove([id])
      await this.profiles.remove(id)
      await this.audit.record(actor, {
        ...profileAct('remove-profile', row, { before: row }),
        ...registerRole(actor, row),
      })
      return row
    })
  }

  /** Keeps rows with their entries, in the transaction of the act itself. A constant number of statements. */
  async put(rows: readonly KeptProfile[]): Promise<void> {
    const createdAt = instant(this.clock)
    await this.profiles.put(
      rows.map(({ id, satkerId, version, year, quarter, figures }) => ({
        ...figures,
        id,
        satkerId,
        version,
        year,
        quarter,
        createdAt,
      })),
    )
    await this.entries.put(rows.map(profileEntry))
  }

  /** How many quarters stand and which is the latest. One statement. */
  async standing(satkerId: string) {
    const row = await this.profiles.standing(satkerId)
    return {
      quarters: Number(row?.quarters ?? 0),
      latest: row && row.latest !== null ? Number(row.latest) : null,
    }
  }

  private async whole(rows: readonly StoredProfile[]): Promise<ProfileRow[]> {
    const supported = await this.entries.supportsOf(rows.map(row => row.id))
    return rows.map(row => ({
      ...row,
      areas: supported.get(row.id)?.areas ?? [],
      questions: supported.get(row.id)?.questions ?? [],
    }))
  }

  private async held(actor: Actor, id: string): Promise<ProfileRow> {
    const seen = await this.toKeep(actor, id)
    await this.profiles.hold(seen.satkerId)
    return this.get(actor, id)
  }

  private requireSound(unit: Pick<RegisterUnit, 'timeZone'>, draft: ProfileDraft): void {
    const faults = profileFaults(draft, this.units.today(unit))
    if (Object.keys(faults).length > 0) throw new Invalid(NOT_SAVED, faults)
  }
}
