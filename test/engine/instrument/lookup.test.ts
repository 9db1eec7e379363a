import { lookup } from '../../../src/engine/instrument/lookup'
import { toText } from '../../../src/engine/exact'
import { lke } from '../support/lke'

const found = lookup(lke)

describe('looking things up in the worksheet of 2021', () => {
  it('finds 113 questions in their order, each with its place and share of the total', () => {
    expect(found.questions.size).toBe(113)
    expect([...found.questions.keys()].slice(0, 3)).toEqual(['A.I.1.i.a', 'A.I.1.i.b', 'A.I.1.ii.a'])
    const place = found.questions.get('A.I.1.ii.c')
    expect(place?.ancestors).toEqual(['A', 'A.I', 'A.I.1', 'A.I.1.ii'])
    expect(toText(place!.share)).toBe('1/3')
    expect(place?.position).toBe(4)
  })

  it('joins each change area over both blocks', () => {
    const weights = [...found.areas.values()].map(area => `${area.code} ${toText(area.weight)}`)
    expect(weights).toEqual(['A.1 8', 'A.2 7', 'A.3 10', 'A.4 10', 'A.5 15', 'A.6 10'])
    expect(found.areas.get('A.1')?.sections.map(section => section.code)).toEqual(['A.I.1', 'A.II.1'])
    expect(found.areas.get('A.6')?.name).toBe('Peningkatan Kualitas Pelayanan Publik')
  })

  it('gives every question to one of seven parts', () => {
    expect([...found.parts.keys()]).toEqual(['1', '2', '3', '4', '5', '6', 'B'])
    expect([...found.parts.values()].reduce((total, part) => total + part.questions.length, 0)).toBe(113)
    expect(found.partOfQuestion.get('A.II.5.ii.a')).toBe('5')
    expect(found.partOfQuestion.get('B.I.ii.a')).toBe('B')
  })

  it('weighs 100 in all', () => {
    expect(toText(found.totalWeight)).toBe('100')
  })
})
