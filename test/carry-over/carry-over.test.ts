import { carryOverPlan, type Held, type HeldAnswer } from '../../src/carry-over/carry-over'
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

const cycle = (more: Partial<Held>): Held => ({ instrument: lke, answers: [], uses: [], ...more })

const use = (question: string, evidenceId: string) => ({
  question,
  evidenceId,
  stages: '["planning"]',
  claim: '',
  page: '',
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
      cycle({ answers: [held(given.code, { ...value, note: 'lama' })], uses: [use(given.code, 'sk')] }),
      cycle({ instrument: withQuestion(changed) }),
    )
    expect([plan.whole.length, plan.noteOnly.length, plan.uses.length]).toEqual(whole ? [1, 0, 1] : [0, 1, 0])
  })

  it('brings the note alone where the question was changed, and nothing where it is gone', () => {
    const stricter = choice.options.map(option => ({ ...option, criterion: `${option.criterion} Tertulis.` }))
    const next = withQuestion({ ...choice, options: stricter })
    const plan = carryOverPlan(
      cycle({
        answers: [
          held(choice.code, { option: 'A', note: 'undian terbuka' }),
          held('X.1', { note: 'tidak ada lagi' }),
        ],
      }),
      cycle({ instrument: next }),
    )
    expect(plan).toEqual({
      whole: [],
      noteOnly: [{ question: choice.code, option: null, inputs: null, note: 'undian terbuka' }],
      uses: [],
      skipped: 1,
    })
  })

  it('brings a value onto a question whose note was begun, and leaves that note', () => {
    const plan = carryOverPlan(
      cycle({ answers: [held(choice.code, { option: 'A', note: 'lama' })] }),
      cycle({ answers: [held(choice.code, { note: 'baru' })] }),
    )
    expect(plan.whole).toEqual([{ question: choice.code, option: 'A', inputs: null, note: null }])
  })

  it('brings evidence also without an answer, or with a note alone, and never twice or onto an answer', () => {
    const [answered, noted, bare, unconfirmed] = ['A.I.1.i.a', 'A.I.1.i.b', 'A.I.1.ii.a', 'A.I.2.i.a']
    const plan = carryOverPlan(
      cycle({
        answers: [held(noted, { note: 'lama' }), held(unconfirmed, { option: 'A', carried: true })],
        uses: [answered, noted, bare, unconfirmed, 'P.lhkpn'].flatMap(code => [
          use(code, 'sk'),
          use(code, 'foto'),
        ]),
      }),
      cycle({ answers: [held(answered, { option: 'Ya' })], uses: [use(bare, 'sk')] }),
    )
    expect(plan.noteOnly.map(({ question }) => question)).toEqual([noted])
    expect(plan.uses.map(({ question, evidenceId }) => `${question} ${evidenceId}`)).toEqual([
      `${noted} sk`,
      `${noted} foto`,
      `${bare} foto`,
      `${unconfirmed} sk`,
      `${unconfirmed} foto`,
    ])
  })
})
