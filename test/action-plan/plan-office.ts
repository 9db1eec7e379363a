import { paths } from '../../src/paths'
import { openOffice, type Office, type Who } from '../roster/roster-office'
import { post } from '../support/house'

export { openOffice, type Office, type Who }

export const FORM = {
  year: '2026',
  title: 'Memangkas waktu tunggu loket paspor',
  serves: 'outcome',
  served: 'Layanan paspor lebih cepat',
  owner: 'Pokja Pelayanan Publik',
  startsOn: '2026-02-01',
  dueOn: '2026-09-30',
  indicator: 'Rata-rata waktu tunggu',
  baseline: '40',
  target: '12,5',
  unit: 'menit',
  areas: ['6', '2'],
}

export const addByForm = async (office: Office, fields: Record<string, unknown> = {}, who: Who = 'chair') => {
  const page = paths.newGoal(office.satker.id)
  return post(await office.browserOf(who), page, page, { ...FORM, ...fields })
}

/** A goal entered in the form, by its id. */
export async function addGoal(office: Office, fields: Record<string, unknown> = {}): Promise<string> {
  const answer = await addByForm(office, fields)
  if (answer.status !== 303)
    throw new Error(`Not added: ${answer.status} ${/class="err"[^]*?<\/p>/.exec(answer.text)?.[0] ?? ''}`)
  return String(answer.headers['location']).split('/').at(-1) ?? ''
}

export const report = async (
  office: Office,
  goal: string,
  fields: {
    readonly reportedOn: string
    readonly percent: string
    readonly obstacle?: string
    readonly note?: string
  },
  who: Who = 'chair',
) => post(await office.browserOf(who), paths.ownAccount(), paths.goalProgress(goal), fields)

export const goalsOf = (office: Office) =>
  office.house.database.query<Record<string, string | number | null>>(
    `SELECT title, year, serves, served, owner_id AS "ownerId", owner, starts_on AS "startsOn", due_on AS "dueOn", indicator,
            unit, baseline, target, percent, reported_on AS "reportedOn", done_on AS "doneOn", version
       FROM action_goals ORDER BY year, title`,
  )

export const eventsOf = (office: Office) =>
  office.house.database.query<{ action: string; role: string; before: string | null; after: string | null }>(
    `SELECT action, role, before, after FROM audit_events WHERE subject_type = 'goal' ORDER BY at, id`,
  )

/** Titles in a list, in its order. */
export const titlesIn = (html: string): string[] =>
  [...html.matchAll(/<tr><th scope="row"><a href="[^"]+">([^<]+)</g)].map(match => match[1] ?? '')

/** What the field says that it is wrong. */
export const faultAt = (html: string, field: string): string => {
  const found = new RegExp(`id="f-${field}-error"[^>]*>([\\s\\S]*?)</p>`).exec(html)?.[1] ?? ''
  return found.replace(/<[^>]+>/g, '')
}
