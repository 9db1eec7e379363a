import { exact } from '../engine/exact'
import type { ChoiceQuestion, Instrument, Question } from '../engine/instrument/instrument'
import { lookup } from '../engine/instrument/lookup'
import { convertIndex } from '../engine/surveys/index-scales'
import { paths } from '../paths'
import type { Suggestion } from '../registers/suggestion'
import { formatCount } from '../web/format/number'
import { indexText } from './index-words'
import { isExternal, type SurveyRow } from './survey-facts'
import { surveySummary, surveyTitle } from './survey-words'

interface Asked {
  readonly satkerId: string
  readonly year: number
  readonly instrument: Instrument
}

type Proposed = Pick<Suggestion, 'sentence' | 'answer' | 'href'>

/** Codes change with the instrument, what it asks about does not. */
const HOW_OFTEN = /berapa kali.*survei kepuasan|survei kepuasan.*berapa kali/i
const NUMBERS: readonly (readonly [RegExp, number])[] = [
  [/\b(belum pernah|tidak pernah|tidak ada)\b/i, 0],
  [/\b(satu|sekali|1)\b/i, 1],
  [/\b(dua|2)\b/i, 2],
  [/\b(tiga|3)\b/i, 3],
  [/\b(empat|4)\b/i, 4],
  [/\b(lima|5)\b/i, 5],
  [/\b(enam|6)\b/i, 6],
]

export const asksOfSurveys = ({ kind, text }: Question): boolean =>
  kind === 'index' || (kind === 'choice' && HOW_OFTEN.test(text))

/** What the rounds of a year answer to the questions about surveys. An internal index never answers for an external one. */
export function surveySuggestions(
  rounds: readonly SurveyRow[],
  { satkerId, year, instrument }: Asked,
): Suggestion[] {
  return [...lookup(instrument).questions.values()].flatMap(({ question }) => {
    const proposed = proposedFor(question, rounds, { satkerId, year })
    return proposed ? [{ question: question.code, ...proposed }] : []
  })
}

function proposedFor(
  question: Question,
  rounds: readonly SurveyRow[],
  of: Omit<Asked, 'instrument'>,
): Proposed | null {
  if (question.kind === 'choice' && HOW_OFTEN.test(question.text)) return howOften(question, rounds, of)
  return question.kind === 'index' ? indexOf(question, rounds) : null
}

/** The highest option whose number of surveys the year reaches; nothing where no survey is recorded. */
function howOften(
  { options }: ChoiceQuestion,
  rounds: readonly SurveyRow[],
  { satkerId, year }: Omit<Asked, 'instrument'>,
): Proposed | null {
  const held = rounds.filter(({ kind }) => kind === 'SKM').length
  const counted = options.map(({ key, criterion }) => ({ key, least: numberIn(criterion) }))
  if (held === 0 || counted.some(({ least }) => least === null)) return null
  const reached = counted
    .filter(({ least }) => (least ?? 0) <= held)
    .sort((one, other) => (other.least ?? 0) - (one.least ?? 0))[0]
  if (!reached) return null
  return {
    sentence: `Register ${year}: ${formatCount(held)} SKM diadakan.`,
    answer: { option: reached.key },
    href: `${paths.surveys(satkerId)}?jenis=SKM&tahun=${year}`,
  }
}

const numberIn = (criterion: string): number | null =>
  NUMBERS.find(([words]) => words.test(criterion))?.[1] ?? null

/** The newest external round that the question names, on its scale of 0–4. */
function indexOf(
  { text, inputs }: Extract<Question, { kind: 'index' }>,
  rounds: readonly SurveyRow[],
): Proposed | null {
  const named = rounds.filter(round => isExternal(round) && new RegExp(`\\b${round.kind}\\b`).test(text))
  const newest = named.at(-1)
  const index = newest && convertIndex(exact(newest.index), newest.scale, '0-4')
  if (!index) return null
  return {
    sentence: `${surveyTitle(newest)}: ${surveySummary(newest)}.`,
    answer: { inputs: { [inputs[0].key]: indexText(index) } },
    href: paths.survey(newest.id),
  }
}
