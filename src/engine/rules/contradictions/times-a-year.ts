import { exact, max, type Exact } from '../../exact'

const NUMBERS: Readonly<Record<string, number>> = {
  satu: 1,
  dua: 2,
  tiga: 3,
  empat: 4,
  lima: 5,
  enam: 6,
}
const PERIODS: Readonly<Record<string, number>> = { bulan: 12, triwulan: 4, semester: 2, tahun: 1 }

/** `2 kali`, `dua kali setahun`, `1x per triwulan`. */
const TIMES =
  /(?<![\p{L}\p{N}])(\d{1,3}|satu|dua|tiga|empat|lima|enam)\s*(?:\([\p{L}]+\)\s*)?(?:kali|x)(?![\p{L}\p{N}])(?:\s*(?:per|setiap|tiap|dalam|se)\s*-?\s*(bulan|triwulan|semester|tahun))?/giu

/** How often a year something happens by the words of a note; the most it says; null where it says nothing. */
export function timesAYear(note: string): Exact | null {
  const said = [...note.matchAll(TIMES)].map(([, count = '', period = 'tahun']) =>
    exact((NUMBERS[count.toLowerCase()] ?? Number(count)) * (PERIODS[period.toLowerCase()] ?? 1)),
  )
  return said.length === 0 ? null : said.reduce(max)
}
