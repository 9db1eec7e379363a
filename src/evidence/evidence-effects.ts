import type { Actor } from '../access/actor'
import { partOf, type AssessmentContext } from '../assessments/assessment-context'
import type { AttestationsService } from '../attestations/attestations.service'
import type { ScoredFacts, ScoringService } from '../worksheets/scoring.service'

/** What a change of evidence does to the worksheets that use it; inside the transaction of the change. */
export class EvidenceEffects {
  constructor(
    private readonly scoring: ScoringService,
    private readonly attestations: AttestationsService,
  ) {}

  /** Scores again and ends the attestations of the parts concerned; prerequisites have neither. */
  async changed(
    actor: Actor,
    assessment: AssessmentContext,
    questions: readonly string[],
    because: string,
  ): Promise<ScoredFacts | null> {
    const scored = questions.filter(question => partOf(assessment, question) !== undefined)
    if (scored.length === 0) return null
    const facts = await this.scoring.rescore(assessment, scored)
    await this.attestations.partsChanged(actor, assessment, scored, because)
    return facts
  }
}
