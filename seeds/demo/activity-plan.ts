import { weekdayOf } from '../../src/engine/civil-days'
import { unitOf, type CastUnit } from './cast'
import { Dice } from './dice'
import { STORIES, type Character, type Story as Told } from './stories'

const DAY = 24 * 3_600_000
type Story = Pick<Told, 'unit' | 'character'>

/** An activity of the demo as a team would fill in its row. */
export interface PlannedDemo {
  readonly heldOn: string
  readonly startsAt: string
  readonly endsAt: string
  readonly kind: string
  readonly title: string
  readonly place: string
  readonly leaderPresent: boolean
  readonly ziDiscussed: boolean
  readonly namedOfHundred: number
  /** Of a hundred at the front line. */
  readonly frontOfHundred: number
  readonly counted: number
  readonly guests: number
  readonly agenda: string
  readonly areas: string
  readonly questions: string
}

/** What everybody of the unit is expected at. */
const FOR_ALL = ['Pembinaan', 'Sosialisasi']
/** What whoever serves at the front line is expected at. */
const FOR_FRONT = 'Pelatihan layanan'

interface Habit {
  readonly kind: string
  readonly title: string
  readonly place: string
  readonly areas: string
  readonly questions?: string
  readonly agenda?: string
  /** Months between two of them, by how the team works; 0 for never. */
  readonly every: Readonly<Record<Character, number>>
  readonly guests?: number
  readonly hours: readonly [startsAt: string, endsAt: string]
}

const MONTHS = 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(
  ' ',
)

const HABITS: readonly Habit[] = [
  {
    kind: 'Rapat monitoring',
    title: 'Rapat monitoring pembangunan ZI',
    place: 'Aula',
    areas: '1; 4',
    questions: 'A.I.1.iii.b',
    agenda: 'Capaian rencana aksi tiap pokja\nKendala dan tindak lanjut bulan lalu',
    every: { good: 1, fair: 2, weak: 5, paper: 1 },
    hours: ['09.00', '11.30'],
  },
  {
    kind: 'Pembinaan',
    title: 'Pembinaan integritas pegawai',
    place: 'Halaman apel',
    areas: '3; 5',
    every: { good: 3, fair: 6, weak: 0, paper: 6 },
    hours: ['07.30', '08.30'],
  },
  {
    kind: 'Pelatihan layanan',
    title: 'Pelatihan layanan prima petugas garis depan',
    place: 'Ruang pelatihan',
    areas: '6',
    every: { good: 6, fair: 12, weak: 0, paper: 12 },
    hours: ['08.00', '15.00'],
  },
  {
    kind: 'Penghargaan',
    title: 'Penghargaan pegawai teladan',
    place: 'Halaman apel',
    areas: '1; 3',
    every: { good: 3, fair: 12, weak: 0, paper: 0 },
    hours: ['07.30', '08.00'],
  },
  {
    kind: 'Konsultasi publik',
    title: 'Forum konsultasi publik standar pelayanan',
    place: 'Aula',
    areas: '6',
    every: { good: 6, fair: 12, weak: 12, paper: 0 },
    guests: 28,
    hours: ['09.00', '12.00'],
  },
  {
    kind: 'Pendekatan masyarakat',
    title: 'Layanan jemput bola',
    place: 'Balai desa',
    areas: '6',
    every: { good: 2, fair: 4, weak: 0, paper: 0 },
    guests: 65,
    hours: ['08.30', '14.00'],
  },
  {
    kind: 'Sosialisasi',
    title: 'Sosialisasi pengendalian gratifikasi dan benturan kepentingan',
    place: 'Aula',
    areas: '5',
    every: { good: 3, fair: 6, weak: 11, paper: 6 },
    hours: ['13.00', '15.00'],
  },
  {
    kind: 'Survei',
    title: 'Survei kepuasan masyarakat di ruang tunggu',
    place: 'Ruang tunggu',
    areas: '6; B',
    every: { good: 3, fair: 6, weak: 12, paper: 0 },
    guests: 90,
    hours: ['08.00', '12.00'],
  },
  {
    kind: 'Studi tiru',
    title: 'Studi tiru antrean daring',
    place: 'Kantor Pertanahan Muara Bening',
    areas: '2; 6',
    every: { good: 12, fair: 12, weak: 0, paper: 0 },
    hours: ['09.00', '14.00'],
  },
]

/** How a team meets: out of a hundred that the head is there, that ZI is spoken of, that somebody is named, that whoever serves is trained. */
const MANNERS: Readonly<Record<Character, { head: number; zi: number; named: number; trained: number }>> = {
  good: { head: 90, zi: 95, named: 45, trained: 96 },
  fair: { head: 75, zi: 80, named: 25, trained: 55 },
  weak: { head: 25, zi: 40, named: 8, trained: 8 },
  paper: { head: 10, zi: 100, named: 0, trained: 0 },
}

