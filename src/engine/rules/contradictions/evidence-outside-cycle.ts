import { exact } from '../../exact'
import type { Facts } from '../facts'
import type { Contradiction } from '../finding'
import { levelIn } from '../measures'
import { bandOf, countOf, rule } from '../rule'
import { sayCount } from '../say'
import { figure, found } from './contradiction'

type Read = Pick<Facts, 'cycle' | 'evidence'>

const NAME = { id: 'contradiction-evidence-outside-cycle', title: 'Bukti di luar masa penilaian' }

/** Traces and outcomes of earlier times; a decision of long ago can still hold, so papers are left alone. */
export const evidenceOutsideCycle = rule({
  ...NAME,
  basis: 'Pemeriksaan konsistensi: bukti di luar siklus',
  reads: ['cycle', 'evidence'],
  bands: ['pieces'],
  numbers: ['years_back'],
  read: (facts: Read, means): Contradiction[] => {
    const first = `${facts.cycle.year - countOf(means, 'years_back')}-01-01`
    const old = facts.evidence.filter(({ nature, happenedOn, happenedUntil }) => {
      const day = happenedUntil ?? happenedOn
      return nature !== 'formal' && day !== null && day < first
    })
    return found(NAME, {
      level: levelIn(bandOf(means, 'pieces'), exact(old.length)),
      sentence: `${sayCount(old.length)} jejak kegiatan atau bukti hasil berasal dari sebelum tahun ${first.slice(0, 4)}.`,
      measures: [figure('pieces', 'Bukti di luar masa penilaian', old.length)],
      records: old.map(({ id }) => ({ kind: 'evidence', id })),
      questions: old.flatMap(({ questions }) => questions),
      remedy: 'Ganti dengan bukti dari masa yang dinilai.',
    })
  },
})
