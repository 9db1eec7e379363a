import { mul, sum, type Exact } from '../exact'
import type { Instrument, Section } from '../instrument/instrument'
import { lookup } from '../instrument/lookup'
import type { QuestionScore, SectionScore } from './score'

type Questions = ReadonlyMap<string, QuestionScore>
type Evidenced = ReadonlySet<string>

/** The sums of every section, of each joined area and of the `total`, from the questions up. */
export function sectionScores(
  instrument: Instrument,
  questions: Questions,
  evidenced: Evidenced,
): Map<string, SectionScore> {
  const scores = new Map<string, SectionScore>()
  const visit = (section: Section): SectionScore => {
    const placeholder = joined(section.code, section.name, section.weight, [])
    scores.set(section.code, placeholder)
    const parts =
      section.sections.length > 0
        ? section.sections.map(visit)
        : section.questions.map(question => ofQuestion(questions.get(question.code)!, evidenced))
    const score = joined(section.code, section.name, section.weight, parts)
    scores.set(section.code, score)
    return score
  }
  const tops = instrument.sections.map(visit)
  const { areas, totalWeight } = lookup(instrument)
  for (const area of areas.values()) {
    const parts = area.sections.map(section => scores.get(section.code)!)
    scores.set(area.code, joined(area.code, area.name, area.weight, parts))
  }
  scores.set('total', joined('total', instrument.title, totalWeight, tops))
  return scores
}

type Part = Omit<SectionScore, 'code' | 'name' | 'weight'>

const ofQuestion = (question: QuestionScore, evidenced: Evidenced): Part => ({
  claimed: mul(question.share, question.value),
  substantiated: mul(question.share, question.substantiatedValue),
  questions: 1,
  answered: question.state === 'answered' ? 1 : 0,
  evidenced: evidenced.has(question.code) ? 1 : 0,
  flagged: question.flags.length > 0 ? 1 : 0,
  contradictory: question.state === 'contradictory' ? 1 : 0,
})

function joined(code: string, name: string, weight: Exact, parts: readonly Part[]): SectionScore {
  const count = (of: (part: Part) => number): number => parts.reduce((total, part) => total + of(part), 0)
  return {
    code,
    name,
    weight,
    claimed: sum(parts.map(part => part.claimed)),
    substantiated: sum(parts.map(part => part.substantiated)),
    questions: count(part => part.questions),
    answered: count(part => part.answered),
    evidenced: count(part => part.evidenced),
    flagged: count(part => part.flagged),
    contradictory: count(part => part.contradictory),
  }
}
