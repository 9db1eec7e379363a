import type { Actor } from '../access/actor'
import type { AssessmentContext } from '../assessments/assessment-context'
import type { Candidate, EvidenceShelfRepository } from './evidence-shelf.repository'

const CANDIDATES = 20

/** Looking through a satker's pieces. */
export class EvidenceShelfService {
  constructor(private readonly shelf: EvidenceShelfRepository) {}

  /** The newest pieces that match and do not serve the question yet. One statement. */
  candidates(
    actor: Actor,
    assessment: AssessmentContext,
    question: string,
    search: string,
  ): Promise<Candidate[]> {
    return this.shelf.candidates(actor, assessment, question, search, CANDIDATES)
  }
}
