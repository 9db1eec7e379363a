import { ACTIVITY_TEMPLATE } from '../../src/activities/activity-columns'
import type { EmployeeRow } from '../../src/roster/employee-facts'
import type { RegisterUnit } from '../../src/registers/register-unit'
import { instantAt } from '../../src/web/format/date'
import { plannedActivities, type PlannedDemo } from './activity-plan'
import { dayFrom } from './calendar'
import { unitOf } from './cast'
import { Dice } from './dice'
import type { Settled } from './people-and-places'
import type { Character, Story } from './stories'
import { loginOf, type World } from './world'

const DAY = 24 * 3_600_000
/** Days within which a team writes down what it did; a paper team does so just before somebody looks. */
const HALF_YEAR = 182

const POINTS: readonly string[] = [
  'Waktu tunggu di loket pada Senin pagi masih di atas 40 menit.',
  'Maklumat pelayanan di ruang tunggu belum diperbarui.',
  'Dua pengaduan bulan lalu belum dijawab.',
  'Rencana aksi pokja 4 belum memuat ukuran hasil.',
  'Petugas pengganti untuk cuti bersama belum ditunjuk.',
  'Papan informasi biaya layanan tertutup antrean.',
  'Jadwal piket pengelola media sosial belum dijalankan.',
  'Hasil survei triwulan lalu belum disampaikan kepada petugas.',
]
const OWNERS = [
  'Ketua Pokja 2',
  'Ketua Pokja 4',
  'Ketua Pokja 5',
  'Ketua Pokja 6',
  'Kepala Subbagian Tata Usaha',
]

/** Out of a hundred points those that a team carries out. */
const DONE: Readonly<Record<Character, number>> = { good: 92, fair: 65, weak: 30, paper: 0 }

/** Two years of activities of every satker of the stories, with the points of the last months. */
export async function fillActivities(
  world: World,
  { satkerIds }: Settled,
  stories: readonly Story[],
): Promise<void> {
  for (const { unit, character } of stories) {
    const dice = new Dice('activities', unit)
    world.at(world.today)
    const chair = await world.actor(loginOf(unit, 'chair'))
    const at = await world.services.registerUnits.toKeep(chair, satkerIds.get(unit) ?? '')
    const staff = await world.services.roster.known(at.satkerId)
    const planned = plannedActivities(unitOf(unit), character, world.today, dice)
    for (const batch of inBatches(planned, character, world.today))
      await write(world, batch, { at, unit, staff, dice })
    await raisePoints(world, { at, unit, character, dice })
    await proveSome(world, { at, unit, character })
  }
}

interface Batch {
  readonly writtenOn: string
  readonly rows: readonly PlannedDemo[]
}

/** What is written down together, and when. */
function inBatches(planned: readonly PlannedDemo[], character: Character, today: Date): Batch[] {
  const last = dayFrom(today, character === 'paper' ? -4 : -1)
  const groups = new Map<string, PlannedDemo[]>()
  for (const row of planned) {
    const age = Math.max(0, Math.floor((today.getTime() - Date.parse(row.heldOn)) / DAY))
    const half = Math.floor(age / HALF_YEAR)
    const writtenOn = character === 'paper' || half === 0 ? last : dayFrom(today, -half * HALF_YEAR)
    groups.set(writtenOn, [...(groups.get(writtenOn) ?? []), row])
  }
  return [...groups].map(([writtenOn, rows]) => ({ writtenOn, rows }))
}

interface Place {
  readonly at: RegisterUnit
  readonly unit: string
  readonly dice: Dice
}

