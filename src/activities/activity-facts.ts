import type { ActivityKind, Guests } from '../engine/activities/activity-kinds'
import { daysIn } from '../engine/civil-days'
import type { TimeZone } from '../web/format/date'

/** What people say of an activity, from a form or a row of a file. */
export interface ActivityDraft {
  readonly kind: ActivityKind
  readonly title: string
  readonly heldOn: string
  readonly heldUntil: string
  /** `09:00`; empty where nobody said. */
  readonly startsAt: string
  readonly endsAt: string
  readonly place: string
  readonly leaderPresent: boolean
  readonly ziDiscussed: boolean
  /** People of the satker, the named ones included; null where nobody counted. */
  readonly counted: number | null
  readonly guests: Guests
  readonly agenda: string
  /** Parts of the worksheet it belongs to. */
  readonly areas: readonly string[]
}

/** An activity with the satker it is kept at and what is counted of it. */
export interface ActivityRow extends ActivityDraft {
  readonly id: string
  readonly satkerId: string
  readonly satkerName: string
  readonly satkerPath: string
  readonly timeZone: TimeZone
  readonly version: number
  /** Questions that it supports, by code. */
  readonly questions: readonly string[]
  /** People of the roster who are named. */
  readonly named: number
  readonly points: number
  readonly openPoints: number
}

/** An activity in a list of a day. */
export interface ListedActivity extends ActivityRow {
  readonly latePoints: number
}

const LONGEST_DAYS = 366

type Faults = Partial<Record<'heldUntil' | 'startsAt' | 'endsAt', string>>

/** What cannot be true together, by the field to correct. */
export function timeFaults({
  heldOn,
  heldUntil,
  startsAt,
  endsAt,
}: Pick<ActivityDraft, 'heldOn' | 'heldUntil' | 'startsAt' | 'endsAt'>): Faults {
  if (heldUntil < heldOn) return { heldUntil: 'Hari terakhir mendahului hari pertama.' }
  if (daysIn(heldOn, heldUntil) > LONGEST_DAYS)
    return { heldUntil: 'Satu kegiatan paling lama 366 hari. Pecah menjadi beberapa kegiatan.' }
  if (endsAt !== '' && startsAt === '') return { startsAt: 'Isi pukul mulainya.' }
  if (endsAt !== '' && heldOn === heldUntil && endsAt <= startsAt)
    return { endsAt: 'Pukul selesai tidak sesudah pukul mulai.' }
  return {}
}

/** The facts of a draft alone, in one order, whatever else comes with it. */
export const factsOf = (one: ActivityDraft): ActivityDraft => ({
  kind: one.kind,
  title: one.title,
  heldOn: one.heldOn,
  heldUntil: one.heldUntil,
  startsAt: one.startsAt,
  endsAt: one.endsAt,
  place: one.place,
  leaderPresent: one.leaderPresent,
  ziDiscussed: one.ziDiscussed,
  counted: one.counted,
  guests: Object.fromEntries(Object.entries(one.guests).sort()),
  agenda: one.agenda,
  areas: [...one.areas].sort(),
})

export const sameFacts = (one: ActivityDraft, other: ActivityDraft): boolean =>
  JSON.stringify(factsOf(one)) === JSON.stringify(factsOf(other))

/** Which activity is meant: one title stands once on a day. */
export const keyOf = ({ heldOn, title }: Pick<ActivityDraft, 'heldOn' | 'title'>): string =>
  `${heldOn} ${title.toLowerCase().replace(/\s+/g, ' ')}`

export const TITLE_TAKEN = 'Kegiatan dengan judul ini sudah tercatat pada hari itu.'
