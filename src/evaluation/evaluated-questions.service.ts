import type { Actor } from '../access/actor'
import type { AssessmentContext } from '../assessments/assessment-context'
import type { Clock } from '../clock'
import type { Database } from '../db/database'
import type { Question } from '../engine/instrument/instrument'
import { lookup, type QuestionPlace } from '../engine/instrument/lookup'
import type { ScoringSeat } from '../engine/stages/turns'
import { openedPieces } from '../frozen/frozen-access'
import type { FrozenDocument } from '../frozen/frozen-document'
import type { FrozenWorksheetsService } from '../frozen/frozen-worksheet.service'
import type { InstrumentsService } from '../instruments/instruments.service'
import { NotFound } from '../refusals'
import { evaluationClosedBecause, sheetBefore, type Evaluation } from './evaluation-context'
import type { SheetRow } from './evaluations.repository'
import type { EvaluationsService, Sheet } from './evaluations.service'
import {
  EvaluatedQuestionsRepository,
  type ColumnRow,
  type LastCycleRow,
} from './evaluated-questions.repository'
import { PhrasesRepository, type PhraseRow } from './phrases.repository'
import type { ScoringDesk } from './scoring-desk'

/** One question as it lies before an evaluator, with everything around it. */
export interface EvaluatedQuestion {
  readonly evaluation: Evaluation
  readonly place: QuestionPlace
  /** The sheet that is shown: the actor's own where there is one. */
  readonly row: SheetRow
  readonly sheet: Sheet
  /** The sheet that differences are against. */
  readonly before: SheetRow | null
  /** What the satker handed in for the round of the sheet. */
  readonly document: FrozenDocument
  /** Pieces that the actor may open. */
  readonly opened: ReadonlySet<string>
  readonly columns: ReadonlyMap<string, ColumnRow>
  readonly lastCycle: LastCycle | null
  readonly phrases: readonly PhraseRow[]
  /** Why nothing can be changed; null when the actor may score now. */
  readonly closed: Closing | null
}

export type Closing =
  { readonly kind: 'turn' | 'handed-in' } | { readonly kind: 'window'; readonly because: string }

/** What the unit had in the cycle before, valued by the question as it was asked then. */
export interface LastCycle {
  readonly year: number
  readonly question: Question
  readonly satker: LastCycleRow | null
  readonly final: LastCycleRow | null
}

export class EvaluatedQuestionsService {
  private readonly rows: EvaluatedQuestionsRepository
  private readonly phrases: PhrasesRepository

  constructor(
    database: Database,
    private readonly desk: ScoringDesk,
    private readonly evaluations: EvaluationsService,
    private readonly frozen: FrozenWorksheetsService,
    private readonly instruments: InstrumentsService,
    private readonly clock: Clock,
  ) {
    this.rows = new EvaluatedQuestionsRepository(database)
    this.phrases = new PhrasesRepository(database)
  }

  /**
   * One question on the sheet of the actor's seat, or, to be read, on the last one before it. Null while the actor's
   * sheet was not begun. NotFound for whoever has no seat there. Nine statements; frozen documents stay in memory.
   */
  async get(actor: Actor, assessment: AssessmentContext, code: string): Promise<EvaluatedQuestion | null> {
    const place = lookup(assessment.instrument).questions.get(code)
    if (!place) throw new NotFound('Pertanyaan')
    const evaluation = await this.desk.of(assessment)
    const held = this.desk.seatsOf(actor, evaluation)
    if (held.length === 0) throw new NotFound('Penilaian')
    const row = shownSheet(evaluation, held)
    const own = row && evaluation.sheets.find(one => one.seat === 'satker' && one.round === row.round)
    if (!row || !own) return null
    const [sheet, document, since, columns, last, phrases] = await Promise.all([
      this.evaluations.sheet(evaluation, row),
      this.frozen.documentOf(own.id),
      this.frozen.piecesSince(assessment),
      this.rows.columns(assessment.id, code),
      this.rows.lastCycle(assessment.satkerId, assessment.year, code),
      this.phrases.ofTeam(evaluation.assignment?.teamId ?? ''),
    ])
    return {
      evaluation,
      place,
      row,
      sheet,
      before: sheetBefore(evaluation, row),
      document,
      opened: openedPieces(assessment, actor, document, since.restricted),
      columns: new Map(columns.map(column => [column.sheet, column])),
      // What evaluators said last year would open the eyes of a second scorer.
      lastCycle: await this.lastCycle(row.seat === 'second' ? last.filter(isOwn) : last, code),
      phrases: held.some(seat => seat !== 'kanwil') ? phrases : [],
      closed: this.closedBecause(evaluation, row, held),
    }
  }

  private async lastCycle(rows: readonly LastCycleRow[], code: string): Promise<LastCycle | null> {
    const [first] = rows
    if (!first) return null
    const question = lookup(await this.instruments.byId(first.instrumentId)).questions.get(code)?.question
    if (!question) return null
    return {
      year: first.year,
      question,
      satker: rows.findLast(row => row.seat === 'satker') ?? null,
      final: rows.findLast(row => row.seat === 'controller') ?? null,
    }
  }

  private closedBecause(evaluation: Evaluation, row: SheetRow, held: readonly ScoringSeat[]): Closing | null {
    const { open, turn, assessment } = evaluation
    if (row.frozenAt !== null || turn === null) return { kind: 'handed-in' }
    if (row.id !== open?.id || !held.includes(turn)) return { kind: 'turn' }
    const because = evaluationClosedBecause(assessment, this.clock())
    return because === null ? null : { kind: 'window', because }
  }
}

const isOwn = ({ seat }: LastCycleRow): boolean => seat === 'satker'

/** The sheet that a person works on, else the last one of an own seat; a team also reads what stands before its turn. */
function shownSheet({ open, turn, sheets }: Evaluation, held: readonly ScoringSeat[]): SheetRow | null {
  const mine = (sheet: SheetRow): boolean => sheet.seat !== 'satker' && held.includes(sheet.seat)
  if (turn !== null && held.includes(turn)) return open
  const scored = sheets.filter(sheet => sheet.seat !== 'satker')
  const inTeam = held.some(seat => seat !== 'kanwil')
  return scored.findLast(mine) ?? (inTeam ? scored.at(-1) : undefined) ?? null
}
