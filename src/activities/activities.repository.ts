import type { Actor } from '../access/actor'
import { visibleCondition } from '../access/scope'
import type { Database } from '../db/database'
import { Statement } from '../db/statement'
import { inAreaCondition } from '../registers/area-filter'
import type { GuestKind, Guests } from '../engine/activities/activity-kinds'
import type { Month } from '../engine/activities/month'
import type { SupportKind } from '../registers/register-entry.entity'
import { ACTIVITY_PAGE, type ActivityQuery, type ActivitySort, type ActivityView } from './activities-list'
import type { ActivityRow, ListedActivity } from './activity-facts'
import { Activity, ActivityGuests } from './activity.entity'

/** How many there are of each kind, whatever is filtered. */
export type ActivityCounts = Readonly<Record<ActivityView, number>>

export interface ActivitiesOf {
  readonly satkerId: string
  /** The civil date there. */
  readonly today: string
}

/** What a day of the calendar says. */
export type CalendarRow = Pick<ActivityRow, 'id' | 'title' | 'heldOn' | 'heldUntil' | 'startsAt'>

const OPEN_POINTS = 'FROM activity_points x WHERE x.activity_id = a.id AND x.done_on IS NULL'
const NAMED = '(SELECT COUNT(*) FROM activity_participants x WHERE x.activity_id = a.id)'
const GUESTS = '(SELECT COALESCE(SUM(x.people), 0) FROM activity_guests x WHERE x.activity_id = a.id)'
const ATTENDANCE = `(CASE WHEN COALESCE(a.counted, 0) > ${NAMED} THEN a.counted ELSE ${NAMED} END) + ${GUESTS}`

const COLUMNS = `a.id, a.satker_id AS "satkerId", s.name AS "satkerName", s.path AS "satkerPath",
  s.time_zone AS "timeZone", a.kind, a.title, a.held_on AS "heldOn", a.held_until AS "heldUntil",
  a.starts_at AS "startsAt", a.ends_at AS "endsAt", a.place, a.leader_present AS "leaderPresent",
  a.zi_discussed AS "ziDiscussed", a.counted, a.agenda, a.version, ${NAMED} AS named,
  (SELECT COUNT(*) FROM activity_points x WHERE x.activity_id = a.id) AS points,
  (SELECT COUNT(*) ${OPEN_POINTS}) AS "openPoints"`
const listed = (today: string) => `${COLUMNS}, ${ATTENDANCE} AS attendance,
  (SELECT COUNT(*) ${OPEN_POINTS} AND x.due_on < ${today}) AS "latePoints"`
const FROM = 'FROM activities a JOIN satker s ON s.id = a.satker_id'

const SORTS: Readonly<Record<ActivitySort, string>> = {
  terbaru: 'a.held_on',
  judul: 'LOWER(a.title)',
  jenis: 'a.kind',
  peserta: 'attendance',
  butir: '"openPoints"',
}
/** Orders in which the largest stands first where nothing else is said. */
const LARGEST_FIRST: readonly ActivitySort[] = ['terbaru', 'peserta', 'butir']

type Stored<Row extends ActivityRow = ActivityRow> = Omit<Row, 'guests' | 'areas' | 'questions'>

interface GuestsRow {
  readonly id: string
  readonly kind: GuestKind
  readonly people: number
}

interface SupportRow {
  readonly id: string
  readonly kind: SupportKind
  readonly target: string
}

export class ActivitiesRepository {
  constructor(private readonly database: Database) {}

  /** Those that match, in order; one page of them, or all. Two statements. */
  async rows(
    of: ActivitiesOf,
    query: ActivityQuery,
    pages: 'page' | 'all' = 'page',
  ): Promise<ListedActivity[]> {
    const statement = new Statement()
    const shown = listed(statement.value(of.today))
    const where = conditions(statement, of, query)
    const limit = pages === 'all' ? '' : ` LIMIT ${ACTIVITY_PAGE} OFFSET ${(query.page - 1) * ACTIVITY_PAGE}`
    const descending = query.descending !== LARGEST_FIRST.includes(query.sort)
    const rows = await this.database.query<Stored<ListedActivity>>(
      `SELECT ${shown} ${FROM} WHERE ${where}
        ORDER BY ${SORTS[query.sort]} ${descending ? 'DESC' : 'ASC'}, a.held_on DESC, a.starts_at DESC, a.id${limit}`,
      statement.parameters,
    )
    const found = await this.whole(rows)
    return found.map((row, place) => ({ ...row, latePoints: Number(rows[place]?.latePoints) }))
  }

