import type { Exact } from '../exact'
import { heldWithin } from './activities-held'
import { lastDay } from './cycle-days'
import type { Facts } from './facts'
import { frontLineOf, partakers } from './people'
import { partOf } from './shares'

export interface Trained {
  /** Front-line people known to have been trained: those named, and never fewer than were counted at one training. */
  readonly trained: number
  readonly frontLine: number | null
  /** Null where it cannot be told. */
  readonly share: Exact | null
  /** What is missing to tell it, in words, and how to bring it. */
  readonly missing: { readonly shown: string; readonly next: string }
}

const STAFF = {
  shown: 'petugas layanan atau kegiatan satker belum tercatat',
  next: 'Catat petugas layanan di daftar pegawai dan pelatihannya di register kegiatan.',
}
const NAMES = {
  shown: 'peserta pelatihan layanan prima belum tercatat',
  next: 'Catat nama peserta pelatihan layanan prima di register kegiatan.',
}

/** A training that names nobody trained somebody, but who it was cannot be told; no training at all trained nobody. */
export function trainedShare(
  facts: Pick<Facts, 'today' | 'cycle' | 'staff' | 'profiles' | 'activities' | 'frontLineStaff'>,
  months: number,
): Trained {
  const trainings = heldWithin(facts.activities, 'service-training', lastDay(facts), months)
  const reached = trainings.reduce(
    (most, one) => Math.max(most, one.frontLineParticipants),
    partakers(trainings, facts.frontLineStaff).size,
  )
  const frontLine = frontLineOf(facts)
  // Some who were at a training have left since.
  const trained = frontLine === null ? reached : Math.min(reached, frontLine)
  const isStaffKnown = frontLine !== null && facts.activities.length > 0
  const areNamesMissing =
    trained === 0 && trainings.some(one => one.participants.length === 0 && one.counted !== 0)
  return {
    trained,
    frontLine,
    share: isStaffKnown && !areNamesMissing ? partOf(trained, frontLine) : null,
    missing: isStaffKnown ? NAMES : STAFF,
  }
}
