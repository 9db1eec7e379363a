import type { AssessmentContext } from '../assessments/assessment-context'
import { lookup, type Part } from '../engine/instrument/lookup'
import { paths } from '../paths'
import { matches } from './question-filter'

/** Questions of another part that a search finds. */
export interface FoundElsewhere {
  readonly name: string
  readonly questions: readonly { readonly code: string; readonly text: string; readonly href: string }[]
}

/** What a search finds in the other parts, in the order of the instrument; nothing for an empty search. */
export function foundElsewhere(
  { id, instrument }: Pick<AssessmentContext, 'id' | 'instrument'>,
  open: Part,
  search: string,
): FoundElsewhere[] {
  if (search === '') return []
  return [...lookup(instrument).parts.values()]
    .filter(part => part.id !== open.id)
    .map(part => ({
      name: `${part.code === part.id ? 'Bagian' : 'Area'} ${part.id} · ${part.name}`,
      questions: part.questions
        .filter(question => matches(search, question))
        .map(({ code, text }) => ({ code, text, href: `${paths.worksheetPart(id, part.id)}#${code}` })),
    }))
    .filter(({ questions }) => questions.length > 0)
}
