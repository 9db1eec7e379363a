import { toNumber, type Exact } from '../exact'
import type { Facts } from './facts'
import type { Band, RuleBook, RuleSettings } from './rule-book'

/** The settings of the rule itself, and the questions of the instrument by topic. */
export interface RuleMeans {
  readonly settings: RuleSettings
  readonly questions: RuleBook['questions']
}

/** One rule: what it is called, why it stands, what it reads, what of it is data, and how it reads. */
export interface Rule<Result> {
  readonly id: string
  readonly title: string
  /** Where the rule comes from. */
  readonly basis: string
  readonly reads: readonly (keyof Facts)[]
  readonly bands: readonly string[]
  readonly numbers: readonly string[]
  readonly words: readonly string[]
  /** Topics of questions that it needs the codes of. */
  readonly topics: readonly string[]
  readonly read: (facts: Facts, means: RuleMeans) => Result
}

interface Said<Reads extends keyof Facts, Result> extends Partial<
  Pick<Rule<Result>, 'bands' | 'numbers' | 'words' | 'topics'>
> {
  readonly id: string
  readonly title: string
  readonly basis: string
  readonly reads: readonly Reads[]
  readonly read: (facts: Pick<Facts, Reads>, means: RuleMeans) => Result
}

/** A rule that sees of the facts what it says it reads, and nothing else. */
export function rule<Reads extends keyof Facts, Result>(said: Said<Reads, Result>): Rule<Result> {
  return {
    bands: [],
    numbers: [],
    words: [],
    topics: [],
    ...said,
    read: (facts, means) =>
      said.read(Object.fromEntries(said.reads.map(name => [name, facts[name]])) as Pick<Facts, Reads>, means),
  }
}

/** What a rule book must hold for a rule; its absence is a fault of the book and makes the rule fail by name. */
function need<Value>(value: Value | undefined, name: string): Value {
  if (value === undefined) throw new RangeError(`Buku aturan tidak memuat “${name}”.`)
  return value
}

export const bandOf = ({ settings }: RuleMeans, name: string): Band => need(settings.bands[name], name)
export const numberOf = ({ settings }: RuleMeans, name: string): Exact => need(settings.numbers[name], name)
/** A number that counts something: days, months. */
export const countOf = (means: RuleMeans, name: string): number => toNumber(numberOf(means, name))
export const wordsOf = ({ settings }: RuleMeans, name: string): readonly string[] =>
  need(settings.words[name], name)
export const codeOf = ({ questions }: RuleMeans, topic: string): string => need(questions[topic], topic)
