import { daysLeft, type DaysLeft } from '../assessments/days-left'
import { lookup } from '../engine/instrument/lookup'
import type { ScoringSeat } from '../engine/stages/turns'
import { paths } from '../paths'
import type { Progress as ProgressBar } from '../web/components/panels'
import type { Status } from '../web/components/status'
import { assessmentTrack, type Track } from '../web/components/track'
import { formatInstant } from '../web/format/date'
import { formatScore } from '../web/format/number'
import type { Link, Message } from '../web/shell'
import type { PageModel } from '../web/view'
import { evaluationClosedBecause, sendBacksLeft, type Evaluation } from './evaluation-context'
import type { SheetRow } from './evaluations.repository'
import type { Sheet } from './evaluations.service'
import type { HandedInColumn } from './handed-in-columns'
import { SEAT_WORDS } from './seat-words'
import {
  agreeing,
  progressBar,
  totalOf,
  undecidedByArea,
  type Agreeing,
  type SheetTotal,
  type UndecidedArea,
} from './sheet-standing'
import { sheetTitle } from './sheet-title'

declare module '../web/view' {
  interface Views {
    'evaluation/overview': OverviewPage
  }
}

export interface OverviewPage extends PageModel {
  readonly over: string
  readonly track: Track
  readonly refused: Message | null
  readonly standing: Message
  readonly days: DaysLeft | null
  readonly total: SheetTotal | null
  readonly progress: ProgressBar | null
  readonly undecided: readonly UndecidedArea[]
  readonly begin: { readonly action: string; readonly text: string } | null
  readonly next: Link | null
  readonly agree: Agreeing | null
  readonly handIn: {
    readonly action: string
    readonly reasons: readonly string[]
    readonly text: string
  } | null
  readonly returnHref: string
  readonly comparisonHref: string
  readonly columns: readonly {
    readonly title: string
    readonly by: string
    readonly status: Status
    readonly basis: string
    readonly total: string
    readonly substantiated: string
  }[]
}

export interface OverviewFacts {
  readonly evaluation: Evaluation
  /** The unfinished worksheet; null while nobody began it. */
  readonly sheet: Sheet | null
  readonly columns: ReadonlyMap<string, HandedInColumn>
  /** The seats of whoever looks. */
  readonly seats: readonly ScoringSeat[]
  /** What keeps the sheet from being handed in. */
  readonly notReady: readonly string[]
}

/** Where an evaluation stands, and what whoever looks may do about it. `refused`: why the last act was not done. */
export function overviewPage(facts: OverviewFacts, now: Date, refused = ''): OverviewPage {
  const { evaluation, sheet, seats } = facts
  const { assessment, turn } = evaluation
  const own = turn !== null && seats.includes(turn)
  const closed = evaluationClosedBecause(assessment, now)
  const acts = own && closed === null
  const first = sheet?.progress.undecided[0] ?? lookup(assessment.instrument).questions.keys().next().value
  return {
    title: 'Evaluasi',
    current: 'evaluasi',
    over: `${assessment.satkerName} · siklus ${assessment.year}`,
    track: assessmentTrack(assessment.stage, assessment.round),
    refused: refused ? { tone: 'bad', lead: 'Belum dapat dilakukan.', text: refused } : null,
    standing: standingWords(facts, own, closed),
    days: turn && daysLeft(assessment, now),
    total: sheet && totalOf(sheet),
    progress: sheet && progressBar(sheet),
    undecided: sheet ? undecidedByArea(evaluation, sheet) : [],
    begin:
      acts && !sheet
        ? {
            action: paths.evaluation(assessment.id),
            text: 'Lembar Anda dimulai sebagai salinan lembar sebelumnya; nilai yang disalin belum menjadi putusan.',
          }
        : null,
    next:
      acts && sheet && first !== undefined
        ? {
            label: sheet.progress.undecided.length > 0 ? `Lanjutkan di ${first}` : 'Buka lembar',
            href: paths.evaluationQuestion(assessment.id, first),
          }
        : null,
    agree: acts && sheet ? agreeing(assessment.id, sheet) : null,
    handIn:
      acts && sheet
        ? {
            action: paths.evaluationHandIn(assessment.id),
            reasons: facts.notReady,
            text: 'Setelah diserahkan, lembar ini dibekukan dan tidak dapat diubah.',
          }
        : null,
    returnHref:
      acts && turn === 'lead' && assessment.stage === 'dievaluasi' && sendBacksLeft(evaluation) > 0
        ? paths.evaluationReturn(assessment.id)
        : '',
    comparisonHref: paths.comparison(assessment.id),
    columns: evaluation.sheets.map(row => columnLine(facts, row)),
  }
}

function standingWords({ evaluation, sheet }: OverviewFacts, own: boolean, closed: string | null): Message {
  const { assessment, turn, assignment, seats, sheets } = evaluation
  if (turn === null) return settledWords(assessment.stage)
  const name = turn === 'member' ? assignment?.memberName : seats.find(one => one.seat === turn)?.name
  const who = `${SEAT_WORDS[turn].person}${name ? `, ${name}` : ''}`
  if (closed !== null) return { tone: 'warn', lead: `Giliran ${who}.`, text: closed }
  const begun = sheet
    ? `Lembar ${sheetTitle(sheet.contents.sheet, sheets)} sedang dikerjakan.`
    : 'Lembarnya belum dimulai.'
  return { tone: 'info', lead: own ? 'Giliran Anda.' : `Giliran ${who}.`, text: begun }
}

function settledWords(stage: Evaluation['assessment']['stage']): Message {
  if (stage === 'draf')
    return { tone: 'info', lead: 'Belum diajukan.', text: 'Evaluasi dimulai setelah satker mengajukan.' }
  if (stage === 'dikembalikan')
    return {
      tone: 'info',
      lead: 'Dikembalikan ke satker.',
      text: 'Evaluasi berlanjut setelah satker mengajukan lagi.',
    }
  return { tone: 'ok', lead: 'Evaluasi selesai.', text: 'Lembar semua penilai sudah diserahkan.' }
}

function columnLine(
  { evaluation, sheet, columns }: OverviewFacts,
  row: SheetRow,
): OverviewPage['columns'][number] {
  const { assessment, sheets } = evaluation
  const title = sheetTitle(row, sheets)
  const basis = row.seat === 'satker' ? 'Diklaim' : 'Dinilai'
  const column = columns.get(row.id)
  if (column) {
    const total = column.sections.get('total')
    return {
      title,
      basis,
      by: column.by,
      status: {
        tone: 'mut',
        icon: 'lock',
        text: `Diserahkan ${formatInstant(column.at, assessment.timeZone)}`,
      },
      total: total ? formatScore(total.claimed) : '–',
      substantiated: total ? formatScore(total.substantiated) : '–',
    }
  }
  const score = sheet && sheet.contents.sheet.id === row.id ? sheet.contents.score : null
  return {
    title,
    basis,
    by: row.assessorName ?? '',
    status: { tone: 'info', icon: 'half', text: 'Berjalan' },
    total: score ? formatScore(score.claimed.total) : '–',
    substantiated: score ? formatScore(score.substantiated.total) : '–',
  }
}
