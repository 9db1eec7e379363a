import type { Response } from 'express'
import type { AssessmentContext } from '../assessments/assessment-context'
import { lookup } from '../engine/instrument/lookup'
import { NotFound } from '../refusals'
import { fragment } from '../web/view'
import { typedText } from '../worksheets/answer-content'
import type { ConflictJson, SaidJson } from '../worksheets/saved-json'
import { savedTime } from '../worksheets/question-row.page'
import { storedValue, type Saying, type StandingJudgement } from './apply-saying'
import { judgementClash } from './judgement-clash.page'
import type { Said } from './judgements.service'
import { headFacts, outcomeOf, proofOf } from './judged-places.page'

/** What a saved saying answers to a script: versions, the time, what followed it, and the places of the page that moved. */
export function saidJson(
  res: Response,
  code: string,
  field: Saying['field'],
  said: Said,
  now: Date,
): SaidJson {
  const { evaluation, sheet, versions, followed, at } = said
  const { question } = lookup(evaluation.assessment.instrument).questions.get(code)!
  const setting = { evaluation, row: sheet.contents.sheet, sheet, question, editable: true }
  const { contents } = sheet
  const { option, inputs } = storedValue(contents.answers.get(code))
  return {
    field,
    versions: { ...versions },
    followed,
    savedAt: savedTime(at, evaluation.assessment.timeZone, now),
    inputs: inputs && typedInputs(inputs),
    standing: {
      option: option ?? '',
      decision: contents.decisions.get(code)?.decision ?? '',
    },
    places: {
      head: fragment(res, 'evaluation/head-facts', headFacts(setting)),
      proof: fragment(res, 'evaluation/proof', proofOf(setting)),
      outcome: fragment(res, 'evaluation/outcome', outcomeOf(setting)),
    },
  }
}

const typedInputs = (inputs: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(inputs).map(([key, text]) => [key, typedText(text)]))

/** Both contents of a contested field; a verdict or a ruling is never contested. */
export function clashJson(
  assessment: AssessmentContext,
  code: string,
  saying: Saying,
  standing: StandingJudgement,
  now: Date,
): Pick<ConflictJson, 'current' | 'words'> {
  const question = lookup(assessment.instrument).questions.get(code)?.question
  if (!question || saying.field === 'verdict' || saying.field === 'ruling') throw new NotFound('Pertanyaan')
  const { lead, theirName, theirState, mine, theirs } = judgementClash(
    assessment,
    question,
    saying,
    standing,
    now,
  )
  return {
    current: {
      version: standing.versions[saying.field],
      note: standing.note,
      decision: standing.decision ?? '',
      value: standing.value,
    },
    words: { lead, theirName, theirState, mine: mine.toString(), theirs: theirs.toString() },
  }
}
