import type { Exact } from '../engine/exact'
import { COMPARISON_WORDS } from '../engine/rules/measures'
import type { Band, RuleBook } from '../engine/rules/rule-book'
import { READINESS, settingsOf } from './known-rules'
import { UNITS } from './setting-units'
import { settingWords, wordListLabel } from './setting-words'

/** One threshold of a rule for people: `Pegawai yang ikut membangun`, `waspada bila kurang dari 75%`. */
export interface ThresholdLine {
  readonly label: string
  readonly text: string
}

export const BOUNDS = ['waspada', 'bahaya'] as const
export type Bound = (typeof BOUNDS)[number]

const OPPOSITE: Readonly<Record<Band['is'], Band['is']>> = { '<': '>=', '<=': '>', '>': '<=', '>=': '<' }

/** What reaching a bound means and how it is compared: `waspada bila kurang dari`. */
export function boundLead(rule: string, name: string, bound: Bound, is: Band['is']): string {
  const isReading = rule.startsWith('recommendation-') && !settingWords(rule, 'bands', name).isLimit
  if (isReading && bound === 'waspada') return `selesai bila ${COMPARISON_WORDS[OPPOSITE[is]]}`
  return `${meaningOf(rule, isReading, bound)} bila ${COMPARISON_WORDS[is]}`
}

function meaningOf(rule: string, isReading: boolean, bound: Bound): string {
  if (isReading) return 'belum'
  if (rule === READINESS) return bound === 'waspada' ? 'bersyarat' : 'belum siap'
  return bound
}

/** A bound with its unit; one that is never reached says so. */
export const boundWords = (rule: string, name: string, bound: Bound, band: Band): string => {
  const value = band[bound]
  return value === null
    ? `tidak ada tingkat ${bound}`
    : `${boundLead(rule, name, bound, band.is)} ${sayAs(rule, 'bands', name, value)}`
}

export const sayAs = (rule: string, part: 'bands' | 'numbers', name: string, value: Exact): string =>
  UNITS[settingWords(rule, part, name).unit].say(value)

/** All that a book says of a rule. */
export function thresholdLines(book: RuleBook, rule: string): ThresholdLine[] {
  const settings = settingsOf(book, rule)
  if (!settings) return []
  return [
    ...Object.entries(settings.bands).map(([name, band]) => ({
      label: settingWords(rule, 'bands', name).label,
      text: BOUNDS.filter(bound => band[bound] !== null)
        .map(bound => boundWords(rule, name, bound, band))
        .join(', '),
    })),
    ...Object.entries(settings.numbers).map(([name, number]) => ({
      label: settingWords(rule, 'numbers', name).label,
      text: sayAs(rule, 'numbers', name, number),
    })),
    ...Object.entries(settings.words).map(([name, words]) => ({
      label: wordListLabel(rule, name),
      text: words.join(', '),
    })),
  ]
}
