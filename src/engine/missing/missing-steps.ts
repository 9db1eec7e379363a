import { compare, sub, ZERO, type Exact } from '../exact'
import type { Instrument } from '../instrument/instrument'
import { lookup } from '../instrument/lookup'
import { gateRules, type GateRule } from '../scoring/gates'
import type { Answers, AreaGates, Basis, EvidenceUse, Missing, Step } from '../scoring/score'
import { score } from '../scoring/score-worksheet'
import { candidatesOf, gainOf, indexFor, type Candidate, type Target } from './candidates'
import { chooseGains, reachOf } from './choose-steps'
import { Gains, type OpenGate } from './gains'

export interface MissingOptions {
  readonly areaGates: AreaGates
  /** Id of the predicate. Throws RangeError when the instrument does not have it. */
  readonly predicate: string
  readonly basis: Basis
  /** Codes of questions that may not change (a returned round): they are no steps. */
  readonly locked?: ReadonlySet<string>
}

/**
 * The fewest questions to raise, or on the substantiated basis to prove, so that every gate of a predicate passes that
 * can pass; each then only as far as needed. No step is superfluous, whatever the gates; the list is the shortest when
 * the gates are nested, as those of the official worksheet are.
 */
export function missingSteps(
  instrument: Instrument,
  answers: Answers,
  uses: readonly EvidenceUse[],
  options: MissingOptions,
): Missing {
  const { predicate: id, basis, areaGates, locked = new Set<string>() } = options
  const predicate = instrument.predicates.find(candidate => candidate.id === id)
  if (!predicate) throw new RangeError(`No predicate "${id}" in ${instrument.id}`)
  const worksheet = { answers, uses, score: score(instrument, answers, uses, { areaGates }) }
  const candidates = candidatesOf(instrument, worksheet, basis, locked)
  const open = insideOut(instrument, gateRules(instrument, predicate, areaGates))
    .map(rule => openGate(rule, worksheet.score.sections.get(rule.section)![basis]))
    .filter(gate => compare(gate.lacking, ZERO) > 0)
  const reachable = open.filter(gate => compare(reachOf(gate, candidates), gate.lacking) >= 0)
  return {
    predicate: id,
    basis,
    steps: stepsOf(
      chooseGains(reachable, candidates),
      new Map(candidates.map(candidate => [candidate.code, candidate])),
    ),
    unreachable: [...new Set(open.filter(gate => !reachable.includes(gate)).map(gate => gate.section))],
  }
}

/** A gate within another comes before it; otherwise the order of the instrument. */
function insideOut(instrument: Instrument, rules: readonly GateRule[]): GateRule[] {
  const { questions } = lookup(instrument)
  const last = (rule: GateRule): number => questions.get(rule.questions.at(-1)?.code ?? '')?.position ?? -1
  return [...rules].sort((a, b) => last(a) - last(b) || a.questions.length - b.questions.length)
}

const openGate = (rule: GateRule, reached: Exact): OpenGate => ({
  section: rule.section,
  questions: new Set(rule.questions.map(question => question.code)),
  lacking: sub(rule.minimum, reached),
})

/** Lowers each step to the least that still closes every gate, indexes first, and words them as steps. */
function stepsOf(gains: Gains, candidates: ReadonlyMap<string, Candidate>): Step[] {
  const targets = new Map<string, Target>()
  const order = gains.codes().sort((a, b) => isIndex(candidates, b) - isIndex(candidates, a))
  for (const code of order) {
    const candidate = candidates.get(code)!
    const target = leastTarget(candidate, gains.neededFrom(code))
    targets.set(code, target)
    gains.set(code, gainOf(candidate, target.value))
  }
  const counted = new Gains(gains.gates)
  return gains.codes().map(code => {
    const candidate = candidates.get(code)!
    const openBefore = gains.gates.filter(gate => !counted.closes(gate))
    counted.set(code, gains.get(code)!)
    const closes = openBefore.filter(gate => counted.closes(gate)).map(gate => gate.section)
    return stepOf(candidate, targets.get(code)!, closes)
  })
}

function stepOf(candidate: Candidate, { to, value, lacks }: Target, closes: readonly string[]): Step {
  const { code, from, index } = candidate
  return {
    question: code,
    from,
    to,
    gain: gainOf(candidate, value),
    stages: lacks.stages,
    nature: lacks.nature,
    external: index !== null && (from === null || isAbove(to, from)),
    closes,
  }
}

const isIndex = (candidates: ReadonlyMap<string, Candidate>, code: string): number =>
  candidates.get(code)?.index ? 1 : 0

const isAbove = (to: string | Exact, from: string | Exact): boolean =>
  typeof to !== 'string' && typeof from !== 'string' && compare(to, from) > 0

function leastTarget(candidate: Candidate, needed: Exact): Target {
  const enough = candidate.targets.find(target => compare(gainOf(candidate, target.value), needed) >= 0)
  if (enough) return enough
  return candidate.index ? indexFor(candidate, candidate.index, needed) : candidate.targets.at(-1)!
}
