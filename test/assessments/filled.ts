import { systemActor } from '../../src/access/actor'
import type { AssessmentContext } from '../../src/assessments/assessment-context'
import { inputsFor } from '../../src/assessments/what-if'
import { newId } from '../../src/db/ids'
import { ONE, round } from '../../src/engine/exact'
import type { Question } from '../../src/engine/instrument/instrument'
import { lookup } from '../../src/engine/instrument/lookup'
import { Evidence } from '../../src/evidence/evidence.entity'
import { EvidenceUseRow } from '../../src/evidence/evidence-use.entity'
import { Answer } from '../../src/worksheets/answer.entity'
import type { House } from '../support/house'

export interface Opened {
  readonly id: string
  readonly worksheetId: string
}

export const contextOf = (house: House, { id }: Pick<Opened, 'id'>): Promise<AssessmentContext> =>
  house.services.assessments.visibleTo(systemActor('tests')).get(id)

type Given = Partial<Pick<Answer, 'option' | 'inputs' | 'note' | 'carried'>>

/** Writes answers as if they had been typed, and scores. */
export async function answer(
  house: House,
  opened: Opened,
  answers: Readonly<Record<string, Given>>,
): Promise<void> {
  const context = await contextOf(house, opened)
  const rows = Object.entries(answers).map(([question, given]) => ({
    id: newId(),
    worksheetId: opened.worksheetId,
    question,
    option: null,
    inputs: null,
    note: '',
    carried: false,
    valueVersion: 1,
    ...given,
  }))
  await house.database.inTransaction(async () => {
    await house.database.insert(Answer, rows)
    await house.services.scoring.rescore(context)
  })
}

/** Gives every question its best answer, and to those named by `proven` the evidence that carries it whole. */
export async function answerAll(
  house: House,
  opened: Opened,
  by: string,
  options: { readonly proven: (question: Question) => boolean } = { proven: () => true },
): Promise<void> {
  const context = await contextOf(house, opened)
  const questions = [...lookup(context.instrument).questions.values()].map(place => place.question)
  await prove(house, opened, by, questions.filter(options.proven))
  await answer(house, opened, Object.fromEntries(questions.map(question => [question.code, best(question)])))
}

const best = (question: Question): Given => {
  if (question.kind === 'choice') return { option: question.options[0]?.key ?? '' }
  if (question.kind === 'index') return { inputs: { [question.inputs[0].key]: '4.00' } }
  const inputs = Object.entries(inputsFor(question, ONE)).map(([key, value]) => [key, round(value, 0)])
  return { inputs: Object.fromEntries(inputs) as Record<string, string> }
}

const NATURES = { document: 'formal', practice: 'trace', result: 'outcome' } as const

/** One piece of the right nature with every expected stage for each question. */
export async function prove(
  house: House,
  opened: Opened,
  by: string,
  questions: readonly Question[],
): Promise<void> {
  const { satkerId, instrument } = await contextOf(house, opened)
  const made = { createdBy: by, createdAt: '2026-02-01T00:00:00.000Z' }
  const pieces = questions.map(question => ({ id: newId(), question }))
  await house.database.inTransaction(async () => {
    await house.database.insert(
      Evidence,
      pieces.map(({ id, question }) => ({
        id,
        satkerId,
        title: `Bukti ${question.code}`,
        nature: NATURES[question.asksAbout],
        ...made,
      })),
    )
    await house.database.insert(
      EvidenceUseRow,
      pieces.map(({ id, question }) => ({
        id: newId(),
        assessmentId: opened.id,
        question: question.code,
        part: lookup(instrument).partOfQuestion.get(question.code) ?? null,
        evidenceId: id,
        stages: [...question.expectedStages],
        ...made,
      })),
    )
  })
}
