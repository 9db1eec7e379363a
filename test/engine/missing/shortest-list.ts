import { compare, exact, ONE } from '../../../src/engine/exact'
import type { Question } from '../../../src/engine/instrument/instrument'
import { lookup } from '../../../src/engine/instrument/lookup'
import { score } from '../../../src/engine/scoring/score-worksheet'
import type { Basis, Step } from '../../../src/engine/scoring/score'
import { carriedOut } from '../support/carried-out'
import type { WorksheetCase } from '../support/small-worksheets'

type Action = Pick<Step, 'question' | 'from' | 'to' | 'stages' | 'nature'>

/** The best that can be done about a question: its top answer, shown whole. */
function bestAction(question: Question): Action {
  const to =
    question.kind === 'choice' ? question.options[0]!.key : question.kind === 'ratio' ? ONE : exact(4)
  return { question: question.code, from: null, to, stages: question.expectedStages, nature: 'outcome' }
}

/** The sections of all gates that pass on a basis. */
export function passing({ instrument, answers, uses, areaGates }: WorksheetCase, basis: Basis): Set<string> {
  const gates = score(instrument, answers, uses, { areaGates })[basis].gates.get('WBK') ?? []
  return new Set(gates.filter(gate => gate.passes).map(gate => gate.section))
}

/** Gates that pass when every question is at its best. */
export const reachable = (worksheet: WorksheetCase, basis: Basis): Set<string> =>
  passing(carriedOut(worksheet, questionsOf(worksheet).map(bestAction)), basis)

const questionsOf = ({ instrument }: WorksheetCase): Question[] =>
  [...lookup(instrument).questions.values()].map(place => place.question)

/** The worksheet with every question but the surveys at its best: what can be reached without raising an index. */
export const withoutSurveys = (worksheet: WorksheetCase): WorksheetCase =>
  carriedOut(worksheet, questionsOf(worksheet).filter(isNoSurvey).map(bestAction))

const isNoSurvey = (question: Question): boolean => question.kind !== 'index'

/** The length of the shortest list after which the gates of the goal pass, surveys left as they are: found by trying them all. */
export function shortestLength(
  worksheet: WorksheetCase,
  basis: Basis,
  goal: ReadonlySet<string> = reachable(worksheet, basis),
): number {
  const before = score(worksheet.instrument, worksheet.answers, worksheet.uses, worksheet)
  const actions = questionsOf(worksheet)
    .filter(isNoSurvey)
    .filter(({ code }) => {
      const scored = before.questions.get(code)!
      return compare(basis === 'claimed' ? scored.value : scored.substantiatedValue, ONE) < 0
    })
    .map(bestAction)
  const lists = Array.from({ length: 2 ** actions.length }, (_, bits) =>
    actions.filter((_action, at) => bits & (1 << at)),
  ).sort((a, b) => a.length - b.length)
  const enough = lists.find(list => {
    const reached = passing(carriedOut(worksheet, list), basis)
    return [...goal].every(section => reached.has(section))
  })
  return enough?.length ?? Infinity
}
