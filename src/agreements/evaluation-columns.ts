import type { ImportColumn } from '../imports/import.page'
import { unsaid } from '../spreadsheets/cell-facts'
import { mapColumns } from '../spreadsheets/map-columns'
import type { Table } from '../spreadsheets/table'
import type { TableToWrite } from '../spreadsheets/write-table'
import { dayCell } from './agreement-columns'
import type { WholeAgreement } from './agreement-facts'
import { agreementTexts, MISSING_DAYS } from './agreement.form'
import { evaluationTexts } from './plan.form'

/** The titles of the columns of a file of evaluations. */
export const EVALUATION_HEADERS = {
  agreement: 'Nomor kerja sama',
  heldOn: 'Tanggal evaluasi',
  finding: 'Hasil evaluasi',
} as const

const columns = {
  agreement: { header: EVALUATION_HEADERS.agreement, cell: agreementTexts.number },
  heldOn: {
    header: EVALUATION_HEADERS.heldOn,
    cell: dayCell.refine(day => day !== null, MISSING_DAYS.heldOn).transform(day => day ?? ''),
  },
  finding: { header: EVALUATION_HEADERS.finding, optional: true, cell: unsaid(evaluationTexts.finding) },
}

/** The rows of a file of evaluations, each with what it says, and every fault by row and column. */
export const readEvaluationRows = (table: Table) => mapColumns(table, columns)

export type EvaluationValues = ReturnType<typeof readEvaluationRows>['rows'][number]['values']
export type EvaluationColumn = keyof typeof EVALUATION_HEADERS

export const EVALUATION_COLUMNS: readonly ImportColumn[] = [
  {
    title: EVALUATION_HEADERS.agreement,
    required: true,
    content: 'Nomor kerja sama yang sudah tercatat di unit ini.',
  },
  {
    title: EVALUATION_HEADERS.heldOn,
    required: true,
    content: 'Hari evaluasi, seperti 2026-01-30; bersama nomornya mencari evaluasi yang tercatat.',
  },
  {
    title: EVALUATION_HEADERS.finding,
    required: true,
    content: 'Apa yang ditemukan; kosong hanya bila memperbarui. Paling banyak 2.000 karakter.',
  },
]

const HEADER = EVALUATION_COLUMNS.map(column => column.title)

export const EVALUATIONS_TEMPLATE: TableToWrite = {
  sheet: 'evaluasi kerja sama',
  header: HEADER,
  rows: [
    ['W10.PKS-12/2026', '2026-02-27', 'Layanan berjalan setiap bulan; jadwal perlu diumumkan lebih awal.'],
    ['W10.PKS-12/2026', '10/03/2026', 'Jadwal diumumkan; 84 pengguna terlayani.'],
  ],
}

/** The evaluations of a unit as a file that an import reads again. */
export const evaluationsTable = (all: readonly WholeAgreement[]): TableToWrite => ({
  sheet: 'evaluasi kerja sama',
  header: HEADER,
  rows: all.flatMap(({ agreement, evaluations }) =>
    evaluations.map(({ heldOn, finding }) => [agreement.number, heldOn, finding]),
  ),
})
