import { z } from 'zod'
import type { PartNames } from '../accounts/part-names'
import { EVALUATION_INTERVALS, type EvaluationInterval } from '../engine/agreements/evaluation-dates'
import type { Instrument } from '../engine/instrument/instrument'
import type { ImportColumn } from '../imports/import.page'
import type { Supported } from '../registers/entries.service'
import {
  AREA_HEADER,
  areasCell,
  QUESTIONS_HEADER,
  questionsCell,
  SUPPORT_COLUMNS,
  supportCells,
} from '../registers/support-facts'
import { dateCell, unsaid } from '../spreadsheets/cell-facts'
import { mapColumns } from '../spreadsheets/map-columns'
import type { Table } from '../spreadsheets/table'
import type { TableToWrite } from '../spreadsheets/write-table'
import type { AgreementKind, AgreementRow, PartnerKind, Realm } from './agreement-facts'
import { KIND_WORDS, PARTNER_WORDS, REALM_WORDS } from './agreement-words'
import { agreementTexts, withinReason } from './agreement.form'
import { UNREASONABLE } from '../web/day-facts'

const HEADERS = {
  number: 'Nomor',
  title: 'Judul',
  realm: 'Lingkup',
  kind: 'Jenis',
  partner: 'Mitra',
  partnerKind: 'Jenis mitra',
  scope: 'Ruang lingkup',
  signedOn: 'Ditandatangani',
  signedBy: 'Penanda tangan',
  validFrom: 'Berlaku mulai',
  validUntil: 'Berlaku sampai',
  evaluateEvery: 'Evaluasi (bulan)',
  published: 'Publikasi',
} as const

/** A day, or nothing that changes what stands. */
export const dayCell = dateCell.refine(withinReason, UNREASONABLE)

const yesNo = z
  .string()
  .transform(text => text.toLowerCase())
  .refine(text => ['', 'ya', 'tidak'].includes(text), 'Tulis ya atau tidak.')
  .transform(text => (text === '' ? undefined : text === 'ya'))

/** A code by its words, whatever their capitals; the part in brackets alone means the same: `PKS`. */
function coded<Code extends string>(words: Readonly<Record<Code, string>>) {
  const meanings = Object.entries(words).flatMap(([code, label]) => {
    const text = (label as string).toLowerCase()
    const short = /\(([^)]+)\)/.exec(text)?.[1]
    return [text, code, ...(short ? [short] : [])].map(word => [word, code as Code] as const)
  })
  const byWord = new Map<string, Code>(meanings)
  return z.string().transform((text, context): Code | undefined => {
    if (text === '') return undefined
    const found = byWord.get(text.toLowerCase())
    if (found) return found
    context.addIssue({ code: 'custom', message: `Tulis salah satu: ${Object.values(words).join('; ')}.` })
    return z.NEVER
  })
}

const interval = z.string().transform((text, context): EvaluationInterval | undefined => {
  if (text === '') return undefined
  const found = EVALUATION_INTERVALS.find(months => String(months) === text)
  if (found !== undefined) return found
  context.addIssue({ code: 'custom', message: 'Tulis 0, 3, 6, atau 12.' })
  return z.NEVER
})

const optional = { optional: true } as const
const columns = (parts: PartNames, instrument: Instrument | null) => ({
  number: { header: HEADERS.number, cell: agreementTexts.number },
  title: { header: HEADERS.title, ...optional, cell: unsaid(agreementTexts.title) },
  realm: { header: HEADERS.realm, ...optional, cell: coded<Realm>(REALM_WORDS) },
  kind: { header: HEADERS.kind, ...optional, cell: coded<AgreementKind>(KIND_WORDS) },
  partner: { header: HEADERS.partner, ...optional, cell: unsaid(agreementTexts.partner) },
  partnerKind: { header: HEADERS.partnerKind, ...optional, cell: coded<PartnerKind>(PARTNER_WORDS) },
  scope: { header: HEADERS.scope, ...optional, cell: unsaid(agreementTexts.scope) },
  signedOn: { header: HEADERS.signedOn, ...optional, cell: dayCell },
  signedBy: { header: HEADERS.signedBy, ...optional, cell: unsaid(agreementTexts.signedBy) },
  validFrom: { header: HEADERS.validFrom, ...optional, cell: dayCell },
  validUntil: { header: HEADERS.validUntil, ...optional, cell: dayCell },
  evaluateEvery: { header: HEADERS.evaluateEvery, ...optional, cell: interval },
  published: { header: HEADERS.published, ...optional, cell: yesNo },
  areas: { header: AREA_HEADER, ...optional, cell: areasCell(parts) },
  questions: { header: QUESTIONS_HEADER, ...optional, cell: questionsCell(instrument) },
})

