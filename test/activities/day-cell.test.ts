import { z } from 'zod'
import { dayCell } from '../../src/activities/day-cell'

const read = (text: string): unknown => {
  const { success, data, error } = z.safeParse(dayCell, text)
  return success ? data : error.issues[0]?.message
}

describe('a day in a file', () => {
  it.each([
    ['2026-03-03', '2026-03-03'],
    ['3/3/2026', '2026-03-03'],
    ['03/03/2026', '2026-03-03'],
    ['3 Maret 2026', '2026-03-03'],
    ['3 mar 2026', '2026-03-03'],
    ['Selasa, 3 Maret 2026', '2026-03-03'],
    ['selasa 2026-03-03', '2026-03-03'],
    ["Jum'at, 06/03/2026", '2026-03-06'],
    ['Jumat, 06/03/2026', '2026-03-06'],
    ['Ahad 8 Maret 2026', '2026-03-08'],
    ['', null],
  ])('%j is %j', (text, day) => {
    expect(read(text)).toBe(day)
  })

  it.each([
    ['Selasa, 30 Januari 2020', '30 Januari 2020 adalah hari Kamis, bukan Selasa.'],
    ['Rabu 2026-03-03', '3 Maret 2026 adalah hari Selasa, bukan Rabu.'],
    ['Tuesday, 3 Maret 2026', '“Tuesday” bukan nama hari.'],
    ['30-01-2026', 'Tulis tanggal seperti 2026-01-30 atau 30/01/2026.'],
    ['1/13/2026', 'Tulis tanggal seperti 2026-01-30 atau 30/01/2026.'],
    ['31 Februari 2026', 'Tulis tanggal seperti 2026-01-30 atau 30/01/2026.'],
    ['3 Foo 2026', 'Tulis tanggal seperti 2026-01-30 atau 30/01/2026.'],
    ['Selasa', 'Tulis tanggal seperti 2026-01-30 atau 30/01/2026.'],
    ['46084', 'Tulis tanggal seperti 2026-01-30 atau 30/01/2026.'],
    ['0202-03-03', 'Periksa tahunnya.'],
  ])('%j is refused: %s', (text, message) => {
    expect(read(text)).toBe(message)
  })
})
