import type { Actor } from '../access/actor'
import type { Role } from '../access/roles'
import { mayAt } from '../access/scope'
import type { AssessmentContext } from '../assessments/assessment-context'
import type { NotesService } from '../notes/notes.service'

/** Who says of a finding whether it is right, and of a recommendation that it is verified. */
export class FindingJudges {
  constructor(private readonly notes: Pick<NotesService, 'writesAs'>) {}

  /**
   * As what the actor judges: whoever writes notes at the assessment, so evaluators where they have a seat. Nobody judges
   * what they answer for themselves, whatever else they are, and nobody what is final.
   */
  async judgesAs(actor: Actor, assessment: AssessmentContext): Promise<Role | null> {
    if (assessment.stage === 'final' || mayAt(actor, 'answer-notes', assessment)) return null
    const origin = await this.notes.writesAs(actor, assessment)
    return origin && (origin === 'evaluation' ? 'evaluator' : 'pendamping')
  }
}