async function write(
  world: World,
  { writtenOn, rows }: Batch,
  { at, unit, staff, dice }: Place & { readonly staff: readonly EmployeeRow[] },
): Promise<void> {
  world.at(instantAt(writtenOn, 10, at.timeZone))
  const chair = await world.actor(loginOf(unit, 'chair'))
  const table = {
    header: ACTIVITY_TEMPLATE.header,
    headerRow: 1,
    rows: rows.map((row, place) => ({ number: place + 2, cells: cellsOf(row, staff, dice) })),
    faults: [],
  }
  const { faults } = await world.services.activityFiles.at(at).run(chair, table, { update: false })
  if (faults[0]) throw new Error(`${at.satkerName}: row ${faults[0].row}, ${faults[0].message}`)
}

function cellsOf(row: PlannedDemo, staff: readonly EmployeeRow[], dice: Dice): string[] {
  const there = staff.filter(one => one.joinedOn <= row.heldOn && (one.leftOn ?? '9999') >= row.heldOn)
  const people = there.filter(one => one.nip !== null && dice.chance(row.namedOfHundred))
  const named = people.slice(0, 60)
  const said: Readonly<Record<string, string>> = {
    Tanggal: row.heldOn,
    'Pukul mulai': row.startsAt,
    'Pukul selesai': row.endsAt,
    Jenis: row.kind,
    Judul: row.title,
    Tempat: row.place,
    'Pimpinan hadir': row.leaderPresent ? 'ya' : 'tidak',
    'Membahas ZI': row.ziDiscussed ? 'ya' : 'tidak',
    'Peserta (NIP)': named.map(one => one.nip).join('; '),
    'Jumlah pegawai': row.counted > 0 ? String(Math.max(row.counted, named.length)) : '',
    'Dari luar: Masyarakat atau pengguna layanan': row.guests > 0 ? String(row.guests) : '',
    Agenda: row.agenda,
    Area: row.areas,
    Pertanyaan: row.questions,
  }
  return ACTIVITY_TEMPLATE.header.map(title => said[title] ?? '')
}

/** Points of the meetings of the last months, as far as the team writes any. */
async function raisePoints(
  world: World,
  { at, unit, character, dice }: Place & { readonly character: Character },
) {
  if (character === 'paper') return
  const { activities, activityPoints } = world.services
  world.at(world.today)
  const chair = await world.actor(loginOf(unit, 'chair'))
  const { years } = await activities.kept(at)
  const { rows } = await activities.page(at, {
    search: '',
    filters: {
      keadaan: 'semua',
      jenis: 'monitoring-meeting',
      tahun: '',
      triwulan: '',
      area: '',
      peserta: '',
    },
    sort: 'terbaru',
    descending: false,
    page: 1,
  })
  const yesterday = dayFrom(world.today, -1)
  for (const { id, heldOn } of rows.filter(row => row.heldOn <= yesterday && years.length > 0).slice(0, 4))
    for (let place = 0; place < 2; place++) {
      const held = new Date(`${heldOn}T00:00:00Z`)
      const done = dayFrom(held, 5 + dice.below(12))
      await activityPoints.add(chair, id, {
        text: dice.pick(POINTS),
        owner: dice.pick(OWNERS),
        dueOn: dayFrom(held, 14 + dice.below(10)),
        doneOn: dice.chance(DONE[character]) && done <= yesterday ? done : null,
      })
    }
}

/** Some activities are proven by pieces that already stand on the shelf. */
async function proveSome(
  world: World,
  {
    at,
    unit,
    character,
  }: { readonly at: RegisterUnit; readonly unit: string; readonly character: Character },
) {
  const { activities, entries, evidenceShelf, proofs } = world.services
  const chair = await world.actor(loginOf(unit, 'chair'))
  const pieces = await evidenceShelf.candidates(chair, { ...at, id: '' }, null, 'rapat')
  const rows = await activities.inMonth(at, {
    key: '',
    first: dayFrom(world.today, -120),
    last: dayFrom(world.today, -1),
  })
  const proven = rows.slice(0, { good: 4, fair: 2, weak: 1, paper: 0 }[character])
  for (const [place, { id }] of proven.entries()) {
    const piece = pieces[place]
    if (piece) await proofs.choose(chair, await entries.get(chair, id), piece.id)
  }
}
