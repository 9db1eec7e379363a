import { sameNote } from '../../../../src/engine/rules/contradictions/same-note'
import { answer, answering, reading, seenBy } from '../facts-of'

const CODES = ['A.I.1.i.a', 'A.I.1.i.b', 'A.I.1.ii.a', 'A.I.1.ii.b', 'A.I.2.i.a']
const under = (count: number, note: string) =>
  answering(...CODES.slice(0, count).map(code => answer(code, { note })))

describe('one note under several questions', () => {
  it.each([
    [1, []],
    [2, ['A.I.1.i.a waspada']],
    [4, ['A.I.1.i.a waspada']],
    [5, ['A.I.1.i.a bahaya']],
  ])('under %d', (count, found) => {
    expect(seenBy(sameNote, under(count, 'Sudah dilaksanakan sesuai ketentuan.'))).toEqual(found)
  })

  it.each([
    ['a'.repeat(24), []],
    ['a'.repeat(25), ['A.I.1.i.a waspada']],
    [`${'a'.repeat(24)} !!!`, []],
    ['', []],
  ])('of the length of %j', (note, found) => {
    expect(seenBy(sameNote, under(2, note))).toEqual(found)
  })

  it('reads without case, marks and spacing', () => {
    const notes = ['Sudah dilaksanakan sesuai ketentuan', ' sudah  DILAKSANAKAN, sesuai ketentuan. ']
    const answers = notes.map((note, place) => answer(CODES[place]!, { note }))
    expect(reading(sameNote, answering(...answers))[0]?.sentence).toBe(
      'Catatan yang sama tertulis pada 2 pertanyaan.',
    )
    expect(seenBy(sameNote)).toEqual([])
  })
})
