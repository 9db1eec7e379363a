import { exact } from '../../exact'
import type { Facts } from '../facts'
import type { Contradiction } from '../finding'
import { levelIn } from '../measures'
import { bandOf, rule } from '../rule'
import { sayCount } from '../say'
import { figure, found } from './contradiction'

type Read = Pick<Facts, 'evidence'>

const NAME = { id: 'contradiction-copied-elsewhere', title: 'Berkas yang sama pada unit lain' }

/** Papers from above are rightly shared; what doing leaves behind is not. */
export const copiedElsewhere = rule({
  ...NAME,
  basis: 'Pemeriksaan konsistensi: salinan dari unit lain',
  reads: ['evidence'],
  bands: ['units_with_paper', 'units_with_trace'],
  read: (facts: Read, means): Contradiction[] =>
    facts.evidence.flatMap(({ id, title, restricted, nature, elsewhere, questions }) =>
      found(NAME, {
        about: id,
        level: levelIn(
          bandOf(means, nature === 'formal' ? 'units_with_paper' : 'units_with_trace'),
          exact(elsewhere),
        ),
        sentence: `${restricted ? 'Berkas sebuah bukti terbatas' : `Berkas “${title}”`} juga ada pada ${sayCount(elsewhere)} unit lain.`,
        measures: [figure('units', 'Unit lain dengan berkas yang sama', elsewhere)],
        records: [{ kind: 'evidence', id }],
        questions,
        remedy: 'Ganti dengan bukti dari satuan kerja sendiri, atau jelaskan mengapa naskahnya sama.',
      }),
    ),
})
