import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { exact } from '../../../src/engine/exact'
import type { Instrument, Question } from '../../../src/engine/instrument/instrument'
import { lookup } from '../../../src/engine/instrument/lookup'
import type { AnswerValue, EvidenceUse } from '../../../src/engine/scoring/score'
import { loadInstrumentYaml } from '../../../src/instruments/instrument-yaml'
import { projectRoot } from '../../../src/project-root'

export const LKE_FILE = join(projectRoot, 'seeds/instruments/lke-2021.yaml')
export const LKE_TEXT = readFileSync(LKE_FILE, 'utf8')

function load(): Instrument {
  const loaded = loadInstrumentYaml(LKE_TEXT, 'lke-2021.yaml')
  if (!loaded.ok) throw new Error(loaded.faults.map(fault => `${fault.line}: ${fault.message}`).join('\n'))
  return loaded.instrument
}

/** The worksheet of 2021, as the seeds hold it. */
export const lke = load()

export const questionsOfLke: Question[] = [...lookup(lke).questions.values()].map(place => place.question)

export function lkeQuestion(code: string): Question {
  const place = lookup(lke).questions.get(code)
  if (!place) throw new Error(`No question ${code}`)
  return place.question
}

/** Inputs from plain texts or whole numbers. */
export const inputs = (typed: Record<string, string | number>): AnswerValue => ({
  inputs: Object.fromEntries(Object.entries(typed).map(([key, value]) => [key, exact(value)])),
})

/** The best answer to a question. */
export function bestAnswer(question: Question): AnswerValue {
  if (question.kind === 'choice') return { option: question.options[0]!.key }
  if (question.kind === 'index') return inputs({ index: 4 })
  const whole = 3
  const value = (key: string): number =>
    question.numerator.minus.includes(key)
      ? 0
      : question.numerator.plus.includes(key) && !question.denominator.includes(key)
        ? whole * question.denominator.length
        : whole
  const counted = question.inputs.filter(input => !input.informational)
  return inputs(Object.fromEntries(counted.map(({ key }) => [key, value(key)])))
}

/** Every question at its best. */
export const bestAnswers = (): Map<string, AnswerValue> =>
  new Map(questionsOfLke.map(question => [question.code, bestAnswer(question)]))

/** Pieces of the given natures that show every stage, for every question. */
export const fullEvidence = (...natures: EvidenceUse['nature'][]): EvidenceUse[] =>
  questionsOfLke.flatMap(({ code, expectedStages }) =>
    natures.map(nature => ({ id: `${code} ${nature}`, question: code, nature, stages: expectedStages })),
  )
