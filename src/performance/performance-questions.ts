import type { ChoiceQuestion, Instrument, RatioQuestion } from '../engine/instrument/instrument'
import { lookup } from '../engine/instrument/lookup'
import type { YearVerdict } from '../engine/performance/standing'

/** Codes change with the instrument; what is asked about targets does not. */
const ALL_TARGETS = /(sasaran|target) kinerja/i
const WHOLE = /100\s*%/
const COMPARED = /capaian kinerja/i
const BEFORE = /tahun sebelumnya/i

const questionsOf = (instrument: Instrument) =>
  [...lookup(instrument).questions.values()].map(({ question }) => question)

/** How many of all targets were reached: one count over one other. */
export function targetQuestions(instrument: Instrument): RatioQuestion[] {
  return questionsOf(instrument).flatMap(question =>
    question.kind === 'ratio' &&
    ALL_TARGETS.test(question.text) &&
    WHOLE.test(question.text) &&
    question.numerator.plus.length === 1 &&
    question.numerator.minus.length === 0 &&
    question.denominator.length === 1
      ? [question]
      : [],
  )
}

/** What each verdict on a year is called among the options, by what the criterion says. */
const CRITERIA: Readonly<Record<YearVerdict, RegExp>> = {
  risen: /target tercapai 100\s*% dan capaian naik/i,
  level: /tidak naik/i,
  missed: /target yang meleset/i,
}

/** How the results compare with the targets and the year before. */
export const comparisonQuestions = (instrument: Instrument): ChoiceQuestion[] =>
  questionsOf(instrument).flatMap(question =>
    question.kind === 'choice' && COMPARED.test(question.text) && BEFORE.test(question.text)
      ? [question]
      : [],
  )

/** The option that says a verdict; undefined where none does. */
export const optionFor = ({ options }: ChoiceQuestion, verdict: YearVerdict): string | undefined =>
  options.find(({ criterion }) => CRITERIA[verdict].test(criterion))?.key
