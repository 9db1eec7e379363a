import { exact } from '../../exact'
import { activityRecords, heldBy } from '../activities-held'
import { lastProfile } from '../employees'
import { headcountOf } from '../people'
import { lastDay } from '../cycle-days'
import { sayQuarter } from '../periods'
import { bandOf } from '../rule'
import { sayCount, sayShare } from '../say'
import { partOf, sayPart } from '../shares'
import { progress, recommendation } from './recommendation'

/** Signatures are those of the latest profile that counts them. */
export const jointCommitment = recommendation({
  number: 1,
  title: 'Pencanangan dengan komitmen bersama seluruh pimpinan dan pegawai',
  reads: ['today', 'cycle', 'staff', 'profiles', 'activities'],
  bands: ['launches', 'signatures'],
  see: (facts, means) => {
    const end = lastDay(facts)
    const launches = heldBy(facts.activities, 'launch', end)
    const profile = lastProfile(facts, 'signatures')
    const employees = profile?.employees || headcountOf(facts)
    const signatures = profile?.signatures ?? null
    const known = signatures !== null && employees !== null && profile !== undefined
    return {
      steps: [
        progress({
          key: 'launches',
          label: 'Pencanangan yang tercatat',
          value: facts.activities.length === 0 ? null : exact(launches.length),
          shown:
            launches.length === 0
              ? 'pencanangan belum tercatat'
              : `${sayCount(launches.length)} pencanangan tercatat`,
          band: bandOf(means, 'launches'),
          next: 'Laksanakan pencanangan dan catat di register kegiatan.',
        }),
        progress({
          key: 'signatures',
          label: 'Pegawai yang menandatangani komitmen bersama',
          value: known ? partOf(signatures, employees) : null,
          shown: known
            ? `${sayPart(signatures, employees, 'pegawai menandatangani komitmen bersama')} pada ${sayQuarter(profile.year, profile.quarter)}`
            : 'jumlah pegawai atau penanda tangan komitmen bersama belum tercatat',
          band: bandOf(means, 'signatures'),
          say: sayShare,
          next: known
            ? 'Minta pegawai yang belum menandatangani komitmen bersama untuk menandatangani, dan catat di profil satker.'
            : 'Isi jumlah pegawai dan penanda tangan komitmen bersama di profil satker.',
        }),
      ],
      records: [
        ...activityRecords(launches),
        ...(profile ? [{ kind: 'profile', id: profile.id } as const] : []),
      ],
    }
  },
})
