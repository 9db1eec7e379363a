import { exact } from '../../exact'
import { daysBetween } from '../../civil-days'
import type { Facts } from '../facts'
import type { Contradiction } from '../finding'
import { levelIn } from '../measures'
import { bandOf, rule, wordsOf } from '../rule'
import { sayCount, sayDate } from '../say'
import { hasAnyWord } from '../texts'
import { figure, found } from './contradiction'
import { periodEndIn } from './periods'

type Read = Pick<Facts, 'evidence'>

const NAME = { id: 'contradiction-evidence-after-period', title: 'Bukti dibuat setelah masanya' }

/** Minutes and reports long after the quarter or month they name, plans and invitations at all after it. */
export const evidenceAfterPeriod = rule({
  ...NAME,
  basis: 'Pemeriksaan konsistensi: bukti bertanggal setelah masa yang dibuktikannya',
  reads: ['evidence'],
  bands: ['days_after', 'days_after_for_plans'],
  words: ['plans'],
  read: (facts: Read, means): Contradiction[] =>
    facts.evidence.flatMap(({ id, title, restricted, happenedOn, questions }) => {
      const end = periodEndIn(title)
      if (end === null || happenedOn === null) return []
      const days = daysBetween(end, happenedOn)
      const isPlan = hasAnyWord(title, wordsOf(means, 'plans'))
      return found(NAME, {
        about: id,
        level: levelIn(bandOf(means, isPlan ? 'days_after_for_plans' : 'days_after'), exact(days)),
        sentence: `${restricted ? 'Sebuah bukti terbatas bertanggal' : `“${title}” bertanggal ${sayDate(happenedOn)},`} ${sayCount(days)} hari setelah masanya berakhir.`,
        measures: [figure('days', 'Hari setelah masanya berakhir', days)],
        records: [{ kind: 'evidence', id }],
        questions,
        remedy: 'Periksa tanggalnya; bukti yang disusun kemudian tidak membuktikan kegiatan pada masanya.',
      })
    }),
})
