import type { Instrument, Question } from '../engine/instrument/instrument'
import { lookup } from '../engine/instrument/lookup'
import { paths } from '../paths'
import type { Suggestion } from '../registers/suggestion'
import { isAgentIn, type AgentOfChange } from '../roster/employee-facts'
import { formatCount } from '../web/format/number'
import type { InnovationDraft } from './innovation-facts'
import { changeIn } from './innovation-words'

/** What the registers count of agents of change in a year. */
export interface AgentChanges {
  readonly year: number
  /** People who were agents on some day of the year. */
  readonly agents: number
  /** Innovations begun in the year by at least one of them. */
  readonly changes: number
  /** Of these, those that were part of the management system by the end of the year. */
  readonly integrated: number
  /** Of these, those whose indicator was measured and is better. */
  readonly better: number
}

type Made = Pick<
  InnovationDraft,
  | 'startedOn'
  | 'agents'
  | 'integratedOn'
  | 'indicator'
  | 'unit'
  | 'better'
  | 'beforeValue'
  | 'beforeOn'
  | 'afterValue'
  | 'afterOn'
>

export function countChanges(
  innovations: readonly Made[],
  people: readonly AgentOfChange[],
  year: number,
): AgentChanges {
  const agents = new Set(people.filter(one => isAgentIn(one, year)).map(one => one.id))
  const changes = innovations.filter(
    one => one.startedOn.startsWith(`${year}-`) && one.agents.some(id => agents.has(id)),
  )
  const count = (holds: (one: Made) => boolean) => changes.filter(holds).length
  return {
    year,
    agents: agents.size,
    changes: changes.length,
    integrated: count(one => one.integratedOn !== null && one.integratedOn <= `${year}-12-31`),
    better: count(one => changeIn(one)?.outcome === 'better'),
  }
}

/** Codes change with the instrument; what it calls an agent of change and the keys of its counts do not. */
const AGENT = /agen perubahan/i

const asksFor = (question: Question, keys: readonly string[]): boolean =>
  question.kind === 'ratio' &&
  AGENT.test(question.text) &&
  question.inputs.length === keys.length &&
  keys.every(key => question.inputs.some(input => input.key === key))

export const asksOfAgents = ({ kind, text }: Question): boolean => kind === 'ratio' && AGENT.test(text)

/** What the counts say of the questions about agents of change; nothing where the registers hold nothing of them. */
export function suggestionsFor(counts: AgentChanges, instrument: Instrument, satkerId: string): Suggestion[] {
  const { year, agents, changes, integrated, better } = counts
  if (agents === 0) return []
  const href = paths.innovations(satkerId)
  const made = `${formatCount(changes)} inovasi yang dimulai ${year} oleh ${formatCount(agents)} agen perubahan`
  const [values, joined] = [
    { agents: String(agents), changes: String(changes) },
    { changes: String(changes), integrated: String(integrated) },
  ]
  return [...lookup(instrument).questions.values()].flatMap(({ question }): Suggestion[] => {
    if (asksFor(question, ['agents', 'changes']))
      return [
        {
          question: question.code,
          sentence: `Register mencatat ${made}; ${formatCount(better)} terukur membaik.`,
          answer: { inputs: values },
          href,
        },
      ]
    if (asksFor(question, ['changes', 'integrated']))
      return [
        {
          question: question.code,
          sentence: `Register mencatat ${made}; ${formatCount(integrated)} sudah menjadi bagian sistem manajemen.`,
          answer: { inputs: joined },
          href,
        },
      ]
    return []
  })
}
