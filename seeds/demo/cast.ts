import type { Role } from '../../src/access/roles'
import type { SatkerLevel } from '../../src/satker/satker.entity'
import type { TimeZone } from '../../src/web/format/date'

/** Everybody of the demo signs in with it. */
export const DEMO_PASSWORD = 'integritas nusantara'

export interface CastUnit {
  readonly key: string
  readonly code: string
  readonly name: string
  /** What people call it. */
  readonly short: string
  readonly level: SatkerLevel
  readonly kind: string
  readonly under: string | null
  readonly region: string
  readonly city: string
  readonly timeZone: TimeZone
  readonly employees: number
}

export interface CastPerson {
  readonly login: string
  readonly name: string
  readonly unit: string
  readonly role: Role
  /** Parts of a pokja member; absent: no narrowing. */
  readonly parts?: readonly string[]
  readonly acting?: boolean
}

const unit = (
  [key, code, name, short]: readonly [string, string, string, string],
  [level, kind, under]: readonly [SatkerLevel, string, string | null],
  [region, city, timeZone, employees]: readonly [string, string, TimeZone, number],
): CastUnit => ({ key, code, name, short, level, kind, under, region, city, timeZone, employees })

const [WIB, WITA, WIT] = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const
const MINISTRY = 'Kementerian Layanan Nusantara'

/** The invented ministry: parents stand before children. */
export const CAST_UNITS: readonly CastUnit[] = [
  unit(['pusat', 'KLN', MINISTRY, 'Pusat'], ['ministry', 'Kementerian', null], ['', 'Kota Seruni', WIB, 420]),
  unit(
    ['inspektorat', 'KLN.01', 'Inspektorat Jenderal', 'Inspektorat'],
    ['echelon1', 'Inspektorat', 'pusat'],
    ['', 'Kota Seruni', WIB, 96],
  ),
  unit(
    ['lintang', 'KLN.10', 'Kantor Wilayah Nusa Lintang', 'Kanwil Nusa Lintang'],
    ['kanwil', 'Kantor Wilayah', 'pusat'],
    ['Nusa Lintang', 'Kota Seruni', WIB, 74],
  ),
  unit(
    ['jembar', 'KLN.20', 'Kantor Wilayah Nusa Jembar', 'Kanwil Nusa Jembar'],
    ['kanwil', 'Kantor Wilayah', 'pusat'],
    ['Nusa Jembar', 'Kota Cendani', WITA, 61],
  ),
  unit(
    ['lazuardi', 'KLN.10.01', 'Kantor Imigrasi Kelas I Teluk Lazuardi', 'Imigrasi Teluk Lazuardi'],
    ['satker', 'Kantor Imigrasi', 'lintang'],
    ['Nusa Lintang', 'Teluk Lazuardi', WIB, 88],
  ),
  unit(
    ['lintara', 'KLN.10.02', 'Lembaga Pemasyarakatan Kelas IIA Batu Lintara', 'Lapas Batu Lintara'],
    ['satker', 'Lembaga Pemasyarakatan', 'lintang'],
    ['Nusa Lintang', 'Batu Lintara', WIB, 124],
  ),
  unit(
    ['kenanga', 'KLN.10.03', 'Rumah Tahanan Negara Kelas IIB Sungai Kenanga', 'Rutan Sungai Kenanga'],
    ['satker', 'Rumah Tahanan Negara', 'lintang'],
    ['Nusa Lintang', 'Sungai Kenanga', WIB, 67],
  ),
  unit(
    ['seruni', 'KLN.10.04', 'Balai Pemasyarakatan Kelas II Seruni', 'Bapas Seruni'],
    ['satker', 'Balai Pemasyarakatan', 'lintang'],
    ['Nusa Lintang', 'Kota Seruni', WIB, 57],
  ),
  unit(
    ['safira', 'KLN.10.05', 'Kantor Imigrasi Kelas II Tanjung Safira', 'Imigrasi Tanjung Safira'],
    ['satker', 'Kantor Imigrasi', 'lintang'],
    ['Nusa Lintang', 'Tanjung Safira', WIB, 45],
  ),
  unit(
    ['cendani', 'KLN.20.01', 'Lembaga Pemasyarakatan Kelas IIB Bukit Cendani', 'Lapas Bukit Cendani'],
    ['satker', 'Lembaga Pemasyarakatan', 'jembar'],
    ['Nusa Jembar', 'Kota Cendani', WITA, 93],
  ),
  unit(
    ['rotani', 'KLN.20.02', 'Rumah Tahanan Negara Kelas I Labuhan Rotani', 'Rutan Labuhan Rotani'],
    ['satker', 'Rumah Tahanan Negara', 'jembar'],
    ['Nusa Jembar', 'Labuhan Rotani', WITA, 71],
  ),
  unit(
    ['nilam', 'KLN.20.03', 'Kantor Imigrasi Kelas III Karang Nilam', 'Imigrasi Karang Nilam'],
    ['satker', 'Kantor Imigrasi', 'jembar'],
    ['Nusa Jembar', 'Karang Nilam', WIT, 32],
  ),
  unit(
    ['wanisari', 'KLN.20.04', 'Balai Pemasyarakatan Kelas II Pulau Wanisari', 'Bapas Pulau Wanisari'],
    ['satker', 'Balai Pemasyarakatan', 'jembar'],
    ['Nusa Jembar', 'Pulau Wanisari', WIT, 38],
  ),
]

