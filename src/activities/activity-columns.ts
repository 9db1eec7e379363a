import { z } from 'zod'
import type { PartNames } from '../accounts/part-names'
import {
  ACTIVITY_KINDS,
  GUEST_KINDS,
  type ActivityKind,
  type GuestKind,
} from '../engine/activities/activity-kinds'
import type { Instrument } from '../engine/instrument/instrument'
import type { ImportColumn } from '../imports/import.page'
import {
  AREA_HEADER,
  areasCell,
  QUESTIONS_HEADER,
  questionsCell,
  SUPPORT_COLUMNS,
  supportCells,
} from '../registers/support-facts'
import { unsaid } from '../spreadsheets/cell-facts'
import { mapColumns, type Column } from '../spreadsheets/map-columns'
import { CELL_MAX, type Table } from '../spreadsheets/table'
import type { TableToWrite } from '../spreadsheets/write-table'
import { activityFacts } from './activities.form'
import type { ActivityRow } from './activity-facts'
import { GUEST_WORDS, KIND_WORDS } from './activity-words'
import { dayCell } from './day-cell'

const HEADERS = {
  heldOn: 'Tanggal',
  heldUntil: 'Sampai tanggal',
  startsAt: 'Pukul mulai',
  endsAt: 'Pukul selesai',
  kind: 'Jenis',
  title: 'Judul',
  place: 'Tempat',
  leaderPresent: 'Pimpinan hadir',
  ziDiscussed: 'Membahas ZI',
  people: 'Peserta (NIP)',
  counted: 'Jumlah pegawai',
  agenda: 'Agenda',
} as const

export const guestHeader = (kind: GuestKind): string => `Dari luar: ${GUEST_WORDS[kind]}`

const yesNo = z
  .string()
  .transform(text => text.toLowerCase())
  .refine(text => ['', 'ya', 'tidak'].includes(text), 'Tulis ya atau tidak.')
  .transform(text => (text === '' ? undefined : text === 'ya'))

const kindCell = z.string().transform((text, context): ActivityKind | undefined => {
  if (text === '') return undefined
  const meant = ACTIVITY_KINDS.find(kind => KIND_WORDS[kind].toLowerCase() === text.toLowerCase())
  if (meant) return meant
  const known = Object.values(KIND_WORDS).join(', ')
  context.addIssue({ code: 'custom', message: `Tulis salah satu jenis: ${known}.` })
  return z.NEVER
})

/** NIPs or names; names hold commas. */
const peopleCell = z.string().transform((text): readonly string[] | undefined => {
  const people = text
    .split(/[;\n]/)
    .map(one => one.trim().replace(/\s+/g, ' '))
    .filter(Boolean)
  return people.length === 0 ? undefined : people
})

const optional = <T>(header: string, cell: z.ZodType<T, string>): Column<T> => ({
  header,
  optional: true,
  cell,
})

const columns = (parts: PartNames, instrument: Instrument | null) => ({
  heldOn: { header: HEADERS.heldOn, cell: dayCell },
  heldUntil: optional(HEADERS.heldUntil, dayCell),
  startsAt: optional(HEADERS.startsAt, unsaid(activityFacts.time)),
  endsAt: optional(HEADERS.endsAt, unsaid(activityFacts.time)),
  kind: optional(HEADERS.kind, kindCell),
  title: { header: HEADERS.title, cell: activityFacts.title },
  place: optional(HEADERS.place, unsaid(activityFacts.place)),
  leaderPresent: optional(HEADERS.leaderPresent, yesNo),
  ziDiscussed: optional(HEADERS.ziDiscussed, yesNo),
  people: optional(HEADERS.people, peopleCell),
  counted: optional(HEADERS.counted, activityFacts.count),
  ...guestColumns,
  agenda: optional(HEADERS.agenda, unsaid(activityFacts.agenda)),
  areas: optional(AREA_HEADER, areasCell(parts)),
  questions: optional(QUESTIONS_HEADER, questionsCell(instrument)),
})

const guestColumns = Object.fromEntries(
  GUEST_KINDS.map(kind => [kind, optional(guestHeader(kind), activityFacts.count)]),
) as Record<GuestKind, Column<number | null>>

/** The rows of a file of activities, each with what it says, and every fault by row and column. */
export const readActivityRows = (table: Table, parts: PartNames, instrument: Instrument | null) =>
  mapColumns(table, columns(parts, instrument))

