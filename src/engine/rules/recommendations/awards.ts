import { exact } from '../../exact'
import { activityRecords, heldBy, regularityOf } from '../activities-held'
import { lastDay } from '../cycle-days'
import { bandOf, countOf } from '../rule'
import { sayCount } from '../say'
import { progress, recommendation } from './recommendation'

export const awards = recommendation({
  number: 7,
  title: 'Motivasi: penghargaan bagi pegawai yang berinovasi, berkinerja, dan berbuat baik',
  reads: ['today', 'cycle', 'activities'],
  bands: ['quarters'],
  numbers: ['quarters'],
  see: (facts, means) => {
    const end = lastDay(facts)
    const of = countOf(means, 'quarters')
    const { held: given, quarters: covered } = regularityOf(heldBy(facts.activities, 'award', end), end, of)
    return {
      steps: [
        progress({
          key: 'quarters',
          label: 'Triwulan dengan penghargaan',
          value: facts.activities.length === 0 ? null : exact(covered),
          shown:
            facts.activities.length === 0
              ? 'belum ada kegiatan tercatat'
              : `penghargaan diberikan dalam ${sayCount(covered)} dari ${sayCount(of)} triwulan terakhir`,
          band: bandOf(means, 'quarters'),
          next: 'Beri penghargaan triwulan ini kepada pegawai yang layak, dan catat di register kegiatan.',
        }),
      ],
      records: activityRecords(given),
    }
  },
})
