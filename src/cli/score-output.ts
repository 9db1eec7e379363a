import { div, exact, mul, toNumber, type Exact } from '../engine/exact'
import type { Instrument } from '../engine/instrument/instrument'
import { missingSteps } from '../engine/missing/missing-steps'
import type {
  Answers,
  Basis,
  EvidenceUse,
  Gate,
  Missing,
  Score,
  ScoreColumn,
  SectionScore,
  Step,
} from '../engine/scoring/score'

/** The score as plain JSON: every number the double nearest the exact value. */
export function scoreOutput(
  instrument: Instrument,
  answers: Answers,
  uses: readonly EvidenceUse[],
  score: Score,
) {
  const missing = (basis: Basis) =>
    byId(
      instrument.predicates.map(({ id }) => {
        const options = { areaGates: score.areaGates, predicate: id, basis }
        return [id, missingOutput(missingSteps(instrument, answers, uses, options))]
      }),
    )
  return {
    instrument: instrument.id,
    total: toNumber(score.claimed.total),
    answered: score.answered,
    questions: score.questionCount,
    sections: sectionsOutput(score, 'claimed'),
    gates: gatesOutput(score.claimed),
    predicates: score.claimed.predicates,
    substantiated: {
      total: toNumber(score.substantiated.total),
      sections: sectionsOutput(score, 'substantiated'),
      gates: gatesOutput(score.substantiated),
      missing: missing('substantiated'),
    },
    spreadsheet: { total: toNumber(score.spreadsheet.total) },
    flags: score.flags.map(({ question, kind }) => ({ question, kind })),
    contradictions: score.contradictions.map(({ question }) => ({ question })),
    missing: missing('claimed'),
  }
}

/** An object with its keys in the given order, whatever their names. */
const byId = <T>(pairs: readonly (readonly [string, T])[]): Record<string, T> => Object.fromEntries(pairs)

const HUNDRED = exact(100)

const sectionsOutput = (score: Score, basis: Basis) =>
  byId([...score.sections.values()].map(section => [section.code, sectionOutput(section, basis)]))

const sectionOutput = (section: SectionScore, basis: Basis) => ({
  score: toNumber(section[basis]),
  weight: toNumber(section.weight),
  percent: toNumber(mul(div(section[basis], section.weight), HUNDRED)),
})

const gatesOutput = (column: ScoreColumn) =>
  byId([...column.gates].map(([predicate, gates]) => [predicate, gates.map(gateOutput)]))

const gateOutput = ({ section, minimum, reached, distance, passes }: Gate) => ({
  section,
  minimum: toNumber(minimum),
  score: toNumber(reached),
  distance: toNumber(distance),
  passes,
})

const missingOutput = ({ steps, unreachable }: Missing) => ({ steps: steps.map(stepOutput), unreachable })

const stepOutput = ({ question, from, to, gain, stages, nature, external }: Step) => ({
  question,
  from: plain(from),
  to: plain(to),
  gain: toNumber(gain),
  ...(stages.length > 0 && { stages }),
  ...(nature && { nature }),
  ...(external && { external }),
})

const plain = (answer: string | Exact | null) =>
  answer === null || typeof answer === 'string' ? answer : toNumber(answer)
