import { readPosted } from '../../src/worksheets/answers.form'

const STAMP = '2.1.abc.def'

describe('a posted form of questions', () => {
  it('is read question by question, whatever the order of its fields', () => {
    const posted = readPosted({
      bagian: '1',
      'note:A.I.1.i.a': 'SK',
      'stamp:A.I.1.i.a': STAMP,
      'option:A.I.1.i.a': 'Ya',
      'input:A.II.1.i.a:agents': '7',
      'input:A.II.1.i.a:changes': '5',
      'stamp:A.II.1.i.a': 'not a stamp',
    })
    expect(posted).toEqual([
      {
        code: 'A.I.1.i.a',
        stamp: { valueVersion: 2, noteVersion: 1, value: 'abc', note: 'def' },
        value: { option: 'Ya' },
        note: 'SK',
        chosen: {},
      },
      {
        code: 'A.II.1.i.a',
        stamp: { valueVersion: 0, noteVersion: 0, value: '', note: '' },
        value: { inputs: { agents: '7', changes: '5' } },
        note: undefined,
        chosen: {},
      },
    ])
  })

  it('says of a contested field what was chosen and what was seen beside it', () => {
    const [answer] = readPosted({
      'stamp:A.I.1.i.a': STAMP,
      'note:A.I.1.i.a': 'Dari Sari.',
      'gabung:A.I.1.i.a': 'Dari keduanya.',
      'pakai:note:A.I.1.i.a': 'merge',
      'seen:note:A.I.1.i.a': '3',
      'pakai:value:A.I.1.i.a': 'mine',
      'seen:value:A.I.1.i.a': 'x',
    })
    expect(answer).toMatchObject({ note: 'Dari keduanya.', chosen: { note: { choice: 'merge', seen: 3 } } })
    expect(answer?.chosen).not.toHaveProperty('value')
  })

  it('leaves out fields without a stamp, and clears what is to be cleared', () => {
    expect(
      readPosted({ 'option:A.I.1.i.a': 'Ya', 'stamp:A.I.1.i.b': STAMP, kosongkan: 'A.I.1.i.b' }),
    ).toEqual([expect.objectContaining({ code: 'A.I.1.i.b', value: {} })])
  })

  it('costs no more than its reading, however many questions it names', () => {
    const names = Array.from({ length: 20_000 }, (_, place) => [`stamp:${place}`, STAMP] as const)
    expect(readPosted(Object.fromEntries(names))).toHaveLength(20_000)
  })
})
