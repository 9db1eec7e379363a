/** What people wrote, read without case, marks and spacing. */

/** Lower case, letters and digits alone, one space between words. */
export const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Whether a text has a word or a run of words as such: `tukin`, not `tukinem`. */
export const hasWord = (text: string, word: string): boolean =>
  ` ${plain(text)} `.includes(` ${plain(word)} `)

export const hasAnyWord = (text: string, words: readonly string[]): boolean =>
  words.some(word => hasWord(text, word))
