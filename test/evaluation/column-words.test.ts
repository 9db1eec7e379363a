import type { exact } from '../../src/engine/exact'
import { ONE, ratio, ZERO } from '../../src/engine/exact'
import { lookup } from '../../src/engine/instrument/lookup'
import {
  changeStatus,
  columnName,
  shortAnswer,
  valueOfStored,
  valueText,
} from '../../src/evaluation/column-words'
import { lke } from '../engine/support/lke'

const answered = (value: ReturnType<typeof exact>) => ({ state: 'answered', value }) as const
const question = (code: string) => lookup(lke).questions.get(code)!.question

describe('a value against the column before', () => {
  it.each([
    ['falls by its distance', ratio(2, 3), ONE, 'bad', 'Turun 0,33'],
    ['rises by its distance', ONE, ratio(2, 3), 'ok', 'Naik 0,33'],
    ['stays', ONE, ONE, 'mut', 'Sama dengan Mandiri'],
    ['never falls by 0,00', ratio(999, 1000), ONE, 'bad', 'Turun kurang dari 0,01'],
  ])('%s', (_what, now, before, tone, text) => {
    expect(changeStatus(answered(now), answered(before), 'Mandiri')).toMatchObject({ tone, text })
  })

  it('of nothing is told from one of zero', () => {
    const status = changeStatus({ state: 'unanswered', value: ZERO }, answered(ZERO), 'TPI')
    expect(status).toMatchObject({ tone: 'warn', text: 'Keadaannya berbeda dari TPI' })
  })
})

describe('a column in words', () => {
  it('names its seat and round', () => {
    expect(columnName({ seat: 'member', round: 2 })).toBe('TPI putaran 2')
  })

  it('values what is stored by its own question, and says what was answered', () => {
    const stored = { option: null, inputs: { agents: '4', changes: '2' } }
    const ratioQuestion = question('A.II.1.i.a')
    expect(valueText(valueOfStored(ratioQuestion, stored))).toBe('0,50')
    expect(shortAnswer(ratioQuestion, stored)).toMatch(/ 4; .* 2$/)
    expect(valueText(valueOfStored(question('A.I.1.iii.b'), { option: 'B', inputs: null }))).toBe('0,67')
    expect(valueText(valueOfStored(ratioQuestion, { option: null, inputs: null }))).toBe('Belum dijawab')
  })
})
