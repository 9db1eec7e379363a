import { exact } from '../../exact'
import { activityRecords, heldWithin } from '../activities-held'
import { lastDay } from '../cycle-days'
import { bandOf, countOf } from '../rule'
import { sayCount } from '../say'
import { progress, recommendation } from './recommendation'

/** What was copied counts where its source is named; a visit alone is the way there, not the end of it. */
export const learningFromOthers = recommendation({
  number: 9,
  title: 'Amati, tiru, modifikasi inovasi unit lain',
  reads: ['today', 'cycle', 'activities', 'innovations'],
  bands: ['learned', 'adapted'],
  numbers: ['months'],
  see: (facts, means) => {
    const end = lastDay(facts)
    const visits = heldWithin(facts.activities, 'study-visit', end, countOf(means, 'months'))
    const adapted = facts.innovations.filter(
      one => one.atm !== '' && one.sourceUnit.trim() !== '' && one.startedOn <= end,
    )
    const isEmpty = facts.activities.length + facts.innovations.length === 0
    return {
      steps: [
        progress({
          key: 'learned',
          label: 'Studi tiru dan inovasi yang meniru unit lain',
          value: isEmpty ? null : exact(visits.length + adapted.length),
          shown: isEmpty
            ? 'belum ada kegiatan dan inovasi tercatat'
            : `${sayCount(visits.length)} studi tiru dalam ${sayCount(countOf(means, 'months'))} bulan terakhir`,
          band: bandOf(means, 'learned'),
          next: 'Kunjungi unit lain yang inovasinya sesuai kebutuhan, dan catat sebagai studi tiru.',
        }),
        progress({
          key: 'adapted',
          label: 'Inovasi yang ditiru dengan menyebut unit asalnya',
          value: isEmpty ? null : exact(adapted.length),
          shown: isEmpty
            ? 'peniruan inovasi belum dapat dihitung'
            : `${sayCount(adapted.length)} inovasi meniru unit lain yang disebut namanya`,
          band: bandOf(means, 'adapted'),
          next: 'Terapkan satu inovasi dari unit yang dikunjungi, dan catat unit asalnya di register inovasi.',
        }),
      ],
      records: [
        ...activityRecords(visits),
        ...adapted.map(({ id }) => ({ kind: 'innovation', id }) as const),
      ],
    }
  },
})
