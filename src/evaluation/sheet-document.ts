import { toText } from '../engine/exact'
import { lookup } from '../engine/instrument/lookup'
import type { QuestionScore } from '../engine/scoring/score'
import type { Decision } from '../engine/stages/decisions'
import type { SheetSeat } from '../engine/stages/turns'
import type { FrozenPerson, FrozenScore } from '../frozen/frozen-document'
import { frozenScore } from '../frozen/compose-frozen-score'
import type { Evaluation } from './evaluation-context'
import type { SheetRow } from './evaluations.repository'
import type { SheetContents } from './sheet-contents'

export const SHEET_FORMAT = 'zona-integritas/lembar-penilai/1'

/** An evaluator's worksheet as it was handed in; its canonical JSON is what its SHA-256 stands for. */
export interface SheetDocument {
  readonly format: typeof SHEET_FORMAT
  readonly assessment: { readonly id: string; readonly worksheet: string; readonly round: number }
  readonly seat: SheetSeat
  /** The worksheet that it started from, by id and SHA-256. */
  readonly basedOn: { readonly worksheet: string; readonly sha256: string } | null
  readonly handedIn: { readonly by: FrozenPerson; readonly at: string }
  readonly score: FrozenScore
  /** In the order of the instrument. */
  readonly questions: readonly SheetQuestion[]
}

export interface SheetQuestion {
  readonly code: string
  readonly option: string | null
  /** Exact decimal text by key. */
  readonly inputs: Readonly<Record<string, string>> | null
  readonly state: QuestionScore['state']
  /** Exact text. */
  readonly value: string
  readonly coverage: string
  readonly valueBy: string | null
  readonly valueAt: string | null
  readonly note: string
  readonly noteBy: string | null
  readonly noteAt: string | null
  readonly decision: Decision | null
  readonly decidedBy: string | null
  readonly decidedAt: string | null
  readonly verdicts: readonly { readonly use: string; readonly verdict: string }[]
  readonly rulings: readonly { readonly flag: string; readonly ruling: string; readonly reason: string }[]
}

export function composeSheetDocument(
  { assessment, sheets }: Evaluation,
  contents: SheetContents,
  handedIn: SheetDocument['handedIn'],
): SheetDocument {
  const { sheet, score } = contents
  return {
    format: SHEET_FORMAT,
    assessment: { id: assessment.id, worksheet: sheet.id, round: sheet.round },
    seat: sheet.seat,
    basedOn: basedOn(sheet, sheets),
    handedIn,
    score: frozenScore(assessment.instrument, score),
    questions: [...lookup(assessment.instrument).questions.keys()].map(code => questionOf(contents, code)),
  }
}

function basedOn(sheet: SheetRow, sheets: readonly SheetRow[]): SheetDocument['basedOn'] {
  const from = sheets.find(one => one.id === sheet.basedOn)
  return from?.hash ? { worksheet: from.id, sha256: from.hash } : null
}

function questionOf(contents: SheetContents, code: string): SheetQuestion {
  const answer = contents.answers.get(code)
  const decision = contents.decisions.get(code)
  const scored = contents.score.questions.get(code)!
  return {
    code,
    option: answer?.option ?? null,
    inputs: answer?.inputs ? (JSON.parse(answer.inputs) as Record<string, string>) : null,
    state: scored.state,
    value: toText(scored.value),
    coverage: toText(scored.coverage.share),
    valueBy: answer?.valueByName ?? null,
    valueAt: answer?.valueAt ?? null,
    note: answer?.note ?? '',
    noteBy: answer?.noteByName ?? null,
    noteAt: answer?.noteAt ?? null,
    decision: decision?.decision ?? null,
    decidedBy: decision?.decidedByName ?? null,
    decidedAt: decision?.decidedAt ?? null,
    verdicts: [...contents.verdicts.values()]
      .filter(row => row.question === code)
      .map(({ useId, verdict }) => ({ use: useId, verdict }))
      .sort((a, b) => (a.use < b.use ? -1 : 1)),
    rulings: contents.rulings
      .filter(row => row.question === code)
      .map(({ kind, ruling, reason }) => ({ flag: kind, ruling, reason }))
      .sort((a, b) => (a.flag < b.flag ? -1 : 1)),
  }
}
