import type { ImportColumn } from '../imports/import.page'
import { unsaid } from '../spreadsheets/cell-facts'
import { mapColumns } from '../spreadsheets/map-columns'
import type { Table } from '../spreadsheets/table'
import type { TableToWrite } from '../spreadsheets/write-table'
import { dayCell } from './agreement-columns'
import type { WholeAgreement } from './agreement-facts'
import { agreementTexts } from './agreement.form'
import { taskTexts } from './plan.form'

/** The titles of the columns of a file of tasks. */
export const PLAN_HEADERS = {
  agreement: 'Nomor kerja sama',
  title: 'Tugas',
  owner: 'Penanggung jawab',
  dueOn: 'Tenggat',
  doneOn: 'Terlaksana',
  result: 'Hasil',
} as const

const columns = {
  agreement: { header: PLAN_HEADERS.agreement, cell: agreementTexts.number },
  title: { header: PLAN_HEADERS.title, cell: taskTexts.title },
  owner: { header: PLAN_HEADERS.owner, optional: true, cell: unsaid(taskTexts.owner) },
  dueOn: { header: PLAN_HEADERS.dueOn, optional: true, cell: dayCell },
  doneOn: { header: PLAN_HEADERS.doneOn, optional: true, cell: dayCell },
  result: { header: PLAN_HEADERS.result, optional: true, cell: unsaid(taskTexts.result) },
}

/** The rows of a file of tasks, each with what it says, and every fault by row and column. */
export const readPlanRows = (table: Table) => mapColumns(table, columns)

export type PlanValues = ReturnType<typeof readPlanRows>['rows'][number]['values']
export type PlanColumn = keyof typeof PLAN_HEADERS

export const PLAN_COLUMNS: readonly ImportColumn[] = [
  {
    title: PLAN_HEADERS.agreement,
    required: true,
    content: 'Nomor kerja sama yang sudah tercatat di unit ini.',
  },
  {
    title: PLAN_HEADERS.title,
    required: true,
    content: 'Tugas; bersama nomornya mencari tugas yang tercatat.',
  },
  { title: PLAN_HEADERS.owner, required: true, content: 'Bagian atau jabatan yang melaksanakan.' },
  { title: PLAN_HEADERS.dueOn, required: true, content: 'Tanggal dalam masa berlaku, seperti 2026-01-30.' },
  {
    title: PLAN_HEADERS.doneOn,
    required: false,
    content: 'Tanggal realisasi; kosong bila belum terlaksana.',
  },
  { title: PLAN_HEADERS.result, required: false, content: 'Hasil tugas yang sudah terlaksana.' },
]

const HEADER = PLAN_COLUMNS.map(column => column.title)

export const PLANS_TEMPLATE: TableToWrite = {
  sheet: 'rencana kerja',
  header: HEADER,
  rows: [
    ['W10.PKS-12/2026', 'Pemeriksaan kesehatan triwulan I', 'Subseksi Pelayanan', '2026-03-31', '', ''],
    [
      'W10.PKS-12/2026',
      'Sosialisasi jadwal layanan',
      'Urusan Umum',
      '28/02/2026',
      '20/02/2026',
      '84 orang hadir.',
    ],
  ],
}

/** The work plans of a unit as a file that an import reads again. Proofs are not carried by it. */
export const plansTable = (all: readonly WholeAgreement[]): TableToWrite => ({
  sheet: 'rencana kerja',
  header: HEADER,
  rows: all.flatMap(({ agreement, tasks }) =>
    tasks.map(task => [agreement.number, task.title, task.owner, task.dueOn, task.doneOn ?? '', task.result]),
  ),
})
