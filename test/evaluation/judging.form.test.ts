import { lookup } from '../../src/engine/instrument/lookup'
import { judgementOf, readJudgement, sayingForm } from '../../src/evaluation/judging.form'
import { parseForm } from '../../src/web/form'
import { stampText } from '../../src/worksheets/answer-stamp'
import { lke } from '../engine/support/lke'

const choice = lookup(lke).questions.get('A.I.1.i.a')!.question
const stamp = stampText({ option: 'Ya', inputs: null, valueVersion: 2 }, { note: 'Lama.', noteVersion: 1 })
const read = (fields: object) => judgementOf(choice, readJudgement({ stamp, decided: '3.setuju', ...fields }))

describe('a posted judgement', () => {
  it('holds nothing of what was only sent back', () => {
    expect(read({ option: 'Ya', note: 'Lama.', decision: 'setuju' })).toEqual({})
  })

  it('holds each field that was changed with the version that it was typed over', () => {
    expect(read({ option: 'Tidak', note: 'Baru.', decision: 'ubah' })).toEqual({
      value: { field: 'value', value: { option: 'Tidak', inputs: undefined }, base: 2 },
      note: { field: 'note', note: 'Baru.', base: 1 },
      decision: { field: 'decision', decision: 'ubah', base: 3 },
    })
  })

  it('takes no decision that is not known, and no value where none was posted', () => {
    expect(read({ note: 'Lama.', decision: 'entah' })).toEqual({})
  })
})

describe('a saying sent by a script', () => {
  it.each([
    { field: 'verdict', use: 'u1', verdict: 'bagus' },
    { field: 'ruling', kind: 'lain', ruling: 'confirmed', reason: '' },
    { field: 'value', base: -1, option: 'Ya' },
    { field: 'lain' },
  ])('is refused when it says $field in a way that is not known', saying => {
    expect(parseForm(sayingForm, saying).ok).toBe(false)
  })

  it('may take a verdict or a ruling back', () => {
    expect(parseForm(sayingForm, { field: 'verdict', use: 'u1', verdict: null }).ok).toBe(true)
  })
})
