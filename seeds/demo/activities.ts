import { ACTIVITY_TEMPLATE } from '../../src/activities/activity-columns'
import type { EmployeeRow } from '../../src/roster/employee-facts'
import type { RegisterUnit } from '../../src/registers/register-unit'
import { plannedActivities, type PlannedDemo } from './activity-plan'
import type { Act } from './agenda'
import { dayFrom } from './calendar'
import { Dice } from './dice'
import { inBatches, readyDay } from './keeping'
import type { Settled } from './people-and-places'
import type { Character, Story } from './stories'
import { loginOf, type World } from './world'

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
const DONE: Readonly<Record<Character, number>> = { good: 100, fair: 65, weak: 30, paper: 0 }
/** Days after which what a good team agreed on is done. */
const LEFT_FOR_POINTS = 25

/** Two years of activities of a satker, written down by whoever keeps them, with the points of the last months. */
export function fillActivities(world: World, { satkerIds }: Settled, story: Story): Act[] {
  const { unit, character } = story
  const dice = new Dice('activities', unit)
  const planned = plannedActivities(story, world.today, dice).map(row => ({
    ...row,
    day: row.heldOn,
    area: row.areas.slice(0, 1),
  }))
  const placeFor = async (login: string) =>
    world.services.registerUnits.toKeep(await world.actor(login), satkerIds.get(unit) ?? '')
  const closing = async (act: (place: Place) => Promise<void>) => {
    const at = await placeFor(loginOf(unit, 'chair'))
    await act({ at, unit, character, dice })
  }
  return [
    ...inBatches(world, story, planned).map(({ at, login, rows }) => ({
      at,
      does: async () => write(world, rows, { at: await placeFor(login), login, dice }),
    })),
    { at: readyDay(world), does: () => closing(place => raisePoints(world, place)) },
    { at: readyDay(world), does: () => closing(place => proveSome(world, place)) },
  ]
}

interface Place {
  readonly at: RegisterUnit
  readonly unit: string
  readonly character: Character
  readonly dice: Dice
}

async function write(
  world: World,
  rows: readonly PlannedDemo[],
  { at, login, dice }: { readonly at: RegisterUnit; readonly login: string; readonly dice: Dice },
): Promise<void> {
  const staff = await world.services.roster.known(at.satkerId)
  const table = {
    header: ACTIVITY_TEMPLATE.header,
    headerRow: 1,
    rows: rows.map((row, place) => ({ number: place + 2, cells: cellsOf(row, staff, dice) })),
    faults: [],
  }
  const actor = await world.actor(login)
  const { faults } = await world.services.activityFiles.at(at).run(actor, table, { update: false })
  if (faults[0]) throw new Error(`${at.satkerName}: row ${faults[0].row}, ${faults[0].message}`)
}

function cellsOf(row: PlannedDemo, staff: readonly EmployeeRow[], dice: Dice): string[] {
  const there = staff.filter(one => one.joinedOn <= row.heldOn && (one.leftOn ?? '9999') >= row.heldOn)
  const people = there.filter(one => dice.chance(one.frontLine ? row.frontOfHundred : row.namedOfHundred))
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
    'Peserta (NIP)': named.map(one => one.name).join('; '),
    'Jumlah pegawai': row.counted > 0 ? String(Math.max(row.counted, named.length)) : '',
    'Dari luar: Masyarakat atau pengguna layanan': row.guests > 0 ? String(row.guests) : '',
    Agenda: row.agenda,
    Area: row.areas,
    Pertanyaan: row.questions,
  }
  return ACTIVITY_TEMPLATE.header.map(title => said[title] ?? '')
}

/** Points of the meetings of the last months, as far as the team writes any. */
async function raisePoints(world: World, { at, unit, character, dice }: Place) {
  if (character === 'paper') return
  const { activities, activityPoints } = world.services
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
  const present = dayFrom(world.services.clock(), 0)
  const past = dayFrom(world.services.clock(), character === 'good' ? -LEFT_FOR_POINTS : -1)
  for (const { id, heldOn } of rows.filter(row => row.heldOn <= past && years.length > 0).slice(0, 4))
    for (let place = 0; place < 2; place++) {
      const held = new Date(`${heldOn}T00:00:00Z`)
      const done = dayFrom(held, 5 + dice.below(12))
      await activityPoints.add(chair, id, {
        text: dice.pick(POINTS),
        owner: dice.pick(OWNERS),
        dueOn: dayFrom(held, 14 + dice.below(10)),
        doneOn: dice.chance(DONE[character]) && done <= present ? done : null,
      })
    }
}

/** Some activities are proven by pieces that already stand on the shelf. */
async function proveSome(world: World, { at, unit, character }: Place) {
  const { activities, entries, evidenceShelf, proofs } = world.services
  const chair = await world.actor(loginOf(unit, 'chair'))
  const pieces = await evidenceShelf.candidates(chair, { ...at, id: '' }, null, 'rapat')
  const rows = await activities.inMonth(at, {
    key: '',
    first: dayFrom(world.today, -120),
    last: dayFrom(world.services.clock(), -1),
  })
  const proven = rows.slice(0, { good: 4, fair: 2, weak: 1, paper: 0 }[character])
  for (const [place, { id }] of proven.entries()) {
    const piece = pieces[place]
    if (piece) await proofs.choose(chair, await entries.get(chair, id), piece.id)
  }
}
