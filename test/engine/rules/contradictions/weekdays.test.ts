import fc from 'fast-check'
import { weekdays } from '../../../../src/engine/rules/contradictions/weekdays'
import { isCivilDate, weekdayOf } from '../../../../src/engine/civil-days'
import { activity, answer, answering, piece, reading, seenBy } from '../facts-of'

const noted = (note: string) => answering(answer('A.I.1.i.a', { note }))
const NAMES = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu']

describe('weekdays', () => {
  it.each([
    'Selasa, 30 Januari 2020',
    'rapat hari Selasa tanggal 30 Januari 2020',
    'SELASA 30-01-2020',
    'Selasa, 30/1/2020',
    "Jum'at, 30 Januari 2020",
    'Ahad, 30 Januari 2020',
    'Kamis, 30 Januari 2020 dan Selasa, 30 Januari 2020',
  ])('that are not those of their date: %s', note => {
    expect(seenBy(weekdays, noted(note))).toEqual(['A.I.1.i.a 2020-01-30 waspada'])
  })

  it.each([
    'Kamis, 30 Januari 2020',
    'Minggu, 2 Februari 2020',
    'Selasa',
    'Selasa, 31 Februari 2020',
    'dua minggu setelah 30 Januari 2020',
    'Seninan, 30 Januari 2020',
    '',
  ])('that agree or say nothing: %j', note => {
    expect(seenBy(weekdays, noted(note))).toEqual([])
  })

  it.each([
    ['Apel Senin', '2026-03-02', null, []],
    ['Apel Senin', '2026-03-03', null, ['e1 2026-03-03 waspada']],
    ['Apel Senin', '2026-03-03', '2026-03-05', []],
    ['Apel Senin dan Kamis', '2026-03-03', null, []],
    ['Laporan minggu kedua', '2026-03-03', null, []],
    ['Apel Senin', null, null, []],
  ])('named in a title alone: %s on %s until %s', (title, happenedOn, happenedUntil, found) => {
    expect(seenBy(weekdays, { evidence: [piece('e1', { title, happenedOn, happenedUntil })] })).toEqual(found)
  })

  it('are read in the titles of activities as well', () => {
    const held = activity('a1', { title: 'Apel Senin', heldOn: '2026-03-03' })
    expect(seenBy(weekdays, { activities: [held] })).toEqual(['a1 2026-03-03 waspada'])
    expect(seenBy(weekdays, { activities: [{ ...held, heldUntil: '2026-03-04' }] })).toEqual([])
    expect(seenBy(weekdays)).toEqual([])
  })

  it('are said with the day that it was', () => {
    expect(reading(weekdays, noted('Selasa, 30 Januari 2020'))[0]?.sentence).toBe(
      'Tertulis Selasa untuk 30 Januari 2020, padahal tanggal itu hari Kamis.',
    )
  })

  it('agree with the calendar on every day', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }),
        date => {
          const civil = date.toISOString().slice(0, 10)
          expect(weekdayOf(civil)).toBe(new Date(`${civil}T00:00:00Z`).getUTCDay())
          expect(isCivilDate(civil)).toBe(true)
          const [year, month, day] = civil.split('-')
          expect(seenBy(weekdays, noted(`${NAMES[weekdayOf(civil)]}, ${day}/${month}/${year}`))).toEqual([])
        },
      ),
    )
  })
})
