import type { RuleBook, RuleBookFault } from '../engine/rules/rule-book'
import { KNOWN_RULES, placeOf, settingsOf } from './known-rules'
import { senselessAs } from './setting-units'
import { settingWords } from './setting-words'
import { BOUNDS } from './threshold-words'

/** Each is looked for in every text of every satker. */
const MOST_WORDS = 500

/** What can be read of a book and makes no sense: a share of 300 %, half a day, thousands of words. A version that stands is not asked. */
export function senselessThresholds(book: RuleBook): RuleBookFault[] {
  return KNOWN_RULES.flatMap(({ id }) => {
    const settings = settingsOf(book, id)
    if (!settings) return []
    const at = placeOf(id).join('.')
    const bands = Object.entries(settings.bands).flatMap(([name, band]) =>
      BOUNDS.map(bound => ({ part: 'bands' as const, name, at: `.${bound}`, value: band[bound] })),
    )
    const numbers = Object.entries(settings.numbers).map(([name, value]) => ({
      part: 'numbers' as const,
      name,
      at: '',
      value,
    }))
    const amounts = [...bands, ...numbers].flatMap(one => {
      const fault = one.value && senselessAs(settingWords(id, one.part, one.name).unit, one.value)
      return fault ? [{ at: `${at}.${one.part}.${one.name}${one.at}`, message: fault }] : []
    })
    const words = Object.entries(settings.words)
      .filter(([, list]) => list.length > MOST_WORDS)
      .map(([name]) => ({ at: `${at}.words.${name}`, message: `Tulis paling banyak ${MOST_WORDS} kata.` }))
    return [...amounts, ...words]
  })
}
