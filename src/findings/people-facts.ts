import { isOpenNote, type NoteState } from '../engine/stages/notes'
import type { Facts } from '../engine/rules/facts'
import { civilDateIn, type TimeZone } from '../web/format/date'
import type { PeopleFactsRepository } from './people-facts.repository'

interface PeopleOf {
  readonly assessmentId: string
  readonly satkerId: string
  readonly year: number
  readonly today: string
  readonly timeZone: TimeZone
}

/** Who works there and who did what. Seven statements. */
export async function peopleFacts(
  rows: PeopleFactsRepository,
  { assessmentId, satkerId, year, today, timeZone }: PeopleOf,
): Promise<Pick<Facts, 'staff' | 'frontLineStaff' | 'contributions' | 'uploads' | 'attestations' | 'notes'>> {
  const [staff, frontLineStaff, agents, contributions, uploads, attestations, notes] = await Promise.all([
    rows.staff(satkerId, today),
    rows.frontLine(satkerId, today),
    rows.agents(satkerId, today),
    rows.contributions(satkerId, `${year}-01-01T00:00:00.000Z`),
    rows.uploads(satkerId),
    rows.attestations(assessmentId),
    rows.notes(satkerId, year),
  ])
  const isKept = Number(staff?.kept ?? 0) > 0
  return {
    staff: {
      employees: isKept ? Number(staff?.employees) : null,
      frontLine: isKept ? Number(staff?.frontLine ?? 0) : null,
      agents,
    },
    frontLineStaff,
    contributions: contributions.flatMap(({ person, parts, month, acts }) => {
      const when = { year: Number(month.slice(0, 4)), quarter: Math.ceil(Number(month.slice(5, 7)) / 3) }
      return (parts ? parts.split(',') : [null]).map((pokja, place) => ({
        person,
        pokja,
        ...when,
        // A member of two parts did it once; the second part only shows that it was not idle.
        acts: place === 0 ? Number(acts) : 0,
      }))
    }),
    uploads: daily(uploads, timeZone),
    attestations: attestations.map(({ part, at }) => ({ part, on: civilDateIn(at, timeZone) })),
    notes: notes.map(({ id, origin, state, dueOn }) => ({
      id,
      origin: origin === 'assistance' ? ('pendamping' as const) : ('evaluator' as const),
      isClosed: !isOpenNote(state as NoteState),
      dueOn,
    })),
  }
}

/** Hours in UTC as days of the satker. */
function daily(
  rows: readonly { readonly person: string; readonly hour: string; readonly files: number | string }[],
  timeZone: TimeZone,
): Facts['uploads'] {
  const days = new Map<string, { person: string; on: string; files: number }>()
  for (const { person, hour, files } of rows) {
    const on = civilDateIn(`${hour}:00:00.000Z`, timeZone)
    const standing = days.get(`${person} ${on}`)
    days.set(`${person} ${on}`, { person, on, files: (standing?.files ?? 0) + Number(files) })
  }
  return [...days.values()]
}
