import { z } from 'zod'
import type { ImportColumn } from '../imports/import.page'
import { mapColumns } from '../spreadsheets/map-columns'
import type { Table } from '../spreadsheets/table'
import type { SatkerDraft } from './satker-facts'
import { LEVEL_NAMES } from './satker-facts'
import { SATKER_LEVELS } from './satker-levels'
import type { TIME_ZONES } from './satker.form'
import { satkerFacts } from './satker.form'

const plain = (text: string) => text.toLowerCase().replace(/[\s.]+/g, '')
const levels = new Map(
  SATKER_LEVELS.flatMap(level => [
    [plain(LEVEL_NAMES[level]), level],
    [level, level],
  ]),
)
const zones = new Map<string, (typeof TIME_ZONES)[number]>([
  ['wib', 'Asia/Jakarta'],
  ['wita', 'Asia/Makassar'],
  ['wit', 'Asia/Jayapura'],
])

/** A word of a list; an empty cell is undefined. */
const word = <T extends string>(words: ReadonlyMap<string, T>, message: string) =>
  z.string().transform((text, context): T | undefined => {
    if (text === '') return undefined
    const meant = words.get(plain(text))
    if (meant === undefined) context.addIssue({ code: 'custom', message })
    return meant
  })

const columns = {
  code: { header: 'Kode', cell: satkerFacts.code },
  name: { header: 'Nama', cell: satkerFacts.name },
  level: {
    header: 'Tingkat',
    cell: word(
      levels as ReadonlyMap<string, (typeof SATKER_LEVELS)[number]>,
      'Tulis Kementerian, Eselon I, Kanwil, atau Satker.',
    ).refine(level => level !== undefined, 'Isi tingkat.'),
  },
  parent: { header: 'Kode induk', cell: z.string().max(40, 'Kode paling banyak 40 karakter.') },
  kind: { header: 'Jenis', optional: true, cell: satkerFacts.kind },
  region: { header: 'Wilayah', optional: true, cell: satkerFacts.region },
  city: { header: 'Kota', optional: true, cell: satkerFacts.city },
  timeZone: { header: 'Zona waktu', optional: true, cell: word(zones, 'Tulis WIB, WITA, atau WIT.') },
  letterhead: {
    header: 'Kop surat',
    optional: true,
    cell: z
      .string()
      .transform(text => text.replace(/\s*\|\s*/g, '\n'))
      .pipe(satkerFacts.letterhead),
  },
  employees: {
    header: 'Pegawai',
    optional: true,
    cell: z
      .string()
      .regex(/^(\d{1,6})?$/, 'Tulis jumlah pegawai dengan angka, misalnya 57.')
      .transform(text => (text === '' ? undefined : Number(text))),
  },
} as const

/** A row of a file; what is empty is undefined or '' and leaves a unit that stands as it is. */
export type SatkerFileRow = Omit<SatkerDraft, 'timeZone' | 'employees'> & {
  readonly timeZone: SatkerDraft['timeZone'] | undefined
  readonly employees: number | undefined
}

export function readSatkerRows(table: Table) {
  const { rows, faults } = mapColumns(table, columns)
  return { rows: rows.map(({ number, values }) => ({ number, values: values })), faults }
}

export const SATKER_COLUMNS: readonly ImportColumn[] = [
  { title: 'Kode', required: true, content: 'Kode satker; tidak boleh sama.' },
  { title: 'Nama', required: true, content: 'Nama lengkap.' },
  { title: 'Tingkat', required: true, content: 'Kementerian, Eselon I, Kanwil, atau Satker.' },
  {
    title: 'Kode induk',
    required: true,
    content: 'Kode unit di atasnya, di aplikasi atau di baris mana pun berkas ini. Kosong untuk kementerian.',
  },
  { title: 'Jenis', required: false, content: 'Misalnya Kantor Imigrasi.' },
  { title: 'Wilayah', required: false, content: 'Misalnya nama provinsi.' },
  { title: 'Kota', required: false, content: 'Kota penandatanganan.' },
  { title: 'Zona waktu', required: false, content: 'WIB, WITA, atau WIT; kosong berarti WIB.' },
  { title: 'Kop surat', required: false, content: 'Baris kop dipisah tanda |.' },
  { title: 'Pegawai', required: false, content: 'Jumlah pegawai.' },
]

export const SATKER_TEMPLATE = {
  sheet: 'satker',
  header: SATKER_COLUMNS.map(column => column.title),
  rows: [
    [
      'KEM',
      'Kementerian Contoh',
      'Kementerian',
      '',
      '',
      '',
      'Jakarta',
      'WIB',
      'KEMENTERIAN CONTOH | REPUBLIK INDONESIA',
      '120',
    ],
    [
      'KW-01',
      'Kantor Wilayah Contoh',
      'Kanwil',
      'KEM',
      'Kantor Wilayah',
      'Jawa Barat',
      'Bandung',
      'WIB',
      '',
      '85',
    ],
    [
      'KW-01.1',
      'Kantor Pelayanan Contoh',
      'Satker',
      'KW-01',
      'Kantor Pelayanan',
      'Jawa Barat',
      'Bogor',
      'WIB',
      '',
      '57',
    ],
  ],
}
