import { min, type Exact } from '../exact'
import type { Instrument } from '../instrument/instrument'
import { lookup, type QuestionPlace } from '../instrument/lookup'
import { substanceOf, type Substance } from '../substance/coverage'
import { usesByQuestion } from '../substance/uses-by-question'
import { InvalidAnswer, valueOf, type ValuedAnswer } from './answer-value'
import { gateOf, gateRules } from './gates'
import { asTheSpreadsheetCounts } from './spreadsheet'
import { sectionScores } from './sums'
import type {
  Answers,
  AreaGates,
  EvidenceUse,
  Flag,
  QuestionScore,
  Score,
  ScoreColumn,
  SectionScore,
} from './score'

/**
 * Scores a worksheet: claimed, substantiated and as the spreadsheet counts, with gates, flags and contradictions.
 * What-if and an evaluator's worksheet are the same call over other answers or verdicts. Throws InvalidAnswer on a code,
 * option or input that the instrument does not have.
 */
export function score(
  instrument: Instrument,
  answers: Answers,
  uses: readonly EvidenceUse[],
  options: { readonly areaGates: AreaGates },
): Score {
  const places = lookup(instrument).questions
  refuseUnknown(places, [...answers.keys(), ...uses.map(use => use.question)])
  const usesOf = usesByQuestion(uses)
  const valued = new Map<string, ValuedAnswer>()
  const questions = new Map<string, QuestionScore>()
  const evidenced = new Set<string>()
  const flags: Flag[] = []
  for (const [code, place] of places) {
    const answer = valueOf(place.question, answers.get(code))
    const substance = substanceOf(answer, usesOf.get(code) ?? [])
    valued.set(code, answer)
    questions.set(code, questionScore(place, answer, substance))
    if (answer.state === 'answered' && substance.seen.pieces > 0) evidenced.add(code)
    if (substance.flag) flags.push(flagFor(code, substance.flag, substance))
  }
  const sections = sectionScores(instrument, questions, evidenced)
  const column = (reached: (section: SectionScore) => Exact): ScoreColumn =>
    columnOf(instrument, sections, options.areaGates, reached)
  return {
    instrument: instrument.id,
    areaGates: options.areaGates,
    answered: sections.get('total')?.answered ?? 0,
    questionCount: places.size,
    claimed: column(section => section.claimed),
    substantiated: column(section => section.substantiated),
    spreadsheet: asTheSpreadsheetCounts(instrument, valued),
    questions,
    sections,
    flags,
    contradictions: [...valued.values()].flatMap(answer => answer.contradiction ?? []),
  }
}

function refuseUnknown(places: ReadonlyMap<string, QuestionPlace>, codes: readonly string[]): void {
  const unknown = codes.find(code => !places.has(code))
  if (unknown !== undefined) throw new InvalidAnswer(unknown, 'is not a question of this instrument')
}

const questionScore = (place: QuestionPlace, answer: ValuedAnswer, substance: Substance): QuestionScore => ({
  code: place.question.code,
  state: answer.state,
  value: answer.value,
  rule: answer.rule,
  share: place.share,
  coverage: substance.coverage,
  substantiatedValue: min(answer.value, substance.coverage.share),
  asksAbout: answer.asksAbout,
  flags: substance.flag ? [substance.flag] : [],
})

const flagFor = (question: string, kind: Flag['kind'], { coverage, seen }: Substance): Flag => ({
  question,
  kind,
  seen,
  toClear: { stages: coverage.missing, nature: coverage.missingNature },
})

function columnOf(
  instrument: Instrument,
  sections: ReadonlyMap<string, SectionScore>,
  areaGates: AreaGates,
  reached: (section: SectionScore) => Exact,
): ScoreColumn {
  const gates = new Map(
    instrument.predicates.map(predicate => {
      const rules = gateRules(instrument, predicate, areaGates)
      return [predicate.id, rules.map(rule => gateOf(rule, reached(sections.get(rule.section)!)))] as const
    }),
  )
  return {
    total: reached(sections.get('total')!),
    gates,
    predicates: [...gates].filter(([, held]) => held.every(gate => gate.passes)).map(([id]) => id),
  }
}
