import { KNOWN_RULES, placeOf } from './known-rules'
import { settingWords, wordListLabel } from './setting-words'

/** Where a fault of a book stands, in words: `Instan, … – Bukti yang diunggah …`; of another place nothing. */
export function faultPlace(at: string): string {
  const rule = KNOWN_RULES.find(({ id }) => {
    const place = placeOf(id).join('.')
    return at === place || at.startsWith(`${place}.`)
  })
  if (!rule) return ''
  const [part, name, bound] = at.slice(placeOf(rule.id).join('.').length + 1).split('.')
  if (!name) return rule.title
  const label =
    part === 'bands' || part === 'numbers'
      ? settingWords(rule.id, part, name).label
      : wordListLabel(rule.id, name)
  return `${rule.title} – ${label}${bound && bound !== 'is' ? `, ${bound}` : ''}`
}
