import { fromText } from '../engine/exact'
import type { ReadinessVerdict } from '../engine/rules/readiness'
import { STATUS, type Status } from '../web/components/status'
import { formatDate } from '../web/format/date'
import { formatCount, formatPart, formatScore } from '../web/format/number'
import { findingHref } from './finding-words'
import {
  differs,
  levelStatus,
  PITFALL_SHORT,
  RECOMMENDATION_SHORT,
  RECOMMENDATION_WORDS,
  RULING_WORDS,
} from './level-words'
import type { MatrixQuery, MatrixSort, MatrixView } from './matrix-list'
import type { MatrixCellRow, MatrixSums, MatrixUnitRow } from './matrix.repository'

export const VIEW_WORDS: Readonly<Record<MatrixView, string>> = {
  semua: 'Semua',
  bahaya: 'Ada bahaya',
  lewat: 'Lewat batas',
  beda: 'Beda status',
  kurang: 'Data kurang',
  'siap-diajukan': 'Siap',
  'siap-bersyarat': 'Bersyarat',
  'belum-siap': 'Belum siap',
}

const VERDICT_WORDS: Readonly<Record<ReadinessVerdict, string>> = {
  'siap-diajukan': 'siap',
  'siap-bersyarat': 'bersyarat',
  'belum-siap': 'belum siap',
}

const UNREAD: Status = { tone: 'mut', icon: 'clock', text: 'Belum dibaca' }
/** Words that would not fit a cell; the legend explains them. */
const SHORT: Readonly<Record<string, Status>> = {
  'belum-cukup-data': { ...STATUS.tooLittleData, text: 'Data kurang' },
  gagal: { tone: 'mut', icon: 'info', text: 'Gagal' },
}
const VERIFIED: Status = { ...STATUS.verified, text: 'Verif.' }

/** What each sign means. */
export const LEGEND: readonly Status[] = [
  STATUS.notStarted,
  STATUS.running,
  STATUS.done,
  { ...STATUS.verified, text: 'Verif. = diverifikasi' },
  { ...STATUS.overdue, text: 'Lewat batas' },
  STATUS.safe,
  STATUS.caution,
  STATUS.danger,
  { ...STATUS.tooLittleData, text: 'Data kurang' },
  { ...RULING_WORDS.dismissed, text: 'Diabaikan evaluator' },
]

export interface MatrixHead {
  readonly number: string
  readonly name: string
  /** Begins a group. */
  readonly first: boolean
}

export interface MatrixCell {
  readonly href: string
  /** `R5 Rapat berkala`, for whoever sees no heads. */
  readonly label: string
  readonly tone: Status['tone']
  readonly icon: Status['icon']
  readonly word: string
  /** What people say is not what the registers say. */
  readonly differs: boolean
  readonly first: boolean
}

interface MatrixColumn extends MatrixHead {
  readonly rule: string
  readonly label: string
}

const columnsOf = (names: readonly string[], sign: string, family: string): MatrixColumn[] =>
  names.map((name, place) => ({
    number: String(place + 1),
    name,
    first: place === 0,
    rule: `${family}-${place + 1}`,
    label: `${sign}${place + 1} ${name}`,
  }))

const RECOMMENDATIONS = columnsOf(RECOMMENDATION_SHORT, 'R', 'recommendation')
const PITFALLS = columnsOf(PITFALL_SHORT, 'H', 'pitfall')

export const MATRIX_HEADS: readonly MatrixHead[] = [...RECOMMENDATIONS, ...PITFALLS]

/** `H3 Tanpa pemangku`; a rule that is no column stands as its own word. */
export const ruleLabel = (rule: string): string =>
  [...RECOMMENDATIONS, ...PITFALLS].find(column => column.rule === rule)?.label ?? rule

/** All cells of a unit in the order of the heads. */
export function cellsOf(unit: MatrixUnitRow, rows: readonly MatrixCellRow[], today: string): MatrixCell[] {
  const cell = ({ rule, label, first }: MatrixColumn, { tone, icon, text }: Status, isOther = false) => ({
    href: findingHref(unit.id, { rule, about: '' }, true),
    label,
    tone,
    icon,
    word: text,
    differs: isOther,
    first,
  })
  const rowsOf = ({ rule }: MatrixColumn) => {
    const found = rows.filter(row => row.rule === rule)
    return { read: found.find(row => row.said === ''), said: found.find(row => row.said !== '') }
  }
  return [
    ...RECOMMENDATIONS.map(column => {
      const { read, said } = rowsOf(column)
      return cell(column, saidStatus(said, today), differs(said?.said || 'belum', read?.level ?? ''))
    }),
    ...PITFALLS.map(column => cell(column, pitfallStatus(rowsOf(column).read))),
  ]
}

