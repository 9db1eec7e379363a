import { z } from 'zod'
import type { PartNames } from '../accounts/part-names'
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
import { dateCell } from '../spreadsheets/cell-facts'
import { mapColumns } from '../spreadsheets/map-columns'
import type { Table } from '../spreadsheets/table'
import type { TableToWrite } from '../spreadsheets/write-table'
import { typedNumber } from '../web/number-facts'
import { INPUT_KINDS, isComplaints, monthOf, STAKEHOLDERS, type SupportedInput } from './input-facts'
import { STAKEHOLDER_WORDS } from './input-words'
import { inputFacts, withinReason } from './inputs.form'
import { UNREASONABLE } from '../web/day-facts'

const HEADERS = {
  kind: 'Jenis',
  happenedOn: 'Tanggal',
  subject: 'Perihal',
  stakeholder: 'Pihak',
  people: 'Jumlah orang',
  asked: 'Yang disampaikan',
  decided: 'Keputusan',
  followUp: 'Tindak lanjut',
  followedUpOn: 'Ditindaklanjuti pada',
  received: 'Diterima',
  done: 'Selesai',
  inProcess: 'Diproses',
  averageDays: 'Rata-rata hari',
} as const

const kind = z
  .string()
  .transform(text => INPUT_KINDS.find(known => known === text.toLowerCase()) ?? '')
  .refine(known => known !== '', `Tulis salah satu: ${INPUT_KINDS.join(', ')}.`)

const stakeholder = z.string().transform((text, context) => {
  if (text === '') return undefined
  const wanted = text.toLowerCase()
  const meant = STAKEHOLDERS.find(
    known => known === wanted || STAKEHOLDER_WORDS[known].toLowerCase() === wanted,
  )
  if (meant) return meant
  context.addIssue({ code: 'custom', message: `Tulis salah satu: ${STAKEHOLDERS.join(', ')}.` })
  return z.NEVER
})

const day = dateCell.refine(withinReason, UNREASONABLE)

/** A day, or for complaints the month alone. */
const dayOrMonth = z
  .string()
  .transform(text => text.replace(/^(\d{4}-\d{2})$/, '$1-01').replace(/^(\d{2})\/(\d{4})$/, '$2-$1-01'))
  .pipe(day)
  .refine(text => text !== null, 'Isi tanggal, atau bulan bagi pengaduan.')
  .transform(text => text ?? '')

const columns = (parts: PartNames, instrument: Instrument | null) => ({
  kind: { header: HEADERS.kind, cell: kind },
  happenedOn: { header: HEADERS.happenedOn, cell: dayOrMonth },
  subject: { header: HEADERS.subject, optional: true, cell: inputFacts.subject },
  stakeholder: { header: HEADERS.stakeholder, optional: true, cell: stakeholder },
  people: { header: HEADERS.people, optional: true, cell: inputFacts.people },
  asked: { header: HEADERS.asked, optional: true, cell: inputFacts.asked },
  decided: { header: HEADERS.decided, optional: true, cell: inputFacts.decided },
  followUp: { header: HEADERS.followUp, optional: true, cell: inputFacts.followUp },
  followedUpOn: { header: HEADERS.followedUpOn, optional: true, cell: day },
  received: { header: HEADERS.received, optional: true, cell: inputFacts.received },
  done: { header: HEADERS.done, optional: true, cell: inputFacts.done },
  inProcess: { header: HEADERS.inProcess, optional: true, cell: inputFacts.inProcess },
  averageDays: { header: HEADERS.averageDays, optional: true, cell: inputFacts.averageDays },
  areas: { header: AREA_HEADER, optional: true, cell: areasCell(parts) },
  questions: { header: QUESTIONS_HEADER, optional: true, cell: questionsCell(instrument) },
})

/** The rows of a file of inputs, each with what it says (an empty cell says nothing), and every fault by row and column. */
export const readInputRows = (table: Table, parts: PartNames, instrument: Instrument | null) =>
  mapColumns(table, columns(parts, instrument))

export type InputFileRow = ReturnType<typeof readInputRows>['rows'][number]

/** The title of the column in which a fact stands. */
export const headerOf = (fact: keyof typeof HEADERS): string => HEADERS[fact]

const column = (fact: keyof typeof HEADERS, content: string, required = false): ImportColumn => ({
  title: HEADERS[fact],
  required,
  content,
})

export const INPUT_COLUMNS: readonly ImportColumn[] = [
  column('kind', `${INPUT_KINDS.join(', ')}. Pengaduan adalah hitungan satu bulan.`, true),
  column('happenedOn', 'Seperti 2026-01-30 atau 30/01/2026; bagi pengaduan cukup bulannya, 2026-01.', true),
  column(
    'subject',
    'Perihal; wajib selain pengaduan. Bersama jenis dan tanggal mencari yang sudah tercatat.',
  ),
  column('stakeholder', `${STAKEHOLDERS.join(', ')}; wajib selain pengaduan.`),
  column('people', 'Berapa orang menyampaikan; wajib selain pengaduan.'),
  column('asked', 'Apa yang disampaikan; wajib selain pengaduan.'),
  column('decided', 'Apa yang diputuskan satker.'),
  column('followUp', 'Apa yang dilakukan.'),
  column('followedUpOn', 'Tanggal tindak lanjut.'),
  column('received', 'Pengaduan yang diterima dalam bulan itu; wajib bagi pengaduan.'),
  column('done', 'Di antaranya yang selesai; wajib bagi pengaduan.'),
  column('inProcess', 'Di antaranya yang masih diproses; wajib bagi pengaduan.'),
  column('averageDays', 'Rata-rata hari penyelesaian, misalnya 3,5.'),
  ...SUPPORT_COLUMNS,
]

const HEADER = INPUT_COLUMNS.map(({ title }) => title)

export const INPUTS_TEMPLATE: TableToWrite = {
  sheet: 'masukan',
  header: HEADER,
  rows: [
    ['pengaduan', '2025-01', '', '', '', '', '', '', '', '6', '5', '1', '3,5', '5', ''],
    [
      'konsultasi',
      '30/01/2025',
      'Standar pelayanan 2025',
      'tokoh',
      '24',
      'Jam layanan diperpanjang sampai sore.',
      'Loket dibuka sampai pukul 16.00.',
      'Jam layanan baru berlaku.',
      '2025-02-10',
      '',
      '',
      '',
      '',
      '6',
      '',
    ],
  ],
}

const text = (count: number | null): string => (count === null ? '' : String(count))

/** The register as a file that an import reads again. */
export const inputsTable = (rows: readonly SupportedInput[]): TableToWrite => ({
  sheet: 'masukan',
  header: HEADER,
  rows: rows.map(row => [
    row.kind,
    isComplaints(row) ? monthOf(row) : row.happenedOn,
    row.subject,
    row.stakeholder,
    text(row.people),
    row.asked,
    row.decided,
    row.followUp,
    row.followedUpOn ?? '',
    text(row.received),
    text(row.done),
    text(row.inProcess),
    typedNumber(row.averageDays),
    ...supportCells(row),
  ]),
})
