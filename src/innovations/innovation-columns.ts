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
import type { AgentOfChange } from '../roster/employee-facts'
import { countFact, decimalFact, typedNumber } from '../web/number-facts'
import type { Atm, Copy, InnovationRow } from './innovation-facts'
import { ATM_WORDS, agentNames } from './innovation-words'
import { innovationFacts, withReason } from './innovation.form'
import { proofsCell } from './need-proofs'

const HEADERS = {
  name: 'Nama',
  need: 'Kebutuhan atau masalah',
  proofLink: 'Tautan bukti kebutuhan',
  proofs: 'Entri bukti kebutuhan',
  startedOn: 'Mulai',
  endedOn: 'Berhenti',
  atm: 'ATM',
  sourceUnit: 'Unit asal',
  modification: 'Yang dimodifikasi',
  indicator: 'Indikator',
  unit: 'Satuan',
  better: 'Lebih baik bila',
  beforeValue: 'Nilai sebelum',
  beforeOn: 'Sebelum diukur',
  afterValue: 'Nilai sesudah',
  afterOn: 'Sesudah diukur',
  usedBy: 'Pengguna',
  users: 'Jumlah pengguna',
  copies: 'Direplikasi oleh',
  integratedOn: 'Bagian sistem sejak',
  integration: 'Ditetapkan dengan',
  agents: 'Agen perubahan',
  areas: AREA_HEADER,
  questions: QUESTIONS_HEADER,
} as const

/** What an empty cell is: nothing is said, so nothing that stands is changed. */
const unsaid = <T>(cell: z.ZodType<T, string | undefined>) =>
  z.union([z.literal('').transform(() => undefined), asCell(cell)])

/** A fact of a form, where a field may be missing; a cell is always a text. */
const asCell = <T>(fact: z.ZodType<T, string | undefined>) => fact as unknown as z.ZodType<T, string>

const oneOf = <T extends string>(words: ReadonlyMap<string, T>) =>
  z.string().transform((text, context): T | undefined => {
    if (text === '') return undefined
    const meant = words.get(text.toLowerCase())
    if (meant !== undefined) return meant
    context.addIssue({ code: 'custom', message: `Tulis salah satu: ${[...words.keys()].join(', ')}.` })
    return z.NEVER
  })

/** Several words of one cell. */
const listed = (text: string): string[] => [
  ...new Set(
    text
      .split(';')
      .map(word => word.trim())
      .filter(Boolean),
  ),
]

const COPY = /^(.{1,200}?)\s*\(([^()]+)\)$/

/** `Kanim Bahari (2026-01-30); Rutan Muara (05/02/2026)` */
const copies = z.string().transform((text, context): Copy[] | undefined => {
  if (text === '') return undefined
  const read = listed(text).map(word => {
    const [, unit = '', day = ''] = COPY.exec(word) ?? []
    const on = dateCell.safeParse(day)
    return unit && on.success && on.data ? { unit, on: on.data } : undefined
  })
  if (read.every(copy => copy !== undefined)) return read
  context.addIssue({
    code: 'custom',
    message: 'Tulis seperti Kanim Bahari (2026-01-30); pisahkan dengan titik koma.',
  })
  return z.NEVER
})

const agents = (known: readonly AgentOfChange[]) =>
  z.string().transform((text, context): string[] | undefined => {
    if (text === '') return undefined
    const fault = (message: string) => {
      context.addIssue({ code: 'custom', message })
      return z.NEVER
    }
    const found = listed(text).map(name => ({
      name,
      meant: known.filter(agent => agent.name.toLowerCase() === name.toLowerCase()),
    }))
    const none = found.find(({ meant }) => meant.length === 0)
    if (none) return fault(`${none.name.slice(0, 80)} bukan agen perubahan pada register pegawai.`)
    const several = found.find(({ meant }) => meant.length > 1)
    if (several) return fault(`Ada beberapa ${several.name.slice(0, 80)}. Pilih orangnya di formulir.`)
    return found.flatMap(({ meant }) => meant.map(agent => agent.id))
  })

const day = withReason(dateCell)

export interface ColumnSetting {
  readonly parts: PartNames
  readonly agents: readonly AgentOfChange[]
  readonly instrument: Instrument | null
}

const columns = (setting: ColumnSetting) => ({
  name: { header: HEADERS.name, cell: innovationFacts.name },
  need: { header: HEADERS.need, optional: true, cell: unsaid(innovationFacts.need) },
  proofLink: { header: HEADERS.proofLink, optional: true, cell: unsaid(innovationFacts.proofLink) },
  proofs: {
    header: HEADERS.proofs,
    optional: true,
    cell: z.string().transform(text => text.replace(/\s+/g, ' ')),
  },
  startedOn: { header: HEADERS.startedOn, optional: true, cell: day },
  endedOn: { header: HEADERS.endedOn, optional: true, cell: day },
  atm: {
    header: HEADERS.atm,
    optional: true,
    cell: oneOf<Exclude<Atm, ''>>(
      new Map([
        ['amati', 'observed'],
        ['tiru', 'copied'],
        ['modifikasi', 'modified'],
      ]),
    ),
  },
  sourceUnit: { header: HEADERS.sourceUnit, optional: true, cell: unsaid(innovationFacts.sourceUnit) },
  modification: { header: HEADERS.modification, optional: true, cell: unsaid(innovationFacts.modification) },
  indicator: { header: HEADERS.indicator, optional: true, cell: unsaid(innovationFacts.indicator) },
  unit: { header: HEADERS.unit, optional: true, cell: unsaid(innovationFacts.unit) },
  better: {
    header: HEADERS.better,
    optional: true,
    cell: oneOf<'higher' | 'lower'>(
      new Map([
        ['tinggi', 'higher'],
        ['rendah', 'lower'],
      ]),
    ),
  },
  beforeValue: { header: HEADERS.beforeValue, optional: true, cell: decimalFact },
  beforeOn: { header: HEADERS.beforeOn, optional: true, cell: day },
  afterValue: { header: HEADERS.afterValue, optional: true, cell: decimalFact },
  afterOn: { header: HEADERS.afterOn, optional: true, cell: day },
  usedBy: { header: HEADERS.usedBy, optional: true, cell: unsaid(innovationFacts.usedBy) },
  users: { header: HEADERS.users, optional: true, cell: countFact },
  copies: { header: HEADERS.copies, optional: true, cell: copies },
  integratedOn: { header: HEADERS.integratedOn, optional: true, cell: day },
  integration: { header: HEADERS.integration, optional: true, cell: unsaid(innovationFacts.integration) },
  agents: { header: HEADERS.agents, optional: true, cell: agents(setting.agents) },
  areas: { header: HEADERS.areas, optional: true, cell: areasCell(setting.parts) },
  questions: { header: HEADERS.questions, optional: true, cell: questionsCell(setting.instrument) },
})

