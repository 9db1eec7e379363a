import { carryOverPlan, sameQuestion, type HeldAnswer } from '../../src/assessments/carry-over'
import type {
  ChoiceQuestion,
  Instrument,
  Question,
  RatioQuestion,
  Section,
} from '../../src/engine/instrument/instrument'
import { exact } from '../../src/engine/exact'
import { lke, lkeQuestion } from '../engine/support/lke'

const held = (question: string, more: Partial<HeldAnswer> = {}): HeldAnswer => ({
  question,
  option: null,
  inputs: null,
  note: '',
  carried: false,
  ...more,
})

/** The instrument of another year, in which one question reads otherwise. */
function withQuestion(changed: Question): Instrument {
  const change = (section: Section): Section => ({
    ...section,
    sections: section.sections.map(change),
    questions: section.questions.map(question => (question.code === changed.code ? changed : question)),
  })
  return { ...lke, id: 'lke-berikutnya', sections: lke.sections.map(change) }
}

describe('what a copy brings', () => {
  const choice = lkeQuestion('A.I.1.i.b') as ChoiceQuestion
  const counted = lkeQuestion('A.II.1.i.a') as RatioQuestion

  it('compares scale and criteria, not the wording of the question', () => {
    expect(sameQuestion(choice, { ...choice, text: 'Ditanyakan dengan kalimat lain?' })).toBe(true)
    expect(sameQuestion(choice, { ...choice, scale: 'abcd' })).toBe(false)
    const stricter = choice.options.map((option, index) =>
      index === 0 ? { ...option, criterion: 'Lebih ketat.' } : option,
    )
    expect(sameQuestion(choice, { ...choice, options: stricter })).toBe(false)
    const worth = choice.options.map((option, index) =>
      index === 1 ? { ...option, value: exact('0.6') } : option,
    )
    expect(sameQuestion(choice, { ...choice, options: worth })).toBe(false)
    expect(sameQuestion(counted, { ...counted, criterion: 'Dihitung lain.' })).toBe(false)
    expect(sameQuestion(counted, { ...counted, inputs: counted.inputs.slice(1) })).toBe(false)
    expect(sameQuestion(choice, counted)).toBe(false)
  })

  it('brings the note alone where the question was changed, and nothing where it is gone', () => {
    const stricter = choice.options.map(option => ({ ...option, criterion: `${option.criterion} Tertulis.` }))
    const next = withQuestion({ ...choice, options: stricter })
    const plan = carryOverPlan(
      {
        instrument: lke,
        answers: [
          held(choice.code, { option: 'A', note: 'undian terbuka' }),
          held('X.1', { note: 'tidak ada lagi' }),
        ],
      },
      { instrument: next, answers: [] },
    )
    expect(plan).toEqual({
      whole: [],
      noteOnly: [{ question: choice.code, option: null, inputs: null, note: 'undian terbuka' }],
      skipped: 1,
    })
  })

  it('brings a value onto a question whose note was begun, and leaves that note', () => {
    const plan = carryOverPlan(
      { instrument: lke, answers: [held(choice.code, { option: 'A', note: 'lama' })] },
      { instrument: lke, answers: [held(choice.code, { note: 'baru' })] },
    )
    expect(plan.whole).toEqual([{ question: choice.code, option: 'A', inputs: null, note: null }])
  })
})
