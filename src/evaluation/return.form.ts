import type { FormState } from '../web/form'
import { refuseForm } from '../web/form'
import type { ReturnedDraft } from './returns.service'

/** Reads the ticked questions with the note of each; a note of a question that is not ticked stays typed only. */
export function returnDrafts(body: unknown): ReturnedDraft[] {
  const { values } = refuseForm(body, {})
  return ticked(values).map(question => ({ question, note: textOf(values[`note:${question}`]) }))
}

/** The questions that a form has ticked. */
export const ticked = (values: FormState['values']): string[] => [
  ...new Set([values['question'] ?? []].flat()),
]

const textOf = (value: string | readonly string[] | undefined): string =>
  typeof value === 'string' ? value : (value?.[0] ?? '')