  async total(of: ActivitiesOf, query: ActivityQuery): Promise<number> {
    const statement = new Statement()
    const row = await this.database.one<{ found: number | string }>(
      `SELECT COUNT(*) AS found FROM activities a WHERE ${conditions(statement, of, query)}`,
      statement.parameters,
    )
    return Number(row?.found ?? 0)
  }

  /** Of everything a satker keeps: how many in each state, and from which day to which. */
  async counts({ satkerId, today }: ActivitiesOf) {
    const statement = new Statement()
    const sum = (view: ActivityView) =>
      `SUM(CASE WHEN ${viewCondition(view, statement, today)} THEN 1 ELSE 0 END)`
    const row = await this.database.one<
      Record<ActivityView, number | string | null> & { first: string | null; last: string | null }
    >(
      `SELECT ${sum('akan')} AS akan, ${sum('terbuka')} AS terbuka, ${sum('lewat')} AS lewat, COUNT(*) AS semua,
              MIN(a.held_on) AS first, MAX(a.held_on) AS last
         FROM activities a WHERE a.satker_id = ${statement.value(satkerId)}`,
      statement.parameters,
    )
    const count = (view: ActivityView) => Number(row?.[view] ?? 0)
    const counts: ActivityCounts = {
      semua: count('semua'),
      akan: count('akan'),
      terbuka: count('terbuka'),
      lewat: count('lewat'),
    }
    return { counts, first: row?.first ?? null, last: row?.last ?? null }
  }

  /** What touches a month, in the order of its days. */
  inMonth(satkerId: string, { first, last }: Month): Promise<CalendarRow[]> {
    return this.database.query<CalendarRow>(
      `SELECT a.id, a.title, a.held_on AS "heldOn", a.held_until AS "heldUntil", a.starts_at AS "startsAt"
         FROM activities a WHERE a.satker_id = $1 AND a.held_on <= $2 AND a.held_until >= $3
        ORDER BY a.held_on, a.starts_at, a.title, a.id`,
      [satkerId, last, first],
    )
  }

  /** An activity of a satker that the actor sees. Two statements. */
  async visible(actor: Actor, id: string): Promise<ActivityRow | undefined> {
    const scope = visibleCondition(actor, 'read-registers', 's', 1)
    const rows = await this.database.query<Stored>(
      `SELECT ${COLUMNS} ${FROM} WHERE ${scope.sql} AND a.id = $${scope.parameters.length + 1}`,
      [...scope.parameters, id],
    )
    return (await this.whole(rows))[0]
  }

  /** Those of given ids, whoever asks. Two statements. */
  async withIds(ids: readonly string[]): Promise<ActivityRow[]> {
    const rows = await this.database.query<Stored>(
      `SELECT ${COLUMNS} ${FROM} WHERE a.id IN ${this.database.listOf('$1')} ORDER BY a.held_on, a.id`,
      [JSON.stringify(ids)],
    )
    return this.whole(rows)
  }

  /** Everything that a satker keeps, in the order of its days. Two statements. */
  async known(satkerId: string): Promise<ActivityRow[]> {
    const rows = await this.database.query<Stored>(
      `SELECT ${COLUMNS} ${FROM} WHERE a.satker_id = $1 ORDER BY a.held_on, a.id`,
      [satkerId],
    )
    return this.whole(rows)
  }

  /** Titles of the other activities that begin on a day. */
  async titlesOn(satkerId: string, heldOn: string, but: string): Promise<string[]> {
    const rows = await this.database.query<{ title: string }>(
      'SELECT title FROM activities WHERE satker_id = $1 AND held_on = $2 AND id <> $3 ORDER BY id',
      [satkerId, heldOn, but],
    )
    return rows.map(row => row.title)
  }

  /** Keeps every other change of a satker's activities waiting until the transaction ends. */
  hold(satkerId: string): Promise<void> {
    return this.database.lock('satker', satkerId)
  }

