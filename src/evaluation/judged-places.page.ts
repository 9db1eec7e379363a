import type { Question } from '../engine/instrument/instrument'
import { lookup } from '../engine/instrument/lookup'
import type { FlagKind } from '../engine/scoring/score'
import { undecidedBecause } from '../engine/stages/decisions'
import { coverageDots, type CoverageDots } from '../web/components/evidence'
import type { Status } from '../web/components/status'
import { formatPart, formatScore } from '../web/format/number'
import { flagWords } from '../worksheets/flag-words'
import { computedValue, type ComputedValue } from '../worksheets/value-words'
import { storedValue } from './apply-saying'
import { changeStatus } from './column-words'
import { deskOfSeat } from './desk-addresses'
import { sheetBefore, type Evaluation } from './evaluation-context'
import type { SheetRow, SheetRuling } from './evaluations.repository'
import type { Sheet } from './evaluations.service'
import { neededWords } from './needed-words'
import { SEAT_WORDS } from './seat-words'
import { decidedQuestion } from './sheet-contents'

declare module '../web/view' {
  interface Fragments {
    'evaluation/head-facts': HeadFacts
    'evaluation/proof': Proof
    'evaluation/outcome': Outcome
  }
}

/** A question on a sheet as it stands, for the page and for what a saved saying moves on it. */
export interface JudgedSetting {
  readonly evaluation: Evaluation
  readonly row: SheetRow
  readonly sheet: Sheet
  readonly question: Question
  readonly editable: boolean
  /** A ruling that was typed and refused. */
  readonly refused?: { readonly kind: FlagKind; readonly reason: string; readonly error: string } | undefined
}

/** How far the sheet is. */
export interface HeadFacts {
  /** `57 dari 113 diputuskan` */
  readonly progress: string
  readonly total: string
  readonly provisional: boolean
  /** The next question without a decision, seen from this one. */
  readonly nextOpen: { readonly href: string; readonly label: string } | null
}

/** What the evidence shows by the verdicts of this sheet. */
export interface Proof {
  readonly coverage: CoverageDots
  readonly coverageText: string
  readonly flags: readonly JudgedFlag[]
}

export interface JudgedFlag {
  readonly kind: FlagKind
  readonly lead: string
  readonly text: string
  /** `Dibenarkan oleh …`, `Diabaikan oleh …: alasan`; `''` while nobody ruled. */
  readonly ruled: string
  readonly id: string
  readonly action: string
  readonly sheet: string
  readonly editable: boolean
  readonly reason: string
  readonly error: string
}

/** What the own value and decision come to. */
export interface Outcome {
  readonly computed: ComputedValue | null
  readonly change: Status
  readonly decided: Status
  /** The field that is still wanted before one goes on, and what is wanted there; `''` for none. */
  readonly need: 'note' | 'option' | ''
  readonly needWords: string
}

export function headFacts({ evaluation, row, sheet, question }: JudgedSetting): HeadFacts {
  const { assessment } = evaluation
  const { progress, contents } = sheet
  const codes = [...lookup(assessment.instrument).questions.keys()]
  const open = new Set(progress.undecided)
  const at = codes.indexOf(question.code)
  const next = [...codes.slice(at + 1), ...codes.slice(0, at)].find(code => open.has(code))
  return {
    progress: `${formatPart(progress.decided, progress.questions)} diputuskan`,
    total: formatScore(contents.score.claimed.total),
    provisional: progress.undecided.length > 0,
    nextOpen: next ? { href: deskOfSeat(row.seat).question(assessment.id, next), label: next } : null,
  }
}

export function proofOf(setting: JudgedSetting): Proof {
  const { sheet, question } = setting
  const { score, rulings } = sheet.contents
  const { coverage } = score.questions.get(question.code)!
  return {
    coverage: coverageDots(coverage.expected, coverage.shown),
    coverageText:
      coverage.expected.length === 0
        ? 'Tidak ada tahap yang diminta'
        : `${formatPart(coverage.shown.length, coverage.expected.length)} tahap terbukti`,
    flags: score.flags
      .filter(flag => flag.question === question.code)
      .map(flag => ({
        ...flagWords(flag),
        ...judgedFlag(
          setting,
          flag.kind,
          rulings.find(ruling => ruling.question === question.code && ruling.kind === flag.kind),
        ),
      })),
  }
}

function judgedFlag(
  { evaluation, row, question, editable, refused }: JudgedSetting,
  kind: FlagKind,
  ruling: SheetRuling | undefined,
) {
  const typed = refused?.kind === kind ? refused : undefined
  return {
    kind,
    ruled: ruling ? ruledWords(ruling) : '',
    id: `tanda-${kind}`,
    action: deskOfSeat(row.seat).question(evaluation.assessment.id, question.code),
    sheet: row.id,
    editable,
    reason: typed?.reason ?? ruling?.reason ?? '',
    error: typed?.error ?? '',
  }
}

const ruledWords = ({ ruling, reason, ruledByName }: SheetRuling): string =>
  ruling === 'confirmed'
    ? `Dibenarkan oleh ${ruledByName ?? 'evaluator'}.`
    : `Diabaikan oleh ${ruledByName ?? 'evaluator'}: ${reason}`

export function outcomeOf({ evaluation, row, sheet, question }: JudgedSetting): Outcome {
  const { contents, before } = sheet
  const scored = contents.score.questions.get(question.code)!
  const answer = contents.answers.get(question.code)
  const contradiction = contents.score.contradictions.find(one => one.question === question.code)
  const column = sheetBefore(evaluation, row)
  const name = SEAT_WORDS[column?.seat ?? 'satker'].column
  const standing = before.get(question.code)
  const decided = decidedQuestion(contents, before, question.code)
  const because = undecidedBecause(decided)
  return {
    need: because === 'note' ? 'note' : because === 'value' ? 'option' : '',
    needWords: because ? neededWords(because, decided.same) : '',
    computed:
      question.kind === 'choice' ? null : computedValue(question, storedValue(answer), scored, contradiction),
    change: standing
      ? changeStatus(scored, standing, name)
      : { tone: 'mut', icon: 'ring', text: `Tidak ada nilai ${name}` },
    decided: decidedStatus(because, name),
  }
}

function decidedStatus(because: ReturnType<typeof undecidedBecause>, column: string): Status {
  if (because === null) return { tone: 'ok', icon: 'check', text: 'Diputuskan' }
  if (because === 'decision') return { tone: 'mut', icon: 'ring', text: 'Belum diputuskan' }
  if (because === 'value')
    return { tone: 'warn', icon: 'warn', text: `Pilih nilai yang berbeda dari ${column}` }
  return { tone: 'warn', icon: 'warn', text: 'Catatan belum ditulis' }
}