/** The rows of a file of agreements, each with what it says, and every fault by row and column. */
export const readAgreementRows = (table: Table, parts: PartNames, instrument: Instrument | null) =>
  mapColumns(table, columns(parts, instrument))

export type AgreementFileRow = ReturnType<typeof readAgreementRows>['rows'][number]
export type AgreementColumn = keyof typeof HEADERS

/** The title of the column in which a fact stands. */
export const headerOf = (fact: AgreementColumn): string => HEADERS[fact]

const oneOf = (words: Readonly<Record<string, string>>) => `${Object.values(words).join('; ')}.`

export const AGREEMENT_COLUMNS: readonly ImportColumn[] = [
  { title: HEADERS.number, required: true, content: 'Nomor naskah; mencari kerja sama yang sudah tercatat.' },
  { title: HEADERS.title, required: true, content: 'Judul kerja sama.' },
  {
    title: HEADERS.realm,
    required: false,
    content: 'Dalam negeri atau Luar negeri; kosong berarti dalam negeri.',
  },
  { title: HEADERS.kind, required: true, content: oneOf(KIND_WORDS) },
  { title: HEADERS.partner, required: true, content: 'Nama mitra.' },
  { title: HEADERS.partnerKind, required: true, content: oneOf(PARTNER_WORDS) },
  { title: HEADERS.scope, required: true, content: 'Apa yang dikerjakan bersama.' },
  { title: HEADERS.signedOn, required: true, content: 'Tanggal seperti 2026-01-30 atau 30/01/2026.' },
  { title: HEADERS.signedBy, required: false, content: 'Jabatan penanda tangan dari unit ini.' },
  { title: HEADERS.validFrom, required: true, content: 'Hari pertama masa berlaku.' },
  { title: HEADERS.validUntil, required: true, content: 'Hari terakhir masa berlaku.' },
  { title: HEADERS.evaluateEvery, required: false, content: '3, 6, atau 12; 0 bila tidak dijadwalkan.' },
  { title: HEADERS.published, required: false, content: 'ya bila tampil di halaman publik.' },
  ...SUPPORT_COLUMNS,
]

const HEADER = AGREEMENT_COLUMNS.map(column => column.title)

export const AGREEMENTS_TEMPLATE: TableToWrite = {
  sheet: 'kerja sama',
  header: HEADER,
  rows: [
    [
      'W10.PKS-12/2026',
      'Layanan kesehatan keliling bagi pengguna layanan',
      'Dalam negeri',
      'PKS',
      'Dinas Kesehatan Kota Contoh',
      'Pemerintah daerah',
      'Pemeriksaan kesehatan dan rujukan.',
      '2026-01-12',
      'Kepala Kantor',
      '2026-01-15',
      '31/12/2027',
      '6',
      'ya',
      '6',
      '',
    ],
  ],
}

/** Agreements with what they support, as a file that an import reads again. */
export const agreementsTable = (
  rows: readonly AgreementRow[],
  supports: ReadonlyMap<string, Supported>,
): TableToWrite => ({
  sheet: 'kerja sama',
  header: HEADER,
  rows: rows.map(row => [
    row.number,
    row.title,
    REALM_WORDS[row.realm],
    KIND_WORDS[row.kind],
    row.partner,
    PARTNER_WORDS[row.partnerKind],
    row.scope,
    row.signedOn,
    row.signedBy,
    row.validFrom,
    row.validUntil,
    String(row.evaluateEvery),
    row.published ? 'ya' : 'tidak',
    ...supportCells(supports.get(row.id) ?? { areas: [], questions: [] }),
  ]),
})
