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
import { ownerName, SERVES, type SeenGoal, type Serves } from './goal-facts'
import { goalFacts, progressForm, withinReason } from './goal.form'
import { UNREASONABLE } from '../web/day-facts'
import { decimalFact, typedNumber } from '../web/number-facts'
import { SERVES_WORDS } from './plan-words'
import type { ReportRow } from './plan.repository'

const HEADERS = {
  year: 'Tahun',
  title: 'Sasaran',
  serves: 'Mendukung',
  served: 'Uraian yang didukung',
  owner: 'Penanggung jawab',
  startsOn: 'Mulai',
  dueOn: 'Tenggat',
  indicator: 'Indikator',
  unit: 'Satuan',
  baseline: 'Data awal',
  target: 'Target',
  areas: AREA_HEADER,
  questions: QUESTIONS_HEADER,
  reportedOn: 'Tanggal kemajuan',
  percent: 'Kemajuan (%)',
  obstacle: 'Kendala',
  note: 'Catatan',
} as const

export type PlanFact = keyof typeof HEADERS

/** What an empty cell is: nothing is said, so nothing that stands is changed. */
const unsaid = <T>(cell: z.ZodType<T, string>) =>
  z.string().transform((text, context): T | undefined => {
    if (text === '') return undefined
    const read = cell.safeParse(text)
    if (read.success) return read.data
    context.addIssue(read.error.issues[0]?.message ?? '')
    return z.NEVER
  })

const serves = z.string().transform((text, context): Serves => {
  const wanted = text.toLowerCase().replace(/\s+/g, ' ')
  const meant = SERVES.find(one => SERVES_WORDS[one].toLowerCase() === wanted)
  if (!meant) {
    const known = SERVES.map(one => SERVES_WORDS[one].toLowerCase()).join(', ')
    context.addIssue(`Tulis salah satu: ${known}.`)
    return z.NEVER
  }
  return meant
})

const day = dateCell.refine(withinReason, UNREASONABLE)

const optional = <T>(fact: PlanFact, cell: z.ZodType<T, string>) => ({
  header: HEADERS[fact],
  optional: true as const,
  cell,
})

const columns = (parts: PartNames, instrument: Instrument | null) => ({
  year: { header: HEADERS.year, cell: goalFacts.year as z.ZodType<number, string> },
  title: { header: HEADERS.title, cell: goalFacts.title as z.ZodType<string, string> },
  serves: optional('serves', unsaid(serves)),
  served: optional('served', unsaid(goalFacts.served as z.ZodType<string, string>)),
  owner: optional('owner', unsaid(goalFacts.owner as z.ZodType<string, string>)),
  startsOn: optional('startsOn', day),
  dueOn: optional('dueOn', day),
  indicator: optional('indicator', unsaid(goalFacts.indicator as z.ZodType<string, string>)),
  unit: optional('unit', unsaid(goalFacts.unit as z.ZodType<string, string>)),
  baseline: optional('baseline', unsaid(decimalFact)),
  target: optional('target', unsaid(decimalFact)),
  areas: optional('areas', areasCell(parts)),
  questions: optional('questions', questionsCell(instrument)),
  reportedOn: optional('reportedOn', day),
  percent: optional('percent', unsaid(progressForm.shape.percent as z.ZodType<number, string>)),
  obstacle: optional('obstacle', progressForm.shape.obstacle as z.ZodType<string, string>),
  note: optional('note', progressForm.shape.note as z.ZodType<string, string>),
})

/** The rows of a file of goals, each with what it says, and every fault by row and column. */
export const readPlanRows = (table: Table, parts: PartNames, instrument: Instrument | null) =>
  mapColumns(table, columns(parts, instrument))

export type PlanFile = ReturnType<typeof readPlanRows>
export type PlanFileRow = PlanFile['rows'][number]

/** The title of the column in which a fact stands. */
export const headerOf = (fact: PlanFact): string => HEADERS[fact]

const column = (fact: PlanFact, required: boolean, content: string): ImportColumn => ({
  title: HEADERS[fact],
  required,
  content,
})

export const PLAN_COLUMNS: readonly ImportColumn[] = [
  column('year', true, 'Tahun rencana, misalnya 2026.'),
  column('title', true, 'Sasaran atau kegiatan. Bersama tahunnya mencari sasaran yang sudah tercatat.'),
  column('serves', false, 'sasaran reformasi birokrasi, hasil bagi publik, atau tidak ada.'),
  column('served', false, 'Sasaran atau hasil yang didukung; wajib bila kolom Mendukung bukan “tidak ada”.'),
  column('owner', false, 'Nama pegawai seperti di register Pegawai, atau nama pokja dan jabatan.'),
  column(
    'startsOn',
    true,
    'Tanggal mulai, seperti 2026-01-30 atau 30/01/2026; kosong hanya bila memperbarui.',
  ),
  column('dueOn', true, 'Tenggat; kosong hanya bila memperbarui.'),
  column('indicator', false, 'Yang diukur.'),
  column('unit', false, 'Satuan ukurannya, misalnya menit atau %.'),
  column('baseline', false, 'Angka sebelum dimulai, misalnya 40 atau 12,5.'),
  column('target', false, 'Angka yang dituju; wajib bila ada indikator.'),
  ...SUPPORT_COLUMNS,
  column('reportedOn', false, 'Tanggal laporan kemajuan terakhir; kosong bila belum ada.'),
  column('percent', false, 'Angka bulat 0 sampai 100; wajib bila ada tanggal kemajuan.'),
  column('obstacle', false, 'Kendala menurut laporan itu.'),
  column(
    'note',
    false,
    'Catatan laporan itu; menjelaskan kemajuan yang turun atau mendahului tanggal mulai.',
  ),
]

const HEADER = PLAN_COLUMNS.map(one => one.title)

export const PLAN_TEMPLATE: TableToWrite = {
  sheet: 'rencana-aksi',
  header: HEADER,
  rows: [
    [
      '2026',
      'Memangkas waktu tunggu layanan loket',
      'hasil bagi publik',
      'Layanan lebih cepat',
      'Pokja Pelayanan Publik',
      '2026-02-01',
      '2026-09-30',
      'Rata-rata waktu tunggu',
      'menit',
      '40',
      '12,5',
      '6',
      '',
      '',
      '',
      '',
      '',
    ],
    [
      '2026',
      'Menyusun peta risiko benturan kepentingan',
      'sasaran reformasi birokrasi',
      'Penguatan sistem pengawasan',
      'Kepala Seksi',
      '05/01/2026',
      '31/03/2026',
      '',
      '',
      '',
      '',
      '5; 1',
      '',
      '2026-02-15',
      '40',
      'Data belum lengkap.',
      '',
    ],
  ],
}

/** Goals as a file that an import reads again, each with its latest report. */
export const planTable = (
  goals: readonly SeenGoal[],
  latest: ReadonlyMap<string, ReportRow>,
): TableToWrite => ({
  sheet: 'rencana-aksi',
  header: HEADER,
  rows: goals.map(goal => {
    const report = latest.get(goal.id)
    return [
      String(goal.year),
      goal.title,
      SERVES_WORDS[goal.serves].toLowerCase(),
      goal.served,
      ownerName(goal),
      goal.startsOn,
      goal.dueOn,
      goal.indicator,
      goal.unit,
      typedNumber(goal.baseline),
      typedNumber(goal.target),
      ...supportCells(goal),
      report?.reportedOn ?? '',
      report ? String(report.percent) : '',
      report?.obstacle ?? '',
      report?.note ?? '',
    ]
  }),
})