/** The rows of a file of innovations, each with what it says, and every fault by row and column. */
export const readInnovationRows = (table: Table, setting: ColumnSetting) =>
  mapColumns(table, columns(setting))

export type InnovationFileRow = ReturnType<typeof readInnovationRows>['rows'][number]

/** The title of the column in which a fact stands. */
export const headerOf = (fact: string): string =>
  fact.startsWith('copies.') ? HEADERS.copies : HEADERS[fact as keyof typeof HEADERS]

const column = (fact: keyof typeof HEADERS, content: string, required = false): ImportColumn => ({
  title: HEADERS[fact],
  required,
  content,
})

export const INNOVATION_COLUMNS: readonly ImportColumn[] = [
  column('name', 'Mencari inovasi yang sudah tercatat.', true),
  column('need', 'Apa yang tidak beres sebelumnya; kosong hanya bila memperbarui.', true),
  column('proofLink', 'Alamat https://.'),
  column(
    'proofs',
    'Ditulis pada berkas unduhan saja. Saat mengimpor, kosongkan atau biarkan: entri register dipilih di halaman inovasi.',
  ),
  column('startedOn', 'Hari mulai, seperti 2026-01-30 atau 30/01/2026; kosong hanya bila memperbarui.', true),
  column('endedOn', 'Hari terakhir bila sudah dihentikan.'),
  column('atm', 'amati, tiru, atau modifikasi; kosong bila gagasan sendiri.'),
  column('sourceUnit', 'Unit yang diamati atau ditiru.'),
  column('modification', 'Apa yang diubah dari asalnya.'),
  column('indicator', 'Apa yang diukur.'),
  column('unit', 'Satuan, misalnya menit.'),
  column('better', 'tinggi atau rendah; kosong berarti tinggi.'),
  column('beforeValue', 'Angka seperti 12,5 tanpa pemisah ribuan.'),
  column('beforeOn', 'Tanggal pengukuran sebelum.'),
  column('afterValue', 'Hanya bila nilai sebelum ada.'),
  column('afterOn', 'Tanggal pengukuran sesudah.'),
  column('usedBy', 'Siapa yang memakainya.'),
  column('users', 'Bilangan bulat.'),
  column('copies', 'Unit dan tanggal, seperti Kanim Bahari (2026-01-30); dipisah titik koma.'),
  column('integratedOn', 'Sejak kapan menjadi bagian sistem manajemen.'),
  column('integration', 'Dokumen yang menetapkannya.'),
  column('agents', 'Nama agen perubahan pada register pegawai, dipisah titik koma.'),
  ...SUPPORT_COLUMNS,
]

const HEADER = INNOVATION_COLUMNS.map(({ title }) => title)

export const INNOVATION_TEMPLATE: TableToWrite = {
  sheet: 'inovasi',
  header: HEADER,
  rows: [
    [
      'Antrean daring',
      'Pemohon menunggu rata-rata 40 menit',
      'https://contoh.go.id/pengaduan-2025',
      '',
      '2025-03-03',
      '',
      'modifikasi',
      'Kanim Contoh Satu',
      'Ditambah kuota lansia',
      'Lama menunggu rata-rata',
      'menit',
      'rendah',
      '40',
      '2025-02-14',
      '12,5',
      '2025-09-12',
      'Pemohon paspor',
      '1250',
      'Kanim Contoh Dua (2025-11-03)',
      '2025-10-01',
      'SOP 12/2025',
      '',
      '2; 6',
      '',
    ],
  ],
}

/** The register as a file that an import reads again. */
export const innovationsTable = (
  rows: readonly InnovationRow[],
  known: readonly AgentOfChange[],
): TableToWrite => ({
  sheet: 'inovasi',
  header: HEADER,
  rows: rows.map(row => [
    row.name,
    row.need,
    row.proofLink,
    proofsCell(row.proofs),
    row.startedOn,
    row.endedOn ?? '',
    row.atm === '' ? '' : ATM_WORDS[row.atm].toLowerCase(),
    row.sourceUnit,
    row.modification,
    row.indicator,
    row.unit,
    row.better === 'higher' ? 'tinggi' : 'rendah',
    typedNumber(row.beforeValue),
    row.beforeOn ?? '',
    typedNumber(row.afterValue),
    row.afterOn ?? '',
    row.usedBy,
    row.users === null ? '' : String(row.users),
    row.copies.map(({ unit, on }) => `${unit} (${on})`).join('; '),
    row.integratedOn ?? '',
    row.integration,
    agentNames(row.agents, known).join('; '),
    ...supportCells(row),
  ]),
})
