import { QUARTERS, quarterDays, type Quarter } from '../engine/performance/quarters'
import type { EntryFacts } from '../registers/register-entry'
import { isReported, type KeptCommitment, type QuarterRow } from './commitment-facts'
import { ROMAN } from './performance-list'
import { figureWords, QUARTER_WORDS, shareWords } from './performance-words'

/** The places of the worksheet that an entry supports; without questions those that stand are left. */
export type Supporting = Pick<EntryFacts, 'areas' | 'questions'>

/** The promise of a year as an entry of the registers. */
export function promiseEntry(one: KeptCommitment, supporting: Supporting): EntryFacts {
  const targets = QUARTERS.flatMap(quarter => {
    const target = one.quarters.find(row => row.quarter === quarter)?.target
    return target === undefined ? [] : [`${ROMAN[quarter]} ${figureWords(target)}`]
  })
  return {
    ...supporting,
    id: one.id,
    satkerId: one.satkerId,
    register: 'performance',
    title: `Perjanjian kinerja ${one.year}: ${one.indicator}`,
    summary: `Target ${figureWords(one.yearTarget)} ${one.unit}; triwulan ${targets.join(', ')}.`,
    happenedOn: `${one.year}-01-01`,
    happenedUntil: `${one.year}-12-31`,
  }
}

/** What was reported of a quarter as an entry of its own: proof and questions are of that quarter. */
export function reportEntry(
  one: KeptCommitment,
  row: QuarterRow & { readonly realisation: string },
  supporting: Supporting,
): EntryFacts {
  const { from, until } = quarterDays(one.year, row.quarter)
  const share = shareWords(one.direction, row, text => ` (${text})`)
  const state = row.state === '' ? '' : `, ${QUARTER_WORDS[row.state].text.toLowerCase()}`
  return {
    ...supporting,
    id: row.id,
    satkerId: one.satkerId,
    register: 'performance',
    title: `${quarterName(one.year, row.quarter)}: ${one.indicator}`,
    summary: `Realisasi ${figureWords(row.realisation)} dari target ${figureWords(row.target)} ${one.unit}${share}${state}.`,
    happenedOn: from,
    happenedUntil: until,
  }
}

/** A promise with everything reported of it. */
export const entriesOf = (one: KeptCommitment, supporting: Supporting): EntryFacts[] => [
  promiseEntry(one, supporting),
  ...one.quarters.filter(isReported).map(row => reportEntry(one, row, supporting)),
]

/** `Triwulan II 2026` */
export const quarterName = (year: number, quarter: Quarter): string => `Triwulan ${ROMAN[quarter]} ${year}`
