import { div, exact, max, sum, ZERO, type Exact } from '../../exact'
import { activityRecords, heldBy, lastDayOf, regularityOf } from '../activities-held'
import { headcountOf, peopleReached, peopleTold } from '../people'
import type { CivilDate } from '../../civil-days'
import type { ActivityFacts } from '../facts'
import { lastDay } from '../cycle-days'
import { quarterTextOf, quarterWindows } from '../periods'
import { bandOf, countOf } from '../rule'
import { sayCount, sayShare } from '../say'
import { partOf } from '../shares'
import { progress, recommendation } from './recommendation'

export const coaching = recommendation({
  number: 6,
  title: 'Pembinaan seluruh pegawai secara berjenjang dan berkala',
  reads: ['today', 'cycle', 'staff', 'profiles', 'activities'],
  bands: ['quarters', 'coached'],
  numbers: ['quarters'],
  see: (facts, means) => {
    const end = lastDay(facts)
    const of = countOf(means, 'quarters')
    const { held, quarters: covered } = regularityOf(heldBy(facts.activities, 'coaching', end), end, of)
    const employees = headcountOf(facts)
    const coached =
      employees === null || facts.activities.length === 0 || peopleTold(held) === null
        ? null
        : meanShare(held, employees, end, of)
    return {
      steps: [
        progress({
          key: 'quarters',
          label: 'Triwulan dengan pembinaan',
          value: facts.activities.length === 0 ? null : exact(covered),
          shown:
            facts.activities.length === 0
              ? 'belum ada kegiatan tercatat'
              : `pembinaan diadakan dalam ${sayCount(covered)} dari ${sayCount(of)} triwulan terakhir`,
          band: bandOf(means, 'quarters'),
          next: 'Adakan pembinaan triwulan ini dan catat pesertanya.',
        }),
        progress({
          key: 'coached',
          label: 'Pegawai yang dibina, rata-rata per triwulan',
          value: coached,
          shown: coached
            ? `rata-rata ${sayShare(coached)} pegawai dibina per triwulan`
            : 'jumlah pegawai yang dibina belum dapat dihitung',
          band: bandOf(means, 'coached'),
          say: sayShare,
          next: 'Bina juga pegawai yang belum pernah ikut, dan catat nama atau jumlah pesertanya.',
        }),
      ],
      records: activityRecords(held),
    }
  },
})

/** The mean over the last quarters; a quarter without coaching reached nobody. */
function meanShare(held: readonly ActivityFacts[], employees: number, end: CivilDate, count: number): Exact {
  const shareIn = (quarter: string) => {
    const acts = held.filter(one => quarterTextOf(lastDayOf(one)) === quarter)
    return partOf(peopleReached(acts), employees) ?? ZERO
  }
  return quarterWindows(end, count)
    .map(quarters => div(sum(quarters.map(shareIn)), exact(quarters.length)))
    .reduce(max)
}
