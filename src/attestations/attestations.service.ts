import type { Actor } from '../access/actor'
import { partOf, type AssessmentContext } from '../assessments/assessment-context'
import type { AuditService } from '../audit/audit.service'
import { instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import { AttestationsRepository } from './attestations.repository'

export class AttestationsService {
  private readonly attestations: AttestationsRepository

  constructor(
    database: Database,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {
    this.attestations = new AttestationsRepository(database)
  }

  /**
   * Ends the attestation of every part that one of the questions belongs to, with an event each: what the head
   * attested is no longer what stands there. Must be called inside the transaction of the change.
   */
  async partsChanged(
    actor: Actor,
    assessment: AssessmentContext,
    questions: readonly string[],
    because: string,
  ): Promise<void> {
    const parts = [...new Set(questions.flatMap(question => partOf(assessment, question) ?? []))]
    if (parts.length === 0) return
    for (const standing of await this.attestations.standing(assessment.id, assessment.round, parts)) {
      await this.attestations.end(standing.id, instant(this.clock), because)
      await this.audit.record(actor, {
        action: 'end-attestation',
        subjectType: 'attestation',
        subjectId: standing.id,
        satkerId: assessment.satkerId,
        assessmentId: assessment.id,
        before: { part: standing.part },
        after: { because },
      })
    }
  }
}
