import type { Actor } from '../../src/access/actor'
import { AGREEMENTS_TEMPLATE } from '../../src/agreements/agreement-columns'
import { agreementQuery } from '../../src/agreements/agreement-list'
import type { AgreementUnit } from '../../src/agreements/agreement-facts'
import { PLANS_TEMPLATE } from '../../src/agreements/plan-columns'
import { evaluationDates } from '../../src/engine/agreements/evaluation-dates'
import type { Importer } from '../../src/imports/importer'
import { abroadRows } from './agreements-abroad'
import { dayFrom } from './calendar'
import { unitOf, type CastUnit } from './cast'
import { Dice } from './dice'
import type { Settled } from './people-and-places'
import type { Character, Story } from './stories'
import { loginOf, type World } from './world'

/** Title, partner with its kind, area, scope, and the tasks that come of it. */
interface Sample {
  readonly title: string
  readonly partner: string
  readonly partnerKind: string
  readonly area: string
  readonly scope: string
  readonly tasks: readonly string[]
}

const sample = (
  [title, partner, partnerKind]: readonly [string, string, string],
  area: string,
  scope: string,
  ...tasks: readonly string[]
): Sample => ({ title, partner, partnerKind, area, scope, tasks })

const SAMPLES: readonly Sample[] = [
  sample(
    ['Layanan kesehatan bagi pengguna layanan', 'Dinas Kesehatan', 'Pemerintah daerah'],
    '6',
    'Pemeriksaan kesehatan berkala dan rujukan.',
    'Pemeriksaan kesehatan pertama',
    'Penyuluhan hidup sehat',
    'Pemeriksaan kesehatan kedua',
    'Laporan rujukan',
  ),
  sample(
    ['Verifikasi data kependudukan', 'Dinas Kependudukan dan Pencatatan Sipil', 'Pemerintah daerah'],
    '2',
    'Akses baca data kependudukan untuk verifikasi permohonan.',
    'Uji sambungan data',
    'Pelatihan operator',
    'Tinjauan keamanan akses',
  ),
  sample(
    ['Kanal aduan bersama', 'Ombudsman Perwakilan', 'Kementerian atau lembaga'],
    '5',
    'Penerusan aduan dan umpan balik penyelesaiannya.',
    'Sosialisasi kanal aduan',
    'Rapat penyelesaian aduan semester I',
    'Rapat penyelesaian aduan semester II',
  ),
  sample(
    ['Literasi hukum di sekolah', 'SMA Negeri 3', 'Sekolah atau perguruan tinggi'],
    '6',
    'Penyuluhan hukum bagi siswa dan guru.',
    'Penyuluhan kelas X',
    'Penyuluhan kelas XI',
    'Lomba karya tulis',
  ),
  sample(
    ['Magang dan riset mahasiswa', 'Universitas Nusantara Timur', 'Sekolah atau perguruan tinggi'],
    '3',
    'Magang satu semester dan riset kepuasan layanan.',
    'Penerimaan magang angkatan pertama',
    'Riset kepuasan layanan',
    'Paparan hasil riset',
  ),
  sample(
    ['Pembayaran nontunai', 'Bank Layanan Rakyat', 'Badan usaha'],
    '2',
    'Pembayaran tagihan layanan melalui kode QR.',
    'Pemasangan kode QR di loket',
    'Rekonsiliasi triwulan',
    'Evaluasi gangguan transaksi',
  ),
  sample(
    ['Siaran layanan publik', 'Radio Suara Nusa', 'Organisasi masyarakat atau media'],
    '1',
    'Siaran bulanan tentang layanan dan pembangunan zona integritas.',
    'Siaran pertama',
    'Siaran tanya jawab',
    'Survei pendengar',
  ),
  sample(
    ['Pengamanan bersama', 'Kepolisian Resor Kota', 'Penegak hukum'],
    '5',
    'Patroli dan pengamanan pada saat layanan padat.',
    'Penyusunan jadwal patroli',
    'Latihan bersama',
    'Laporan patroli semester',
  ),
  sample(
    ['Pelatihan keterampilan', 'Balai Latihan Kerja', 'Pemerintah daerah'],
    '4',
    'Pelatihan bersertifikat bagi penerima layanan.',
    'Pelatihan angkatan pertama',
    'Uji sertifikasi',
    'Pelatihan angkatan kedua',
  ),
]

interface Habits {
  readonly agreements: number
  /** Of a hundred. */
  readonly planless: number
  readonly realised: number
  readonly evaluated: number
  readonly published: number
}

const HABITS: Readonly<Record<Character, Habits>> = {
  good: { agreements: 6, planless: 0, realised: 100, evaluated: 100, published: 90 },
  fair: { agreements: 5, planless: 12, realised: 82, evaluated: 60, published: 60 },
  weak: { agreements: 4, planless: 30, realised: 45, evaluated: 10, published: 30 },
  paper: { agreements: 6, planless: 40, realised: 0, evaluated: 0, published: 80 },
}

/** Years of agreements at the satker of the stories, at both kanwil and at the ministry, carried out as their people work. */
export async function fillAgreements(
  world: World,
  settled: Settled,
  stories: readonly Story[],
): Promise<void> {
  const owners: readonly (readonly [key: string, login: string, character: Character])[] = [
    ...stories.map(({ unit, character }) => [unit, loginOf(unit, 'chair'), character] as const),
    ['lintang', loginOf('lintang', 'pendamping'), 'good'],
    ['jembar', loginOf('jembar', 'pendamping'), 'weak'],
    ['pusat', loginOf('pusat', 'centre-admin'), 'fair'],
  ]
  for (const [key, login, character] of owners) {
    const actor = await world.actor(login)
    const place = await world.services.agreements.unit(actor, settled.satkerIds.get(key) ?? '')
    await fillUnit(world, { actor, place, unit: unitOf(key), character })
  }
}

