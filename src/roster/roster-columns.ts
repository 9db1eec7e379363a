import { z } from 'zod'
import type { PartNames } from '../accounts/part-names'
import type { ImportColumn } from '../imports/import.page'
import { dateCell } from '../spreadsheets/cell-facts'
import { mapColumns } from '../spreadsheets/map-columns'
import type { Table } from '../spreadsheets/table'
import type { TableToWrite } from '../spreadsheets/write-table'
import type { SeenEmployee } from './employee-facts'
import { employeeFacts, withinReason } from './roster.form'
import { UNREASONABLE } from '../web/day-facts'

const HEADERS = {
  name: 'Nama',
  nip: 'NIP',
  position: 'Jabatan',
  frontLine: 'Garis depan',
  pokja: 'Pokja',
  agentFrom: 'Agen perubahan sejak',
  agentUntil: 'Agen perubahan sampai',
  joinedOn: 'Masuk',
  leftOn: 'Keluar',
} as const

/** What an empty cell is: nothing is said, so nothing that stands is changed. */
const unsaid = <T>(cell: z.ZodType<T, string>) => z.union([z.literal('').transform(() => undefined), cell])

const yesNo = z
  .string()
  .transform(text => text.toLowerCase())
  .refine(text => ['', 'ya', 'tidak'].includes(text), 'Tulis ya atau tidak.')
  .transform(text => (text === '' ? undefined : text === 'ya'))

const pokja = (parts: PartNames) =>
  z.string().transform((text, context): string | undefined => {
    if (text === '') return undefined
    const wanted = text.toLowerCase().replace(/^(area|pokja)\s*/, '')
    const meant = [...parts].find(
      ([id, name]) => id.toLowerCase() === wanted || name.toLowerCase() === text.toLowerCase(),
    )
    if (meant) return meant[0]
    const known = [...parts.keys()].join(', ')
    context.addIssue({ code: 'custom', message: `Tulis salah satu pokja: ${known}.` })
    return z.NEVER
  })

const day = dateCell.refine(withinReason, UNREASONABLE)

const columns = (parts: PartNames) => ({
  name: { header: HEADERS.name, cell: employeeFacts.name },
  nip: { header: HEADERS.nip, optional: true, cell: employeeFacts.nip },
  position: { header: HEADERS.position, optional: true, cell: unsaid(employeeFacts.position) },
  frontLine: { header: HEADERS.frontLine, optional: true, cell: yesNo },
  pokja: { header: HEADERS.pokja, optional: true, cell: pokja(parts) },
  agentFrom: { header: HEADERS.agentFrom, optional: true, cell: day },
  agentUntil: { header: HEADERS.agentUntil, optional: true, cell: day },
  joinedOn: { header: HEADERS.joinedOn, optional: true, cell: day },
  leftOn: { header: HEADERS.leftOn, optional: true, cell: day },
})

/** The rows of a file of people, each with what it says, and every fault by row and column. */
export const readRosterRows = (table: Table, parts: PartNames) => mapColumns(table, columns(parts))

export type RosterFile = ReturnType<typeof readRosterRows>
export type RosterFileRow = RosterFile['rows'][number]

/** The title of the column in which a fact stands. */
export const headerOf = (fact: keyof typeof HEADERS): string => HEADERS[fact]

export const ROSTER_COLUMNS: readonly ImportColumn[] = [
  { title: HEADERS.name, required: true, content: 'Nama dengan gelar.' },
  {
    title: HEADERS.nip,
    required: false,
    content: '18 angka, berformat teks; kosong bagi pegawai tanpa NIP. Mencari pegawai yang sudah tercatat.',
  },
  {
    title: HEADERS.position,
    required: true,
    content: 'Jabatan sekarang; kosong hanya bila memperbarui pegawai yang sudah tercatat.',
  },
  { title: HEADERS.frontLine, required: false, content: 'ya bila melayani langsung; kosong berarti tidak.' },
  { title: HEADERS.pokja, required: false, content: 'Nomor area, misalnya 1; kosong bila di luar pokja.' },
  { title: HEADERS.agentFrom, required: false, content: 'Tanggal; kosong bila bukan agen perubahan.' },
  { title: HEADERS.agentUntil, required: false, content: 'Hari terakhir masa; boleh kosong.' },
  {
    title: HEADERS.joinedOn,
    required: true,
    content: 'Hari masuk di satker ini, seperti 2026-01-30 atau 30/01/2026; kosong hanya bila memperbarui.',
  },
  { title: HEADERS.leftOn, required: false, content: 'Hari terakhir bekerja di satker ini.' },
]

const HEADER = ROSTER_COLUMNS.map(column => column.title)

export const ROSTER_TEMPLATE: TableToWrite = {
  sheet: 'pegawai',
  header: HEADER,
  rows: [
    ['Sari Contoh, S.H.', '190001012025011001', 'Analis Keimigrasian', 'ya', '1', '', '', '2025-01-02', ''],
    ['Bagas Contoh', '', 'Petugas Loket', 'ya', '6', '2026-02-01', '2026-12-31', '30/01/2024', ''],
  ],
}

/** A roster as a file that an import reads again; NIPs are masked for whoever may not read them. */
export const rosterTable = (rows: readonly SeenEmployee[]): TableToWrite => ({
  sheet: 'pegawai',
  header: HEADER,
  rows: rows.map(row => [
    row.name,
    row.nip ?? row.nipShown,
    row.position,
    row.frontLine ? 'ya' : 'tidak',
    row.pokja,
    row.agentFrom ?? '',
    row.agentUntil ?? '',
    row.joinedOn,
    row.leftOn ?? '',
  ]),
})