/** The activities of a unit from January of last year until the end of next month. */
export function plannedActivities({ unit: key, character }: Story, today: Date, dice: Dice): PlannedDemo[] {
  const unit = unitOf(key)
  const first = today.getUTCFullYear() - 1
  const months = 12 + today.getUTCMonth() + 2
  const manners = MANNERS[character]
  const habits = HABITS.flatMap((habit, place) => {
    const every = habit.every[character]
    if (every === 0) return []
    const offset = place % every
    const turns = Math.max(0, Math.ceil((months - offset) / every))
    return Array.from({ length: turns }, (_, turn) => ({ habit, month: offset + turn * every }))
  })
  const planned = habits.map(({ habit, month }): PlannedDemo => {
    const [year, at] = [first + Math.floor(month / 12), month % 12]
    const heldOn = workingDay(year, at, 2 + dice.below(24))
    const ahead = heldOn > today.toISOString().slice(0, 10)
    const [startsAt, endsAt] = habit.hours
    return {
      heldOn,
      startsAt,
      endsAt,
      kind: habit.kind,
      title: `${habit.title} ${MONTHS[at]} ${year}`,
      place: habit.place,
      leaderPresent: !ahead && dice.chance(manners.head),
      ziDiscussed: !ahead && habit.kind === 'Rapat monitoring' && dice.chance(manners.zi),
      namedOfHundred: ahead ? 0 : manners.named,
      frontOfHundred: ahead ? 0 : habit.kind === FOR_FRONT ? manners.trained : manners.named,
      counted: ahead
        ? 0
        : Math.round((unit.employees * (whole(habit, character) + 10 + dice.below(20))) / 100),
      guests: ahead || !habit.guests ? 0 : Math.round(habit.guests * (0.6 + dice.below(80) / 100)),
      agenda: habit.agenda ?? '',
      areas: habit.areas,
      questions: habit.questions ?? '',
    }
  })
  const launch = key === UNRECORDED ? [] : [launchOf(unit, character, today)]
  return [...launch, ...planned].sort((one, other) => (one.heldOn < other.heldOn ? -1 : 1))
}

/** Out of a hundred people those who come beside the twenty that come to anything. */
const whole = ({ kind }: Habit, character: Character): number =>
  character === 'good' && FOR_ALL.includes(kind) ? 68 : MANNERS[character].named

/** Launched by the kanwil together with others, and never written down here. */
const UNRECORDED = 'kenanga'
/** Launched a few months ago, whatever its worksheet says. */
const HASTY = 'nilam'

/** The day of the launch that a worksheet tells of. */
export function saidLaunch(unit: string, today: Date): string {
  const dice = new Dice('launch', unit)
  const year = today.getUTCFullYear()
  const isWeak = STORIES.find(story => story.unit === unit)?.character === 'weak'
  return isWeak ? workingDay(year - 1, 6, 8 + dice.below(14)) : workingDay(year - 2, 1, 5 + dice.below(20))
}

function launchOf(unit: CastUnit, character: Character, today: Date): PlannedDemo {
  const share = { good: 98, fair: 80, weak: 45, paper: 30 }[character]
  const ago = new Date(today.getTime() - 130 * DAY)
  return {
    heldOn:
      unit.key === HASTY
        ? workingDay(ago.getUTCFullYear(), ago.getUTCMonth(), ago.getUTCDate())
        : saidLaunch(unit.key, today),
    startsAt: '08.00',
    endsAt: '10.00',
    kind: 'Pencanangan',
    title: 'Pencanangan pembangunan Zona Integritas dan penandatanganan komitmen bersama',
    place: 'Halaman kantor',
    leaderPresent: true,
    ziDiscussed: true,
    namedOfHundred: MANNERS[character].named,
    frontOfHundred: MANNERS[character].named,
    counted: Math.round((unit.employees * share) / 100),
    guests: character === 'good' ? 35 : 0,
    agenda: 'Pembacaan dan penandatanganan komitmen bersama',
    areas: '1',
    questions: '',
  }
}

/** A day of a month on which an office is open. */
function workingDay(year: number, month: number, day: number): string {
  const civil = (wanted: number) => new Date(Date.UTC(year, month, wanted)).toISOString().slice(0, 10)
  const weekday = weekdayOf(civil(day))
  return civil(weekday === 6 ? day - 1 : weekday === 0 ? day + 1 : day)
}
