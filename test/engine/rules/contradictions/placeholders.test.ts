import { placeholders } from '../../../../src/engine/rules/contradictions/placeholders'
import { answer, answering, reading, seenBy } from '../facts-of'

const noted = (note: string) => answering(answer('A.I.1.i.a', { note }))

describe('placeholders in notes', () => {
  it.each([
    'xxx',
    'Dipimpin oleh XXXXX.',
    'Dihadiri … orang',
    'lihat ...',
    'Lorem ipsum dolor',
    'TBD',
    'Isi di  sini',
  ])('finds %j', note => {
    expect(seenBy(placeholders, noted(note))).toHaveLength(1)
  })

  it.each(['', 'Rapat bulanan.', 'xx', 'loremium', 'Pengisian dilakukan di sini', '1..5', 'maxxxim'])(
    'leaves %j alone',
    note => {
      expect(seenBy(placeholders, noted(note))).toEqual([])
    },
  )

  it('says which word stands where', () => {
    expect(reading(placeholders, noted('Oleh xxxx'))[0]?.sentence).toBe(
      'Catatan A.I.1.i.a masih memuat “xxx”.',
    )
    expect(seenBy(placeholders)).toEqual([])
  })
})
