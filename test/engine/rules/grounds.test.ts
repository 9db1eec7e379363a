import { groundsOf, type Finding, type Measure } from '../../../src/engine/rules/finding'

const figure = (more: Partial<Measure>): Measure => ({
  key: 'months_since_launch',
  label: 'Bulan',
  value: '7',
  shown: '7 bulan',
  bounds: '',
  level: 'waspada',
  ...more,
})
const finding = (measures: readonly Measure[], more: Partial<Finding<string>> = {}): string =>
  groundsOf({
    rule: 'pitfall-2',
    about: '',
    title: 'Instan',
    level: 'waspada',
    sentence: 'Tujuh bulan.',
    measures,
    records: [{ kind: 'activity', id: 'a' }],
    questions: [],
    remedy: '',
    ...more,
  })

describe('the grounds of a finding', () => {
  const before = finding([figure({})])

  it('stay while a figure moves within its bounds, and whatever its words are', () => {
    expect(finding([figure({ value: '8', shown: '8 bulan' })], { sentence: 'Delapan bulan.' })).toBe(before)
  })

  it.each([
    ['the level of the finding', finding([figure({})], { level: 'bahaya' })],
    ['the level of one figure', finding([figure({ level: 'bahaya' })])],
    ['where an indicator goes', finding([figure({ trend: 'memburuk' })])],
    ['a further record', finding([figure({})], { records: [{ kind: 'activity', id: 'b' }] })],
    ['a question', finding([figure({})], { questions: ['A.I.1.i.a'] })],
  ])('are others with %s', (_, after) => expect(after).not.toBe(before))

  it('are the figures themselves of a contradiction', () => {
    const claim = (value: string) => finding([figure({ value })], { rule: 'contradiction-complaints' })
    expect(claim('7')).toBe(claim('7'))
    expect(claim('8')).not.toBe(claim('7'))
  })
})
