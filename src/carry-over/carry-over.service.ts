import type { Actor } from '../access/actor'
import type { AttestationsService } from '../attestations/attestations.service'
import type { AuditService } from '../audit/audit.service'
import { instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import { newId } from '../db/ids'
import type { EvidenceStage } from '../engine/instrument/instrument'
import type { InstrumentsService } from '../instruments/instruments.service'
import { NotFound } from '../refusals'
import type { ScoringService } from '../worksheets/scoring.service'
import { partOf, requireMay, requireOpen, type AssessmentContext } from '../assessments/assessment-context'
import type { AssessmentsService } from '../assessments/assessments.service'
import { carryOverPlan, questionsOf, type CarriedAnswer, type CarryOver, type HeldUse } from './carry-over'
import { copyingActs } from './copying-acts'
import { CarryOverRepository, type Versions } from './carry-over.repository'

/** Copies what a satker wrote in its last cycle, to be reviewed question by question. */
export class CarryOverService {
  private readonly copies: CarryOverRepository

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly instruments: InstrumentsService,
    private readonly assessments: AssessmentsService,
    private readonly scoring: ScoringService,
    private readonly attestations: AttestationsService,
    private readonly clock: Clock,
  ) {
    this.copies = new CarryOverRepository(database)
  }

  /** What a copy would bring now; null when the satker has no earlier cycle. Five statements. */
  async preview(assessment: AssessmentContext): Promise<CarryOver | null> {
    return (await this.gather(assessment))?.carryOver ?? null
  }

  /**
   * Copies, in one transaction with one event of the whole and one of each question; nothing of it counts as answered
   * before somebody confirms it.
   */
  async carryOver(actor: Actor, assessment: AssessmentContext): Promise<CarryOver> {
    requireMay(actor, 'carry-over', assessment)
    requireOpen(assessment, this.clock())
    return this.database.inTransaction(async () => {
      await this.assessments.assertStillOpen(assessment)
      const gathered = await this.gather(assessment)
      if (!gathered) throw new NotFound('Penilaian siklus lalu')
      const { carryOver, versions } = gathered
      const { whole, noteOnly, uses } = carryOver.plan
      const questions = questionsOf(carryOver.plan)
      if (questions.length === 0) return carryOver
      await this.copies.writeAnswers(
        whole.map(answer => this.valueRow(actor, assessment, answer, versions)),
        [...whole, ...noteOnly]
          .filter(answer => answer.note !== null)
          .map(answer => this.noteRow(actor, assessment, answer, versions)),
      )
      await this.copies.writeUses(uses.map(use => this.useRow(actor, assessment, use)))
      await this.scoring.rescore(assessment, questions)
      await this.attestations.partsChanged(actor, assessment, questions, 'Jawaban disalin dari siklus lalu.')
      await this.audit.recordAll(actor, copyingActs(assessment, carryOver))
      return carryOver
    })
  }

  private async gather(assessment: AssessmentContext) {
    const earlier = await this.copies.earlier(assessment.satkerId, assessment.year)
    if (!earlier) return null
    // One after the other: inside a transaction they share one connection.
    const before = {
      instrument: await this.instruments.byId(earlier.instrumentId),
      answers: await this.copies.answers(earlier.worksheetId),
      uses: await this.copies.uses(earlier.id),
    }
    const now = {
      instrument: assessment.instrument,
      answers: await this.copies.answers(assessment.worksheetId),
      uses: await this.copies.uses(assessment.id),
    }
    return {
      carryOver: { year: earlier.year, plan: carryOverPlan(before, now) },
      versions: new Map(now.answers.map(answer => [answer.question, answer.versions])),
    }
  }

  private valueRow(
    actor: Actor,
    assessment: AssessmentContext,
    { question, option, inputs }: CarriedAnswer,
    versions: ReadonlyMap<string, Versions>,
  ) {
    return {
      id: newId(),
      worksheetId: assessment.worksheetId,
      question,
      option,
      inputs: inputs,
      valueVersion: (versions.get(question)?.valueVersion ?? 0) + 1,
      valueBy: actor.userId,
      valueAt: instant(this.clock),
      carried: true,
    }
  }

  private noteRow(
    actor: Actor,
    assessment: AssessmentContext,
    { question, note }: CarriedAnswer,
    versions: ReadonlyMap<string, Versions>,
  ) {
    return {
      id: newId(),
      worksheetId: assessment.worksheetId,
      question,
      note: note ?? '',
      noteVersion: (versions.get(question)?.noteVersion ?? 0) + 1,
      noteBy: actor.userId,
      noteAt: instant(this.clock),
      carried: true,
    }
  }

  private useRow(actor: Actor, assessment: AssessmentContext, use: HeldUse) {
    return {
      id: newId(),
      assessmentId: assessment.id,
      question: use.question,
      part: partOf(assessment, use.question) ?? null,
      evidenceId: use.evidenceId,
      stages: JSON.parse(use.stages) as EvidenceStage[],
      claim: use.claim,
      page: use.page,
      createdBy: actor.userId ?? '',
      createdAt: instant(this.clock),
    }
  }
}
