import {
  civilDateIn,
  formatDate,
  formatDateRange,
  formatInstant,
  formatShortDate,
  formatTime,
} from '../../../src/web/format/date'

describe('dates on screen', () => {
  it('writes a civil date in words', () => {
    expect(formatDate('2026-01-30')).toBe('30 Januari 2026')
    expect(formatShortDate('2026-08-05')).toBe('5 Agu 2026')
  })

  it.each([
    ['2026-04-01', '2026-04-15', '1–15 April 2026'],
    ['2026-04-01', '2026-05-15', '1 April – 15 Mei 2026'],
    ['2025-12-28', '2026-01-03', '28 Desember 2025 – 3 Januari 2026'],
    ['2026-04-01', '2026-04-01', '1 April 2026'],
  ])('shortens the range %s to %s', (from, to, text) => expect(formatDateRange(from, to)).toBe(text))

  it.each(['2026-02-30', '2026-13-01', '30-01-2026', '2026-1-3', ''])('refuses %p', text =>
    expect(() => formatDate(text)).toThrow(RangeError),
  )

  it.each([
    ['Asia/Jakarta', '30 Januari 2026 22.45 WIB'],
    ['Asia/Makassar', '30 Januari 2026 23.45 WITA'],
    ['Asia/Jayapura', '31 Januari 2026 00.45 WIT'],
  ] as const)('shows an instant in the zone of the satker: %s', (zone, text) =>
    expect(formatInstant('2026-01-30T15:45:00.000Z', zone)).toBe(text),
  )

  it('takes the day from the zone, not from UTC', () => {
    const lateEvening = new Date('2026-03-31T17:00:00Z')
    expect(civilDateIn(lateEvening, 'Asia/Jakarta')).toBe('2026-04-01')
    expect(formatTime(lateEvening, 'Asia/Jakarta')).toBe('00.00')
  })
})
