import { evidenceAfterPeriod } from '../../../../src/engine/rules/contradictions/evidence-after-period'
import { periodEndIn } from '../../../../src/engine/rules/contradictions/periods'
import { piece, reading, seenBy } from '../facts-of'

const titled = (title: string, happenedOn: string | null) => ({
  evidence: [piece('e1', { title, happenedOn })],
})

describe('the period that a title names', () => {
  it.each([
    ['Notula Triwulan I 2026', '2026-03-31'],
    ['Monev TW. IV Tahun 2025', '2025-12-31'],
    ['Monev tw 2 2026', '2026-06-30'],
    ['Laporan Semester II 2025', '2025-12-31'],
    ['Laporan Februari 2024', '2024-02-29'],
    ['Laporan Februari 2025', '2025-02-28'],
    ['Rapat 5 Maret 2026', null],
    ['Laporan kinerja tahun 2025', null],
    ['Triwulan I', null],
    ['', null],
  ])('%s: %s', (title, end) => {
    expect(periodEndIn(title)).toBe(end)
  })
})

describe('evidence written after its period', () => {
  it.each([
    ['2026-05-01', []],
    ['2026-05-02', ['e1 waspada']],
    ['2026-07-01', ['e1 waspada']],
    ['2026-07-02', ['e1 bahaya']],
    ['2026-01-01', []],
    [null, []],
  ])('minutes of the first quarter dated %s', (happenedOn, found) => {
    expect(seenBy(evidenceAfterPeriod, titled('Notula monev Triwulan I 2026', happenedOn))).toEqual(found)
  })

  it.each([
    ['2026-03-31', []],
    ['2026-04-01', ['e1 waspada']],
    ['2026-05-01', ['e1 waspada']],
    ['2026-05-02', ['e1 bahaya']],
  ])('a plan of the first quarter dated %s', (happenedOn, found) => {
    expect(seenBy(evidenceAfterPeriod, titled('Rencana kerja Triwulan I 2026', happenedOn))).toEqual(found)
  })

  it('says its figures', () => {
    expect(reading(evidenceAfterPeriod, titled('Notula TW I 2026', '2026-05-10'))[0]?.sentence).toBe(
      '“Notula TW I 2026” bertanggal 10 Mei 2026, 40 hari setelah masanya berakhir.',
    )
    expect(seenBy(evidenceAfterPeriod)).toEqual([])
  })
})
