import { lastProfile } from '../employees'
import { sayQuarter } from '../periods'
import { bandOf } from '../rule'
import { sayShare } from '../say'
import { partOf, sayPart } from '../shares'
import { progress, recommendation } from './recommendation'

/** Floors and service rooms together; of neither can more carry a motto than there are. */
export const mottos = recommendation({
  number: 3,
  title: 'Moto perubahan di setiap lantai dan ruang layanan',
  reads: ['today', 'cycle', 'profiles'],
  bands: ['places'],
  see: (facts, means) => {
    const profile = lastProfile(facts, 'floors', 'floorsWithMotto', 'rooms', 'roomsWithMotto')
    const [floors, rooms] = [profile?.floors ?? 0, profile?.rooms ?? 0]
    const withMotto =
      Math.min(profile?.floorsWithMotto ?? 0, floors) + Math.min(profile?.roomsWithMotto ?? 0, rooms)
    const isMeasured = profile !== undefined && floors + rooms > 0
    return {
      steps: [
        progress({
          key: 'places',
          label: 'Lantai dan ruang layanan dengan moto',
          value: partOf(withMotto, floors + rooms),
          shown: isMeasured
            ? `${sayPart(withMotto, floors + rooms, 'lantai dan ruang layanan memasang moto')} pada ${sayQuarter(profile.year, profile.quarter)}`
            : 'jumlah lantai dan ruang layanan belum tercatat di profil satker',
          band: bandOf(means, 'places'),
          say: sayShare,
          next: isMeasured
            ? 'Pasang moto di lantai dan ruang yang belum memilikinya, dan perbarui profil satker.'
            : 'Isi jumlah lantai dan ruang layanan di profil satker.',
        }),
      ],
      records: profile ? [{ kind: 'profile', id: profile.id }] : [],
    }
  },
})
