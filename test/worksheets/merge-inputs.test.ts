import { mergedValue, mergeInputs } from '../../src/worksheets/merge-inputs'
import { lkeQuestion } from '../engine/support/lke'

type Inputs = Record<string, string>

describe('two people on the inputs of one question', () => {
  it.each<[string, Inputs, Inputs, Inputs, Inputs | null]>([
    ['each typed another one', {}, { agents: '7' }, { changes: '5' }, { agents: '7', changes: '5' }],
    [
      'each changed another one',
      { a: '1', b: '2' },
      { a: '3', b: '2' },
      { a: '1', b: '4' },
      { a: '3', b: '4' },
    ],
    ['one emptied what the other left', { a: '1', b: '2' }, { b: '2' }, { a: '1', b: '4' }, { b: '4' }],
    ['both typed the same', {}, { a: '3.6' }, { a: '3.60' }, { a: '3.6' }],
    ['only a writing differs', { a: '3.60' }, { a: '3.6' }, { a: '4' }, { a: '4' }],
    ['both changed the same one', { a: '1' }, { a: '2' }, { a: '3' }, null],
    ['one emptied what the other changed', { a: '1' }, {}, { a: '3' }, null],
  ])('%s', (_case, was, mine, theirs, merged) => {
    expect(mergeInputs(was, mine, theirs)).toEqual(merged)
  })

  const ratio = lkeQuestion('A.II.1.i.a')
  const value = (inputs: Inputs | null) => ({ option: null, inputs })

  it('read what was typed over as people type it', () => {
    expect(
      mergedValue(
        ratio,
        { agents: '1.007', changes: '' },
        value({ agents: '1007', changes: '5' }),
        value({ agents: '8' }),
      ),
    ).toEqual(value({ agents: '8', changes: '5' }))
    expect(mergedValue(ratio, { agents: '7', changes: '' }, value(null), value({ agents: '7' }))).toEqual(
      value(null),
    )
  })

  it('never merge an option, nor over what cannot be read or is not known', () => {
    const chosen = { option: 'A', inputs: null }
    expect(mergedValue(lkeQuestion('A.I.1.i.b'), {}, chosen, { option: 'B', inputs: null })).toBeNull()
    for (const was of [undefined, { agents: 'tujuh' }])
      expect(mergedValue(ratio, was, value({ changes: '5' }), value({ agents: '7' }))).toBeNull()
  })
})