const person = (
  login: string,
  name: string,
  at: string,
  role: Role,
  more: Pick<CastPerson, 'parts' | 'acting'> = {},
): CastPerson => ({ login: `${login}@zi.example`, name, unit: at, role, ...more })

/** Head, chair and members of a satker: a member per pokja, or one for several. */
const team = (at: string, head: string, chair: string, ...members: readonly string[]): CastPerson[] => {
  const partsOf = (place: number) =>
    ['1', '2', '3', '4', '5', '6'].filter((_, part) => part % members.length === place)
  return [
    person(`kepala.${at}`, head, at, 'head'),
    person(`ketua.${at}`, chair, at, 'chair'),
    ...members.map((name, place) =>
      person(`pokja${place + 1}.${at}`, name, at, 'member', { parts: partsOf(place) }),
    ),
  ]
}

/** The invented people; logins say what they are. */
export const CAST_PEOPLE: readonly CastPerson[] = [
  person('pusat', 'Laras Widyaningtyas', 'pusat', 'centre-admin'),
  person('pembaca', 'Gunadi Prasojo', 'pusat', 'reader'),
  person('tpi.anggota', 'Nirmala Sekarwangi', 'inspektorat', 'evaluator'),
  person('tpi.ketua', 'Bramantyo Wicaksana', 'inspektorat', 'evaluator'),
  person('tpi.dalnis', 'Retno Palupi', 'inspektorat', 'evaluator'),
  person('tpi.petik', 'Yoga Pranata', 'inspektorat', 'evaluator'),
  person('kanwil.lintang', 'Hanif Rukmana', 'lintang', 'kanwil-viewer'),
  person('pendamping.lintang', 'Sekar Ayuningrum', 'lintang', 'pendamping'),
  person('kanwil.jembar', 'Yusran Malewa', 'jembar', 'kanwil-viewer'),
  person('pendamping.jembar', 'Meilani Wowor', 'jembar', 'pendamping'),
  person('admin.seruni', 'Tri Handayani', 'seruni', 'satker-admin'),
  person('admin.lazuardi', 'Fajar Nugraha', 'lazuardi', 'satker-admin'),
  ...team(
    'lazuardi',
    'Drs. Satrio Wirabumi, M.Si.',
    'Anindya Maheswari',
    'Rangga Pradana',
    'Dewi Kartikasari',
    'Ilham Ramadhan',
    'Putri Larasati',
    'Yohanes Sitorang',
    'Citra Ayu Lestari',
  ),
  ...team('lintara', 'Bambang Suryoputro, S.H.', 'Wahyu Kuncoro', 'Eko Prasetya', 'Sri Mulyaningsih'),
  ...team(
    'kenanga',
    'Dra. Ratna Kusumawati',
    'Dimas Anggoro',
    'Lukman Hakiem',
    'Vina Rosdiana',
    'Agung Saputro',
  ),
  ...team(
    'seruni',
    'Ir. Kartika Puspitasari, M.A.P.',
    'Bagas Hendrawan',
    'Nadia Pramesti',
    'Arif Setyabudi',
    'Maya Kirana',
    'Joko Wasesa',
    'Siti Rahmawati',
    'Galih Permadi',
  ),
  ...team('safira', 'Hendra Gumilang, S.Sos.', 'Intan Permatasari', 'Rizky Alamsyah', 'Fitri Handayani'),
  ...team(
    'cendani',
    'I Wayan Sudarsana, S.H., M.H.',
    'Ni Luh Ayu Saraswati',
    'Andi Baharuddin',
    'Marlina Tandi',
    'Putu Adnyana',
    'Nyoman Suryani',
    'Yusuf Tandiabang',
    'Ketut Widiarta',
  ),
  ...team('rotani', 'Daud Lamba, S.H.', 'Rosmini Daeng', 'Syamsul Bahri', 'Yuliana Rante'),
  ...team('nilam', 'Markus Wanggai, S.IP.', 'Elsye Rumbino', 'Frans Kareth', 'Debora Yarangga'),
  person('plh.wanisari', 'Agustina Mambrasar', 'wanisari', 'head', { acting: true }),
  ...team('wanisari', 'Drs. Theo Samkakai', 'Korneles Waromi', 'Lidya Imbiri', 'Samuel Mofu').slice(1),
]

/** The accounts that are shown when the demo starts: one of each kind from a satker at work, the team of one that has not begun, and those who watch. */
export const SHOWN_LOGINS = [
  'pokja1.seruni',
  'ketua.seruni',
  'kepala.seruni',
  'admin.seruni',
  'ketua.safira',
  'pokja1.safira',
  'kepala.safira',
  'kepala.cendani',
  'ketua.lintara',
  'kanwil.lintang',
  'pendamping.lintang',
  'pendamping.jembar',
  'tpi.anggota',
  'tpi.ketua',
  'tpi.dalnis',
  'tpi.petik',
  'pusat',
  'pembaca',
].map(login => `${login}@zi.example`)

export const unitOf = (key: string): CastUnit => {
  const found = CAST_UNITS.find(unit => unit.key === key)
  if (!found) throw new Error(`No unit ${key} in the cast.`)
  return found
}
