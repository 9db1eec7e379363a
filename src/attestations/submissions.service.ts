import type { Actor } from '../access/actor'
import { requireMay, requireOpen, type AssessmentContext } from '../assessments/assessment-context'
import type { AssessmentsService } from '../assessments/assessments.service'
import type { AuditService } from '../audit/audit.service'
import { instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import { newId } from '../db/ids'
import { targetOf, type AssessmentStage } from '../engine/stages/stages'
import { Conflict, Invalid } from '../refusals'
import type { HandIn } from '../frozen/compose-frozen-document'
import type { FrozenDocument } from '../frozen/frozen-document'
import { changedQuestions } from '../frozen/frozen-content'
import type { FindingsService } from '../findings/findings.service'
import type { FrozenWorksheetsService } from '../frozen/frozen-worksheet.service'
import type { Announcements } from '../messages/announcements.service'
import type { EditionsService } from '../worksheets/editions.service'
import type { ScoringService } from '../worksheets/scoring.service'
import { isActing } from './acting'
import type { AttestationsService } from './attestations.service'
import { blockedBecause, handInCheck, type HandInCheck } from './hand-in-check'
import type { PartState } from './part-state'
import { SubmissionsRepository, type SubmissionRow } from './submissions.repository'

/** The head hands in the satker's worksheet, and takes it back while nobody has begun with it. */
export class SubmissionsService {
  private readonly submissions: SubmissionsRepository

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly assessments: AssessmentsService,
    private readonly scoring: ScoringService,
    private readonly attestations: AttestationsService,
    private readonly frozen: FrozenWorksheetsService,
    private readonly editions: EditionsService,
    private readonly announcements: Announcements,
    private readonly findings: Pick<FindingsService, 'freeze'>,
    private readonly clock: Clock,
  ) {
    this.submissions = new SubmissionsRepository(database)
  }

  /** Every submission of an assessment, the newest first. One statement. */
  ofAssessment(assessment: AssessmentContext): Promise<SubmissionRow[]> {
    return this.submissions.ofAssessment(assessment.id)
  }

  /** What blocks a submission now and what does not. Three statements. */
  async check(assessment: AssessmentContext): Promise<HandInCheck> {
    const states = await this.attestations.stateOf(assessment)
    const { score } = await this.scoring.scoreOf(assessment)
    return handInCheck(assessment, score, states, this.clock())
  }

  /**
   * Freezes the worksheet and moves the assessment to `diajukan`, all or nothing; everything is checked again while
   * no other writer can come between. Throws Conflict when it was handed in already, Invalid with all that blocks.
   */
  async submit(actor: Actor, loaded: AssessmentContext): Promise<void> {
    requireMay(actor, 'submit', loaded)
    await this.database.inTransaction(async () => {
      const assessment = await this.held(actor, loaded)
      const to = targetOf('submit', 'head', assessment.stage)
      if (to === null || to === 'previous' || assessment.worksheetId !== loaded.worksheetId)
        throw new Conflict('Penilaian ini sudah diajukan.', assessment)
      requireOpen(assessment, this.clock())
      const states = await this.attestations.stateOf(assessment)
      const { score } = await this.scoring.scoreOf(assessment)
      const because = blockedBecause(handInCheck(assessment, score, states, this.clock()))
      if (because.length > 0) throw new Invalid(`Penilaian belum dapat diajukan. ${because.join(' ')}`)
      const at = instant(this.clock)
      const acting = isActing(actor, 'submit', assessment)
      const handIn = handInOf(actor, assessment, states, { acting, at })
      const hash = await this.frozen.freeze(assessment, handIn)
      await this.findings.freeze(assessment)
      const id = newId()
      await this.submissions.insert({
        id,
        assessmentId: assessment.id,
        round: assessment.round,
        worksheetId: assessment.worksheetId,
        fromStage: assessment.stage,
        acting,
        createdBy: handIn.submitted.by.id,
        createdAt: at,
      })
      await this.assessments.change(assessment.id, { stage: to })
      await this.record(actor, assessment, 'submit', id, { stage: to, edition: assessment.edition, hash })
      await this.announcements.submitted(actor, assessment)
    })
  }

  /**
   * Takes the submission back: the frozen worksheet stays for ever, the next edition starts from a copy of it. What the
   * head attested still stands, but for parts whose evidence changed meanwhile. Throws Conflict once the evaluation has
   * begun (or it was withdrawn already), Closed when it could not be handed in again.
   */
  async withdraw(actor: Actor, loaded: AssessmentContext): Promise<void> {
    requireMay(actor, 'submit', loaded)
    await this.database.inTransaction(async () => {
      const assessment = await this.held(actor, loaded)
      const [last] = await this.submissions.ofAssessment(assessment.id)
      if (targetOf('withdraw', 'head', assessment.stage) !== 'previous' || !last || last.withdrawnAt !== null)
        throw new Conflict('Pengajuan ini tidak dapat ditarik lagi: tahapnya sudah berubah.', assessment)
      const at = instant(this.clock)
      const edition = assessment.edition + 1
      const { id, round } = assessment
      await this.editions.startFrom(assessment.worksheetId, {
        assessmentId: id,
        seat: 'satker',
        round,
        edition,
        createdAt: at,
      })
      await this.submissions.withdraw(last.id, at)
      await this.assessments.change(id, { stage: last.fromStage, edition })
      const reopened = await this.assessments.visibleTo(actor, 'submit').get(id)
      requireOpen(reopened, this.clock())
      await this.scoring.rescore(reopened)
      await this.endWhatChanged(actor, assessment, reopened)
      await this.record(actor, reopened, 'withdraw-submission', last.id, { stage: last.fromStage, edition })
      await this.announcements.withdrawn(actor, reopened)
    })
  }

  /**
   * Opens a new round for repair: the satker's worksheet as a copy of the one handed in, and the head's word carried on
   * for every part that nothing goes back to. Inside the transaction of the ketua's return.
   */
  async reopenFor(
    actor: Actor,
    assessment: AssessmentContext,
    to: { readonly round: number; readonly stage: AssessmentStage; readonly questions: readonly string[] },
  ): Promise<void> {
    const { id, worksheetId } = assessment
    await this.editions.startFrom(worksheetId, {
      assessmentId: id,
      seat: 'satker',
      round: to.round,
      edition: 1,
      createdAt: instant(this.clock),
    })
    await this.assessments.change(id, { stage: to.stage, round: to.round, edition: 1 })
    await this.attestations.carryOn(assessment, to.round, to.questions)
    await this.scoring.rescore(await this.assessments.visibleTo(actor, 'evaluate').get(id))
  }

  /** The assessment as it stands once nobody else can write it. */
  private async held(actor: Actor, loaded: AssessmentContext): Promise<AssessmentContext> {
    await this.submissions.hold(loaded.id, loaded.worksheetId)
    return this.assessments.visibleTo(actor, 'submit').get(loaded.id)
  }

  /** Evidence belongs to the satker and may have changed while the worksheet lay frozen. */
  private async endWhatChanged(
    actor: Actor,
    submitted: AssessmentContext,
    reopened: AssessmentContext,
  ): Promise<void> {
    const { document } = await this.frozen.get(submitted, submitted.worksheetId)
    const handIn = { ...document, fromStage: document.assessment.fromStage }
    const changed = changedQuestions(document, await this.frozen.compose(reopened, handIn))
    await this.attestations.partsChanged(actor, reopened, changed, 'Bukti berubah sejak diajukan.')
  }

  private record(
    actor: Actor,
    assessment: AssessmentContext,
    action: string,
    subjectId: string,
    after: object,
  ): Promise<void> {
    return this.audit.record(actor, {
      action,
      role: 'head',
      subjectType: 'submission',
      subjectId,
      satkerId: assessment.satkerId,
      assessmentId: assessment.id,
      after: { round: assessment.round, ...after },
    })
  }
}

function handInOf(
  actor: Actor,
  assessment: AssessmentContext,
  states: readonly PartState[],
  { acting, at }: { readonly acting: boolean; readonly at: string },
): HandIn {
  const attested = (state: PartState): FrozenDocument['attestations'] =>
    state.by && state.at !== null
      ? [{ part: state.part, name: state.name, by: state.by, acting: state.acting, at: state.at }]
      : []
  return {
    submitted: { by: { id: actor.userId ?? '', name: actor.name }, acting, at },
    fromStage: assessment.stage,
    attestations: states.flatMap(attested),
  }
}
