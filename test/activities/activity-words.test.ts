import {
  attendanceWords,
  dayWords,
  guestWords,
  hourWords,
  pointStatus,
  pointWords,
  shortDayWords,
  timeStatus,
} from '../../src/activities/activity-words'
import { yearsBetween } from '../../src/activities/activities-list'

describe('the words of an activity', () => {
  it('name the days that the calendar gives', () => {
    const [one, several] = [
      { heldOn: '2026-03-03', heldUntil: '2026-03-03' },
      { heldOn: '2026-03-30', heldUntil: '2026-04-01' },
    ]
    expect([one, several].map(dayWords)).toEqual([
      'Selasa, 3 Maret 2026',
      'Senin–Rabu, 30 Maret – 1 April 2026',
    ])
    expect([one, several].map(shortDayWords)).toEqual(['Sel, 3 Mar 2026', '30 Mar – 1 Apr 2026'])
  })

  it.each([
    ['09:00', '11:30', '09.00–11.30 WITA'],
    ['09:00', '', '09.00 WITA'],
    ['', '', ''],
  ])('say the hours %j to %j in the zone of the satker', (startsAt, endsAt, words) => {
    expect(hourWords({ startsAt, endsAt, timeZone: 'Asia/Makassar' })).toBe(words)
  })

  it('count people of the satker and guests apart', () => {
    expect(attendanceWords({ named: 3, counted: null, guests: {} })).toBe('3 pegawai')
    expect(attendanceWords({ named: 3, counted: 1200, guests: { media: 2 } })).toBe(
      '1.200 pegawai dan 2 dari luar',
    )
    expect(attendanceWords({ named: 0, counted: 0, guests: {} })).toBe('')
    expect(guestWords({ 'civil-society': 2, public: 12 })).toBe('12 masyarakat atau pengguna layanan, 2 LSM')
  })

  it('say what became of its points', () => {
    expect(pointWords({ points: 0, openPoints: 0 })).toBe('')
    expect(pointWords({ points: 3, openPoints: 2 })).toBe('3 butir, 1 selesai')
    expect(pointWords({ points: 3, openPoints: 0 })).toBe('3 butir, semua selesai')
    const words = (dueOn: string, doneOn: string | null = null) =>
      pointStatus({ dueOn, doneOn }, '2026-03-12').text
    expect([
      words('2026-03-11'),
      words('2026-03-19'),
      words('2026-03-20'),
      words('2026-03-11', '2026-03-12'),
    ]).toEqual(['Lewat', '≤ 7 hari', 'Terbuka', 'Selesai'])
  })

  it('point out only what is not over', () => {
    const text = (heldOn: string) => timeStatus({ heldOn, heldUntil: heldOn }, '2026-03-12')?.text
    expect([text('2026-03-13'), text('2026-03-12'), text('2026-03-11')]).toEqual([
      'Akan datang',
      'Berlangsung',
      undefined,
    ])
  })

  it('know the years between the first and the last, the newest first, and no thousands of them', () => {
    expect(yearsBetween('2024-12-31', '2026-01-01')).toEqual(['2026', '2025', '2024'])
    expect(yearsBetween(null, null)).toEqual([])
    expect(yearsBetween('1990-01-01', '2100-01-01')).toHaveLength(60)
  })
})
