import type { AssessmentContext } from '../assessments/assessment-context'
import { STAGE_NAMES } from '../assessments/stage-names'
import { compare, ZERO } from '../engine/exact'
import { lookup } from '../engine/instrument/lookup'
import { paths } from '../paths'
import type { Pills } from '../web/components/pills'
import { formatInstant } from '../web/format/date'
import { formatCount, formatGain, formatScore } from '../web/format/number'
import type { IconName } from '../web/icons'
import type { Message } from '../web/shell'
import type { PageModel } from '../web/view'
import {
  COMPARISON_FILTERS,
  passes,
  type ChangeWay,
  type ComparedCell,
  type ComparedQuestion,
  type Comparison,
  type ComparisonFilter,
} from './compare-columns'
import { gateLines, handInLine, sumLines, type GateLine, type SumLine } from './comparison-summary'
import { SEAT_WORDS } from './seat-words'
import { sameValue } from './sheet-contents'
import { sheetTitle } from './sheet-title'

declare module '../web/view' {
  interface Views {
    'evaluation/comparison': ComparisonPage
  }
}

export interface ComparisonPage extends PageModel {
  readonly over: string
  readonly tableHref: string
  readonly hidden: Message | null
  readonly columns: readonly string[]
  readonly sums: readonly SumLine[]
  readonly gates: readonly GateLine[]
  readonly handedIn: ReturnType<typeof handInLine>
  readonly heading: string
  readonly caption: string
  readonly pills: Pills
  readonly rows: readonly ComparisonRow[]
  readonly nothing: string
  readonly rest: { readonly summary: string; readonly rows: readonly ComparisonRow[] } | null
}

export interface ComparisonRow {
  readonly code: string
  readonly href: string
  readonly text: string
  readonly cells: readonly {
    readonly column: string
    readonly option: string
    readonly value: string
    readonly last: boolean
    readonly change: { readonly way: ChangeWay; readonly icon: IconName; readonly text: string } | null
  }[]
  /** Points from the first column to the last: `−0,33`. */
  readonly points: string
  /** Why it changed, the newest first. */
  readonly reasons: readonly { readonly text: string; readonly by: string }[]
}

export interface ComparisonFacts {
  readonly assessment: AssessmentContext
  readonly comparison: Comparison
  /** Whether columns of evaluators are kept from whoever looks. */
  readonly hidesScoring: boolean
  /** Where a question leads whoever looks. */
  readonly hrefOf: (code: string) => string
}

const FILTER_WORDS: Readonly<Record<ComparisonFilter, string>> = {
  berbeda: 'Berbeda',
  turun: 'Turun',
  ketua: 'Diubah ketua atau dalnis',
  semua: 'Semua',
}

export function comparisonPage(facts: ComparisonFacts, filter: ComparisonFilter): ComparisonPage {
  const { assessment, comparison } = facts
  const { columns, questions } = comparison
  const titles = columns.map(column => sheetTitle(column, columns))
  const shown = questions.filter(question => passes(question, filter))
  const rest = filter === 'semua' ? [] : questions.filter(question => !question.differs)
  const line = (question: ComparedQuestion) => rowOf(facts, question, titles)
  return {
    title: 'Perbandingan penilaian',
    current: 'perbandingan',
    bodyClass: 'comparison',
    over: `${assessment.satkerName} · siklus ${assessment.year} · ${STAGE_NAMES[assessment.stage].toLowerCase()}`,
    tableHref: `${paths.comparisonTable(assessment.id)}?saring=${filter}`,
    hidden: facts.hidesScoring
      ? {
          tone: 'info',
          lead: 'Penilaian sedang berlangsung.',
          text: 'Kolom penilai terbuka bagi satker setelah lembar dikembalikan atau penilaian selesai.',
        }
      : null,
    columns: titles,
    sums: sumLines(assessment, columns, titles),
    gates: gateLines(assessment, columns, titles),
    handedIn: handInLine(assessment, columns, titles),
    heading: 'Daftar selisih',
    caption: captionOf(comparison, titles),
    pills: {
      label: 'Saring pertanyaan',
      items: COMPARISON_FILTERS.map(key => ({
        label: FILTER_WORDS[key],
        href: `${paths.comparison(assessment.id)}?saring=${key}`,
        icon: '',
        count: formatCount(questions.filter(question => passes(question, key)).length),
        current: key === filter,
      })),
    },
    rows: shown.map(line),
    nothing: shown.length > 0 ? '' : 'Tidak ada pertanyaan yang cocok dengan saringan ini.',
    rest:
      rest.length > 0
        ? { summary: `${formatCount(rest.length)} pertanyaan tanpa perbedaan`, rows: rest.map(line) }
        : null,
  }
}

function captionOf({ lost, gained, columns }: Comparison, titles: readonly string[]): string {
  if (columns.length < 2) return 'Baru satu lembar diserahkan, sehingga belum ada selisih.'
  const rounds = columns.some(({ round }) => round > 1)
    ? ' Kolom Mandiri dibandingkan dengan Mandiri putaran sebelumnya (r1, r2).'
    : ''
  return `Dari ${titles[0]} ke ${titles.at(-1)}: turun ${formatScore(lost).replace('−', '')} poin, naik ${formatScore(gained)} poin. Urut dari kehilangan poin terbesar; panah dan kata menandai perubahan terhadap kolom di kirinya.${rounds}`
}

function rowOf(
  { assessment, hrefOf }: ComparisonFacts,
  { code, cells, points, differs }: ComparedQuestion,
  titles: readonly string[],
): ComparisonRow {
  return {
    code,
    href: hrefOf(code),
    text: lookup(assessment.instrument).questions.get(code)?.question.text ?? '',
    cells: cells.map((cell, place) => ({
      column: titles[place] ?? '',
      option: cell.state === 'answered' ? (cell.option ?? '') : '–',
      value: formatScore(cell.value),
      last: place === cells.length - 1,
      change: cell.change && changeWords(cell.change),
    })),
    points: differs ? pointWords(points) : '',
    reasons: reasonsOf(assessment, cells),
  }
}

const pointWords = (points: ComparedQuestion['points']): string =>
  compare(points, ZERO) === 0 ? '0,00' : formatGain(points)

function changeWords({ way, by }: NonNullable<ComparedCell['change']>) {
  const amount = formatScore(by).replace('−', '')
  if (way === 'down') return { way, icon: 'fall' as const, text: `turun ${amount}` }
  if (way === 'up') return { way, icon: 'up' as const, text: `naik ${amount}` }
  return { way, icon: 'edit' as const, text: 'jawaban berubah' }
}

/** The newest first, each once: a round goes on with what a seat said in the one before. */
export function reasonsOf(
  assessment: AssessmentContext,
  cells: readonly ComparedCell[],
): ComparisonRow['reasons'] {
  const own = (cell: ComparedCell, place: number) =>
    cells.slice(0, place).findLast(({ column }) => column.seat === cell.column.seat)
  const changed = cells.filter((cell, place) => {
    const before = own(cell, place)
    return cell.change !== null && !(before && sameValue(before, cell))
  })
  return changed.map(cell => reasonOf(assessment, cell)).reverse()
}

function reasonOf({ timeZone }: AssessmentContext, cell: ComparedCell): ComparisonRow['reasons'][number] {
  const { column, note, noteBy, valueBy, valueAt } = cell
  const who = valueBy ?? noteBy ?? column.by
  const seat = SEAT_WORDS[column.seat].column
  return {
    text: note === '' ? 'Tanpa catatan.' : note,
    by: `${seat} ${who}, ${formatInstant(valueAt ?? column.at, timeZone)}`,
  }
}
