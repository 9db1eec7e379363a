import { carryOverPlan, type HeldAnswer } from '../../src/carry-over/carry-over'
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

  it.each<[string, Question, boolean]>([
    ['under another wording', { ...choice, text: 'Ditanyakan dengan kalimat lain?' }, true],
    ['under another scale', { ...choice, scale: 'abcd' }, false],
    [
      'under a stricter criterion',
      { ...choice, options: choice.options.map(option => ({ ...option, criterion: 'Lebih ketat.' })) },
      false,
    ],
    [
      'when an option is worth something else',
      {
        ...choice,
        options: choice.options.map((one, at) => (at === 1 ? { ...one, value: exact('0.6') } : one)),
      },
      false,
    ],
    ['when other things are counted', { ...counted, inputs: counted.inputs.slice(1) }, false],
    ['when counts are put together otherwise', { ...counted, denominator: counted.numerator.plus }, false],
    ['when it is counted instead of chosen', { ...counted, code: choice.code }, false],
  ])('compares scale and criteria, not the wording: %s', (_case, changed, whole) => {
    const given = changed.kind === 'ratio' && changed.code === counted.code ? counted : choice
    const value = given === choice ? { option: 'A' } : { inputs: { agents: '7', changes: '7' } }
    const plan = carryOverPlan(
      { instrument: lke, answers: [held(given.code, { ...value, note: 'lama' })] },
      { instrument: withQuestion(changed), answers: [] },
    )
    expect([plan.whole.length, plan.noteOnly.length]).toEqual(whole ? [1, 0] : [0, 1])
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
