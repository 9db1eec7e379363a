import { ROSTER_TEMPLATE } from '../../src/roster/roster-columns'
import { dayFrom } from './calendar'
import { CAST_PEOPLE, unitOf, type CastPerson, type CastUnit } from './cast'
import { Dice } from './dice'
import { inventedNip, type Settled } from './people-and-places'
import type { Character, Story } from './stories'
import { loginOf, peopleAt, type World } from './world'

const FIRST =
  'Adi Agus Aisyah Anton Arini Asep Ayu Benny Bima Cahyo Clara Dedi Desi Dian Edi Elok Endang Erwin Fahmi Farida Gilang Gita Hadi Hesti Imam Indah Iwan Jaka Kadek Laila Luh Made Maria Mega Nina Novan Okta Paulus Ratih Reza Rina Rudi Septi Slamet Tika Tono Umar Vera Wati Yanto Yuni Zainal'.split(
    ' ',
  )
const LAST =
  'Adiputra Anggraini Astuti Budiman Darmawan Effendi Firmansyah Gunawan Halim Handoko Hartati Hidayat Irawan Iskandar Kurnia Lestari Mahendra Manalu Maulana Nasution Ningsih Nugraheni Pangestu Prabowo Prihatin Purnomo Rahayu Ramadani Salim Santika Saragih Sasmita Setiadi Simatupang Suharto Sulastri Susanti Tanjung Utomo Wardhana Wibisono Widodo Wulandari Yulianto Yusuf'.split(
    ' ',
  )
const TITLES = ['', '', '', '', ', S.H.', ', S.E.', ', A.Md.', ', S.Sos.']

/** `+` stands for a place at the front line. */
const POSITIONS: Readonly<Record<string, readonly string[]>> = {
  'Kantor Imigrasi': [
    '+Petugas Loket Paspor',
    '+Petugas Konter Keimigrasian',
    '+Petugas Layanan Informasi',
    'Analis Keimigrasian',
    'Pemeriksa Keimigrasian',
    'Pengelola Kepegawaian',
    'Bendahara',
    'Pranata Komputer',
  ],
  'Lembaga Pemasyarakatan': [
    '+Petugas Kunjungan',
    '+Petugas Layanan Pengaduan',
    'Anggota Regu Pengamanan',
    'Anggota Regu Pengamanan',
    'Pembina Kerohanian',
    'Pengelola Registrasi',
    'Perawat',
    'Pengadministrasi Umum',
  ],
  'Rumah Tahanan Negara': [
    '+Petugas Kunjungan',
    '+Petugas Penitipan Barang',
    'Anggota Regu Pengamanan',
    'Anggota Regu Pengamanan',
    'Pengelola Administrasi Tahanan',
    'Perawat',
    'Pengadministrasi Keuangan',
  ],
  'Balai Pemasyarakatan': [
    '+Petugas Penerimaan Klien',
    'Pembimbing Kemasyarakatan Ahli Pertama',
    'Pembimbing Kemasyarakatan Ahli Muda',
    'Asisten Pembimbing Kemasyarakatan',
    'Pengelola Kepegawaian',
    'Arsiparis',
  ],
}

/** How many agents of change really stand in the roster; a team that works on paper claims more of them. */
const AGENTS: Readonly<Record<Character, number>> = { good: 8, fair: 6, weak: 5, paper: 1 }
const ROLES: Partial<Record<CastPerson['role'], string>> = {
  head: 'Kepala Kantor',
  chair: 'Kepala Subbagian Tata Usaha',
  member: 'Kepala Seksi',
  'satker-admin': 'Pengelola Kepegawaian',
}
const LEAVERS = 4

/** The people of every satker of the stories, as its ketua imports them, among them those who have accounts. */
export async function fillRosters(
  world: World,
  { satkerIds }: Settled,
  stories: readonly Story[],
): Promise<void> {
  const { roster, rosterImport } = world.services
  for (const { unit: key, character } of stories) {
    const unit = unitOf(key)
    const chair = await world.actor(loginOf(key, 'chair'))
    const place = await roster.unit(chair, satkerIds.get(key) ?? '')
    const rows = peopleOf(unit, character, world.today).map((cells, at) => ({ number: at + 2, cells }))
    const table = { header: ROSTER_TEMPLATE.header, headerRow: 1, rows, faults: [] }
    const { faults } = await rosterImport.at(place).run(chair, table, { update: false })
    if (faults[0]) throw new Error(`${unit.name}: row ${faults[0].row}, ${faults[0].message}`)
  }
}

function peopleOf(unit: CastUnit, character: Character, today: Date): string[][] {
  const dice = new Dice('roster', unit.key)
  const team = peopleAt(unit.key)
  const names = namesFor(unit.employees + LEAVERS - team.length, dice, team)
  const inFront = POSITIONS[unit.kind] ?? ['Pengadministrasi Umum']
  const nipOf = (place: number) => rosterNip(unit, place)
  const own = team.map(person => teamRow(person, dice, today))
  const others = names.map((name, place) => {
    const position = dice.pick(inFront)
    const gone = place < LEAVERS ? dayFrom(today, -90 - place * 260 - dice.below(40)) : ''
    const pokja = gone === '' && dice.chance(30) ? String(1 + dice.below(6)) : ''
    const isAgent = place >= LEAVERS && place < LEAVERS + AGENTS[character]
    return [
      `${name}${dice.pick(TITLES)}`,
      dice.chance(12) ? '' : nipOf(place),
      position.replace('+', ''),
      position.startsWith('+') && place >= LEAVERS ? 'ya' : 'tidak',
      isAgent ? String(1 + (place % 6)) : pokja,
      isAgent ? dayFrom(today, -640) : '',
      isAgent ? dayFrom(today, 95) : '',
      joined(dice, today),
      gone,
    ]
  })
  return [...own, ...others]
}

function teamRow({ login, name, role, parts }: CastPerson, dice: Dice, today: Date): string[] {
  const nip = inventedNip(CAST_PEOPLE.findIndex(person => person.login === login))
  const position = ROLES[role] ?? 'Pengadministrasi Umum'
  return [name, nip, position, 'tidak', parts?.[0] ?? '', '', '', joined(dice, today), '']
}

/** Between three and twenty-five years ago: before any leaver of the demo has left. */
const joined = (dice: Dice, today: Date): string => dayFrom(today, -1_300 - dice.below(7_900))

function namesFor(count: number, dice: Dice, team: readonly CastPerson[]): string[] {
  const taken = new Set(team.map(person => person.name))
  const names: string[] = []
  while (names.length < count) {
    const name = `${dice.pick(FIRST)} ${dice.pick(LAST)}`
    if (taken.has(name)) continue
    taken.add(name)
    names.push(name)
  }
  return names
}

/** Of the right form, and nobody's: born on 1 January 1900, in a year of entry that no account of the demo has. */
const rosterNip = ({ code }: CastUnit, place: number): string =>
  `1900010119${code.slice(4, 6)}0${code.slice(-1)}${1 + (place % 2)}${String(place + 1).padStart(3, '0')}`
