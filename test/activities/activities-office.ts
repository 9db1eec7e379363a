import type { ActivityDraft } from '../../src/activities/activity-facts'
import { paths } from '../../src/paths'
import { openOffice, type Office, type Who } from '../roster/roster-office'
import { post } from '../support/house'

export type { Who } from '../roster/roster-office'

/** The office of the roster, where activities are kept as well. */
export interface ActivitiesOffice extends Office {
  /** Puts an activity straight into the register, by its use case. */
  hold(more?: Partial<ActivityDraft>, at?: 'here' | 'next'): Promise<string>
  activities(): Promise<ActivityRecord[]>
  participantsOf(id: string): Promise<string[]>
  pointsOf(id: string): Promise<PointRecord[]>
  entryOf(id: string): Promise<EntryRecord | undefined>
  areasOf(id: string): Promise<string[]>
  events(): Promise<{ action: string; role: string; before: string | null; after: string | null }[]>
}

export interface ActivityRecord {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly heldOn: string
  readonly heldUntil: string
  readonly startsAt: string
  readonly endsAt: string
  readonly place: string
  readonly counted: number | null
  readonly agenda: string
  readonly version: number
}

export interface PointRecord {
  readonly id: string
  readonly text: string
  readonly owner: string
  readonly dueOn: string
  readonly doneOn: string | null
  readonly version: number
}

interface EntryRecord {
  readonly title: string
  readonly summary: string
  readonly happenedOn: string
  readonly happenedUntil: string | null
}

export const DRAFT: ActivityDraft = {
  kind: 'monitoring-meeting',
  title: 'Rapat monitoring Maret',
  heldOn: '2026-03-03',
  heldUntil: '2026-03-03',
  startsAt: '',
  endsAt: '',
  place: 'Aula',
  leaderPresent: true,
  ziDiscussed: true,
  counted: null,
  guests: {},
  agenda: '',
  areas: [],
}

export const FORM = {
  kind: 'monitoring-meeting',
  title: 'Rapat monitoring Maret',
  heldOn: '2026-03-03',
  heldUntil: '',
  startsAt: '09.00',
  endsAt: '11.30',
  place: 'Aula lantai 2',
  leaderPresent: 'ya',
  ziDiscussed: 'ya',
  areas: ['1', '4'],
  counted: '24',
  'guests-public': '12',
  'guests-media': '2',
  agenda: 'Capaian rencana aksi\nKendala pokja',
}

export const POINT = {
  text: 'Perbaiki antrean loket 3',
  owner: 'Ketua Pokja 6',
  dueOn: '2026-03-20',
  doneOn: '',
}

export async function openActivities(): Promise<ActivitiesOffice> {
  const office = await openOffice()
  const { house } = office
  const query = <Row>(sql: string, ...parameters: unknown[]) => house.database.query<Row>(sql, parameters)
  return {
    ...office,
    hold: async (more = {}, at = 'here') => {
      const actor = await office.actor(at === 'here' ? 'chair' : 'neighbour')
      const unit = await house.services.registerUnits.toKeep(
        actor,
        at === 'here' ? office.satker.id : office.neighbour.id,
      )
      const draft = { ...DRAFT, ...more }
      return house.services.activities.add(actor, unit, {
        ...draft,
        heldUntil: more.heldUntil ?? draft.heldOn,
      })
    },
    activities: () =>
      query<ActivityRecord>(
        `SELECT id, kind, title, held_on AS "heldOn", held_until AS "heldUntil", starts_at AS "startsAt",
                ends_at AS "endsAt", place, counted, agenda, version FROM activities ORDER BY held_on, title`,
      ),
    participantsOf: async id => {
      const rows = await query<{ name: string }>(
        `SELECT e.name FROM activity_participants p JOIN employees e ON e.id = p.employee_id
          WHERE p.activity_id = $1 ORDER BY e.name`,
        id,
      )
      return rows.map(row => row.name)
    },
    pointsOf: id =>
      query<PointRecord>(
        `SELECT id, text, owner, due_on AS "dueOn", done_on AS "doneOn", version
           FROM activity_points WHERE activity_id = $1 ORDER BY created_at, id`,
        id,
      ),
    entryOf: async id => {
      const [row] = await query<EntryRecord>(
        `SELECT title, summary, happened_on AS "happenedOn", happened_until AS "happenedUntil"
           FROM register_entries WHERE id = $1`,
        id,
      )
      return row
    },
    areasOf: async id => {
      const rows = await query<{ target: string }>(
        `SELECT target FROM entry_supports WHERE entry_id = $1 AND kind = 'area' ORDER BY target`,
        id,
      )
      return rows.map(row => row.target)
    },
    events: () =>
      query(
        `SELECT action, role, before, after FROM audit_events
          WHERE action LIKE '%-activity' OR action LIKE '%-participants' OR action LIKE '%-point'
             OR action IN ('export-activities', 'export-points') ORDER BY at, id`,
      ),
  }
}

export const addByForm = async (
  office: ActivitiesOffice,
  who: Who,
  fields: Record<string, unknown> = FORM,
) => {
  const page = paths.newActivity(office.satker.id)
  return post(await office.browserOf(who), page, page, fields)
}

/** Titles in a list, in its order. */
export const titlesIn = (html: string): string[] =>
  [...html.matchAll(/<th scope="row"><a href="[^"]+">([^<]+)</g)].map(match => match[1] ?? '')
