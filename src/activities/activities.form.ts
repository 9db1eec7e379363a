import { z } from 'zod'
import type { PartNames } from '../accounts/part-names'
import { ACTIVITY_KINDS, GUEST_KINDS, type Guests } from '../engine/activities/activity-kinds'
import { areasFact } from '../registers/support-facts'
import type { ActivityDraft } from './activity-facts'
import { optionalDay, UNREASONABLE } from '../web/day-facts'

const [FIRST_DAY, LAST_DAY] = ['1990-01-01', '2100-12-31']
const MOST = 100_000

/** A typed year such as 0202 is a date of the calendar, and a slip. */
export const withinReason = (day: string | null): boolean =>
  day === null || (day >= FIRST_DAY && day <= LAST_DAY)

export const MISSING_DAY = 'Isi tanggal kegiatan.'
export const MISSING_OWNER = 'Isi penanggung jawabnya.'
export const MISSING_DUE = 'Isi tenggatnya.'

const COUNT_FAULT = 'Tulis angka bulat dari 0 sampai 100.000.'

/** `9.00`, `09:00`, or what a spreadsheet makes of a time: `09:00`; empty for none. */
const time = z
  .string()
  .trim()
  .transform(text => text.replace(/^1(899-12-3[01]|900-01-0[01])T(\d\d:\d\d):\d\d$/, '$2').replace('.', ':'))
  .transform(text => (/^\d:\d\d$/.test(text) ? `0${text}` : text))
  .refine(text => text === '' || /^([01]\d|2[0-3]):[0-5]\d$/.test(text), 'Tulis pukul seperti 09.00.')

/** A number of people; null where nothing is said. */
const count = z
  .string()
  .trim()
  .transform(text => text.replace(/(?<=\d)\.(?=\d{3}$)/, ''))
  .refine(text => /^\d{0,6}$/.test(text) && Number(text) <= MOST, COUNT_FAULT)
  .transform(text => (text === '' ? null : Number(text)))

/** The rules of each fact, shared by the form and the columns of a file. */
export const activityFacts = {
  title: z.string().trim().min(1, 'Isi judul kegiatan.').max(200, 'Judul paling banyak 200 karakter.'),
  time,
  place: z.string().trim().max(200, 'Tempat paling banyak 200 karakter.'),
  agenda: z
    .string()
    .transform(text => text.replaceAll('\r\n', '\n').trim())
    .refine(text => text.length <= 2_000, 'Agenda paling banyak 2.000 karakter.'),
  count,
}

const day = optionalDay.refine(withinReason, UNREASONABLE)

const needed = (message: string) => day.refine(text => text !== null, message).transform(text => text ?? '')

const tick = z
  .string()
  .optional()
  .transform(text => text === 'ya')

/** The name of the field in which guests of a kind are counted. */
export const guestField = (kind: string): string => `guests-${kind}`

const guestCounts = Object.fromEntries(
  GUEST_KINDS.map(kind => [guestField(kind), count.optional().transform(people => people ?? null)]),
)

export const activityForm = (parts: PartNames) =>
  z
    .object({
      kind: z.enum(ACTIVITY_KINDS),
      title: activityFacts.title,
      heldOn: needed(MISSING_DAY),
      heldUntil: day,
      startsAt: time.optional().transform(text => text ?? ''),
      endsAt: time.optional().transform(text => text ?? ''),
      place: activityFacts.place.optional().transform(text => text ?? ''),
      leaderPresent: tick,
      ziDiscussed: tick,
      areas: areasFact(parts),
      counted: count.optional().transform(people => people ?? null),
      ...guestCounts,
      agenda: activityFacts.agenda.optional().transform(text => text ?? ''),
      version: z.coerce.number().int().min(0).catch(0),
    })
    .transform(({ version, ...typed }): { readonly version: number; readonly draft: ActivityDraft } => ({
      version,
      draft: {
        kind: typed.kind,
        title: typed.title,
        heldOn: typed.heldOn,
        heldUntil: typed.heldUntil ?? typed.heldOn,
        startsAt: typed.startsAt,
        endsAt: typed.endsAt,
        place: typed.place,
        leaderPresent: typed.leaderPresent,
        ziDiscussed: typed.ziDiscussed,
        counted: typed.counted,
        guests: guestsOf(kind => (typed as Readonly<Record<string, unknown>>)[guestField(kind)]),
        agenda: typed.agenda,
        areas: typed.areas,
      },
    }))

/** Kinds of guests of whom some came. */
export const guestsOf = (peopleOf: (kind: string) => unknown): Guests =>
  Object.fromEntries(
    GUEST_KINDS.flatMap(kind => {
      const people = peopleOf(kind)
      return typeof people === 'number' && people > 0 ? [[kind, people]] : []
    }),
  )

/** The rules of each fact of a point, shared by the form and the columns of a file. */
export const pointTexts = {
  text: z.string().trim().min(1, 'Isi butirnya.').max(500, 'Butir paling banyak 500 karakter.'),
  owner: z.string().trim().min(1, MISSING_OWNER).max(120, 'Penanggung jawab paling banyak 120 karakter.'),
}

/** A point raised at an activity; its due day is what makes it one that can be followed up. */
export const pointForm = z.object({
  ...pointTexts,
  dueOn: needed(MISSING_DUE),
  doneOn: day,
  version: z.coerce.number().int().min(0).catch(0),
})
