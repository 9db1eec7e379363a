import { diffInstruments, sameAnswerMeaning } from '../../../src/engine/instrument/diff'
import { loadInstrumentYaml } from '../../../src/instruments/instrument-yaml'
import { lke, LKE_TEXT, lkeQuestion } from '../support/lke'

/** The worksheet with some of its text replaced; the result must load. */
function changed(...replacements: readonly (readonly [string, string])[]) {
  const text = replacements.reduce((whole, [from, to]) => whole.replace(from, to), LKE_TEXT)
  const loaded = loadInstrumentYaml(text, 'lke.yaml')
  if (!loaded.ok) throw new Error(loaded.faults.map(fault => fault.message).join('\n'))
  return loaded.instrument
}

describe('the differences of two instruments', () => {
  it('are none between an instrument and itself', () => {
    expect(diffInstruments(lke, changed())).toEqual([])
  })

  it('name a threshold, a weight and a wording with what each affects', () => {
    const after = changed(
      ['{section: A, min: 48}', '{section: A, min: 50}'],
      ['name: Penyusunan Tim Kerja\n        weight: 0.5', 'name: Penyusunan Tim Kerja\n        weight: 0.75'],
      [
        'name: Rencana Pembangunan Zona Integritas\n        weight: 1\n',
        'name: Rencana Pembangunan Zona Integritas\n        weight: 0.75\n',
      ],
      ['Seberapa jelas cara memilih anggota tim ZI?', 'Bagaimana anggota tim ZI dipilih?'],
    )
    expect(diffInstruments(lke, after)).toEqual([
      {
        thing: 'section',
        at: 'A.I.1.i',
        kind: 'changed',
        field: 'weight',
        before: '1/2',
        after: '3/4',
        affects: 'score',
      },
      {
        thing: 'section',
        at: 'A.I.1.ii',
        kind: 'changed',
        field: 'weight',
        before: '1',
        after: '3/4',
        affects: 'score',
      },
      {
        thing: 'question',
        at: 'A.I.1.i.b',
        kind: 'changed',
        field: 'text',
        before: 'Seberapa jelas cara memilih anggota tim ZI?',
        after: 'Bagaimana anggota tim ZI dipilih?',
        affects: 'wording',
      },
      {
        thing: 'threshold',
        at: 'WBBM A',
        kind: 'changed',
        field: 'minimum',
        before: '48',
        after: '50',
        affects: 'score',
      },
    ])
  })

  it('name what was added and what was removed', () => {
    const after = changed(['  - {id: quota,', '  - {id: kuota,'])
    expect(diffInstruments(lke, after).map(({ thing, at, kind }) => [thing, at, kind])).toEqual([
      ['prerequisite', 'kuota', 'added'],
      ['prerequisite', 'quota', 'removed'],
    ])
  })

  it('tell a zero rule, expected stages and inputs apart from words', () => {
    const after = changed(
      ['both_zero: 0\n            denominator_zero: 0', 'both_zero: 1\n            denominator_zero: 0'],
      [
        'evidence_expected: [implementation, monitoring, impact]',
        'evidence_expected: [implementation, impact]',
      ],
      ['{key: agents, label: Jumlah agen perubahan}', '{key: agents, label: Banyaknya agen}'],
    )
    expect(diffInstruments(lke, after).map(({ field, affects }) => [field, affects])).toContainEqual([
      'zeroRule',
      'score',
    ])
    expect(diffInstruments(lke, after).map(({ field, affects }) => [field, affects])).toContainEqual([
      'expectedStages',
      'evidence',
    ])
    expect(diffInstruments(lke, after).map(({ field, affects }) => [field, affects])).toContainEqual([
      'labels',
      'wording',
    ])
  })
})

describe('an answer of one question for another', () => {
  it('means the same under the same scale and criteria, whatever the question text', () => {
    const question = lkeQuestion('A.I.1.i.b')
    expect(sameAnswerMeaning(question, { ...question, text: 'Lain' })).toBe(true)
  })

  it('does not under other criteria, another scale or another formula', () => {
    expect(sameAnswerMeaning(lkeQuestion('A.I.1.i.b'), lkeQuestion('A.I.1.ii.b'))).toBe(false)
    expect(sameAnswerMeaning(lkeQuestion('A.I.1.i.a'), lkeQuestion('A.I.1.i.b'))).toBe(false)
    expect(sameAnswerMeaning(lkeQuestion('A.II.5.iii.a'), lkeQuestion('A.II.5.iii.b'))).toBe(false)
  })
})
