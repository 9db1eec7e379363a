import { QUARTERS, quarterDays, quarterPhase, type Quarter } from '../../src/engine/performance/quarters'
import { PERFORMANCE_TEMPLATE } from '../../src/performance/performance-columns'
import type { Act } from './agenda'
import { dayFrom, earlier } from './calendar'
import { unitOf } from './cast'
import { Dice } from './dice'
import { bring, keeperOf, readyDay, type Bringing } from './keeping'
import type { Settled } from './people-and-places'
import { promisesOf, type Promised } from './performance-promises'
import type { Character, Story } from './stories'
import { loginOf, type World } from './world'

/** Out of a hundred quarters: reached, nearly reached; the rest is missed. */
const REACHES: Readonly<Record<Character, readonly [reached: number, near: number]>> = {
  good: [94, 100],
  fair: [74, 92],
  weak: [46, 72],
  paper: [100, 100],
}
/** Of the quarters that have ended, those that a team leaves unreported at the end. */
const SILENT: Readonly<Record<Character, number>> = { good: 0, fair: 0, weak: 1, paper: 2 }
/** A satker that has not begun this year promised nothing yet. */
const NOT_BEGUN = 'safira'

const OBSTACLES = [
  'Dua petugas pindah tugas dan penggantinya belum ada.',
  'Jaringan ke aplikasi pusat sering terputus pada jam sibuk.',
  'Anggaran kegiatan baru cair pada bulan terakhir triwulan.',
  'Sarana ruang layanan rusak dan menunggu perbaikan.',
]
const STRATEGIES = [
  'Menambah satu petugas di loket pada pukul 09.00 sampai 11.00.',
  'Memindahkan kegiatan yang tertunda ke bulan pertama triwulan berikutnya.',
  'Melatih petugas pengganti dan membagi ulang tugas harian.',
  'Memantau capaian setiap pekan dalam rapat Senin.',
]

/** Two years of a satker: what it promised at their beginning, and each quarter what came of it. */
export function fillPerformance(world: World, settled: Settled, story: Story): Act[] {
  const { performanceImport } = world.services
  const { today } = world
  const { unit } = story
  const present = today.getUTCFullYear()
  const years = unit === NOT_BEGUN ? [present - 1] : [present - 1, present]
  const bringAt = (at: Date, year: number, told: readonly Quarter[]): Act => {
    const login = keeperOf(story, AREA, at, world)
    const cells = rowsOf(story, year, told, today)
    const into: Bringing['into'] = place => performanceImport.at(place)
    const file = { header: PERFORMANCE_TEMPLATE.header, cells, update: true, into }
    return { at, does: () => bring(world, settled, { unit, login }, file) }
  }
  return [
    ...years.flatMap(year => [
      bringAt(earlier(new Date(Date.UTC(year, 0, 8, 3)), today), year, []),
      ...QUARTERS.map(quarter => ({ quarter, at: reportedAt(year, quarter) }))
        .filter(({ at }) => at <= today)
        .map(({ quarter, at }) => bringAt(at, year, QUARTERS.slice(0, quarter))),
    ]),
    { at: readyDay(world), does: () => prove(world, unit, settled.satkerIds.get(unit) ?? '') },
  ]
}

const DAY = 24 * 3_600_000
/** Days after the end of a quarter until all that is reported of it has been. */
const REPORTED_IN = 12
/** Whose pokja reports. */
const AREA = '4'

const reportedAt = (year: number, quarter: Quarter): Date =>
  new Date(Date.parse(`${quarterDays(year, quarter).until}T04:00:00Z`) + REPORTED_IN * DAY)

function rowsOf(story: Story, year: number, told: readonly Quarter[], today: Date): string[][] {
  return promisesOf(unitOf(story.unit).kind).map((one, place) => {
    const dice = new Dice('performance', story.unit, String(year), one.indicator)
    const reports = QUARTERS.map(quarter => reportOf(one, year, quarter, { story, place, dice, today }))
    return [
      String(year),
      one.indicator,
      one.unit,
      one.direction,
      one.counting,
      typed(one.year),
      one.areas,
      one.questions ?? '',
      ...one.targets.map(target => (target === null ? '' : typed(target))),
      ...reports.flatMap((report, at) => (told.includes((at + 1) as Quarter) ? report : NOTHING)),
    ]
  })
}

const NOTHING = ['', '', '', '']

interface Reporting {
  readonly story: Story
  /** Of the promise among all. */
  readonly place: number
  readonly dice: Dice
  readonly today: Date
}

function reportOf(
  one: Promised,
  year: number,
  quarter: Quarter,
  { story: { character }, place, dice, today }: Reporting,
): string[] {
  const target = one.targets[quarter - 1]
  const throws = [
    dice.below(100),
    dice.below(8),
    dice.below(OBSTACLES.length),
    dice.below(STRATEGIES.length),
  ] as const
  if (target === null || target === undefined || reportedAt(year, quarter) > today) return NOTHING
  const ended = QUARTERS.filter(other => reportedAt(year, other) <= today).length
  const isPresent = year === today.getUTCFullYear()
  if (isPresent && quarter > ended - SILENT[character]) return NOTHING
  const [chance, size, obstacle, strategy] = throws
  const [reached, near] = REACHES[character]
  // A year earlier everybody did a little worse.
  const thrown = chance + (isPresent || character === 'paper' ? 0 : 6)
  const byChance = thrown < reached ? 'reached' : thrown < near ? 'near' : 'missed'
  const outcome = certain(character, quarter, { place, isPresent, ended }) ?? byChance
  const realisation = realised(one, target, outcome, character === 'paper' ? 0 : size)
  const isReached = one.direction === 'naik' ? realisation >= target : realisation <= target
  return [
    typed(realisation),
    isReached ? '' : (OBSTACLES[obstacle] ?? ''),
    isReached && size < 4 ? '' : (STRATEGIES[strategy] ?? ''),
    dayFrom(new Date(`${quarterDays(year, quarter).until}T03:00:00Z`), 4 + size),
  ]
}

