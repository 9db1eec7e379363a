import { compare, ONE, ratio } from '../../exact'
import { exactOf } from '../exact-text'
import type { AnswerFacts, Facts } from '../facts'
import type { Contradiction } from '../finding'
import { levelIn } from '../measures'
import { bandOf, rule } from '../rule'
import { sayCount, sayShare } from '../say'
import { figure, found } from './contradiction'

type Read = Pick<Facts, 'worksheet'>

const NAME = { id: 'contradiction-all-at-maximum', title: 'Seluruh Pemenuhan bernilai penuh' }

/** 30 of 30: as grave as the part of it that has no evidence to carry it. */
export const allAtMaximum = rule({
  ...NAME,
  basis: 'Pemeriksaan konsistensi: seluruh Pemenuhan pada nilai tertinggi',
  reads: ['worksheet'],
  bands: ['flagged'],
  read: (facts: Read, means): Contradiction[] => {
    const all = facts.worksheet.answers.filter(({ block }) => block === 'pemenuhan')
    if (all.length === 0 || !all.every(isFull)) return []
    const flagged = all.filter(({ flags }) => flags.length > 0)
    const share = ratio(flagged.length, all.length)
    return found(NAME, {
      level: levelIn(bandOf(means, 'flagged'), share),
      sentence: `Seluruh ${sayCount(all.length)} jawaban Pemenuhan bernilai penuh, dan ${sayShare(share)} di antaranya tidak terbukti penuh.`,
      measures: [
        figure('answers', 'Jawaban Pemenuhan', all.length),
        figure('flagged', 'Jawaban tanpa bukti yang memadai', flagged.length),
      ],
      questions: (flagged.length > 0 ? flagged : all).map(({ code }) => code),
      remedy: 'Nilai ulang tiap jawaban dengan jujur terhadap kriterianya.',
    })
  },
})

function isFull({ state, value }: AnswerFacts): boolean {
  const number = exactOf(value)
  return state === 'answered' && number !== null && compare(number, ONE) >= 0
}
