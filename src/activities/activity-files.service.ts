import type { Actor } from '../access/actor'
import { partNames } from '../accounts/part-names'
import type { AuditService } from '../audit/audit.service'
import { instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import { newId } from '../db/ids'
import type { Importer, ImportOptions, ImportOutcome } from '../imports/importer'
import type { InstrumentsService } from '../instruments/instruments.service'
import type { EntriesService } from '../registers/entries.service'
import { registerRole, type RegisterUnit } from '../registers/register-unit'
import { seesNip } from '../roster/roster-access'
import type { RosterService } from '../roster/roster.service'
import type { Table } from '../spreadsheets/table'
import { formatDate } from '../web/format/date'
import { entryOf, type ActivitiesService } from './activities.service'
import type { ActivityQuery } from './activities-list'
import { ActivitiesRepository } from './activities.repository'
import { activityAct } from './activity-acts'
import { readActivityRows, type ExportedActivity } from './activity-columns'
import { factsOf } from './activity-facts'
import { plannedChange, planActivities, type ActivityPlan, type PlannedActivity } from './activity-plan'
import { KIND_WORDS } from './activity-words'
import { ParticipantsRepository } from './participants.repository'
import { rosterBook } from './roster-book'

/** The activities of a satker from a file and as one, in a constant number of statements. */
export class ActivityFilesService {
  private readonly repository: ActivitiesRepository
  private readonly participants: ParticipantsRepository

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly activities: ActivitiesService,
    private readonly entries: EntriesService,
    private readonly roster: RosterService,
    private readonly instruments: InstrumentsService,
    private readonly clock: Clock,
  ) {
    this.repository = new ActivitiesRepository(database)
    this.participants = new ParticipantsRepository(database)
  }

  /** What matches, with who took part for whoever reads whole NIPs: the trail remembers by whom and how many. */
  async exported(actor: Actor, unit: RegisterUnit, query: ActivityQuery): Promise<ExportedActivity[]> {
    const rows = await this.activities.all(unit, query)
    const [named, roster] = seesNip(actor, unit)
      ? await Promise.all([
          this.participants.namedAt(rows.map(row => row.id)),
          this.roster.known(unit.satkerId),
        ])
      : [new Map<string, string[]>(), []]
    const book = rosterBook(roster, 'nips')
    const out = new Set([...named.values()].flat())
    await this.database.inTransaction(() =>
      this.audit.record(actor, {
        action: 'export-activities',
        subjectType: 'activities',
        subjectId: unit.satkerId,
        satkerId: unit.satkerId,
        after: {
          activities: rows.length,
          nips: roster.filter(one => one.nip !== null && out.has(one.id)).length,
        },
      }),
    )
    return rows.map(activity => ({
      activity,
      people: (named.get(activity.id) ?? []).flatMap(id => book.called(id) ?? []),
    }))
  }

  /** The import into one register, for whoever keeps it: the caller has judged that. */
  at(unit: RegisterUnit): Importer {
    return {
      check: async (actor, table, options) => outcomeOf(await this.plan(actor, unit, table, options)),
      run: (actor, table, options) => this.run(actor, unit, table, options),
    }
  }

  private run(
    actor: Actor,
    unit: RegisterUnit,
    table: Table,
    options: ImportOptions,
  ): Promise<ImportOutcome> {
    return this.database.inTransaction(async () => {
      await this.repository.hold(unit.satkerId)
      const plan = await this.plan(actor, unit, table, options)
      const rows = plan.planned.map(planned => ({ ...planned, id: planned.before?.id ?? newId() }))
      const createdAt = instant(this.clock)
      await this.repository.replace(
        rows.map(({ id, before, after }) => {
          const { areas: _areas, ...facts } = factsOf(after)
          return { ...facts, id, satkerId: unit.satkerId, version: (before?.version ?? 0) + 1, createdAt }
        }),
      )
      const renamed = rows.filter(row => row.people !== undefined)
      await this.participants.clear(renamed.map(row => row.id))
      await this.participants.insert(
        renamed.flatMap(({ id, people }) =>
          (people ?? []).map(employeeId => ({ activityId: id, employeeId })),
        ),
      )
      await this.entries.put(rows.map(row => ({ ...entryOf(standing(row, unit)), questions: row.questions })))
      await this.audit.recordAll(
        actor,
        rows.map(row => ({
          ...activityAct(
            row.before ? 'change-activity' : 'add-activity',
            { id: row.id, satkerId: unit.satkerId },
            plannedChange(row),
          ),
          ...registerRole(actor, unit),
        })),
      )
      return outcomeOf(plan)
    })
  }

  private async plan(
    actor: Actor,
    unit: RegisterUnit,
    table: Table,
    { update }: ImportOptions,
  ): Promise<ActivityPlan> {
    const instrument = await this.instruments.inUse()
    const { satkerId } = unit
    const { rows, faults } = readActivityRows(table, partNames(instrument), instrument)
    const known = await this.repository.known(satkerId)
    const named = await this.participants.namedAt(update ? known.map(one => one.id) : [])
    const roster = rosterBook(await this.roster.known(satkerId), seesNip(actor, unit) ? 'nips' : 'names')
    const plan = planActivities(rows, { known, named, roster, update })
    const all = [...faults, ...plan.faults].sort((one, other) => one.row - other.row)
    return all.length > 0 ? { planned: [], unchanged: 0, faults: all } : plan
  }
}

/** A planned row as it stands once it is written. */
const standing = (
  { id, before, after, people }: PlannedActivity & { readonly id: string },
  unit: RegisterUnit,
) => ({
  ...after,
  id,
  satkerId: unit.satkerId,
  satkerName: unit.satkerName,
  satkerPath: unit.satkerPath,
  timeZone: unit.timeZone,
  version: (before?.version ?? 0) + 1,
  questions: [],
  named: people?.length ?? before?.named ?? 0,
  points: before?.points ?? 0,
  openPoints: before?.openPoints ?? 0,
})

const outcomeOf = ({ planned, unchanged, faults }: ActivityPlan): ImportOutcome => ({
  faults,
  unchanged,
  rows: planned.map(({ number, before, after, people }) => ({
    number,
    isNew: before === undefined,
    cells: [
      formatDate(after.heldOn),
      after.title,
      KIND_WORDS[after.kind],
      people ? String(people.length) : '',
    ],
  })),
})