/**
 * Where work is good or fair, last year ended with every target reached, as the worksheet says; where it is good all are
 * reached since, but for one that was nearly so in the quarter before the last.
 */
function certain(
  character: Character,
  quarter: Quarter,
  {
    place,
    isPresent,
    ended,
  }: { readonly place: number; readonly isPresent: boolean; readonly ended: number },
): 'reached' | 'near' | null {
  if (character !== 'good' && character !== 'fair') return null
  if (quarter === QUARTERS.length) return 'reached'
  if (character === 'fair') return null
  return isPresent && place === ALMOST && quarter === ended - 1 ? 'near' : 'reached'
}

/** The promise that a good team nearly kept. */
const ALMOST = 5

/** A figure beside its target in tenths, whole where the target counts things. */
function realised(
  one: Promised,
  target: number,
  outcome: 'reached' | 'near' | 'missed',
  size: number,
): number {
  const counts = ['kasus', 'orang', 'kejadian', 'menit'].includes(one.unit)
  const better = one.direction === 'naik' ? 1 : -1
  if (counts && target < 10) {
    if (outcome === 'reached') return Math.max(0, target + (better > 0 ? size % 2 : -(size % 2)))
    return target + 1 + (outcome === 'missed' ? 1 : 0)
  }
  const percent = {
    reached: 100 + better * (size / 2),
    near: 100 - better * (3 + size / 2),
    missed: 100 - better * (14 + 2 * size),
  }[outcome]
  const figure = (target * percent) / 100
  const rounded = counts ? Math.round(figure) : Math.round(figure * 10) / 10
  const most = one.unit === 'persen' ? 100 : Number.POSITIVE_INFINITY
  return Math.min(most, Math.max(0, rounded))
}

const typed = (figure: number): string => String(figure).replace('.', ',')

/** The first report of a satker is proven by a piece that stands on its shelf. */
async function prove(world: World, key: string, satkerId: string): Promise<void> {
  const { database, entries, proofs } = world.services
  const one = await database.one<{ entry: string; evidence: string }>(
    `SELECT q.id AS entry, e.id AS evidence FROM performance_quarters q
       JOIN evidence e ON e.satker_id = q.satker_id AND e.nature = 'outcome' AND e.access = 'biasa'
        AND e.withdrawn_at IS NULL
      WHERE q.satker_id = $1 AND q.realisation IS NOT NULL ORDER BY q.year DESC, q.quarter, q.id, e.id LIMIT 1`,
    [satkerId],
  )
  if (!one) return
  const chair = await world.actor(loginOf(key, 'chair'))
  await proofs.choose(chair, await entries.toKeep(chair, one.entry), one.evidence)
}

interface Asked {
  readonly unit: string
  readonly by: string
  readonly text: string
  readonly due: number
  readonly reply?: string
  readonly closed?: string
}

const ASKED: readonly Asked[] = [
  {
    unit: 'lintara',
    by: 'kanwil.lintang',
    text: 'Dua triwulan belum dilaporkan. Laporkan realisasi setiap indikator beserta buktinya.',
    due: 6,
  },
  {
    unit: 'seruni',
    by: 'kanwil.lintang',
    text: 'Serapan anggaran tertinggal. Kirim jadwal kegiatan sampai akhir tahun.',
    due: 12,
    reply: 'Jadwal kegiatan sudah disusun dan dibahas dalam rapat Senin; dua kegiatan dimajukan.',
  },
  {
    unit: 'lazuardi',
    by: 'kanwil.lintang',
    text: 'Jelaskan cara waktu tunggu pemohon dipersingkat agar dapat dipelajari satker lain.',
    due: 20,
    reply: 'Pendaftaran dipisah dari pengambilan, dan antrean dibagi menurut jam kedatangan.',
    closed: 'Cukup jelas. Disampaikan kepada satker lain.',
  },
  {
    unit: 'rotani',
    by: 'kanwil.jembar',
    text: 'Beberapa indikator tidak tercapai dan satu triwulan belum dilaporkan. Lengkapi laporan dan strateginya.',
    due: 5,
  },
]

/** What the kanwil asked about some of them. */
export async function askAboutPerformance(world: World, { satkerIds }: Settled): Promise<void> {
  const { followUps, registerUnits } = world.services
  const year = world.today.getUTCFullYear()
  const quarter =
    QUARTERS.filter(one => quarterPhase(year, one, dayFrom(world.today, 0)) === 'ended').at(-1) ?? 1
  for (const { unit, by, text, due, reply, closed } of ASKED) {
    const asker = await world.actor(`${by}@zi.example`)
    const place = await registerUnits.toRead(asker, satkerIds.get(unit) ?? '')
    const id = await followUps.write(asker, place, { year, quarter, text, dueOn: dayFrom(world.today, due) })
    if (reply) await followUps.act(await world.actor(loginOf(unit, 'chair')), id, 'reply', 1, reply)
    if (closed) await followUps.act(asker, id, 'close', 2, closed)
  }
}
