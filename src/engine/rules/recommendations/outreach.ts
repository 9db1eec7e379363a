import { exact } from '../../exact'
import { activityRecords, heldBy, regularityOf } from '../activities-held'
import { lastDay } from '../cycle-days'
import { bandOf, countOf } from '../rule'
import { sayCount } from '../say'
import { total } from '../shares'
import { progress, recommendation } from './recommendation'

/** Outreach to which nobody came from outside is no closeness: it does not count. A public consultation is an input of stakeholders, counted there. */
export const outreach = recommendation({
  number: 10,
  title: 'Intimasi: kedekatan dengan masyarakat',
  reads: ['today', 'cycle', 'activities'],
  bands: ['quarters', 'guests'],
  numbers: ['quarters'],
  see: (facts, means) => {
    const end = lastDay(facts)
    const of = countOf(means, 'quarters')
    const { held, quarters: covered } = regularityOf(
      heldBy(facts.activities, 'outreach', end).filter(one => one.guests > 0),
      end,
      of,
    )
    const guests = total(held.map(one => one.guests))
    const isEmpty = facts.activities.length === 0
    return {
      steps: [
        progress({
          key: 'quarters',
          label: 'Triwulan dengan pendekatan masyarakat',
          value: isEmpty ? null : exact(covered),
          shown: isEmpty
            ? 'belum ada kegiatan tercatat'
            : `pendekatan masyarakat diadakan dalam ${sayCount(covered)} dari ${sayCount(of)} triwulan terakhir`,
          band: bandOf(means, 'quarters'),
          next: 'Adakan pendekatan masyarakat triwulan ini, dan catat jumlah tamunya.',
        }),
        progress({
          key: 'guests',
          label: 'Warga yang ikut',
          value: isEmpty ? null : exact(guests),
          shown: isEmpty ? 'jumlah warga belum dapat dihitung' : `${sayCount(guests)} warga ikut`,
          band: bandOf(means, 'guests'),
          next: 'Ajak lebih banyak warga, dan catat jumlahnya.',
        }),
      ],
      records: activityRecords(held),
    }
  },
})
