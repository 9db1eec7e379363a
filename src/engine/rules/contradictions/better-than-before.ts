import { compare } from '../../exact'
import { lastDay, quarterEnd } from '../cycle-days'
import { exactOf } from '../exact-text'
import type { Facts, QuarterFacts } from '../facts'
import type { Contradiction } from '../finding'
import { codeOf, rule, wordsOf } from '../rule'
import { sayCount, sayNumber } from '../say'
import { answerTo, figure, found, inputOf } from './contradiction'

type Read = Pick<Facts, 'today' | 'cycle' | 'quarters' | 'worksheet'>

const NAME = { id: 'contradiction-better-than-before', title: 'Capaian lebih baik dari sebelumnya' }

/** All targets said to be reached, against those counted elsewhere; a rise claimed with nothing to compare. */
export const betterThanBefore = rule({
  ...NAME,
  basis: 'Pemeriksaan konsistensi: capaian kinerja lebih baik dari sebelumnya',
  reads: ['today', 'cycle', 'quarters', 'worksheet'],
  words: ['all_reached', 'risen'],
  topics: ['performance', 'targets'],
  read: (facts: Read, means): Contradiction[] => {
    const [code, targetsCode] = [codeOf(means, 'performance'), codeOf(means, 'targets')]
    const option = answerTo(facts.worksheet, code)?.option
    if (!option) return []
    const [allReached, risen] = [wordsOf(means, 'all_reached'), wordsOf(means, 'risen')].map(one =>
      one.includes(option),
    )
    return [
      ...(allReached
        ? [...missedInAnswer(facts, option, code, targetsCode), ...missedInRegister(facts, option, code)]
        : []),
      ...(risen ? withoutComparison(facts, option, code) : []),
    ]
  },
})

function missedInAnswer(
  { worksheet }: Read,
  option: string,
  code: string,
  targetsCode: string,
): Contradiction[] {
  const answer = answerTo(worksheet, targetsCode)
  const [targets, achieved] = [inputOf(answer, 'targets'), inputOf(answer, 'achieved')]
  if (targets === null || achieved === null) return []
  return found(NAME, {
    about: 'targets',
    level: compare(achieved, targets) < 0 ? 'bahaya' : 'aman',
    sentence: `Dijawab ${option} (semua target tercapai), tetapi hanya ${sayNumber(achieved)} dari ${sayNumber(targets)} sasaran mencapai 100% pada pertanyaan ${targetsCode}.`,
    measures: [figure('targets', 'Sasaran', targets), figure('achieved', 'Sasaran tercapai', achieved)],
    questions: [code, targetsCode],
    remedy: 'Samakan kedua jawaban dengan laporan kinerja.',
  })
}

/** Rows that were reported and whose quarter was over. */
const reported = (facts: Read): readonly QuarterFacts[] =>
  facts.quarters.filter(
    one => one.realisation !== null && quarterEnd(one.year, one.quarter) <= lastDay(facts),
  )

/** Of the last year that was reported to its end: the cycle's or the one before it, which is what is judged. */
function missedInRegister(facts: Read, option: string, code: string): Contradiction[] {
  const fourth = reported(facts).filter(
    ({ quarter, year }) => quarter === 4 && year <= facts.cycle.year && year >= facts.cycle.year - 1,
  )
  const year = Math.max(0, ...fourth.map(one => one.year))
  const ofYear = fourth.filter(one => one.year === year)
  const missed = ofYear.filter(isMissed)
  return found(NAME, {
    about: 'register',
    level: missed.length > 0 ? 'bahaya' : 'aman',
    sentence: `Dijawab ${option} (semua target tercapai), tetapi ${sayCount(missed.length)} dari ${sayCount(ofYear.length)} target akhir tahun ${year} meleset menurut kinerja triwulan.`,
    measures: [
      figure('indicators', 'Target akhir tahun', ofYear.length),
      figure('missed', 'Target yang meleset', missed.length),
    ],
    records: missed.map(({ id }) => ({ kind: 'quarter', id })),
    questions: [code],
    remedy: 'Samakan jawaban dengan realisasi triwulan keempat.',
  })
}

function isMissed({ better, target, realisation }: QuarterFacts): boolean {
  const [wanted, reached] = [exactOf(target), exactOf(realisation ?? '')]
  if (wanted === null || reached === null) return false
  const order = compare(reached, wanted)
  return better === 'higher' ? order < 0 : order > 0
}

function withoutComparison(facts: Read, option: string, code: string): Contradiction[] {
  const rows = reported(facts)
  const compared = rows.some(one =>
    rows.some(other => other.indicator === one.indicator && other.year < one.year),
  )
  return found(NAME, {
    about: 'comparison',
    level: compared ? 'aman' : 'waspada',
    sentence: `Dijawab ${option} (naik dari tahun sebelumnya), tetapi tidak satu indikator pun tercatat realisasinya pada dua tahun.`,
    questions: [code],
    remedy: 'Catat realisasi tahun sebelumnya untuk indikator yang sama.',
  })
}
