import { exact } from '../../exact'
import { activityRecords, heldBy, regularityOf } from '../activities-held'
import { headcountOf, peopleTold } from '../people'
import { lastDay } from '../cycle-days'
import { bandOf, countOf } from '../rule'
import { sayCount, sayShare } from '../say'
import { partOf, sayPart } from '../shares'
import { step } from '../steps'
import { factor } from './factor'

/** Told again and again, and to everybody. */
export const communication = factor({
  id: 'factor-communication',
  title: 'Komunikasi (sosialisasi)',
  reads: ['today', 'cycle', 'staff', 'profiles', 'activities'],
  bands: ['quarters', 'reached'],
  numbers: ['quarters'],
  see: (facts, means) => {
    const end = lastDay(facts)
    const of = countOf(means, 'quarters')
    const { held, quarters: covered } = regularityOf(heldBy(facts.activities, 'socialisation', end), end, of)
    const employees = headcountOf(facts)
    const isEmpty = facts.activities.length === 0
    const reached = peopleTold(held)
    const share = isEmpty || employees === null || reached === null ? null : partOf(reached, employees)
    return {
      steps: [
        step({
          key: 'quarters',
          label: 'Triwulan dengan sosialisasi',
          value: isEmpty ? null : exact(covered),
          shown: isEmpty
            ? 'belum ada kegiatan tercatat'
            : `sosialisasi diadakan dalam ${sayCount(covered)} dari ${sayCount(of)} triwulan terakhir`,
          band: bandOf(means, 'quarters'),
          next: 'Adakan sosialisasi ZI triwulan ini, dan catat di register kegiatan.',
        }),
        step({
          key: 'reached',
          label: 'Pegawai yang mengikuti sosialisasi',
          value: share,
          shown: share
            ? sayPart(reached ?? 0, employees ?? 0, 'pegawai mengikuti sosialisasi')
            : 'jumlah pegawai yang mengikuti sosialisasi belum dapat dihitung',
          band: bandOf(means, 'reached'),
          say: sayShare,
          next: 'Ajak pegawai yang belum pernah ikut sosialisasi, dan catat pesertanya.',
        }),
      ],
      records: activityRecords(held),
    }
  },
})
