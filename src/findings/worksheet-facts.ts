import type { AssessmentContext } from '../assessments/assessment-context'
import { toText } from '../engine/exact'
import { prerequisiteVerdicts } from '../engine/prerequisites/prerequisite-verdicts'
import type { Instrument } from '../engine/instrument/instrument'
import { lookup, sectionsWithAreas } from '../engine/instrument/lookup'
import type { AnswerFacts, WorksheetFacts } from '../engine/rules/facts'
import type { Score } from '../engine/scoring/score'

/** What stands as the answer of a question, as it is stored. */
export interface StandingAnswer {
  readonly option: string | null
  /** JSON: exact decimal text by key. */
  readonly inputs: string | null
  readonly note: string
}

/** The worksheet as the rules read it. */
export function worksheetFacts(
  { instrument, targetPredicate }: AssessmentContext,
  score: Score,
  answers: ReadonlyMap<string, StandingAnswer>,
  prerequisites: Pick<WorksheetFacts, 'prerequisites' | 'failedPrerequisites'>,
): WorksheetFacts {
  const { questions, partOfQuestion, sections, areas } = lookup(instrument)
  const blocks = blocksOf(instrument)
  const gates = score.claimed.gates.get(targetPredicate) ?? []
  const proven = score.substantiated.gates.get(targetPredicate) ?? []
  const nameOf = (code: string): string =>
    sections.get(code)?.section.name ?? areas.get(code)?.name ?? (code === 'total' ? 'Nilai total' : code)
  return {
    claimed: toText(score.claimed.total),
    substantiated: toText(score.substantiated.total),
    gates: gates.map(({ section, passes }) => ({
      code: section,
      name: nameOf(section),
      claimed: passes,
      substantiated: proven.find(gate => gate.section === section)?.passes ?? false,
    })),
    ...prerequisites,
    answers: [...questions].map(([code, { ancestors }]): AnswerFacts => {
      const scored = score.questions.get(code)!
      const standing = answers.get(code)
      return {
        code,
        part: partOfQuestion.get(code) ?? '',
        block: ancestors.map(ancestor => blocks.get(ancestor)).find(Boolean) ?? 'hasil',
        state: scored.state,
        value: toText(scored.value),
        option: standing?.option ?? null,
        inputs: standing?.inputs ? (JSON.parse(standing.inputs) as Record<string, string>) : {},
        note: standing?.note ?? '',
        asksAbout: scored.asksAbout,
        flags: scored.flags,
        expects: scored.coverage.expected,
      }
    }),
  }
}

/**
 * The prerequisites of the predicate aimed at that stand in the way: those that fail, and those that the satker has not
 * filled. What the centre has yet to fill is nothing that a satker could clear.
 */
export function prerequisiteFacts(
  { instrument, targetPredicate }: AssessmentContext,
  rows: readonly { readonly prerequisite: string; readonly value: string | null }[],
  on: string,
): Pick<WorksheetFacts, 'prerequisites' | 'failedPrerequisites'> {
  const values = new Map(rows.map(row => [row.prerequisite, row.value]))
  const judged = instrument.prerequisites
    .filter(({ predicates }) => predicates.includes(targetPredicate))
    .map(one => ({
      ...one,
      verdict: prerequisiteVerdicts(one, values.get(one.id) ?? null, on).get(targetPredicate),
    }))
  const failed = judged.filter(({ verdict }) => verdict === 'fails').map(({ text }) => text)
  const unfilled = judged
    .filter(({ verdict, filledBy }) => verdict === 'unknown' && filledBy === 'satker')
    .map(({ text }) => text)
  return { prerequisites: [...failed, ...unfilled], failedPrerequisites: failed }
}

/** The blocks of a component with areas, by code: the first is the fulfilment, the second the reform. */
function blocksOf(instrument: Instrument): ReadonlyMap<string, AnswerFacts['block']> {
  const withAreas = sectionsWithAreas(instrument)
  return new Map(
    instrument.sections
      .filter(({ code }) => withAreas.has(code))
      .flatMap(({ sections }) =>
        sections.map(({ code }, place): [string, AnswerFacts['block']] => [
          code,
          place === 0 ? 'pemenuhan' : 'reform',
        ]),
      ),
  )
}