export type ActivityFileRow = ReturnType<typeof readActivityRows>['rows'][number]

/** The title of the column in which a fact stands. */
export const headerOf = (fact: keyof typeof HEADERS): string => HEADERS[fact]

const column = (fact: keyof typeof HEADERS, content: string, required = false): ImportColumn => ({
  title: HEADERS[fact],
  required,
  content,
})

export const ACTIVITY_COLUMNS: readonly ImportColumn[] = [
  column(
    'heldOn',
    'Hari pertama: 2026-03-03, 03/03/2026, atau Selasa, 3 Maret 2026. Nama hari yang tidak sesuai adalah kesalahan.',
    true,
  ),
  column('heldUntil', 'Hari terakhir; kosong bila sehari.'),
  column('startsAt', 'Seperti 09.00 atau 09:00.'),
  column('endsAt', 'Seperti 11.30.'),
  column(
    'kind',
    `${Object.values(KIND_WORDS).join(', ')}. Kosong hanya bila memperbarui kegiatan yang sudah tercatat.`,
    true,
  ),
  column(
    'title',
    'Satu judul sekali dalam sehari. Bersama tanggalnya mencari kegiatan yang sudah tercatat.',
    true,
  ),
  column('place', 'Ruang, gedung, atau alamat pertemuan daring.'),
  column('leaderPresent', 'ya atau tidak.'),
  column('ziDiscussed', 'ya bila program ZI dibahas.'),
  column(
    'people',
    'NIP atau nama pegawai yang ikut, dipisah titik koma; Nama (Jabatan) bila namanya sama. NIP hanya oleh yang berwenang membacanya. Semuanya harus ada di register pegawai dan bekerja pada hari itu.',
  ),
  column('counted', 'Banyaknya pegawai yang ikut, termasuk yang bernama.'),
  ...GUEST_KINDS.map(kind => ({
    title: guestHeader(kind),
    required: false,
    content: 'Banyaknya orang; 0 menghapus yang tercatat.',
  })),
  column('agenda', 'Paling banyak 2.000 karakter. Butir punya berkas sendiri di halaman butir.'),
  ...SUPPORT_COLUMNS,
]

const HEADER = ACTIVITY_COLUMNS.map(one => one.title)
const NO_GUESTS = GUEST_KINDS.map(() => '')

export const ACTIVITY_TEMPLATE: TableToWrite = {
  sheet: 'kegiatan',
  header: HEADER,
  rows: [
    [
      'Selasa, 3 Maret 2026',
      '',
      '09.00',
      '11.30',
      'Rapat monitoring',
      'Rapat monitoring ZI bulan Maret',
      'Aula lantai 2',
    ].concat(['ya', 'ya', '', '24'], NO_GUESTS, ['Capaian rencana aksi; kendala pokja', '1; 4', '']),
    [
      '05/03/2026',
      '06/03/2026',
      '',
      '',
      'Studi tiru',
      'Studi tiru layanan antrean',
      'Kantor Pertanahan Contoh',
    ].concat(['tidak', 'tidak', '', '6'], NO_GUESTS, ['', '6', '']),
  ],
}

/** An activity with who took part as an import reads them again; empty where that may not be told. */
export interface ExportedActivity {
  readonly activity: ActivityRow
  readonly people: readonly string[]
}

/** Activities as a file that an import reads again. */
export const activitiesTable = (rows: readonly ExportedActivity[]): TableToWrite => ({
  sheet: 'kegiatan',
  header: HEADER,
  rows: rows.map(({ activity, people }) => {
    const names = people.join('; ')
    return [
      activity.heldOn,
      activity.heldUntil === activity.heldOn ? '' : activity.heldUntil,
      activity.startsAt,
      activity.endsAt,
      KIND_WORDS[activity.kind],
      activity.title,
      activity.place,
      activity.leaderPresent ? 'ya' : 'tidak',
      activity.ziDiscussed ? 'ya' : 'tidak',
      // Left empty, a cell that could not be read again leaves who stands.
      names.length > CELL_MAX ? '' : names,
      activity.counted === null ? '' : String(activity.counted),
      ...GUEST_KINDS.map(kind => String(activity.guests[kind] ?? '')),
      activity.agenda,
      ...supportCells(activity),
    ]
  }),
})
