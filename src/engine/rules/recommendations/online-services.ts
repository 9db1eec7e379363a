import { lastProfile } from '../employees'
import { sayQuarter } from '../periods'
import { bandOf } from '../rule'
import { sayShare } from '../say'
import { partOf, sayPart } from '../shares'
import { progress, recommendation } from './recommendation'

export const onlineServices = recommendation({
  number: 2,
  title: 'Layanan satu pintu dan media informasi',
  reads: ['today', 'cycle', 'profiles'],
  bands: ['online_services'],
  see: (facts, means) => {
    const profile = lastProfile(facts, 'services', 'onlineServices')
    const [online, services] = [profile?.onlineServices ?? 0, profile?.services ?? 0]
    return {
      steps: [
        progress({
          key: 'online_services',
          label: 'Layanan yang dapat diselesaikan tanpa tatap muka',
          value: partOf(online, services),
          shown: profile?.services
            ? `${sayPart(online, services, 'layanan dapat diselesaikan tanpa tatap muka')} pada ${sayQuarter(profile.year, profile.quarter)}`
            : 'jumlah layanan dan layanan daring belum tercatat di profil satker',
          band: bandOf(means, 'online_services'),
          say: sayShare,
          next: profile
            ? 'Buka satu layanan lagi yang dapat diselesaikan secara daring, dan perbarui profil satker.'
            : 'Isi jumlah layanan dan layanan daring di profil satker.',
        }),
      ],
      records: profile ? [{ kind: 'profile', id: profile.id }] : [],
    }
  },
})