interface Owner {
  readonly actor: Actor
  readonly place: AgreementUnit
  readonly unit: CastUnit
  readonly character: Character
}

async function fillUnit(world: World, { actor, place, unit, character }: Owner): Promise<void> {
  const { agreements, agreementImport } = world.services
  const dice = new Dice('agreements', unit.key)
  const habits = HABITS[character]
  const chosen = Array.from({ length: habits.agreements }, (_, at) => {
    const last = at === habits.agreements - 1
    return rowsOf(unit, { dice, habits, at, ended: last, today: world.today })
  })
  chosen.push(...abroadRows(unit, world.today))
  await importInto(
    agreementImport.agreementsAt(place),
    actor,
    AGREEMENTS_TEMPLATE.header,
    chosen.map(one => one.row),
  )
  await importInto(
    agreementImport.plansAt(place),
    actor,
    PLANS_TEMPLATE.header,
    chosen.flatMap(one => one.tasks),
  )
  await evaluate(world, {
    actor,
    habits,
    dice,
    rows: await agreements.all(place, agreementQuery(new Map(), {})),
  })
}

async function importInto(
  importer: Importer,
  actor: Actor,
  header: readonly string[],
  rows: readonly (readonly string[])[],
): Promise<void> {
  if (rows.length === 0) return
  const table = {
    header,
    headerRow: 1,
    rows: rows.map((cells, at) => ({ number: at + 2, cells })),
    faults: [],
  }
  const { faults } = await importer.run(actor, table, { update: false })
  if (faults[0]) throw new Error(`Row ${faults[0].row}, ${faults[0].column}: ${faults[0].message}`)
}

interface Throw {
  readonly dice: Dice
  readonly habits: Habits
  readonly at: number
  /** The term is over. */
  readonly ended: boolean
  readonly today: Date
}

const YEAR = 365

function rowsOf(unit: CastUnit, { dice, habits, at, ended, today }: Throw) {
  const { title, partner, partnerKind, area, scope, tasks } =
    SAMPLES[(at * 2 + dice.below(2)) % SAMPLES.length]!
  const age = ended ? YEAR + 60 + dice.below(90) : 40 + at * 75 + dice.below(40)
  const length = ended ? YEAR : at % 3 === 0 ? 2 * YEAR : age + 40 + dice.below(YEAR)
  const year = new Date(today.getTime() - age * 24 * 3_600_000).getUTCFullYear()
  const number = `${unit.code}.PKS-${10 + at}/${year}`
  const planned = dice.chance(habits.planless) ? [] : tasks
  const step = Math.floor(Math.min(length, age + 120) / (planned.length + 1))
  return {
    row: [
      number,
      title,
      'Dalam negeri',
      at % 4 === 1 ? 'MoU' : 'PKS',
      `${partner} ${unit.city}`,
      partnerKind,
      scope,
      dayFrom(today, -age - 3),
      unit.level === 'satker' ? 'Kepala Kantor' : 'Kepala Unit',
      dayFrom(today, -age),
      dayFrom(today, length - age),
      at % 2 === 0 ? '6' : '3',
      dice.chance(habits.published) ? 'ya' : 'tidak',
      area,
      '',
    ],
    tasks: planned.map((task, place) => {
      const due = -age + (place + 1) * step
      const done = due < -2 && dice.chance(habits.realised)
      return [
        number,
        task,
        dice.pick(['Subseksi Pelayanan', 'Subbagian Tata Usaha', 'Pokja 6', 'Urusan Umum']),
        dayFrom(today, due),
        done ? dayFrom(today, Math.min(-1, due - 6 + dice.below(9))) : '',
        done ? `Terlaksana bersama mitra, ${24 + dice.below(90)} orang terlibat.` : '',
      ]
    }),
  }
}

interface Evaluating {
  readonly actor: Actor
  readonly habits: Habits
  readonly dice: Dice
  readonly rows: Awaited<ReturnType<World['services']['agreements']['all']>>
}

const FINDINGS = [
  'Tugas berjalan sesuai rencana; jadwal berikutnya disepakati.',
  'Pelaksanaan baik; dokumentasi kegiatan perlu dilengkapi.',
  'Dua tugas bergeser karena jadwal mitra; tenggat disesuaikan.',
]

async function evaluate(world: World, { actor, habits, dice, rows }: Evaluating): Promise<void> {
  const { agreementPlans, agreements, proofs, entries } = world.services
  const today = dayFrom(world.today, 0)
  for (const row of rows) {
    for (const due of evaluationDates(row, row.evaluateEvery).filter(date => date < today))
      if (dice.chance(habits.evaluated))
        await agreementPlans.addEvaluation(actor, row.id, { heldOn: due, finding: dice.pick(FINDINGS) })
    const shelf = await agreementPlans.proofs(actor, row)
    if (shelf.length === 0 || row.realised === 0) continue
    const proof = dice.pick(shelf)
    const { tasks } = await agreements.whole(row)
    const task = tasks.find(({ doneOn }) => doneOn !== null)
    if (task)
      await agreementPlans.changeTask(
        actor,
        { agreementId: row.id, taskId: task.id, version: task.version },
        { ...task, evidenceId: proof.id },
      )
    if (dice.chance(50)) await proofs.choose(actor, await entries.get(actor, row.id), proof.id)
  }
}
