import { dayFrom } from './calendar'
import type { CastUnit } from './cast'

const YEAR = 365

interface Foreign {
  readonly kind: string
  readonly partner: string
  readonly partnerKind: string
  readonly title: string
  readonly scope: string
  readonly tasks: readonly string[]
}

/** Agreements across the border, of offices that deal with it: unit, kind, partner, its kind, title, scope and tasks. */
const FOREIGN: Readonly<Record<string, Foreign>> = {
  lazuardi: {
    kind: 'Pernyataan kehendak (LoI)',
    partner: 'Kantor Imigrasi Pelabuhan Sankara, Republik Meravia',
    partnerKind: 'Pemerintah atau lembaga asing',
    title: 'Pertukaran praktik pemeriksaan penumpang kapal',
    scope: 'Kunjungan kerja dan pelatihan petugas pemeriksaan dokumen perjalanan.',
    tasks: ['Kunjungan kerja ke Sankara', 'Pelatihan pemeriksaan dokumen', 'Laporan bersama'],
  },
  pusat: {
    kind: 'Perjanjian kerja sama luar negeri',
    partner: 'Dewan Integritas Layanan Publik Asia Selatan',
    partnerKind: 'Organisasi internasional',
    title: 'Penilaian sejawat layanan publik',
    scope: 'Penilaian sejawat dan berbagi data survei kepuasan layanan.',
    tasks: ['Penunjukan penilai sejawat', 'Penilaian sejawat pertama', 'Paparan hasil penilaian'],
  },
}

/** The rows of an agreement and its tasks where a unit has one: half a year old, for three years; what was due is done. */
export function abroadRows(
  unit: CastUnit,
  today: Date,
): { readonly row: string[]; readonly tasks: string[][] }[] {
  const foreign = FOREIGN[unit.key]
  if (!foreign) return []
  const { title, kind, partner, partnerKind, scope, tasks } = foreign
  const age = 180
  const year = new Date(today.getTime() - age * 24 * 3_600_000).getUTCFullYear()
  const number = `${unit.code}.LN-01/${year}`
  const abroad = {
    row: [
      number,
      title,
      'Luar negeri',
      kind,
      partner,
      partnerKind,
      scope,
      dayFrom(today, -age - 3),
      unit.level === 'satker' ? 'Kepala Kantor' : 'Kepala Unit',
      dayFrom(today, -age),
      dayFrom(today, 3 * YEAR - age),
      '12',
      'ya',
      '6',
      '',
    ],
    tasks: tasks.map((task, place) => {
      const due = -90 + place * 120
      const done = due < 0
      return [
        number,
        task,
        'Subbagian Kerja Sama',
        dayFrom(today, due),
        done ? dayFrom(today, due - 5) : '',
        done ? 'Terlaksana bersama mitra; berita acara ditandatangani kedua pihak.' : '',
      ]
    }),
  }
  return [abroad]
}
