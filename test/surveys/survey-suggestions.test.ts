import { paths } from '../../src/paths'
import { surveySuggestions } from '../../src/surveys/survey-suggestions'
import { lke as instrument } from '../engine/support/lke'
import { surveyRow } from './surveys-office'

const suggested = (rounds: Parameters<typeof surveySuggestions>[0]) =>
  Object.fromEntries(
    surveySuggestions(rounds, { satkerId: 'satker', year: 2026, instrument }).map(one => [one.question, one]),
  )
const HOW_OFTEN = 'A.I.6.iv.a'
const months = ['01', '04', '07', '10', '12']
const skm = (count: number) =>
  months
    .slice(0, count)
    .map(month => surveyRow({ heldFrom: `2026-${month}-01`, heldUntil: `2026-${month}-28` }))

describe('what the surveys of a year suggest', () => {
  it.each([
    [1, 'D'],
    [2, 'C'],
    [3, 'B'],
    [4, 'A'],
    [5, 'A'],
  ])('for how often satisfaction was asked: %d times is option %s', (count, option) => {
    expect(suggested(skm(count))).toEqual({
      [HOW_OFTEN]: {
        question: HOW_OFTEN,
        sentence: `Register 2026: ${count} SKM diadakan.`,
        answer: { option },
        href: `${paths.surveys('satker')}?jenis=SKM&tahun=2026`,
      },
    })
  })

  it('nothing where no survey is recorded: the register may only be empty', () => {
    expect(suggested([])).toEqual({})
  })

  it('the external indexes on the scale of the worksheet, exact, the newest of each', () => {
    const found = suggested([
      surveyRow({ kind: 'IPAK', scale: '0-4', index: '3.2', heldUntil: '2026-02-01' }),
      surveyRow({ kind: 'IPAK', index: '87.65', respondents: 100, heldUntil: '2026-02-27' }),
      surveyRow({ kind: 'IPKP', scale: '1-4', index: '3.6', population: null, respondents: 400 }),
    ])
    expect(found['B.I.i.a']).toEqual({
      question: 'B.I.i.a',
      sentence:
        'IPAK 5 Jan – 27 Feb 2026: Indeks 87,65 (25–100), setara 3,506 dari 4; responden 100 dari 1.000; perlu 278, kurang 178.',
      answer: { inputs: { index: '3.506' } },
      href: paths.survey('id-IPAK-2026-02-27'),
    })
    expect(found['B.II.i.a']?.answer).toEqual({ inputs: { index: '3.60' } })
  })

  it('no external index where only an internal one stands', () => {
    expect(suggested([surveyRow({ kind: 'SPAK' }), surveyRow({ kind: 'SPKP' })])).toEqual({})
  })
})
