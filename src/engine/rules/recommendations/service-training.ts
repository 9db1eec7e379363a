import { activityRecords, heldWithin } from '../activities-held'
import { lastDay } from '../cycle-days'
import { bandOf, countOf } from '../rule'
import { sayCount, sayShare } from '../say'
import { sayPart } from '../shares'
import { trainedShare } from '../service-trained'
import { progress, recommendation } from './recommendation'

export const serviceTraining = recommendation({
  number: 8,
  title: 'Pelatihan layanan prima bagi petugas layanan',
  reads: ['today', 'cycle', 'staff', 'profiles', 'activities', 'frontLineStaff'],
  bands: ['trained'],
  numbers: ['months'],
  see: (facts, means) => {
    const end = lastDay(facts)
    const months = countOf(means, 'months')
    const { trained, frontLine, share, missing } = trainedShare(facts, months)
    return {
      steps: [
        progress({
          key: 'trained',
          label: 'Petugas layanan yang dilatih layanan prima',
          value: share,
          shown:
            share === null
              ? missing.shown
              : `${sayPart(trained, frontLine ?? 0, 'petugas layanan dilatih layanan prima')} dalam ${sayCount(months)} bulan terakhir`,
          band: bandOf(means, 'trained'),
          say: sayShare,
          next:
            share === null
              ? missing.next
              : 'Latih petugas layanan yang belum dilatih, dan catat nama pesertanya.',
        }),
      ],
      records: activityRecords(heldWithin(facts.activities, 'service-training', end, months)),
    }
  },
})
