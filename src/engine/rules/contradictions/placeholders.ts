import type { Facts } from '../facts'
import type { Contradiction } from '../finding'
import { rule, wordsOf, type RuleMeans } from '../rule'
import { hasWord, plain } from '../texts'
import { found } from './contradiction'

type Read = Pick<Facts, 'worksheet'>

const NAME = { id: 'contradiction-placeholder', title: 'Catatan yang belum diisi' }

/** What a template leaves behind: `xxx`, `…`, `lorem`. */
export const placeholders = rule({
  ...NAME,
  basis: 'Pemeriksaan konsistensi: teks pengganti dalam catatan',
  reads: ['worksheet'],
  words: ['placeholders'],
  read: (facts: Read, means): Contradiction[] =>
    [...facts.worksheet.answers]
      .sort((a, b) => (a.code < b.code ? -1 : 1))
      .flatMap(({ code, note }) => {
        const word = placeholderIn(note, means)
        return found(NAME, {
          about: `${code} ${word ?? ''}`.trim(),
          level: word === undefined ? 'aman' : 'waspada',
          sentence: `Catatan ${code} masih memuat “${word}”.`,
          questions: [code],
          remedy: 'Ganti dengan keterangan yang sebenarnya.',
        })
      }),
})

/** Words as words, however long their last letter runs on (`xxxxx`); signs wherever they stand. */
function placeholderIn(note: string, means: RuleMeans): string | undefined {
  const text = note.replace(/(\p{L})\1{2,}/gu, '$1$1$1')
  return wordsOf(means, 'placeholders').find(word =>
    plain(word) === '' ? text.includes(word) : hasWord(text, word),
  )
}
