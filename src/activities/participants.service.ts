import type { Actor } from '../access/actor'
import type { AuditService } from '../audit/audit.service'
import type { Database } from '../db/database'
import { Invalid } from '../refusals'
import { registerRole, type RegisterUnit } from '../registers/register-unit'
import type { ActivitiesService } from './activities.service'
import { participantsAct } from './activity-acts'
import type { ActivityRow } from './activity-facts'
import { ParticipantsRepository, type RosterPerson, type WhoMatches } from './participants.repository'

/** Whom a page of participants looks for, beside the activity itself. */
export type ParticipantsQuery = Pick<WhoMatches, 'among' | 'search' | 'pokja'> & { readonly page: number }

export interface ParticipantsPart {
  readonly rows: readonly RosterPerson[]
  /** How many match. */
  readonly total: number
}

const NAMES_ON_PAGE = 500

/** Who of the roster took part. */
export class ParticipantsService {
  private readonly participants: ParticipantsRepository

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly activities: ActivitiesService,
  ) {
    this.participants = new ParticipantsRepository(database)
  }

  /** Those who are named at an activity that the caller may read, by name; of very many the first. */
  named({ id }: Pick<ActivityRow, 'id'>): Promise<RosterPerson[]> {
    return this.participants.named(id, NAMES_ON_PAGE)
  }

  /** Everybody who is named at some activity of a satker, by row of the roster; a name that several bear with the position. One statement. */
  async namedAnywhere({ satkerId }: Pick<RegisterUnit, 'satkerId'>): Promise<ReadonlyMap<string, string>> {
    const people = await this.participants.namedAnywhere(satkerId)
    const bearers = new Map<string, number>()
    for (const { name } of people) bearers.set(name, (bearers.get(name) ?? 0) + 1)
    return new Map(
      people.map(({ id, name, position }) => [
        id,
        position !== '' && Number(bearers.get(name)) > 1 ? `${name} (${position})` : name,
      ]),
    )
  }

  /** At how many activities people are named, by their rows of the roster. One statement. */
  countsOf(employeeIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return this.participants.countsOf(employeeIds)
  }

  /** The page that the query asks for. Two statements, however many people there are. */
  async page(activity: ActivityRow, query: ParticipantsQuery): Promise<ParticipantsPart> {
    const who = matching(activity, query)
    const [rows, total] = await Promise.all([
      this.participants.rows(who, query.page),
      this.participants.total(who),
    ])
    return { rows, total }
  }

  /** Names some of those who match, or all of them; Invalid when one of the chosen is not on the roster on those days. */
  async add(
    actor: Actor,
    id: string,
    query: ParticipantsQuery,
    chosen: readonly string[] | 'all',
  ): Promise<number> {
    return this.moving(actor, id, chosen, async activity => {
      const found = await this.participants.ids(
        meant(activity, { ...query, among: 'others' }, chosen),
        chosen,
      )
      if (chosen !== 'all') await this.requireKnown(activity, chosen, found)
      await this.participants.insert(found.map(employeeId => ({ activityId: id, employeeId })))
      await this.record(actor, 'add-participants', activity, found.length)
      return found.length
    })
  }

  /** Takes the names of some of those who match away, or of all of them. */
  async remove(
    actor: Actor,
    id: string,
    query: ParticipantsQuery,
    chosen: readonly string[] | 'all',
  ): Promise<number> {
    return this.moving(actor, id, chosen, async activity => {
      const found = await this.participants.ids(meant(activity, { ...query, among: 'named' }, chosen), chosen)
      await this.participants.remove(id, found)
      await this.record(actor, 'remove-participants', activity, found.length)
      return found.length
    })
  }

  private moving(
    actor: Actor,
    id: string,
    chosen: readonly string[] | 'all',
    move: (activity: ActivityRow) => Promise<number>,
  ): Promise<number> {
    if (chosen.length === 0) throw new Invalid('Pilih paling sedikit satu orang.')
    return this.database.inTransaction(async () => {
      const people = await move(await this.activities.held(actor, id))
      await this.activities.enter([id])
      return people
    })
  }

  /** Whoever was named meanwhile by somebody else is no fault. */
  private async requireKnown(
    activity: ActivityRow,
    chosen: readonly string[],
    found: readonly string[],
  ): Promise<void> {
    const already = await this.participants.namedAt([activity.id])
    const known = new Set([...found, ...(already.get(activity.id) ?? [])])
    const strangers = chosen.filter(one => !known.has(one)).length
    if (strangers > 0)
      throw new Invalid(
        `${strangers} orang tidak ada di register pegawai satker ini pada hari kegiatan. Tidak ada yang ditambahkan.`,
      )
  }

  private async record(actor: Actor, action: string, activity: ActivityRow, people: number): Promise<void> {
    if (people === 0) return
    await this.audit.record(actor, {
      ...participantsAct(action, activity, people),
      ...registerRole(actor, activity),
    })
  }
}

const matching = (activity: ActivityRow, { among, search, pokja }: ParticipantsQuery): WhoMatches => ({
  satkerId: activity.satkerId,
  activityId: activity.id,
  among,
  heldOn: activity.heldOn,
  heldUntil: activity.heldUntil,
  search,
  pokja,
})

/** Those chosen one by one are meant whatever the list was narrowed to. */
const meant = (
  activity: ActivityRow,
  query: ParticipantsQuery,
  chosen: readonly string[] | 'all',
): WhoMatches => matching(activity, chosen === 'all' ? query : { ...query, search: '', pokja: '' })
