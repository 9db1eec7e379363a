import fc from 'fast-check'
import { exact, type Exact } from '../../../src/engine/exact'
import {
  EVIDENCE_NATURES,
  EVIDENCE_STAGES,
  EVIDENCE_VERDICTS,
  type Instrument,
  type Question,
} from '../../../src/engine/instrument/instrument'
import { lookup } from '../../../src/engine/instrument/lookup'
import type { AnswerValue, AreaGates, EvidenceUse } from '../../../src/engine/scoring/score'
import { smallInstrument, type Kinds } from './small-instruments'

export interface WorksheetCase {
  readonly instrument: Instrument
  readonly answers: ReadonlyMap<string, AnswerValue>
  readonly uses: readonly EvidenceUse[]
  readonly areaGates: AreaGates
}

const count = fc.integer({ min: 0, max: 3 }).map(n => exact(n))
const inputsOf = (pairs: Record<string, fc.Arbitrary<Exact>>): fc.Arbitrary<AnswerValue> =>
  fc.record(pairs).map(inputs => ({ inputs }))

/** Any answer that a form lets through: also contradictory and incomplete ones. */
export const anyAnswer = (question: Question): fc.Arbitrary<AnswerValue> => {
  if (question.kind === 'choice') {
    return fc.constantFrom(...question.options).map(option => ({ option: option.key }))
  }
  if (question.kind === 'index') {
    return inputsOf({ index: fc.integer({ min: 0, max: 400 }).map(n => exact(`${n}e-2`)) })
  }
  return fc.oneof(
    { weight: 9, arbitrary: inputsOf(Object.fromEntries(question.inputs.map(input => [input.key, count]))) },
    { weight: 1, arbitrary: inputsOf({ [question.inputs[0]?.key ?? '']: count }) },
  )
}

const anyUse = (question: string): fc.Arbitrary<EvidenceUse> =>
  fc.record({
    id: fc.uuid(),
    question: fc.constant(question),
    nature: fc.constantFrom(...EVIDENCE_NATURES),
    stages: fc.subarray([...EVIDENCE_STAGES]),
    verdict: fc.constantFrom(...EVIDENCE_VERDICTS, 'memadai' as const, 'memadai' as const),
  })

export const anyAnswers = (instrument: Instrument): fc.Arbitrary<ReadonlyMap<string, AnswerValue>> => {
  const questions = [...lookup(instrument).questions.values()].map(place => place.question)
  const perQuestion = questions.map(question => fc.option(anyAnswer(question), { nil: null, freq: 4 }))
  return fc
    .tuple(...perQuestion)
    .map(
      answers =>
        new Map(
          questions.flatMap((question, at) => (answers[at] ? [[question.code, answers[at]] as const] : [])),
        ),
    )
}

export const anyUses = (instrument: Instrument): fc.Arbitrary<EvidenceUse[]> => {
  const perQuestion = [...lookup(instrument).questions.keys()].map(code =>
    fc.array(anyUse(code), { maxLength: 2 }),
  )
  return fc.tuple(...perQuestion).map(uses => uses.flat())
}

/** A worksheet over a small random instrument. */
export const smallWorksheet = (kinds: Kinds): fc.Arbitrary<WorksheetCase> =>
  smallInstrument(kinds).chain(instrument =>
    fc.record({
      instrument: fc.constant(instrument),
      answers: anyAnswers(instrument),
      uses: anyUses(instrument),
      areaGates: fc.constantFrom<AreaGates>('joint', 'separate'),
    }),
  )
