import type { ImportColumn } from '../imports/import.page'
import { unsaid } from '../spreadsheets/cell-facts'
import { mapColumns } from '../spreadsheets/map-columns'
import type { Table } from '../spreadsheets/table'
import type { TableToWrite } from '../spreadsheets/write-table'
import { activityFacts, MISSING_DAY, pointTexts } from './activities.form'
import { dayCell } from './day-cell'
import type { ListedPoint } from './points.repository'

/** The titles of the columns of a file of points. */
export const POINT_HEADERS = {
  heldOn: 'Tanggal kegiatan',
  title: 'Kegiatan',
  text: 'Butir',
  owner: 'Penanggung jawab',
  dueOn: 'Tenggat',
  doneOn: 'Selesai',
} as const

const columns = {
  heldOn: {
    header: POINT_HEADERS.heldOn,
    cell: dayCell.refine(day => day !== null, MISSING_DAY).transform(day => day ?? ''),
  },
  title: { header: POINT_HEADERS.title, cell: activityFacts.title },
  text: { header: POINT_HEADERS.text, cell: pointTexts.text },
  owner: { header: POINT_HEADERS.owner, optional: true, cell: unsaid(pointTexts.owner) },
  dueOn: { header: POINT_HEADERS.dueOn, optional: true, cell: dayCell },
  doneOn: { header: POINT_HEADERS.doneOn, optional: true, cell: dayCell },
}

/** The rows of a file of points, each with what it says, and every fault by row and column. */
export const readPointRows = (table: Table) => mapColumns(table, columns)

export type PointValues = ReturnType<typeof readPointRows>['rows'][number]['values']
export type PointColumn = keyof typeof POINT_HEADERS

export const POINT_COLUMNS: readonly ImportColumn[] = [
  {
    title: POINT_HEADERS.heldOn,
    required: true,
    content: 'Hari pertama kegiatannya, seperti 2026-03-03, 03/03/2026, atau Selasa, 3 Maret 2026.',
  },
  {
    title: POINT_HEADERS.title,
    required: true,
    content: 'Judul kegiatan yang sudah tercatat pada hari itu.',
  },
  {
    title: POINT_HEADERS.text,
    required: true,
    content: 'Isi butir; bersama kegiatannya mencari butir yang tercatat.',
  },
  {
    title: POINT_HEADERS.owner,
    required: true,
    content: 'Pokja atau jabatan; kosong hanya bila memperbarui.',
  },
  {
    title: POINT_HEADERS.dueOn,
    required: true,
    content: 'Tidak mendahului kegiatannya; kosong hanya bila memperbarui.',
  },
  { title: POINT_HEADERS.doneOn, required: false, content: 'Hari selesainya; kosong bila masih terbuka.' },
]

const HEADER = POINT_COLUMNS.map(column => column.title)

export const POINTS_TEMPLATE: TableToWrite = {
  sheet: 'butir kegiatan',
  header: HEADER,
  rows: [
    [
      'Selasa, 3 Maret 2026',
      'Rapat monitoring ZI bulan Maret',
      'Perbaiki antrean loket 3',
      'Ketua Pokja 6',
      '2026-03-20',
      '',
    ],
    [
      '03/03/2026',
      'Rapat monitoring ZI bulan Maret',
      'Pasang papan alur layanan',
      'Urusan Umum',
      '10/03/2026',
      '2026-03-09',
    ],
  ],
}

/** Points with their activities as a file that an import reads again. */
export const pointsTable = (rows: readonly ListedPoint[]): TableToWrite => ({
  sheet: 'butir kegiatan',
  header: HEADER,
  rows: rows.map(({ heldOn, title, text, owner, dueOn, doneOn }) => [
    heldOn,
    title,
    text,
    owner,
    dueOn,
    doneOn ?? '',
  ]),
})
