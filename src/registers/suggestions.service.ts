import type { Actor } from '../access/actor'
import type { AssessmentContext } from '../assessments/assessment-context'
import type { AnswersService } from '../worksheets/answers.service'
import { NotFound } from '../refusals'
import type { Register } from './register'
import type { RegisterSources } from './register-source'
import type { Suggestion } from './suggestion'

/** A suggestion with the register that makes it. */
export interface MadeSuggestion extends Suggestion {
  readonly register: Register
}

/** What the registers say of answers; a person takes it, nothing is filled in by itself. */
export class SuggestionsService {
  constructor(
    private readonly sources: RegisterSources,
    private readonly answers: AnswersService,
  ) {}

  /** What all registers say of one question of a worksheet. A constant number of statements. */
  async of(assessment: AssessmentContext, question: string): Promise<MadeSuggestion[]> {
    const { satkerId, year, instrument } = assessment
    const made = await Promise.all(
      (Object.keys(this.sources) as Register[]).map(async register => {
        const said = await this.sources[register]?.suggestions?.(satkerId, year, instrument)
        return (said ?? []).map(one => ({ ...one, register }))
      }),
    )
    return made.flat().filter(one => one.question === question)
  }

  /**
   * Answers a question with what a register says of it now. Throws Conflict when the answer is no longer the one of
   * `base`, NotFound when the register has nothing to say any more.
   */
  async take(
    actor: Actor,
    assessment: AssessmentContext,
    question: string,
    { register, base }: { readonly register: string; readonly base: number },
  ): Promise<MadeSuggestion> {
    const made = (await this.of(assessment, question)).find(one => one.register === register)
    if (!made) throw new NotFound('Usulan')
    await this.answers.save(actor, assessment, question, { field: 'value', value: made.answer, base })
    return made
  }
}