function saidStatus(row: MatrixCellRow | undefined, today: string): Status {
  const status = row?.said || 'belum'
  const isDone = status === 'selesai' || status === 'diverifikasi'
  if (!isDone && row?.dueOn && row.dueOn < today) return STATUS.overdue
  return status === 'diverifikasi' ? VERIFIED : RECOMMENDATION_WORDS[status]
}

function pitfallStatus(row: MatrixCellRow | undefined): Status {
  if (!row) return UNREAD
  if (Number(row.dismissed) === 1) return RULING_WORDS.dismissed
  return SHORT[row.level] ?? levelStatus(row.level)
}

/** `52,74 · belum siap` */
export const standingWords = ({ substantiated, verdict }: MatrixUnitRow): string =>
  [
    substantiated ? formatScore(fromText(substantiated)) : '',
    verdict ? (VERDICT_WORDS[verdict] ?? verdict) : 'belum dibaca',
  ]
    .filter(Boolean)
    .join(' · ')

const NUMBERS =
  'nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas dua\u00a0belas'.split(' ')

/** `Tiga`, `14`: a number at the beginning of a sentence. */
function inWords(count: number): string {
  const word = NUMBERS[count] ?? formatCount(count)
  return word.charAt(0).toUpperCase() + word.slice(1)
}

export const headingOf = ({ kept }: MatrixSums): string =>
  kept === 0
    ? 'Sebelas rekomendasi, enam hal yang harus dihindari'
    : `${inWords(kept)} satker, sebelas rekomendasi, enam hal yang harus dihindari`

/** The share of all dangers that makes the few who bear them worth naming. */
const MOST = 0.75

/** Who bears the dangers, over all units that are kept. */
export function headlineOf({ dangers, kept, unread }: MatrixSums): string {
  const bearing = dangers.flatMap(({ dangers: each, units }) =>
    each > 0 ? Array.from({ length: units }, () => each) : [],
  )
  const all = bearing.reduce((sum, each) => sum + each, 0)
  if (kept === 0) return 'Tidak ada satker yang cocok.'
  if (all === 0) return unread === kept ? 'Belum ada satker yang dibaca.' : 'Tidak ada bahaya.'
  if (bearing.length === 1)
    return `Satu satker menanggung ${all === 1 ? 'satu-satunya bahaya' : `semua ${all} bahaya`}.`
  let borne = 0
  const few = bearing.findIndex(each => (borne += each) >= all * MOST) + 1
  return few <= Math.ceil(bearing.length / 2)
    ? `${inWords(few)} satker menanggung ${formatPart(borne, all)} bahaya.`
    : `${formatCount(all)} bahaya tersebar di ${formatCount(bearing.length)} satker.`
}

const ORDER_WORDS: Readonly<Record<MatrixSort, readonly [string, string]>> = {
  masalah: ['bahaya, lalu rekomendasi lewat batas, lalu waspada', 'yang paling sedikit masalahnya dahulu'],
  nama: ['nama', 'nama dari Z'],
  terbukti: ['nilai terbukti terendah dahulu', 'nilai terbukti tertinggi dahulu'],
}

/** What else is to be known before one reads on. */
export function restOf({ late, lateUnits, unread, kept }: MatrixSums, query: MatrixQuery): string {
  const said = [
    ...(late > 0
      ? [`${formatCount(late)} rekomendasi lewat batas di ${formatCount(lateUnits)} satker.`]
      : []),
    ...(unread > 0 && unread < kept ? [`${formatCount(unread)} satker belum dibaca.`] : []),
    `Urutan: ${ORDER_WORDS[query.sort][query.descending ? 1 : 0]}.`,
  ]
  return said.join(' ')
}

/** `Kanwil Nusa Laras · siklus 2026 · keadaan 12 Maret 2026` */
export function overWords(
  { filters }: MatrixQuery,
  regions: ReadonlyMap<string, string>,
  today: string,
): string {
  return [
    regionWords(filters.wilayah, regions),
    `siklus ${filters.siklus}`,
    `keadaan ${formatDate(today)}`,
  ].join(' · ')
}

export function regionWords(wilayah: string, regions: ReadonlyMap<string, string>): string {
  const only = regions.size === 1 ? [...regions.values()][0] : undefined
  return regions.get(wilayah) ?? only ?? 'Semua satker dalam jangkauan Anda'
}
