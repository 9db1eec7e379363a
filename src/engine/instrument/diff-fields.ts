import { toText, type Exact } from '../exact'
import { withDescendants } from './check-tree'
import type { Input, Instrument, Prerequisite, Question, RatioQuestion, Threshold } from './instrument'
import { questionsOf } from './lookup'

/** Whether a score of the same answers can differ, what evidence must show, or only the words. */
export type Affects = 'score' | 'evidence' | 'wording'

/** The comparable fields of a thing: text and what a difference in it affects. */
export type Fields = Readonly<Record<string, readonly [value: string, affects: Affects]>>

export interface Things {
  readonly thing: 'instrument' | 'section' | 'question' | 'threshold' | 'prerequisite'
  /** What adding or removing one affects. */
  readonly affects: Affects
  /** By code or id. */
  readonly fields: ReadonlyMap<string, Fields>
}

/** Everything of an instrument that can differ, kind by kind, always in the same order of kinds. */
export const thingsOf = (instrument: Instrument): readonly Things[] => [
  {
    thing: 'instrument',
    affects: 'wording',
    fields: new Map([['instrument', fieldsOfHeader(instrument)]]),
  },
  {
    thing: 'section',
    affects: 'score',
    fields: new Map(
      instrument.sections.flatMap(withDescendants).map(section => [
        section.code,
        {
          name: [section.name, 'wording'],
          weight: [toText(section.weight), 'score'],
          questions: [String(section.questions.length), 'score'],
        },
      ]),
    ),
  },
  {
    thing: 'question',
    affects: 'score',
    fields: new Map(
      instrument.sections.flatMap(questionsOf).map(question => [question.code, fieldsOfQuestion(question)]),
    ),
  },
  {
    thing: 'threshold',
    affects: 'score',
    fields: new Map(
      instrument.predicates.flatMap(({ id, thresholds }) =>
        thresholds.map(threshold => [
          `${id} ${threshold.section}${'per' in threshold ? ' per area' : ''}`,
          minimum(threshold),
        ]),
      ),
    ),
  },
  {
    thing: 'prerequisite',
    affects: 'wording',
    fields: new Map(
      instrument.prerequisites.map(prerequisite => [prerequisite.id, fieldsOfPrerequisite(prerequisite)]),
    ),
  },
]

const fieldsOfHeader = ({ id, title, basis, sourceNote, predicates }: Instrument): Fields => ({
  id: [id, 'wording'],
  title: [title, 'wording'],
  basis: [Object.values(basis).join(' · '), 'wording'],
  sourceNote: [sourceNote, 'wording'],
  predicates: [predicates.map(predicate => `${predicate.id} (${predicate.label})`).join(', '), 'wording'],
})

const minimum = (threshold: Threshold): Fields => ({
  minimum: ['per' in threshold ? `${toText(threshold.minPercent)} %` : toText(threshold.min), 'score'],
})

const fieldsOfPrerequisite = ({ text, kind, filledBy, ...rest }: Prerequisite): Fields => ({
  text: [text, 'wording'],
  kind: [kind, 'wording'],
  filledBy: [filledBy, 'wording'],
  predicates: [rest.predicates.join(', '), 'wording'],
  options: [(rest.options ?? []).join(', '), 'wording'],
  minimum: [
    Object.entries(rest.min ?? {})
      .map(([predicate, grade]) => `${predicate} ${grade}`)
      .join(', '),
    'wording',
  ],
  months: [String(rest.months ?? ''), 'wording'],
})

export function fieldsOfQuestion(question: Question): Fields {
  const shared: Fields = {
    text: [question.text, 'wording'],
    scale: [question.scale, 'score'],
    evidence: [question.evidence.join('; '), 'wording'],
    expectedStages: [question.expectedStages.join(', '), 'evidence'],
    asksAbout: [question.asksAbout, 'evidence'],
  }
  if (question.kind === 'choice') {
    const { options } = question
    return {
      ...shared,
      options: [options.map(option => `${option.key} = ${toText(option.value)}`).join(', '), 'score'],
      criteria: [options.map(option => `${option.key}: ${option.criterion}`).join('; '), 'wording'],
    }
  }
  return {
    ...shared,
    criteria: [question.criterion, 'wording'],
    labels: [question.inputs.map(input => `${input.key}: ${input.label}`).join('; '), 'wording'],
    inputs: [question.inputs.map(inputText).join(', '), 'score'],
    ...(question.kind === 'ratio'
      ? fieldsOfFormula(question)
      : { formula: [toText(question.divisor), 'score'] as const }),
  }
}

const inputText = ({ key, type, informational, min, max }: Input): string =>
  [key, type, informational && 'informational', min && toText(min), max && toText(max)]
    .filter(Boolean)
    .join(' ')

const fieldsOfFormula = ({ numerator, denominator, zeroRule, ...question }: RatioQuestion): Fields => ({
  formula: [
    `(${[...numerator.plus, ...numerator.minus.map(key => `−${key}`)].join(' + ')}) ÷ (${denominator.join(' + ')})`,
    'score',
  ],
  numeratorWithinDenominator: [String(question.numeratorWithinDenominator), 'score'],
  zeroRule: [[zeroRule.bothZero, zeroRule.denominatorZero].map(orContradiction).join(', '), 'score'],
  zeroRuleText: [`${zeroRule.text} (${zeroRule.source})`, 'wording'],
  zeroRuleEvidence: [[zeroRule.asksAbout, ...(zeroRule.expectedStages ?? [])].join(', '), 'evidence'],
})

const orContradiction = (value: Exact | null): string => (value === null ? 'bertentangan' : toText(value))
