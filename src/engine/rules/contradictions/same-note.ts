import { exact } from '../../exact'
import type { Facts } from '../facts'
import type { Contradiction } from '../finding'
import { levelIn } from '../measures'
import { bandOf, countOf, rule } from '../rule'
import { sayCount } from '../say'
import { plain } from '../texts'
import { figure, found } from './contradiction'

type Read = Pick<Facts, 'worksheet'>

const NAME = { id: 'contradiction-same-note', title: 'Catatan yang sama pada beberapa pertanyaan' }

/** One text under several questions; short ones (`terlampir`) say too little to be told apart. */
export const sameNote = rule({
  ...NAME,
  basis: 'Pemeriksaan konsistensi: catatan milik pertanyaan lain',
  reads: ['worksheet'],
  bands: ['questions'],
  numbers: ['least_letters'],
  read: (facts: Read, means): Contradiction[] => {
    const codes = new Map<string, string[]>()
    for (const { code, note } of facts.worksheet.answers) {
      const text = plain(note)
      if (text.length >= countOf(means, 'least_letters')) codes.set(text, [...(codes.get(text) ?? []), code])
    }
    return [...codes.values()]
      .map(questions => questions.sort())
      .sort(([a = ''], [b = '']) => (a < b ? -1 : 1))
      .flatMap(questions =>
        found(NAME, {
          about: questions[0] ?? '',
          level: levelIn(bandOf(means, 'questions'), exact(questions.length)),
          sentence: `Catatan yang sama tertulis pada ${sayCount(questions.length)} pertanyaan.`,
          measures: [figure('questions', 'Pertanyaan dengan catatan ini', questions.length)],
          questions,
          remedy: 'Tulis pada tiap pertanyaan apa yang ditanyakan di sana.',
        }),
      )
  },
})
