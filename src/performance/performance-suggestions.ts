import type { Instrument, Question } from '../engine/instrument/instrument'
import {
  yearStanding,
  yearVerdict,
  type YearStanding,
  type YearVerdict,
} from '../engine/performance/standing'
import type { YearCommitment } from '../engine/performance/year'
import type { Suggestion } from '../registers/suggestion'
import { formatCount } from '../web/format/number'
import { percentWords } from './performance-words'
import { comparisonQuestions, optionFor, targetQuestions } from './performance-questions'

export const asksOfPerformance = ({ code }: Question, instrument: Instrument): boolean =>
  [...targetQuestions(instrument), ...comparisonQuestions(instrument)].some(
    question => question.code === code,
  )

/** Commitments by year; the answers of a cycle rest on the last year of which every quarter was reported. */
export function suggestionsFor(
  instrument: Instrument,
  years: ReadonlyMap<number, readonly YearCommitment[]>,
  cycleYear: number,
  hrefOf: (year: number) => string,
): Suggestion[] {
  const standingOf = (year: number): YearStanding => yearStanding(years.get(year) ?? [])
  const year = [cycleYear, cycleYear - 1].find(candidate => standingOf(candidate).complete)
  if (year === undefined) return []
  const [now, before] = [standingOf(year), standingOf(year - 1)]
  const href = hrefOf(year)
  const counted = `${formatCount(now.reached)} dari ${formatCount(now.targets)} target kinerja ${year} tercapai`
  const counts = targetQuestions(instrument).map(({ code, numerator, denominator }) => ({
    question: code,
    sentence: `Menurut register kinerja, ${counted}.`,
    answer: {
      inputs: {
        [denominator[0] ?? '']: String(now.targets),
        [numerator.plus[0] ?? '']: String(now.reached),
      },
    },
    href,
  }))
  const verdict = yearVerdict(now, before.complete ? before : null)
  const options = comparisonQuestions(instrument).flatMap(question => {
    const option = optionFor(question, verdict)
    const sentence = `Menurut register kinerja, ${counted}${comparedWords(verdict, now, before, year)}.`
    return option === undefined ? [] : [{ question: question.code, sentence, answer: { option }, href }]
  })
  return [...counts, ...options]
}

/** Whether other units did worse is not in the register, so the highest option is never proposed. */
function comparedWords(verdict: YearVerdict, now: YearStanding, before: YearStanding, year: number): string {
  if (verdict === 'missed') return ''
  if (!before.complete || !before.mean || !now.mean)
    return `; ${year - 1} belum lengkap, jadi kenaikannya belum terbukti`
  const means = `rata-rata capaian ${percentWords(before.mean)} menjadi ${percentWords(now.mean)}`
  return verdict === 'risen' ? `, ${means}; pembanding unit sejenis tidak ada di register` : `, ${means}`
}
