import type { AssessmentContext } from '../assessments/assessment-context'
import type { Instrument } from '../engine/instrument/instrument'
import { lookup } from '../engine/instrument/lookup'
import { paths } from '../paths'
import type { Link } from '../web/shell'

/** Codes change with the instrument, what it calls an agent of change does not. */
const AGENT = /agen perubahan/i

/** The questions of a worksheet that ask about agents of change. */
export const agentQuestions = (instrument: Instrument): string[] =>
  [...lookup(instrument).questions.values()]
    .filter(({ question }) => AGENT.test(question.text))
    .map(({ question }) => question.code)

/** Ways to those questions; none for whoever sees no worksheet of the satker. */
export const agentLinks = (assessment: AssessmentContext | null): Link[] =>
  assessment
    ? agentQuestions(assessment.instrument).map(code => ({
        label: code,
        href: paths.question(assessment.id, code),
      }))
    : []
