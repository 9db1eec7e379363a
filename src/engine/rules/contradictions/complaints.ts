import { add, equals, exact, type Exact } from '../../exact'
import { addsUp } from '../../inputs/complaint-counts'
import { lastDay } from '../cycle-days'
import type { ComplaintFacts, Facts } from '../facts'
import type { Contradiction } from '../finding'
import { codeOf, rule } from '../rule'
import { sayCount, sayList, sayNumber } from '../say'
import { answerTo, figure, found, inputOf } from './contradiction'

type Read = Pick<Facts, 'today' | 'cycle' | 'complaints' | 'worksheet'>

const NAME = { id: 'contradiction-complaints', title: 'Hitungan pengaduan' }

/** Complaints as answered: within the answer, against the register, and within the register. */
export const complaints = rule({
  ...NAME,
  basis: 'Pemeriksaan konsistensi: hitungan pengaduan',
  reads: ['today', 'cycle', 'complaints', 'worksheet'],
  topics: ['complaints'],
  read: (facts: Read, means): Contradiction[] => {
    const code = codeOf(means, 'complaints')
    const answer = answerTo(facts.worksheet, code)
    const [due, process, resolved] = ['due', 'in_progress', 'resolved'].map(key => inputOf(answer, key)) as [
      Exact | null,
      Exact | null,
      Exact | null,
    ]
    return [
      ...withinAnswer(due, process, resolved, code),
      ...againstRegister(facts, due, resolved, code),
      ...withinRegister(facts, code),
    ]
  },
})

function withinAnswer(
  due: Exact | null,
  process: Exact | null,
  resolved: Exact | null,
  code: string,
): Contradiction[] {
  if (due === null || process === null || resolved === null) return []
  return found(NAME, {
    about: 'answer',
    level: equals(due, add(process, resolved)) ? 'aman' : 'bahaya',
    sentence: `Wajib ditangani ${sayNumber(due)} pengaduan, tetapi diproses ${sayNumber(process)} dan tuntas ${sayNumber(resolved)} berjumlah ${sayNumber(add(process, resolved))}.`,
    measures: [
      figure('due', 'Wajib ditangani', due),
      figure('in_progress', 'Diproses', process),
      figure('resolved', 'Tuntas', resolved),
    ],
    questions: [code],
    remedy: 'Periksa register pengaduan dan perbaiki angkanya.',
  })
}

/** The answer may count the cycle's year or the year before: it contradicts only where it is neither. */
function againstRegister(
  facts: Read,
  due: Exact | null,
  resolved: Exact | null,
  code: string,
): Contradiction[] {
  if (due === null || resolved === null) return []
  const counted = [facts.cycle.year, facts.cycle.year - 1]
    .map(year => ({ year, months: monthsOf(facts, year) }))
    .filter(({ months }) => months.length > 0)
    .map(({ year, months }) => ({
      year,
      months,
      received: total(months, 'received'),
      done: total(months, 'done'),
    }))
  const [last] = counted
  if (!last) return []
  const agrees = counted.some(one => equals(due, exact(one.received)) && equals(resolved, exact(one.done)))
  return found(NAME, {
    about: 'register',
    level: agrees ? 'aman' : 'waspada',
    sentence: `Dijawab ${sayNumber(due)} pengaduan dengan ${sayNumber(resolved)} tuntas, tetapi register ${last.year} memuat ${sayCount(last.received)} dengan ${sayCount(last.done)} selesai.`,
    measures: [
      figure('due', 'Wajib ditangani', due),
      figure('resolved', 'Tuntas', resolved),
      figure('received', 'Diterima menurut register', last.received),
      figure('done', 'Selesai menurut register', last.done),
    ],
    records: last.months.map(({ id }) => ({ kind: 'input', id })),
    questions: [code],
    remedy: 'Samakan jawaban dengan register pengaduan.',
  })
}

function withinRegister(facts: Read, code: string): Contradiction[] {
  const wrong = facts.complaints
    .filter(({ month }) => month <= lastDay(facts).slice(0, 7))
    .filter(one => !addsUp({ ...one, averageDays: null }))
    .sort((a, b) => (a.month < b.month ? -1 : 1))
  return found(NAME, {
    about: 'months',
    level: wrong.length > 0 ? 'waspada' : 'aman',
    sentence: `Pengaduan diterima tidak sama dengan yang selesai dan diproses pada bulan ${sayList(wrong.map(({ month }) => month))}.`,
    measures: wrong.map(({ month, received, done, inProcess }) =>
      figure(month, `Selisih ${month}`, received - done - inProcess),
    ),
    records: wrong.map(({ id }) => ({ kind: 'input', id })),
    questions: [code],
    remedy: 'Perbaiki hitungan pengaduan bulan itu.',
  })
}

const monthsOf = (facts: Read, year: number): readonly ComplaintFacts[] =>
  facts.complaints.filter(({ month }) => month.startsWith(`${year}-`) && month <= lastDay(facts).slice(0, 7))

const total = (months: readonly ComplaintFacts[], key: 'received' | 'done'): number =>
  months.reduce((all, one) => all + one[key], 0)