  /** Adds rows, or replaces what people type about those who stand. Three statements. */
  async replace(rows: readonly (Partial<Activity> & { id: string; guests: Guests })[]): Promise<void> {
    await this.database.insert(
      Activity,
      rows.map(({ guests: _guests, ...row }) => row),
      {
        key: ['id'],
        replace: [
          'kind',
          'title',
          'heldOn',
          'heldUntil',
          'startsAt',
          'endsAt',
          'place',
          'leaderPresent',
          'ziDiscussed',
          'counted',
          'agenda',
          'version',
        ],
      },
    )
    await this.database
      .writing()
      .query(`DELETE FROM activity_guests WHERE activity_id IN ${this.database.listOf('$1')}`, [
        JSON.stringify(rows.map(row => row.id)),
      ])
    await this.database.insert(
      ActivityGuests,
      rows.flatMap(({ id, guests }) =>
        Object.entries(guests).map(([kind, people]) => ({ activityId: id, kind: kind as GuestKind, people })),
      ),
    )
  }

  /** Takes an activity away with everything that hangs on it. */
  async remove(id: string): Promise<void> {
    for (const table of ['activity_points', 'activity_participants', 'activity_guests'])
      await this.database.writing().query(`DELETE FROM ${table} WHERE activity_id = $1`, [id])
    await this.database.writing().delete(Activity, { id })
  }

  /** Rows with their guests and what they support. One statement. */
  private async whole(rows: readonly Stored[]): Promise<ActivityRow[]> {
    const [guests, supports] = await this.database.queryTogether<[GuestsRow, SupportRow]>(
      [
        {
          columns: ['id', 'kind', 'people'],
          sql: `SELECT activity_id AS id, kind, people FROM activity_guests
                 WHERE activity_id IN ${this.database.listOf('$1')} ORDER BY activity_id, kind`,
        },
        {
          columns: ['id', 'kind', 'target'],
          sql: `SELECT entry_id AS id, kind, target FROM entry_supports
                 WHERE entry_id IN ${this.database.listOf('$1')} ORDER BY entry_id, kind, target`,
        },
      ],
      [JSON.stringify(rows.map(row => row.id))],
    )
    const around = new Map(
      rows.map(({ id }) => [id, { guests: {}, area: [] as string[], question: [] as string[] }]),
    )
    for (const { id, kind, people } of guests) Object.assign(around.get(id)?.guests ?? {}, { [kind]: people })
    for (const { id, kind, target } of supports) around.get(id)?.[kind].push(target)
    return rows.map(row => ({
      ...row,
      leaderPresent: Boolean(row.leaderPresent),
      ziDiscussed: Boolean(row.ziDiscussed),
      named: Number(row.named),
      points: Number(row.points),
      openPoints: Number(row.openPoints),
      guests: around.get(row.id)?.guests ?? {},
      areas: around.get(row.id)?.area ?? [],
      questions: around.get(row.id)?.question ?? [],
    }))
  }
}

function viewCondition(view: ActivityView, statement: Statement, today: string): string {
  if (view === 'semua') return '1 = 1'
  if (view === 'akan') return `a.held_on > ${statement.value(today)}`
  if (view === 'terbuka') return `EXISTS (SELECT 1 ${OPEN_POINTS})`
  return `EXISTS (SELECT 1 ${OPEN_POINTS} AND x.due_on < ${statement.value(today)})`
}

function conditions(statement: Statement, of: ActivitiesOf, { search, filters }: ActivityQuery): string {
  const { keadaan, jenis, tahun, triwulan, area, peserta } = filters
  const all = [
    `a.satker_id = ${statement.value(of.satkerId)}`,
    viewCondition(keadaan as ActivityView, statement, of.today),
  ]
  if (jenis) all.push(`a.kind = ${statement.value(jenis)}`)
  if (tahun)
    all.push(
      `a.held_on BETWEEN ${statement.value(`${tahun}-01-01`)} AND ${statement.value(`${tahun}-12-31`)}`,
    )
  if (triwulan) all.push(`SUBSTR(a.held_on, 6, 2) IN (${statement.list(monthsOf(Number(triwulan)))})`)
  if (area) all.push(inAreaCondition(statement, 'a.id', area))
  if (peserta)
    all.push(`EXISTS (SELECT 1 FROM activity_participants p
      WHERE p.activity_id = a.id AND p.employee_id = ${statement.value(peserta)})`)
  if (search) all.push(statement.contains(['a.title', 'a.place', 'a.agenda'], search))
  return all.join(' AND ')
}

const monthsOf = (quarter: number): string[] =>
  [-2, -1, 0].map(month => String(quarter * 3 + month).padStart(2, '0'))
