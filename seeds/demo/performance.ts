import { QUARTERS, quarterDays, quarterPhase, type Quarter } from '../../src/engine/performance/quarters'
import { PERFORMANCE_TEMPLATE } from '../../src/performance/performance-columns'
import { dayFrom } from './calendar'
import { unitOf } from './cast'
import { Dice } from './dice'
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

/** Two years of every satker of the stories, as its ketua imports them, and what the kanwil asked about them. */
export async function fillPerformance(
  world: World,
  { satkerIds }: Settled,
  stories: readonly Story[],
): Promise<void> {
  const { registerUnits, performanceImport } = world.services
  for (const story of stories) {
    const unit = unitOf(story.unit)
    const chair = await world.actor(loginOf(story.unit, 'chair'))
    const place = await registerUnits.toKeep(chair, satkerIds.get(story.unit) ?? '')
    const rows = rowsOf(story, world.today).map((cells, at) => ({ number: at + 2, cells }))
    const table = { header: PERFORMANCE_TEMPLATE.header, headerRow: 1, rows, faults: [] }
    const { faults } = await performanceImport.at(place).run(chair, table, { update: false })
    if (faults[0])
      throw new Error(`${unit.name}: row ${faults[0].row}, ${faults[0].column} ${faults[0].message}`)
    await prove(world, story.unit, place.satkerId)
  }
  await askSome(world, satkerIds)
}

function rowsOf({ unit: key, character }: Story, today: Date): string[][] {
  const unit = unitOf(key)
  const present = today.getUTCFullYear()
  const years = key === NOT_BEGUN ? [present - 1] : [present - 1, present]
  const all = promisesOf(unit.kind)
  return years.flatMap(year =>
    all.map(one => {
      const dice = new Dice('performance', key, String(year), one.indicator)
      const told = QUARTERS.map(quarter => reportOf(one, year, quarter, { character, dice, today }))
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
        ...told.flat(),
      ]
    }),
  )
}

const NOTHING = ['', '', '', '']

function reportOf(
  one: Promised,
  year: number,
  quarter: Quarter,
  { character, dice, today }: { readonly character: Character; readonly dice: Dice; readonly today: Date },
): string[] {
  const target = one.targets[quarter - 1]
  const throws = [
    dice.below(100),
    dice.below(8),
    dice.below(OBSTACLES.length),
    dice.below(STRATEGIES.length),
  ] as const
  const day = dayFrom(today, 0)
  if (target === null || target === undefined || quarterPhase(year, quarter, day) !== 'ended') return NOTHING
  const ended = QUARTERS.filter(other => quarterPhase(year, other, day) === 'ended').length
  const isPresent = year === today.getUTCFullYear()
  if (isPresent && quarter > ended - SILENT[character]) return NOTHING
  const [chance, size, obstacle, strategy] = throws
  const [reached, near] = REACHES[character]
  // A year earlier everybody did a little worse.
  const thrown = chance + (isPresent || character === 'paper' ? 0 : 6)
  const outcome = thrown < reached ? 'reached' : thrown < near ? 'near' : 'missed'
  const realisation = realised(one, target, outcome, character === 'paper' ? 0 : size)
  const isReached = one.direction === 'naik' ? realisation >= target : realisation <= target
  return [
    typed(realisation),
    isReached ? '' : (OBSTACLES[obstacle] ?? ''),
    isReached && size < 4 ? '' : (STRATEGIES[strategy] ?? ''),
    dayFrom(new Date(`${quarterDays(year, quarter).until}T03:00:00Z`), 4 + size),
  ]
}

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

async function askSome(world: World, satkerIds: Settled['satkerIds']): Promise<void> {
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
