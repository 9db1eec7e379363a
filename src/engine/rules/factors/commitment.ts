import type { Exact } from '../../exact'
import { lastProfile } from '../employees'
import { headcountOf } from '../people'
import { lastDay } from '../cycle-days'
import { bandOf } from '../rule'
import { sayShare } from '../say'
import { partOf, sayPart } from '../shares'
import { step } from '../steps'
import { factor } from './factor'

/** Signed by all, and kept: what was promised in the action plan is done by its day. */
export const commitment = factor({
  id: 'factor-commitment',
  title: 'Komitmen',
  reads: ['today', 'cycle', 'staff', 'profiles', 'goals'],
  bands: ['signatures', 'goals_late'],
  see: (facts, means) => {
    const end = lastDay(facts)
    const profile = lastProfile(facts, 'signatures')
    const employees = profile?.employees || headcountOf(facts)
    const signatures = profile?.signatures ?? null
    const signed: Exact | null =
      signatures === null || employees === null ? null : partOf(signatures, employees)
    const due = facts.goals.filter(({ dueOn }) => dueOn <= end)
    const late = due.filter(({ dueOn, doneOn }) => doneOn === null || doneOn > dueOn)
    return {
      steps: [
        step({
          key: 'signatures',
          label: 'Pegawai yang menandatangani komitmen bersama',
          value: signed,
          shown: signed
            ? sayPart(signatures ?? 0, employees ?? 0, 'pegawai menandatangani komitmen bersama')
            : 'jumlah pegawai atau penanda tangan komitmen bersama belum tercatat',
          band: bandOf(means, 'signatures'),
          say: sayShare,
          next: 'Lengkapi tanda tangan komitmen bersama dan catat di profil satker.',
        }),
        step({
          key: 'goals_late',
          label: 'Rencana aksi yang tidak selesai pada tenggatnya',
          value: partOf(late.length, due.length),
          shown:
            due.length === 0
              ? 'belum ada rencana aksi yang sampai tenggat'
              : sayPart(late.length, due.length, 'rencana aksi tidak selesai pada tenggatnya'),
          band: bandOf(means, 'goals_late'),
          say: sayShare,
          next:
            due.length === 0
              ? 'Catat rencana aksi dengan tenggatnya, dan selesaikan pada waktunya.'
              : 'Selesaikan rencana aksi yang lewat tenggat, atau tetapkan tenggat yang dapat dipenuhi.',
        }),
      ],
      records: [
        ...(profile ? [{ kind: 'profile', id: profile.id } as const] : []),
        ...late.map(({ id }) => ({ kind: 'goal', id }) as const),
      ],
    }
  },
})
