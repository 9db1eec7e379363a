import { GUEST_KINDS } from '../engine/activities/activity-kinds'
import type { TableFault } from '../spreadsheets/table'
import { guestsOf, MISSING_DAY } from './activities.form'
import { headerOf, type ActivityFileRow } from './activity-columns'
import { factsOf, keyOf, sameFacts, timeFaults, type ActivityDraft, type ActivityRow } from './activity-facts'
import { isNumber, type RosterBook } from './roster-book'

/** One row of a file, and what it would make or change. */
export interface PlannedActivity {
  readonly number: number
  readonly before: ActivityRow | undefined
  readonly after: ActivityDraft
  /** Undefined leaves what stands. */
  readonly questions: readonly string[] | undefined
  /** Ids of who took part; undefined leaves who stands. */
  readonly people: readonly string[] | undefined
}

export interface ActivityPlan {
  readonly planned: readonly PlannedActivity[]
  readonly unchanged: number
  readonly faults: readonly TableFault[]
}

export interface PlanSetting {
  readonly known: readonly ActivityRow[]
  /** Who is named at each of the known. */
  readonly named: ReadonlyMap<string, readonly string[]>
  readonly roster: RosterBook
  readonly update: boolean
}

type Say = (fact: Parameters<typeof headerOf>[0], message: string) => void

/** What a file would make of a register: pure, every fault with its row. An empty cell leaves what stands. */
export function planActivities(rows: readonly ActivityFileRow[], setting: PlanSetting): ActivityPlan {
  const standing = new Map(setting.known.map(one => [keyOf(one), one]))
  const inFile = new Map<string, number>()
  const planned: PlannedActivity[] = []
  const faults: TableFault[] = []
  let unchanged = 0
  for (const { number, values } of rows) {
    const say: Say = (fact, message) => void faults.push({ row: number, column: headerOf(fact), message })
    if (values.heldOn === null) {
      say('heldOn', MISSING_DAY)
      continue
    }
    const key = keyOf({ heldOn: values.heldOn, title: values.title })
    const twin = inFile.get(key)
    inFile.set(key, twin ?? number)
    if (twin !== undefined) {
      say('title', `Kegiatan ini sudah ada di baris ${twin}.`)
      continue
    }
    const before = standing.get(key)
    if (before && !setting.update) {
      say('title', 'Sudah tercatat pada hari itu. Pilih “perbarui” bila memang kegiatan itu.')
      continue
    }
    const row = merged(number, values, before, setting, say)
    if (before && !changes(row, before, setting)) unchanged++
    else planned.push(row)
  }
  return faults.length > 0 ? { planned: [], unchanged: 0, faults } : { planned, unchanged, faults }
}

function merged(
  number: number,
  values: ActivityFileRow['values'],
  before: ActivityRow | undefined,
  { roster, named }: PlanSetting,
  say: Say,
): PlannedActivity {
  const heldOn = values.heldOn ?? ''
  if (!values.kind && !before) say('kind', 'Isi jenis kegiatan.')
  const after: ActivityDraft = {
    kind: values.kind ?? before?.kind ?? 'other',
    title: values.title,
    heldOn,
    heldUntil: values.heldUntil ?? before?.heldUntil ?? heldOn,
    startsAt: values.startsAt ?? before?.startsAt ?? '',
    endsAt: values.endsAt ?? before?.endsAt ?? '',
    place: values.place ?? before?.place ?? '',
    leaderPresent: values.leaderPresent ?? before?.leaderPresent ?? false,
    ziDiscussed: values.ziDiscussed ?? before?.ziDiscussed ?? false,
    counted: values.counted ?? before?.counted ?? null,
    guests: guestsOf(kind => {
      const known = GUEST_KINDS.find(one => one === kind)
      return known && (values[known] ?? before?.guests[known])
    }),
    agenda: values.agenda ?? before?.agenda ?? '',
    areas: values.areas ?? before?.areas ?? [],
  }
  for (const [fact, message] of Object.entries(timeFaults(after))) say(fact as 'heldUntil', message)
  const found = values.people && peopleOf(values.people, after, roster, say)
  const stay = before ? (named.get(before.id) ?? []).filter(id => !roster.isKnown(id)) : []
  const people = found && [...new Set([...found, ...stay])].sort()
  const least = people?.length ?? before?.named ?? 0
  if (values.counted !== null && values.counted < least)
    say('counted', `${least} peserta bernama; jumlahnya tidak dapat kurang dari itu.`)
  return { number, before, after, people, questions: values.questions }
}

const NAMES_ONLY = 'Tulis nama peserta: NIP hanya dibaca oleh ketua tim ZI, kepala, dan administrator satker.'

/** Everybody must be on the roster and work there on some day of the activity. */
function peopleOf(
  wanted: readonly string[],
  { heldOn, heldUntil }: ActivityDraft,
  roster: RosterBook,
  say: Say,
) {
  return wanted.flatMap(one => {
    const [found, ...others] = roster.find(one)
    if (!roster.readsNips && isNumber(one)) say('people', NAMES_ONLY)
    else if (found === undefined) say('people', `Peserta “${one}” tidak ada di register pegawai.`)
    else if (others.length > 0)
      say(
        'people',
        `Nama “${one}” ada lebih dari sekali di register pegawai. Tulis dengan jabatannya, seperti Nama (Jabatan), atau pilih di halaman kegiatan.`,
      )
    else if (!roster.worked(found, heldOn, heldUntil))
      say('people', `Peserta “${one}” tidak bekerja di satker ini pada hari kegiatan.`)
    else return [found]
    return []
  })
}

function changes(row: PlannedActivity, before: ActivityRow, { named }: PlanSetting): boolean {
  const people = [...(named.get(before.id) ?? [])].sort()
  return (
    !sameFacts(before, row.after) ||
    (row.questions !== undefined && row.questions.join() !== before.questions.join()) ||
    (row.people !== undefined && row.people.join() !== people.join())
  )
}

/** The facts of a planned row that differ from what stands, for the trail. */
export const plannedChange = ({ before, after }: PlannedActivity) =>
  before ? { before: factsOf(before), after: factsOf(after) } : { after: factsOf(after) }
