import { lookup } from '../engine/instrument/lookup'
import { SECOND_DESK } from '../evaluation/desk-addresses'
import type { Evaluation } from '../evaluation/evaluation-context'
import type { Sheet } from '../evaluation/evaluations.service'
import {
  agreeing,
  progressBar,
  totalOf,
  undecidedByArea,
  type Agreeing,
  type SheetTotal,
  type UndecidedArea,
} from '../evaluation/sheet-standing'
import { paths } from '../paths'
import type { Crumbs, Progress } from '../web/components/panels'
import type { Link, Message } from '../web/shell'
import type { PageModel } from '../web/view'

declare module '../web/view' {
  interface Views {
    'calibration/second': SecondOverviewPage
  }
}

/** Where the sheet of a second scorer stands; of the evaluation beside it nothing. */
export interface SecondOverviewPage extends PageModel {
  readonly crumbs: Crumbs
  readonly over: string
  readonly refused: Message | null
  readonly standing: Message
  readonly total: SheetTotal | null
  readonly progress: Progress | null
  readonly undecided: readonly UndecidedArea[]
  readonly begin: string
  readonly next: Link | null
  readonly agree: Agreeing | null
  readonly handIn: { readonly action: string; readonly reasons: readonly string[] } | null
}

export interface SecondOverviewFacts {
  readonly evaluation: Evaluation
  /** The own sheet; null while it was not begun. */
  readonly sheet: Sheet | null
  /** What keeps it from being handed in. */
  readonly reasons: readonly string[]
}

export function secondOverviewPage(facts: SecondOverviewFacts, refused = ''): SecondOverviewPage {
  const { evaluation, sheet, reasons } = facts
  const { assessment, turn, open } = evaluation
  const { id } = assessment
  const first = sheet?.progress.undecided[0] ?? lookup(assessment.instrument).questions.keys().next().value
  const done = sheet !== null && sheet.progress.undecided.length === 0
  return {
    title: 'Uji petik',
    current: 'antrean',
    crumbs: { links: [{ label: 'Evaluasi', href: paths.evaluationQueue() }] },
    over: `${assessment.satkerName} · siklus ${assessment.year}`,
    refused: refused ? { tone: 'bad', lead: 'Belum dapat dilakukan.', text: refused } : null,
    standing: standingWords(evaluation),
    total: sheet && totalOf(sheet),
    progress: sheet && progressBar(sheet),
    undecided: open && sheet ? undecidedByArea(evaluation, sheet) : [],
    begin: turn !== null && !open ? SECOND_DESK.overview(id) : '',
    next:
      sheet && first !== undefined
        ? { label: done ? 'Buka lembar' : `Lanjutkan di ${first}`, href: SECOND_DESK.question(id, first) }
        : null,
    agree: open && sheet ? agreeing(id, sheet) : null,
    handIn: open ? { action: SECOND_DESK.handIn(id), reasons } : null,
  }
}

function standingWords({ turn, open }: Evaluation): Message {
  if (turn === null)
    return { tone: 'ok', lead: 'Lembar sudah diserahkan.', text: 'Lembar ini hanya dibandingkan.' }
  return {
    tone: 'info',
    lead: open ? 'Lembar Anda sedang dikerjakan.' : 'Lembar Anda belum dimulai.',
    text: 'Anda menilai jawaban dan bukti satker tanpa melihat penilaian timnya. Lembar ini tidak mengubah nilai atau hasil satker.',
  }
}
