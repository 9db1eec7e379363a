import { fromText, type Exact } from '../engine/exact'
import type { QuestionScore } from '../engine/scoring/score'
import type { FrozenDocument, FrozenQuestion, FrozenScore } from '../frozen/frozen-document'
import type { FrozenWorksheetsService } from '../frozen/frozen-worksheet.service'
import { Remembered } from '../frozen/remembered'
import { SHEET_FORMAT, type SheetDocument, type SheetQuestion } from './sheet-document'

/** One worksheet as it was handed in, as far as it is compared with others. */
export interface HandedInColumn {
  readonly by: string
  readonly at: string
  readonly sections: ReadonlyMap<string, { readonly claimed: Exact; readonly substantiated: Exact }>
  /** Sections whose gates fail, by predicate. */
  readonly failing: Readonly<Record<'claimed' | 'substantiated', ReadonlyMap<string, readonly string[]>>>
  /** By code. */
  readonly questions: ReadonlyMap<string, ColumnQuestion>
}

export interface ColumnQuestion {
  readonly state: QuestionScore['state']
  readonly value: Exact
  readonly option: string | null
  readonly valueBy: string | null
  readonly valueAt: string | null
  readonly note: string
  readonly noteBy: string | null
  readonly noteAt: string | null
}

/** A column of 113 questions with their notes takes about a tenth of a megabyte in memory. */
const KNOWN_COLUMNS = 200

/** Reads worksheets that were handed in, by satker and evaluators alike; they never change, so they are kept in memory. */
export class HandedInColumns {
  private readonly known = new Remembered<HandedInColumn>(KNOWN_COLUMNS)

  constructor(private readonly frozen: FrozenWorksheetsService) {}

  /** The columns of frozen worksheets by their ids. At most one statement. */
  of(worksheetIds: readonly string[]): Promise<ReadonlyMap<string, HandedInColumn>> {
    return this.known.getMany(worksheetIds, async missing => {
      const texts = await this.frozen.textsOf(missing)
      return new Map([...texts].map(([id, text]) => [id, columnOf(JSON.parse(text) as Document)]))
    })
  }
}

type Document = FrozenDocument | SheetDocument

function columnOf(document: Document): HandedInColumn {
  const handedIn = document.format === SHEET_FORMAT ? document.handedIn : document.submitted
  const questions =
    document.format === SHEET_FORMAT
      ? document.questions.map(question => [question.code, ofSheet(question)] as const)
      : document.questions.map(question => [question.code, ofSatker(question)] as const)
  return {
    by: handedIn.by.name,
    at: handedIn.at,
    sections: new Map(
      document.score.sections.map(({ code, claimed, substantiated }) => [
        code,
        { claimed: fromText(claimed), substantiated: fromText(substantiated) },
      ]),
    ),
    failing: {
      claimed: failingOf(document.score, 'claimed'),
      substantiated: failingOf(document.score, 'substantiated'),
    },
    questions: new Map(questions),
  }
}

const failingOf = (score: FrozenScore, basis: 'claimed' | 'substantiated') =>
  new Map(
    score[basis].gates.map(({ predicate, gates }) => [
      predicate,
      gates.filter(gate => !gate.passes).map(gate => gate.section),
    ]),
  )

const ofSheet = (question: SheetQuestion): ColumnQuestion => ({
  state: question.state,
  value: fromText(question.value),
  option: question.option,
  valueBy: question.valueBy,
  valueAt: question.valueAt,
  note: question.note,
  noteBy: question.noteBy,
  noteAt: question.noteAt,
})

const ofSatker = ({ state, value, answer, note }: FrozenQuestion): ColumnQuestion => ({
  state,
  value: fromText(value),
  option: answer?.option?.key ?? null,
  valueBy: answer?.by?.name ?? null,
  valueAt: answer?.at ?? null,
  note: note?.text ?? '',
  noteBy: note?.by?.name ?? null,
  noteAt: note?.at ?? null,
})
