import type { Actor } from '../access/actor'
import type { AssessmentContext } from '../assessments/assessment-context'
import type { AssessmentsService } from '../assessments/assessments.service'
import type { AuditService } from '../audit/audit.service'
import { civilDate, instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import { newId } from '../db/ids'
import { prerequisiteVerdicts } from '../engine/prerequisites/prerequisite-verdicts'
import { recommendationStandings } from '../engine/recommendation/recommendation'
import { targetOf } from '../engine/stages/stages'
import { requireEvaluationOpen, seatsOf, type Evaluation } from '../evaluation/evaluation-context'
import type { EvaluationsService } from '../evaluation/evaluations.service'
import { canonicalJson, sha256Of } from '../frozen/canonical-json'
import type { FrozenDocument } from '../frozen/frozen-document'
import type { Announcements } from '../messages/announcements.service'
import { Closed, Conflict, Invalid, NotFound, Refused } from '../refusals'
import { seesResult } from './result-access'
import { composeSeal } from './compose-seal'
import { rulesFrom } from './recommendation-rules'
import type { Result, VerifiedSeal, RecommendationDraft } from './result-facts'
import { ResultsRepository } from './results.repository'
import { EXPORT_FORMAT, faultsOfExport, type SealDocument, type SealedExport } from './seal-document'
import { isSigned, newSealCode, type SealKey } from './seal-key'

export type { Result, VerifiedSeal, RecommendationDraft }

/** The outcome of an evaluation: recommendation, seal, and their proof. */
export class ResultsService {
  private readonly rows: ResultsRepository

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly assessments: AssessmentsService,
    private readonly evaluations: EvaluationsService,
    private readonly announcements: Announcements,
    private readonly key: () => SealKey,
    private readonly clock: Clock,
  ) {
    this.rows = new ResultsRepository(database)
  }

  /** The result of an assessment whose dalnis handed in; NotFound before that. */
  async of(assessment: AssessmentContext): Promise<Result> {
    return this.resultOf(await this.evaluations.of(assessment))
  }

  /** The same, for whoever may see it; NotFound for everybody else. */
  async seenBy(actor: Actor, assessment: AssessmentContext): Promise<Result> {
    const result = await this.of(assessment)
    if (!seesResult(actor, result.evaluation)) throw new NotFound('Hasil')
    return result
  }

  private async resultOf(evaluation: Evaluation): Promise<Result> {
    const { assessment } = evaluation
    const sheet = evaluation.sheets.findLast(one => one.seat === 'controller' && one.frozenAt !== null)
    if (!sheet || (assessment.stage !== 'dinilai' && assessment.stage !== 'final'))
      throw new NotFound('Hasil')
    const [{ contents }, handedIn, recommendation, seals] = await Promise.all([
      this.evaluations.sheet(evaluation, sheet),
      this.evaluations.handedIn(evaluation),
      this.rows.recommendation(assessment.id),
      this.rows.seals(assessment.id),
    ])
    const evaluated = contents.score.claimed
    const standings = recommendationStandings(rulesFrom(evaluation.settings.recommendations), {
      evaluated,
      prerequisites: this.prerequisitesOf(assessment, handedIn),
    })
    return {
      evaluation,
      sheet,
      score: contents.score,
      handedIn,
      standings,
      recommendation: recommendation ?? null,
      seals,
    }
  }

  /** Prerequisites as they were handed in, judged on that day. */
  private prerequisitesOf(assessment: AssessmentContext, handedIn: FrozenDocument) {
    const values = new Map(handedIn.prerequisites.map(row => [row.id, row.value]))
    const on = civilDate(new Date(handedIn.submitted.at), assessment.timeZone)
    return new Map(
      assessment.instrument.prerequisites.map(prerequisite => [
        prerequisite.id,
        prerequisiteVerdicts(prerequisite, values.get(prerequisite.id) ?? null, on),
      ]),
    )
  }

  /** Sets what is recommended, with grounds. Invalid when it goes against the gates; Conflict when another was faster. */
  async recommend(actor: Actor, loaded: AssessmentContext, draft: RecommendationDraft): Promise<void> {
    await this.database.inTransaction(async () => {
      const result = await this.held(actor, loaded)
      const { assessment } = result.evaluation
      this.requireController(actor, result, assessment)
      const version = result.recommendation?.version ?? 0
      if (draft.base !== version)
        throw new Conflict(
          'Rekomendasi ini diubah sejak halaman dibuka. Periksa lagi.',
          result.recommendation,
        )
      const standing = result.standings.find(one => one.recommendation === draft.recommendation)
      if (!standing?.holds)
        throw new Invalid('Rekomendasi ini bertentangan dengan ambang atau prasyarat.', {
          recommendation:
            'Rekomendasi ini bertentangan dengan ambang atau prasyarat yang tertera di bawahnya.',
        })
      const grounds = draft.grounds.trim()
      if (grounds === '') throw new Invalid('Tulis dasarnya.', { grounds: 'Tulis dasar rekomendasi.' })
      await this.rows.writeRecommendation({
        assessmentId: assessment.id,
        recommendation: draft.recommendation,
        grounds,
        version: version + 1,
        setBy: actor.userId ?? '',
        setAt: instant(this.clock),
      })
      await this.record(actor, assessment, 'recommend', {
        before: result.recommendation && {
          recommendation: result.recommendation.recommendation,
          grounds: result.recommendation.grounds,
        },
        after: { recommendation: draft.recommendation, grounds },
      })
    })
  }

  /** Makes the result final and seals it; answers the code of the seal. */
  async finalise(actor: Actor, loaded: AssessmentContext): Promise<string> {
    return this.database.inTransaction(async () => {
      const result = await this.held(actor, loaded)
      const { assessment } = result.evaluation
      this.requireController(actor, result, assessment)
      const to = targetOf('finalise', 'controller', assessment.stage)
      if (to === null || to === 'previous') throw new Conflict('Penilaian ini sudah final.', null)
      if (!result.recommendation)
        throw new Invalid('Tetapkan rekomendasi sebelum memfinalkan.', {
          recommendation: 'Tetapkan rekomendasi sebelum memfinalkan.',
        })
      const standing = result.standings.find(
        one => one.recommendation === result.recommendation?.recommendation,
      )
      if (!standing?.holds)
        throw new Invalid('Rekomendasi ini bertentangan dengan ambang atau prasyarat. Ubah dahulu.', {
          recommendation: 'Rekomendasi ini tidak sesuai lagi dengan ambang atau prasyarat.',
        })
      const at = instant(this.clock)
      const code = newSealCode()
      const document = canonicalJson(await this.sealed(actor, result, code, at))
      const key = this.key()
      const id = newId()
      await this.rows.insertSeal({
        id,
        assessmentId: assessment.id,
        code,
        document,
        hash: sha256Of(document),
        signature: key.sign(document),
        publicKey: key.publicKey,
        sealedBy: actor.userId ?? '',
        sealedAt: at,
        reopenedBy: null,
        reopenedAt: null,
        reopenedBecause: '',
      })
      await this.assessments.change(assessment.id, { stage: to })
      await this.record(actor, assessment, 'finalise', {
        after: {
          stage: to,
          recommendation: result.recommendation.recommendation,
          code,
          hash: sha256Of(document),
        },
      })
      await this.announcements.finalised(actor, assessment)
      return code
    })
  }

  /** Opens a final result again, with a reason; its seal stays and says that it no longer holds. */
  async reopen(actor: Actor, loaded: AssessmentContext, reason: string): Promise<void> {
    await this.database.inTransaction(async () => {
      const result = await this.held(actor, loaded)
      const { assessment } = result.evaluation
      const held = seatsOf(actor, result.evaluation)
      if (!held.includes('controller') && !held.includes('lead'))
        throw new Refused('Penilaian final dibuka kembali oleh ketua tim atau pengendali teknis.')
      const to = targetOf('reopen', 'inspectorate', assessment.stage)
      if (to === null || to === 'previous') throw new Conflict('Penilaian ini tidak sedang final.', null)
      const because = reason.trim()
      if (because === '') throw new Invalid('Tulis alasannya.', { reason: 'Tulis alasan pembukaan kembali.' })
      const [seal] = result.seals
      const at = instant(this.clock)
      if (seal) await this.rows.reopenSeal(seal.id, actor.userId ?? '', at, because)
      await this.assessments.change(assessment.id, { stage: to })
      await this.record(actor, assessment, 'reopen', {
        before: { stage: assessment.stage },
        after: { stage: to, reason: because },
      })
    })
  }

  /** The sealed result as a file to hand on; NotFound while nothing is sealed. */
  async exported(assessment: AssessmentContext): Promise<SealedExport> {
    const [seal] = await this.rows.seals(assessment.id)
    if (!seal) throw new NotFound('Hasil bersegel')
    const document = JSON.parse(seal.document) as SealDocument
    const documents = await this.rows.documents(document.worksheets.map(({ id }) => id))
    return {
      format: EXPORT_FORMAT,
      seal: document,
      sha256: seal.hash,
      signature: seal.signature,
      publicKey: seal.publicKey,
      worksheets: document.worksheets.map(({ id }) => ({
        id,
        document: JSON.parse(documents.get(id) ?? 'null') as unknown,
      })),
    }
  }

  /** What a code stands for; NotFound when it stands for nothing. */
  async verified(code: string): Promise<VerifiedSeal> {
    const row = await this.rows.byCode(code)
    if (!row) throw new NotFound('Kode verifikasi')
    return {
      seal: JSON.parse(row.document) as SealDocument,
      hash: row.hash,
      intact:
        sha256Of(row.document) === row.hash &&
        row.publicKey === this.key().publicKey &&
        isSigned(row.document, row.signature, row.publicKey),
      sealedAt: row.sealedAt,
      reopenedAt: row.reopenedAt,
    }
  }

  /** The faults of an exported file against the key of this installation. */
  faultsOf(exported: SealedExport): string[] {
    return faultsOfExport(exported, isSigned, [this.key().publicKey])
  }

  private async held(actor: Actor, loaded: AssessmentContext): Promise<Result> {
    return this.resultOf(await this.evaluations.held(actor, loaded))
  }

  private requireController(actor: Actor, { evaluation }: Result, assessment: AssessmentContext): void {
    if (!seatsOf(actor, evaluation).includes('controller'))
      throw new Refused('Hasil ditetapkan oleh pengendali teknis tim yang menilai.')
    if (assessment.stage !== 'dinilai')
      throw new Closed('Penilaian ini sudah final. Buka kembali dengan alasan untuk mengubahnya.')
    requireEvaluationOpen(assessment, this.clock())
  }

  private async sealed(actor: Actor, result: Result, code: string, at: string): Promise<SealDocument> {
    const { evaluation, recommendation } = result
    const identity = await this.rows.identity(evaluation.assessment.id)
    if (!identity || !recommendation) throw new NotFound('Penilaian')
    const own = evaluation.sheets.filter(sheet => sheet.seat === 'satker' && sheet.frozenAt !== null)
    const handedIn = await Promise.all(own.map(sheet => this.evaluations.documentOf(sheet)))
    const finalised = { by: { id: actor.userId ?? '', name: actor.name }, at }
    return composeSeal({ ...result, recommendation }, identity, handedIn, { code, finalised })
  }

  private record(
    actor: Actor,
    assessment: AssessmentContext,
    action: string,
    facts: { readonly before?: unknown; readonly after: unknown },
  ): Promise<void> {
    return this.audit.record(actor, {
      action,
      subjectType: 'assessment',
      subjectId: assessment.id,
      satkerId: assessment.satkerId,
      assessmentId: assessment.id,
      ...facts,
    })
  }
}
