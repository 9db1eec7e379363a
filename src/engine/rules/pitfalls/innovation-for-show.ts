import { ratio } from '../../exact'
import { lastDay } from '../cycle-days'
import type { Facts } from '../facts'
import type { Measure } from '../finding'
import { measure } from '../measures'
import { bandOf, rule, type RuleMeans } from '../rule'
import { sayShare } from '../say'
import { pitfall } from './pitfall'

type Read = Pick<Facts, 'today' | 'cycle' | 'innovations'>
type Innovations = Read['innovations']

const ID = 'pitfall-6'
const TITLE = 'Inovasi sekadar formalitas'

/** Innovations that answer no need, or whose effect nobody measured. */
export const innovationForShow = rule({
  id: ID,
  title: TITLE,
  basis: 'Enam hal yang harus dihindari, nomor 6',
  reads: ['today', 'cycle', 'innovations'],
  bands: ['without_need', 'unmeasured'],
  read: (facts: Read, means) => {
    const begun = facts.innovations.filter(({ startedOn }) => startedOn <= lastDay(facts))
    const needless = begun.filter(({ need, needProofs }) => need.trim() === '' || needProofs === 0)
    const unmeasured = begun.filter(({ before, after }) => before === null || after === null)
    return pitfall({
      rule: ID,
      title: TITLE,
      measures: [
        share('without_need', 'inovasi tanpa kebutuhan yang tercatat dan terbukti', begun, needless, means),
        share('unmeasured', 'inovasi tanpa ukuran sebelum dan sesudah', begun, unmeasured, means),
      ],
      records: begun
        .filter(one => needless.includes(one) || unmeasured.includes(one))
        .map(({ id }) => ({ kind: 'innovation', id })),
      remedy:
        'Catat masalah yang dijawab tiap inovasi beserta buktinya, lalu ukur keadaan sebelum dan sesudahnya.',
    })
  },
})

function share(key: string, label: string, all: Innovations, some: Innovations, means: RuleMeans): Measure {
  const value = all.length === 0 ? null : ratio(some.length, all.length)
  return measure({
    key,
    label: `Bagian ${label}`,
    value,
    shown: value === null ? 'belum ada inovasi' : `${sayShare(value)} ${label}`,
    band: bandOf(means, key),
    say: sayShare,
  })
}
