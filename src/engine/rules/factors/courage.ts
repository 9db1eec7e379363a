import { exact } from '../../exact'
import { isBetterAfter } from '../innovations-made'
import { lastDay } from '../cycle-days'
import { isWithin } from '../periods'
import { bandOf, countOf } from '../rule'
import { sayCount, sayShare } from '../say'
import { partOf, sayPart } from '../shares'
import { step } from '../steps'
import { factor } from './factor'

/** Something new was begun, and it was measured whether it is better. */
export const courage = factor({
  id: 'factor-courage',
  title: 'Keberanian keluar dari zona nyaman',
  reads: ['today', 'cycle', 'innovations'],
  bands: ['begun', 'proven_better'],
  numbers: ['months'],
  see: (facts, means) => {
    const end = lastDay(facts)
    const months = countOf(means, 'months')
    const begun = facts.innovations.filter(({ startedOn }) => startedOn <= end)
    const fresh = begun.filter(({ startedOn }) => isWithin(startedOn, end, months)).length
    const better = begun.filter(isBetterAfter).length
    return {
      steps: [
        step({
          key: 'begun',
          label: 'Inovasi yang dimulai',
          value: facts.innovations.length === 0 ? null : exact(fresh),
          shown:
            facts.innovations.length === 0
              ? 'belum ada inovasi yang tercatat'
              : `${sayCount(fresh)} inovasi dimulai dalam ${sayCount(months)} bulan terakhir`,
          band: bandOf(means, 'begun'),
          next: 'Mulai satu perubahan cara kerja yang menjawab masalah nyata.',
        }),
        step({
          key: 'proven_better',
          label: 'Inovasi yang terukur lebih baik',
          value: partOf(better, begun.length),
          shown:
            begun.length === 0
              ? 'belum ada inovasi yang berjalan'
              : sayPart(better, begun.length, 'inovasi terukur lebih baik daripada sebelumnya'),
          band: bandOf(means, 'proven_better'),
          say: sayShare,
          next: 'Ukur keadaan sebelum dan sesudah setiap inovasi, dan hentikan yang tidak membawa hasil.',
        }),
      ],
      records: begun.map(({ id }) => ({ kind: 'innovation', id }) as const),
    }
  },
})
