import type { Actor } from '../access/actor'
import type { AssessmentContext } from '../assessments/assessment-context'
import type { AssessmentsService } from '../assessments/assessments.service'
import type { AuditService } from '../audit/audit.service'
import { instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import { lookup } from '../engine/instrument/lookup'
import { stillSays } from '../engine/stages/decisions'
import { canDo, targetOf, type StageRole } from '../engine/stages/stages'
import type { AssessorSeat, ScoringSeat } from '../engine/stages/turns'
import type { FrozenDocument } from '../frozen/frozen-document'
import type { FrozenWorksheetsService } from '../frozen/frozen-worksheet.service'
import { Closed, Conflict, Invalid, NotFound, Refused } from '../refusals'
import type { Announcements } from '../messages/announcements.service'
import type { EditionsService } from '../worksheets/editions.service'
import type { ScoringService } from '../worksheets/scoring.service'
import {
  evaluationOf,
  requireEvaluationOpen,
  returnedNow,
  seatsOf,
  sheetBefore,
  type Evaluation,
} from './evaluation-context'
import { EvaluationsRepository, type SheetRow } from './evaluations.repository'
import { notReady } from './not-ready'
import type { ScoringDesk } from './scoring-desk'
import { SEAT_WORDS } from './seat-words'
import {
  progressOf,
  sameAsBefore,
  sheetContents,
  usesOfDocument,
  type Progress,
  type SheetContents,
  type ValuesBefore,
} from './sheet-contents'
import { composeSheetDocument } from './sheet-document'

/** A worksheet under scoring with the column it is compared to. */
export interface Sheet {
  readonly contents: SheetContents
  readonly before: ValuesBefore
  readonly progress: Progress
}

const STAGE_ROLE: Readonly<Record<AssessorSeat, StageRole>> = {
  kanwil: 'pre-assessor',
  member: 'member',
  lead: 'team-lead',
  controller: 'controller',
}

/** Scoring again: who may, beginning, handing in. */
export class EvaluationsService implements ScoringDesk {
  private readonly rows: EvaluationsRepository

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly assessments: AssessmentsService,
    private readonly scoring: ScoringService,
    private readonly frozen: FrozenWorksheetsService,
    private readonly editions: EditionsService,
    private readonly announcements: Announcements,
    private readonly clock: Clock,
  ) {
    this.rows = new EvaluationsRepository(database)
  }

  /**
   * The evaluation of an assessment that was loaded through its actor. Three statements, four before it has begun: until
   * then the dates are those of the window in which it will be.
   */
  async of(loaded: AssessmentContext): Promise<Evaluation> {
    const coming = loaded.stage === 'diajukan' ? await this.rows.windowOf(loaded.id, 'dievaluasi') : undefined
    const assessment = coming ? { ...loaded, ...coming } : loaded
    const [sheets, team, returned] = await Promise.all([
      this.rows.sheets(assessment.id),
      this.rows.team(assessment.id),
      this.rows.returned(assessment.id),
    ])
    return evaluationOf({ assessment, settings: assessment.settings, sheets, ...team, returned })
  }

  /** Everything on one sheet, with the column before it. Two statements; frozen documents are kept in memory. */
  async sheet(evaluation: Evaluation, sheet: SheetRow): Promise<Sheet> {
    const { assessment } = evaluation
    const before = sheetBefore(evaluation, sheet)
    const [contents, valuesBefore] = await Promise.all([
      this.contents(evaluation, sheet),
      before ? this.frozen.valuesOf(before.id) : new Map(),
    ])
    return { contents, before: valuesBefore, progress: progressOf(assessment, contents, valuesBefore) }
  }

  private async contents(evaluation: Evaluation, sheet: SheetRow): Promise<SheetContents> {
    const [uses, said] = await Promise.all([this.usesOf(evaluation, sheet.round), this.rows.said(sheet.id)])
    return sheetContents(evaluation.assessment, sheet, uses, said)
  }

  /** The uses of evidence that the satker handed in for a round. */
  private async usesOf({ sheets }: Evaluation, round: number) {
    const own = sheets.find(sheet => sheet.seat === 'satker' && sheet.round === round)
    return own ? usesOfDocument(await this.documentOf(own)) : []
  }

  /** What the satker handed in with one of its worksheets. */
  documentOf(sheet: SheetRow): Promise<FrozenDocument> {
    return this.frozen.documentOf(sheet.id)
  }

  /** What the satker handed in last. */
  handedIn({ sheets }: Evaluation): Promise<FrozenDocument> {
    const own = sheets.findLast(sheet => sheet.seat === 'satker' && sheet.frozenAt !== null)
    if (!own) throw new NotFound('Lembar beku')
    return this.documentOf(own)
  }

  /**
   * Begins the worksheet of the seat whose turn it is, as a copy of the one before; the first one of a round begins the
   * evaluation. Conflict when somebody began it already.
   */
  async begin(actor: Actor, loaded: AssessmentContext): Promise<SheetRow> {
    return this.database.inTransaction(async () => {
      const evaluation = await this.held(actor, loaded)
      const { assessment, turn } = evaluation
      const seat = this.requireTurn(actor, evaluation)
      if (evaluation.open) throw new Conflict('Penilaian ini sudah dimulai.', evaluation.open)
      requireEvaluationOpen(assessment, this.clock())
      const role = STAGE_ROLE[seat]
      const starts = assessment.stage === 'diajukan'
      if (starts && !canDo('begin-evaluation', role, assessment.stage))
        throw new Refused(`Evaluasi dimulai oleh ${SEAT_WORDS[turn ?? 'member'].person}.`)
      const sheet = await this.startSheet(actor, evaluation, seat)
      if (starts) await this.assessments.change(assessment.id, { stage: 'dievaluasi' })
      await this.record(actor, assessment, starts ? 'begin-evaluation' : 'begin-sheet', sheet.id, {
        seat,
        round: assessment.round,
        ...(starts ? { stage: 'dievaluasi' } : {}),
      })
      return sheet
    })
  }

  /** Freezes the worksheet whose turn it is; the dalnis' hand-in settles the score. Invalid with all that is undecided. */
  async handIn(actor: Actor, loaded: AssessmentContext): Promise<void> {
    await this.database.inTransaction(async () => {
      const evaluation = await this.held(actor, loaded)
      const { assessment } = evaluation
      const seat = this.requireTurn(actor, evaluation)
      const to = targetOf('hand-in', STAGE_ROLE[seat], assessment.stage)
      if (!evaluation.open) throw new Conflict('Lembar ini sudah diserahkan atau belum dimulai.', null)
      requireEvaluationOpen(assessment, this.clock())
      const sheet = await this.sheet(evaluation, evaluation.open)
      const because = notReady(evaluation, sheet, seat)
      if (because.length > 0) throw new Invalid(`Lembar belum dapat diserahkan. ${because.join(' ')}`)
      const hash = await this.freeze(actor, evaluation, sheet.contents)
      // The kanwil hands in to the TPI without moving the stage.
      if (to !== null && to !== 'previous' && to !== assessment.stage)
        await this.assessments.change(assessment.id, { stage: to })
      await this.record(actor, assessment, 'hand-in-sheet', evaluation.open.id, {
        seat,
        round: assessment.round,
        hash,
        ...(to !== null && to !== assessment.stage ? { stage: to } : {}),
      })
      await this.announcements.handedIn(actor, assessment, seat)
    })
  }

  /** The evaluation as it stands once nobody else can write it. */
  async held(actor: Actor, loaded: AssessmentContext): Promise<Evaluation> {
    await this.rows.hold(loaded.id)
    return this.of(await this.assessments.visibleTo(actor, 'evaluate').get(loaded.id))
  }

  seatsOf(actor: Actor, evaluation: Evaluation): readonly ScoringSeat[] {
    return seatsOf(actor, evaluation)
  }

  /** The seat whose turn it is, when the actor sits on it. NotFound for whoever has no seat there, Refused out of turn. */
  requireTurn(actor: Actor, evaluation: Evaluation): AssessorSeat {
    const held = seatsOf(actor, evaluation)
    if (held.length === 0) throw new NotFound('Penilaian')
    const { turn, assessment } = evaluation
    if (turn === null || turn === 'second')
      throw new Closed('Penilaian ini tidak sedang dievaluasi, sehingga lembarnya tidak dapat diubah.')
    if (!held.includes(turn)) throw new Refused(`Giliran menilai ada pada ${SEAT_WORDS[turn].person}.`)
    if (assessment.stage !== 'diajukan' && assessment.stage !== 'dievaluasi')
      throw new Closed('Penilaian ini tidak sedang dievaluasi.')
    return turn
  }

  /**
   * Freezes a sheet as it stands and answers its SHA-256; it is from then on that of whoever hands it in, also when
   * somebody else on the seat began it. Inside a transaction that holds the evaluation.
   */
  async freeze(actor: Actor, evaluation: Evaluation, contents: SheetContents): Promise<string> {
    if (contents.sheet.assessorId !== actor.userId)
      await this.editions.passTo(contents.sheet.id, actor.userId)
    const at = instant(this.clock)
    const handedIn = { by: { id: actor.userId ?? '', name: actor.name }, at }
    return this.frozen.keep(contents.sheet.id, composeSheetDocument(evaluation, contents, handedIn), at)
  }

  /** A worksheet of a seat as a copy of the one before; inside a transaction that holds the evaluation. */
  async startSheet(actor: Actor, evaluation: Evaluation, seat: ScoringSeat): Promise<SheetRow> {
    const { assessment, sheets } = evaluation
    const { round } = assessment
    const before = sheetBefore(evaluation, { seat, round })
    if (!before) throw new NotFound('Lembar sebelumnya')
    const createdAt = instant(this.clock)
    const id = await this.editions.startScoring({
      assessmentId: assessment.id,
      seat,
      round,
      basedOn: before.id,
      assessorId: actor.userId,
      createdAt,
    })
    const sheet: SheetRow = {
      id,
      seat,
      round,
      edition: 1,
      basedOn: before.id,
      assessorId: actor.userId,
      assessorName: actor.name,
      createdAt,
      frozenAt: null,
      hash: null,
    }
    // A second round goes on where the same seat stopped, but for what the satker repaired meanwhile.
    const own = sheets.find(one => one.seat === seat && one.round === round - 1 && seat === 'member')
    const repaired = returnedNow(evaluation)
    if (own && repaired) {
      const codes = lookup(assessment.instrument).questions.keys()
      const rest = new Set([...codes].filter(code => !repaired.has(code)))
      await this.editions.copyForScoring(before.id, id, { only: repaired, notes: false })
      await this.editions.copyForScoring(own.id, id, { only: rest, notes: true })
      await this.rows.copySayings(own.id, id, repaired)
    } else {
      const fromEvaluator = before.seat !== 'satker'
      await this.editions.copyForScoring(before.id, id, { only: null, notes: fromEvaluator })
      if (fromEvaluator) await this.rows.copySayings(before.id, id, new Set())
    }
    const contents = await this.contents(evaluation, sheet)
    await this.scoring.store({ ...assessment, worksheetId: id }, contents.score)
    if (own && repaired) await this.copyDecisions(own, contents, before, repaired)
    return sheet
  }

  /** Decisions go on with their values, but for those that say something else against the column that now stands before. */
  private async copyDecisions(
    own: SheetRow,
    contents: SheetContents,
    before: SheetRow,
    repaired: ReadonlySet<string>,
  ): Promise<void> {
    const [{ decisions }, values] = await Promise.all([
      this.rows.said(own.id),
      this.frozen.valuesOf(before.id),
    ])
    const turned = decisions.filter(
      row => !stillSays(row.decision, sameAsBefore(contents, values, row.question)),
    )
    const without = new Set([...repaired, ...turned.map(row => row.question)])
    await this.rows.copyDecisions(own.id, contents.sheet.id, without)
  }

  private record(
    actor: Actor,
    assessment: AssessmentContext,
    action: string,
    subjectId: string,
    after: object,
  ) {
    return this.audit.record(actor, {
      action,
      subjectType: 'worksheet',
      subjectId,
      satkerId: assessment.satkerId,
      assessmentId: assessment.id,
      after,
    })
  }
}
