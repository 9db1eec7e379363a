import type { EntryDocument, EntryFacts } from '../registers/register-entry'
import { isComplaints, type InputDraft } from './input-facts'
import { inputFactsWords, inputSummary, inputTitle } from './input-words'

/** An input as the ground of all registers knows it. */
export const inputEntry = (
  input: InputDraft & { readonly id: string; readonly satkerId: string },
  areas: readonly string[],
  questions?: readonly string[],
): EntryFacts => ({
  id: input.id,
  satkerId: input.satkerId,
  register: 'inputs',
  title: inputTitle(input),
  summary: inputSummary(input),
  happenedOn: input.happenedOn,
  happenedUntil: isComplaints(input) ? lastDayOf(input.happenedOn) : null,
  areas,
  questions,
})

export const inputDocument = (input: InputDraft): EntryDocument => ({
  stages: isFollowedUp(input) ? ['implementation', 'follow_up'] : ['implementation'],
  facts: inputFactsWords(input),
  tables: [],
})

const isFollowedUp = ({ followedUpOn, received, inProcess }: InputDraft): boolean =>
  followedUpOn !== null || ((received ?? 0) > 0 && inProcess === 0)

/** The last day of the month in which a civil date lies. */
function lastDayOf(day: string): string {
  const [year = 0, month = 0] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}
