import { INPUTS_TEMPLATE } from '../../src/inputs/inputs-columns'
import type { Act } from './agenda'
import { typedCount } from './answers'
import { dayFrom } from './calendar'
import { Dice } from './dice'
import { bringAll, type Written } from './keeping'
import type { Settled } from './people-and-places'
import type { Character, Story } from './stories'
import type { World } from './world'

/** Subject, who came, what they asked, what was decided, what was done. */
type Voice = readonly [subject: string, stakeholder: string, asked: string, decided: string, done: string]

const VOICES: readonly Voice[] = [
  [
    'Jam layanan pada hari Jumat',
    'pengguna',
    'Loket tutup sebelum pekerja pabrik pulang.',
    'Loket hari Jumat dibuka sampai pukul 16.30.',
    'Jadwal loket baru berlaku dan dipasang di pintu masuk.',
  ],
  [
    'Rancangan standar pelayanan',
    'tokoh',
    'Biaya dan lama layanan belum ditulis jelas.',
    'Biaya dan lama layanan dicantumkan per jenis layanan.',
    'Standar pelayanan baru ditetapkan dan dipublikasikan.',
  ],
  [
    'Akses bagi penyandang disabilitas',
    'lsm',
    'Jalur landai terlalu curam dan tidak ada petugas pendamping.',
    'Jalur landai diperbaiki, petugas pendamping ditunjuk.',
    'Jalur landai selesai dibangun; petugas bertugas setiap hari.',
  ],
  [
    'Pungutan oleh perantara di halaman kantor',
    'media',
    'Ada calo yang menawarkan antrean cepat.',
    'Halaman kantor diawasi kamera dan petugas.',
    'Kamera terpasang, dua perantara dilaporkan.',
  ],
  [
    'Kerja sama penelitian mutu layanan',
    'akademisi',
    'Data antrean diminta untuk penelitian.',
    'Data antrean tanpa identitas diberikan.',
    'Data diserahkan dan hasil penelitian dipaparkan.',
  ],
  [
    'Pengurusan oleh perusahaan',
    'usaha',
    'Berkas banyak pegawai diminta diproses sekaligus.',
    'Loket khusus pemohon rombongan disediakan.',
    'Loket rombongan dibuka dua hari seminggu.',
  ],
]

/** Meetings a year, how many of ten are followed up, and the months out of a hundred that nobody reported. */
interface Habit {
  readonly meetings: number
  readonly followed: number
  readonly silent: number
}
const HABITS: Readonly<Record<Character, Habit>> = {
  good: { meetings: 6, followed: 9, silent: 0 },
  fair: { meetings: 4, followed: 6, silent: 0 },
  weak: { meetings: 2, followed: 2, silent: 40 },
  paper: { meetings: 1, followed: 0, silent: 60 },
}
const COMPLAINT_QUESTIONS = 'A.I.5.iii.b; A.II.5.ii.a'
const WITH_AREAS = { complaints: '5', meeting: '6' }

type Row = Written & { readonly cells: readonly string[] }

/** Two years of complaints and meetings of a satker, as its people bring them. */
export function fillInputs(world: World, settled: Settled, story: Story): Act[] {
  const { inputsImport } = world.services
  return bringAll(world, settled, story, inputsOf(story, world.today), {
    header: INPUTS_TEMPLATE.header,
    into: place => inputsImport.at(place),
  })
}

function inputsOf(story: Story, today: Date): Row[] {
  const dice = new Dice('inputs', story.unit)
  const habit = HABITS[story.character]
  return [
    ...monthsBefore(today).flatMap((month, age) =>
      dice.chance(habit.silent) ? [] : [monthRow(month, complaintsOf(story, month, age, today, dice), dice)],
    ),
    ...meetingRows(habit, dice, today),
  ]
}

/** Those of last year and of this one that are over, the newest first. */
function monthsBefore(today: Date): string[] {
  const months = today.getUTCMonth() + 12
  return Array.from({ length: months }, (_, back) =>
    new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - 1 - back, 1)).toISOString().slice(0, 7),
  )
}

interface Complaints {
  readonly received: number
  readonly open: number
}

/**
 * Where a team counts, last year adds up to what its worksheet says, and this year goes better; where it does not, a part
 * stays open, and at a worsening unit more of it of late.
 */
function complaintsOf(
  { character, worsens }: Story,
  month: string,
  age: number,
  today: Date,
  dice: Dice,
): Complaints {
  const place = Number(month.slice(5)) - 1
  const isLast = Number(month.slice(0, 4)) < today.getUTCFullYear()
  const more = dice.below(3)
  switch (character) {
    case 'good':
    case 'fair': {
      const typed = (key: string) => typedCount('A.II.5.ii.a', character, key)
      if (!isLast)
        return { received: 2 + more, open: character === 'fair' && age > 3 && place % 3 === 0 ? 1 : 0 }
      return { received: monthly(typed('due'), place), open: monthly(typed('in_progress'), place) }
    }
    case 'weak': {
      const received = 3 + 2 * more
      return { received, open: Math.round((received * (worsens && age < 4 ? 8 : 4)) / 10) }
    }
    case 'paper':
      return { received: dice.below(2), open: 0 }
  }
}

/** The part of a month of what a year comes to. */
const monthly = (year: number, place: number): number =>
  Math.ceil((year * (place + 1)) / 12) - Math.ceil((year * place) / 12)

function monthRow(month: string, { received, open }: Complaints, dice: Dice): Row {
  const finished = received - open
  const days = finished === 0 ? '' : `${2 + dice.below(open === 0 ? 4 : 15)},${dice.below(10)}`
  const counts = [received, finished, open].map(String)
  return {
    day: `${month}-28`,
    area: WITH_AREAS.complaints,
    cells: [
      'pengaduan',
      month,
      ...Array.from({ length: 7 }, () => ''),
      ...counts,
      days,
      WITH_AREAS.complaints,
      COMPLAINT_QUESTIONS,
    ],
  }
}

function meetingRows({ meetings, followed }: Habit, dice: Dice, today: Date): Row[] {
  return VOICES.flatMap(([subject, stakeholder, asked, decided, done], place) =>
    [0, 1].flatMap(year => {
      if (place >= meetings - year) return []
      const before = 40 + year * 365 + place * 47 + dice.below(20)
      const came = place % 3 === 1 ? 'konsultasi' : place % 3 === 2 ? 'audiensi' : 'lainnya'
      const people = String(came === 'lainnya' ? 1 + dice.below(5) : 6 + dice.below(50))
      const settled = dice.chance(followed * 10)
      const doneOn = settled ? dayFrom(today, 10 + dice.below(14) - before) : ''
      const cells = [
        came,
        dayFrom(today, -before),
        subject,
        stakeholder,
        people,
        asked,
        settled || dice.chance(50) ? decided : '',
        settled ? done : '',
        doneOn,
        '',
        '',
        '',
        '',
        WITH_AREAS.meeting,
        '',
      ]
      return [{ day: doneOn || dayFrom(today, -before), area: WITH_AREAS.meeting, cells }]
    }),
  )
}
