import { exact } from '../../../src/engine/exact'
import type { Instrument } from '../../../src/engine/instrument/instrument'
import { lookup } from '../../../src/engine/instrument/lookup'
import type { AnswerValue, Answers, EvidenceUse, Step } from '../../../src/engine/scoring/score'

interface Worksheet {
  readonly instrument: Instrument
  readonly answers: Answers
  readonly uses: readonly EvidenceUse[]
}

type Action = Pick<Step, 'question' | 'from' | 'to' | 'stages' | 'nature'>

/** The worksheet after somebody has done what the steps say. */
export function carriedOut<W extends Worksheet>(worksheet: W, steps: readonly Action[]): W {
  const answers = new Map(worksheet.answers)
  const uses = [...worksheet.uses]
  for (const step of steps) {
    if (step.to !== step.from) answers.set(step.question, answerFor(worksheet.instrument, step))
    if (step.stages.length === 0 && step.nature === null) continue
    const { question, stages, nature } = step
    uses.push({ id: `langkah ${question}`, question, stages, nature: nature ?? 'formal' })
  }
  return { ...worksheet, answers, uses }
}

function answerFor(instrument: Instrument, { question: code, to }: Action): AnswerValue {
  const question = lookup(instrument).questions.get(code)!.question
  if (typeof to === 'string') return { option: to }
  if (question.kind === 'index') return { inputs: { [question.inputs[0].key]: to } }
  return { inputs: { part: exact(1), whole: exact(1) } }
}
