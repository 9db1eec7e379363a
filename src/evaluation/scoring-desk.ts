import type { Actor } from '../access/actor'
import type { AssessmentContext } from '../assessments/assessment-context'
import type { ScoringSeat } from '../engine/stages/turns'
import type { Evaluation } from './evaluation-context'

/**
 * Where the sheet that is scored comes from and who sits before it: the turns of the evaluation, or a sample that is
 * scored a second time. What is said of a question, and how it is shown, is the same at either.
 */
export interface ScoringDesk {
  /** The assessment was loaded through its actor. */
  of(loaded: AssessmentContext): Promise<Evaluation>
  /** The evaluation as it stands once nobody else can write it; inside the transaction of the act. */
  held(actor: Actor, loaded: AssessmentContext): Promise<Evaluation>
  /** The seats that the actor holds; none for a stranger. */
  seatsOf(actor: Actor, evaluation: Evaluation): readonly ScoringSeat[]
  /** The seat whose sheet the actor may write now. NotFound for whoever has no seat, Refused or Closed for the rest. */
  requireTurn(actor: Actor, evaluation: Evaluation): ScoringSeat
}
