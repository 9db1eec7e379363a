import type { Actor } from '../access/actor'
import type { AssessmentContext } from '../assessments/assessment-context'
import type { AssessmentsService } from '../assessments/assessments.service'
import type { AuditService } from '../audit/audit.service'
import type { Database } from '../db/database'
import type { ScoringSeat } from '../engine/stages/turns'
import type { Evaluation } from '../evaluation/evaluation-context'
import type { EvaluationsService } from '../evaluation/evaluations.service'
import { notReady } from '../evaluation/not-ready'
import type { ScoringDesk } from '../evaluation/scoring-desk'
import { Closed, Conflict, Invalid, NotFound } from '../refusals'
import { SecondSheetsRepository } from './second-sheets.repository'

/**
 * The desk of a second scorer: what the satker handed in first and the own sheet, nothing that anybody else said. It
 * moves no stage, keeps to no window of the evaluation, and what it hands in counts nowhere but in the agreement.
 */
export class SecondScoringService implements ScoringDesk {
  private readonly rows: SecondSheetsRepository

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly assessments: AssessmentsService,
    private readonly evaluations: EvaluationsService,
  ) {
    this.rows = new SecondSheetsRepository(database)
  }

  /** The assessment for its second scorer while the sample runs; NotFound for everybody else. */
  load(actor: Actor, assessmentId: string): Promise<AssessmentContext> {
    return this.assessments.visibleTo(actor, 'score-second').get(assessmentId)
  }

  async of(loaded: AssessmentContext): Promise<Evaluation> {
    const rows = await this.rows.sheets(loaded.id)
    const own = rows.find(row => row.seat === 'second')
    const handedIn = rows.filter(row => row.seat === 'satker')
    const satker = own ? handedIn.find(row => row.id === own.basedOn) : handedIn.at(-1)
    if (!satker) throw new NotFound('Lembar beku')
    const open = own && own.frozenAt === null ? own : null
    return {
      assessment: { ...loaded, round: satker.round, opensOn: null, closesOn: null },
      settings: { ...loaded.settings, sendBacks: 0, preAssessment: false },
      sheets: own ? [satker, own] : [satker],
      assignment: null,
      seats: [],
      returned: [],
      turn: own && !open ? null : 'second',
      open,
    }
  }

  async held(actor: Actor, { id }: AssessmentContext): Promise<Evaluation> {
    await this.rows.hold(id)
    return this.of(await this.load(actor, id))
  }

  /** Loading found the assessment for its second scorer alone. */
  seatsOf(): readonly ScoringSeat[] {
    return ['second']
  }

  requireTurn(_actor: Actor, { turn }: Evaluation): ScoringSeat {
    if (turn === null) throw new Closed('Lembar uji petik ini sudah diserahkan dan tidak dapat diubah.')
    return turn
  }

  /** Begins the sheet as a copy of what the satker handed in. Conflict when it was begun already. */
  async begin(actor: Actor, loaded: AssessmentContext): Promise<void> {
    await this.database.inTransaction(async () => {
      const evaluation = await this.held(actor, loaded)
      const seat = this.requireTurn(actor, evaluation)
      if (evaluation.open) throw new Conflict('Lembar ini sudah dimulai.', evaluation.open)
      const { id } = await this.evaluations.startSheet(actor, evaluation, seat)
      await this.record(actor, loaded, 'begin-second-sheet', id, {})
    })
  }

  /** Freezes the sheet. Invalid with all that is undecided; nobody can be asked for proof from here. */
  async handIn(actor: Actor, loaded: AssessmentContext): Promise<void> {
    await this.database.inTransaction(async () => {
      const evaluation = await this.held(actor, loaded)
      const seat = this.requireTurn(actor, evaluation)
      if (!evaluation.open) throw new Conflict('Lembar ini belum dimulai.', null)
      const sheet = await this.evaluations.sheet(evaluation, evaluation.open)
      const because = notReady(evaluation, sheet, seat)
      if (because.length > 0) throw new Invalid(`Lembar belum dapat diserahkan. ${because.join(' ')}`)
      const hash = await this.evaluations.freeze(actor, evaluation, sheet.contents)
      await this.record(actor, loaded, 'hand-in-second-sheet', evaluation.open.id, { hash })
    })
  }

  /** Beside the assessment's trail: the second scoring is no act of its evaluation. */
  private record(
    actor: Actor,
    { satkerId }: AssessmentContext,
    action: string,
    subjectId: string,
    after: object,
  ) {
    return this.audit.record(actor, { action, subjectType: 'worksheet', subjectId, satkerId, after })
  }
}
