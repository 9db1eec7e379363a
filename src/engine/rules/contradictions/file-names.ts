import { ratio } from '../../exact'
import type { Facts } from '../facts'
import type { Contradiction } from '../finding'
import { levelIn } from '../measures'
import { bandOf, rule, wordsOf, type RuleMeans } from '../rule'
import { sayCount } from '../say'
import { plain } from '../texts'
import { figure, found } from './contradiction'

type Read = Pick<Facts, 'evidence'>

const NAME = { id: 'contradiction-file-names', title: 'Nama berkas tanpa keterangan' }

/** Names that a device or a copy gave: `scan001`, `IMG_2041`, `… - Copy`. */
export const fileNames = rule({
  ...NAME,
  basis: 'Pemeriksaan konsistensi: nama berkas',
  reads: ['evidence'],
  bands: ['named_by_device'],
  words: ['devices', 'copies'],
  read: (facts: Read, means): Contradiction[] => {
    const files = facts.evidence.flatMap(piece => piece.files.map(({ name }) => ({ piece, name })))
    const poor = files
      .filter(({ name }) => saysNothing(name, means))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
    if (files.length === 0) return []
    const example = poor.find(({ piece }) => !piece.restricted)?.name
    const pieces = [...new Set(poor.map(({ piece }) => piece))]
    return found(NAME, {
      level: levelIn(bandOf(means, 'named_by_device'), ratio(poor.length, files.length)),
      sentence: `${sayCount(poor.length)} dari ${sayCount(files.length)} berkas bernama bawaan alat atau salinan${example === undefined ? '' : `, misalnya “${example}”`}.`,
      measures: [figure('files', 'Berkas bernama bawaan alat atau salinan', poor.length)],
      records: pieces.map(({ id }) => ({ kind: 'evidence', id })),
      questions: pieces.flatMap(({ questions }) => questions),
      remedy: 'Beri nama menurut isinya, dan unggah naskah aslinya, bukan salinannya.',
    })
  },
})

/** A device's word with nothing but numbers behind it, or the mark of a copy. */
function saysNothing(name: string, means: RuleMeans): boolean {
  const stem = plain(name.replace(/\.[^.]{1,5}$/, ''))
  const letters = stem.replace(/\d+/g, ' ').replace(/\s+/g, ' ').trim()
  const isCopy = wordsOf(means, 'copies').some(
    word => ` ${letters}`.endsWith(` ${plain(word)}`) || letters.startsWith(`${plain(word)} `),
  )
  return isCopy || letters === '' || wordsOf(means, 'devices').some(word => plain(word) === letters)
}
