import type { RuleBook, RuleBookFault } from '../engine/rules/rule-book'
import { KNOWN_RULES, placeOf, settingsOf } from './known-rules'
import { senselessAs } from './setting-units'
import { settingWords } from './setting-words'
import { BOUNDS } from './threshold-words'

/** Numbers of a book that can be read and mean nothing: a share of 300 %, half a day. A version that stands is not asked. */
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
    return [...bands, ...numbers].flatMap(one => {
      const fault = one.value && senselessAs(settingWords(id, one.part, one.name).unit, one.value)
      return fault ? [{ at: `${at}.${one.part}.${one.name}${one.at}`, message: fault }] : []
    })
  })
}
