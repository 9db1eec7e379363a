import type { ImportColumn } from '../imports/import.page'
import { mapColumns } from '../spreadsheets/map-columns'
import type { Table } from '../spreadsheets/table'
import type { TableToWrite } from '../spreadsheets/write-table'
import { dayCell, unsaid } from './agreement-columns'
import type { WholeAgreement } from './agreement-facts'
import { agreementTexts } from './agreement.form'
import { taskTexts } from './plan.form'

const HEADERS = {
  agreement: 'Nomor kerja sama',
  title: 'Tugas',
  owner: 'Penanggung jawab',
  dueOn: 'Tenggat',
  doneOn: 'Terlaksana',
  result: 'Hasil',
} as const

const columns = {
  agreement: { header: HEADERS.agreement, cell: agreementTexts.number },
  title: { header: HEADERS.title, cell: taskTexts.title },
  owner: { header: HEADERS.owner, optional: true, cell: unsaid(taskTexts.owner) },
  dueOn: { header: HEADERS.dueOn, optional: true, cell: dayCell },
  doneOn: { header: HEADERS.doneOn, optional: true, cell: dayCell },
  result: { header: HEADERS.result, optional: true, cell: unsaid(taskTexts.result) },
}

/** The rows of a file of tasks, each with what it says, and every fault by row and column. */
export const readPlanRows = (table: Table) => mapColumns(table, columns)

export type PlanFileRow = ReturnType<typeof readPlanRows>['rows'][number]
export type PlanColumn = keyof typeof HEADERS

export const planHeaderOf = (fact: PlanColumn): string => HEADERS[fact]

export const PLAN_COLUMNS: readonly ImportColumn[] = [
  { title: HEADERS.agreement, required: true, content: 'Nomor kerja sama yang sudah tercatat di unit ini.' },
  { title: HEADERS.title, required: true, content: 'Tugas; bersama nomornya mencari tugas yang tercatat.' },
  { title: HEADERS.owner, required: true, content: 'Bagian atau jabatan yang melaksanakan.' },
  { title: HEADERS.dueOn, required: true, content: 'Tanggal dalam masa berlaku, seperti 2026-01-30.' },
  { title: HEADERS.doneOn, required: false, content: 'Tanggal realisasi; kosong bila belum terlaksana.' },
  { title: HEADERS.result, required: false, content: 'Hasil tugas yang sudah terlaksana.' },
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
