import type { EntryDocument, EntryFacts } from '../registers/register-entry'
import type { SurveyDraft } from './survey-facts'
import { INDEX_SOURCES, SAMPLE_SOURCES, surveyFactsWords, surveySummary, surveyTitle } from './survey-words'

/** A round as the ground of all registers knows it. */
export const surveyEntry = (
  survey: SurveyDraft & { readonly id: string; readonly satkerId: string },
  areas: readonly string[],
  questions?: readonly string[],
): EntryFacts => ({
  id: survey.id,
  satkerId: survey.satkerId,
  register: 'surveys',
  title: surveyTitle(survey),
  summary: surveySummary(survey),
  happenedOn: survey.heldFrom,
  happenedUntil: survey.heldUntil,
  areas,
  questions,
})

export const surveyDocument = (survey: SurveyDraft): EntryDocument => ({
  stages: ['implementation', 'monitoring'],
  facts: [...surveyFactsWords(survey), { label: 'Dasar', value: `${SAMPLE_SOURCES} ${INDEX_SOURCES}` }],
  tables: [],
})
