import type { Actor } from '../access/actor'
import type { AssessmentContext } from '../assessments/assessment-context'
import type { AnswersService } from '../worksheets/answers.service'
import { lookup } from '../engine/instrument/lookup'
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

  /** What the registers that know of such a question say of it. A constant number of statements. */
  async of(assessment: AssessmentContext, question: string): Promise<MadeSuggestion[]> {
    const { satkerId, year, instrument } = assessment
    const asked = lookup(instrument).questions.get(question)?.question
    const made = await Promise.all(
      (Object.keys(this.sources) as Register[]).map(async register => {
        const source = this.sources[register]?.suggestions
        if (!source || !asked || !source.asks(asked, instrument)) return []
        const said = await source.of(satkerId, year, instrument)
        return said.map(one => ({ ...one, register }))
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
