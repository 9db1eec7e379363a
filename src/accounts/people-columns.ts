import { z } from 'zod'
import { ROLE_NAMES, ROLES, type Role } from '../access/roles'
import type { ImportColumn } from '../imports/import.page'
import { dateCell } from '../spreadsheets/cell-facts'
import { mapColumns } from '../spreadsheets/map-columns'
import type { Table } from '../spreadsheets/table'
import type { PartNames } from './part-names'
import { personFacts } from './people.form'

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[\s-]+/g, ' ')
    .trim()
const roles = new Map<string, Role>(
  ROLES.flatMap(role => [
    [plain(role), role],
    [plain(ROLE_NAMES[role]), role],
  ]),
)

const role = z.string().transform((text, context): Role => {
  const meant = roles.get(plain(text))
  if (meant) return meant
  context.addIssue({
    code: 'custom',
    message: text ? 'Peran tidak dikenal; lihat daftar peran.' : 'Isi peran.',
  })
  return z.NEVER
})

const parts = (names: PartNames) => {
  const known = [...names.keys()]
  return z
    .string()
    .transform(text => text.split(/[\s,;]+/).filter(Boolean))
    .transform(given => given.map(text => known.find(part => part.toLowerCase() === text.toLowerCase())))
    .refine(given => !given.includes(undefined), `Tulis bagian ${known.join(', ')}, dipisah koma.`)
    .transform(given => known.filter(part => given.includes(part)))
}

const acting = z
  .string()
  .transform(text => text.toLowerCase())
  .refine(text => ['', 'ya', 'tidak', 'plt', 'plh'].includes(text), 'Tulis ya atau biarkan kosong.')
  .transform(text => ['ya', 'plt', 'plh'].includes(text))

const columns = (names: PartNames) => ({
  name: { header: 'Nama', cell: personFacts.name },
  nip: { header: 'NIP', optional: true, cell: personFacts.nip },
  email: { header: 'Surel', optional: true, cell: personFacts.email },
  role: { header: 'Peran', cell: role },
  satker: {
    header: 'Kode satker',
    cell: z.string().min(1, 'Isi kode satker.').max(40, 'Kode paling banyak 40 karakter.'),
  },
  parts: { header: 'Bagian', optional: true, cell: parts(names) },
  acting: { header: 'Plt/Plh', optional: true, cell: acting },
  validFrom: { header: 'Mulai', optional: true, cell: dateCell },
  validUntil: { header: 'Sampai', optional: true, cell: dateCell },
})

/** The rows of a file of people, each one person in one role, with every fault by row and column. */
export const readPeopleRows = (table: Table, names: PartNames) => mapColumns(table, columns(names))

export type PeopleFile = ReturnType<typeof readPeopleRows>
export type PeopleFileRow = PeopleFile['rows'][number]

export const PEOPLE_COLUMNS: readonly ImportColumn[] = [
  { title: 'Nama', required: true, content: 'Nama dengan gelar.' },
  { title: 'NIP', required: false, content: '18 angka, berformat teks. Wajib bila surel kosong.' },
  { title: 'Surel', required: false, content: 'Wajib bila NIP kosong.' },
  { title: 'Peran', required: true, content: `${ROLES.map(name => ROLE_NAMES[name]).join(', ')}.` },
  { title: 'Kode satker', required: true, content: 'Satker tempat peran itu berlaku.' },
  {
    title: 'Bagian',
    required: false,
    content: 'Untuk anggota pokja: kode bagian LKE seperti 1 atau B, dipisah koma; kosong berarti semua.',
  },
  { title: 'Plt/Plh', required: false, content: 'Untuk kepala satker: ya bila pelaksana tugas.' },
  { title: 'Mulai', required: false, content: 'Tanggal; kosong berarti hari ini.' },
  { title: 'Sampai', required: false, content: 'Hari terakhir; kosong berarti tanpa batas.' },
]

export const PEOPLE_TEMPLATE = {
  sheet: 'pengguna',
  header: PEOPLE_COLUMNS.map(column => column.title),
  rows: [
    [
      'Sari Contoh, S.H.',
      '200001012025011001',
      'sari@contoh.go.id',
      'Ketua tim ZI',
      'KW-01.1',
      '',
      '',
      '2026-01-01',
      '',
    ],
    ['Bagas Contoh', '', 'bagas@contoh.go.id', 'Anggota pokja', 'KW-01.1', '1, 2', '', '', '2026-12-31'],
  ],
}
