import { add, compare } from '../../exact'
import type { Facts } from '../facts'
import type { Contradiction } from '../finding'
import { codeOf, rule } from '../rule'
import { sayNumber } from '../say'
import { exactOf } from '../exact-text'
import { answerTo, figure, found, inputOf } from './contradiction'

type Read = Pick<Facts, 'worksheet'>

const NAME = { id: 'contradiction-impossible-inputs', title: 'Angka yang bertentangan dalam satu pertanyaan' }

/** A part above its whole, within one question. */
export const impossibleInputs = rule({
  ...NAME,
  basis: 'Pemeriksaan konsistensi: rincian tidak sesuai jumlahnya',
  reads: ['worksheet'],
  topics: ['violations'],
  read: (facts: Read, means): Contradiction[] => [
    ...facts.worksheet.answers
      .filter(({ state }) => state === 'contradictory')
      .flatMap(({ code, inputs }) =>
        found(NAME, {
          about: code,
          level: 'bahaya',
          sentence: `Angka pada ${code} bertentangan: bagiannya melebihi keseluruhannya.`,
          measures: Object.entries(inputs)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .flatMap(([key, text]) => {
              const value = exactOf(text)
              return value === null ? [] : [figure(key, key, value)]
            }),
          questions: [code],
          remedy: 'Perbaiki angkanya; sebelum itu jawaban ini tidak bernilai.',
        }),
      ),
    ...sanctionedBeyond(facts, codeOf(means, 'violations')),
  ],
})

function sanctionedBeyond({ worksheet }: Read, code: string): Contradiction[] {
  const answer = answerTo(worksheet, code)
  const [previous, current] = [inputOf(answer, 'previous'), inputOf(answer, 'current')]
  const sanctioned = inputOf(answer, 'sanctioned')
  if (previous === null || current === null || sanctioned === null) return []
  const all = add(previous, current)
  return found(NAME, {
    about: `${code} sanctioned`,
    level: compare(sanctioned, all) > 0 ? 'waspada' : 'aman',
    sentence: `Pelanggaran yang dikenai sanksi ditulis ${sayNumber(sanctioned)}, lebih dari ${sayNumber(all)} pelanggaran dalam dua tahun.`,
    measures: [
      figure('all', 'Pelanggaran dua tahun', all),
      figure('sanctioned', 'Dikenai sanksi', sanctioned),
    ],
    questions: [code],
    remedy: 'Samakan angkanya dengan rekap pelanggaran disiplin.',
  })
}
