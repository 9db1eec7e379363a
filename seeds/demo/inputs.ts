import { INPUTS_TEMPLATE } from '../../src/inputs/inputs-columns'
import { dayFrom } from './calendar'
import { unitOf } from './cast'
import { Dice } from './dice'
import type { Settled } from './people-and-places'
import type { Character, Story } from './stories'
import { loginOf, type World } from './world'

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

/** Complaints of a month, how many of ten are done after it, meetings a year, and how many of ten are followed up. */
interface Habit {
  readonly complaints: number
  readonly done: number
  readonly meetings: number
  readonly followed: number
  /** Months out of a hundred that nobody reported. */
  readonly silent: number
}
const HABITS: Readonly<Record<Character, Habit>> = {
  good: { complaints: 9, done: 10, meetings: 6, followed: 9, silent: 0 },
  fair: { complaints: 7, done: 8, meetings: 4, followed: 6, silent: 10 },
  weak: { complaints: 12, done: 4, meetings: 2, followed: 2, silent: 40 },
  paper: { complaints: 1, done: 10, meetings: 1, followed: 0, silent: 60 },
}
const COMPLAINT_QUESTIONS = 'A.I.5.iii.b; A.II.5.ii.a'
const WITH_AREAS = { complaints: '5', meeting: '6' }

/** Two years of complaints and meetings of every satker of the stories, as its ketua imports them. */
export async function fillInputs(
  world: World,
  { satkerIds }: Settled,
  stories: readonly Story[],
): Promise<void> {
  const { registerUnits, inputsImport } = world.services
  for (const { unit: key, character } of stories) {
    const chair = await world.actor(loginOf(key, 'chair'))
    const place = await registerUnits.toKeep(chair, satkerIds.get(key) ?? '')
    const rows = inputsOf(key, character, world.today).map((cells, at) => ({ number: at + 2, cells }))
    const table = { header: INPUTS_TEMPLATE.header, headerRow: 1, rows, faults: [] }
    const { faults } = await inputsImport.at(place).run(chair, table, { update: false })
    if (faults[0]) throw new Error(`${unitOf(key).name}: row ${faults[0].row}, ${faults[0].message}`)
  }
}

function inputsOf(key: string, character: Character, today: Date): string[][] {
  const dice = new Dice('inputs', key)
  const habit = HABITS[character]
  const months = monthsBefore(today)
  return [
    ...months.flatMap((month, age) => (dice.chance(habit.silent) ? [] : [monthRow(month, age, habit, dice)])),
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

function monthRow(month: string, age: number, { complaints, done }: Habit, dice: Dice): string[] {
  const received = dice.below(complaints + 1)
  const late = age > 2 ? 0 : dice.below(received + 1)
  const inProcess = Math.min(received, Math.round((received * (10 - done)) / 20) + (done < 10 ? late : 0))
  const finished = received - inProcess
  const days = finished === 0 ? '' : `${2 + dice.below(done === 10 ? 4 : 15)},${dice.below(10)}`
  const counts = [received, finished, inProcess].map(String)
  return [
    'pengaduan',
    month,
    '',
    '',
    '',
    '',
    '',
    '',
    '',
    ...counts,
    days,
    WITH_AREAS.complaints,
    COMPLAINT_QUESTIONS,
  ]
}

function meetingRows({ meetings, followed }: Habit, dice: Dice, today: Date): string[][] {
  return VOICES.flatMap(([subject, stakeholder, asked, decided, done], place) =>
    [0, 1].flatMap(year => {
      if (place >= meetings - year) return []
      const before = 30 + year * 365 + place * 47 + dice.below(20)
      const came = place % 3 === 1 ? 'konsultasi' : place % 3 === 2 ? 'audiensi' : 'lainnya'
      const people = String(came === 'lainnya' ? 1 + dice.below(5) : 6 + dice.below(50))
      const settled = dice.chance(followed * 10)
      return [
        [
          came,
          dayFrom(today, -before),
          subject,
          stakeholder,
          people,
          asked,
          settled || dice.chance(50) ? decided : '',
          settled ? done : '',
          settled ? dayFrom(today, 10 + dice.below(14) - before) : '',
          '',
          '',
          '',
          '',
          WITH_AREAS.meeting,
          '',
        ],
      ]
    }),
  )
}
