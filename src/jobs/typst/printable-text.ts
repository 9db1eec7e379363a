/** Stands for a character that the report's typeface cannot draw. */
export const REPLACEMENT = '□'
const BREAK = '\u200b'
const LONG_WORD = /\S{25,}/g
const HASH = /^[0-9a-f]{64}\W?$/
const PIECE = /[^\u200b]{13}(?=[^\u200b])/g
/** Controls, direction overrides, joiners and variation selectors: they draw nothing by themselves. */
const INVISIBLE = /[\p{Cc}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]/gu

/** Every string of a JSON value made fit for print; words in `whole` are never broken; `replaced` counts the characters that had to give way to `□`. */
export function printable<T>(
  value: T,
  drawable: ReadonlySet<number>,
  whole: readonly string[] = [],
): { value: T; replaced: number } {
  let replaced = 0
  const fit = (text: string): string =>
    Array.from(text.normalize('NFC').replace(INVISIBLE, keepNewline), character => {
      if (character === '\n' || drawable.has(character.codePointAt(0) ?? 0)) return character
      replaced++
      return REPLACEMENT
    }).join('')
  const walk = (node: unknown): unknown => {
    if (typeof node === 'string') return breakable(fit(node), whole)
    if (Array.isArray(node)) return node.map(walk)
    if (node === null || typeof node !== 'object') return node
    return Object.fromEntries(Object.entries(node).map(([key, child]) => [key, walk(child)]))
  }
  return { value: walk(value) as T, replaced }
}

const keepNewline = (character: string) => (character === '\n' ? character : '')

/** Lets a word without spaces (a file name, somebody's keyboard) break inside a narrow column; a hash stays whole. */
function breakable(text: string, whole: readonly string[]): string {
  return text.replace(LONG_WORD, word =>
    HASH.test(word) || whole.includes(word.replace(/\.$/, ''))
      ? word
      : word.replace(/[_./\\-]/g, `$&${BREAK}`).replace(PIECE, `$&${BREAK}`),
  )
}
