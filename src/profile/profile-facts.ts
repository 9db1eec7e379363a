import type { Figure, Figures } from '../engine/profile/figures'
import { partFaults } from '../engine/profile/figures'
import { firstDayOf, type Quarter } from '../engine/profile/quarter'
import type { TimeZone } from '../web/format/date'
import { formatCount } from '../web/format/number'

/** What is typed about a quarter, in the form or a row of a file. */
export interface ProfileDraft extends Quarter {
  readonly figures: Figures
  readonly areas: readonly string[]
}

/** A quarter with the satker it is kept at. */
export interface ProfileRow extends ProfileDraft {
  readonly id: string
  readonly satkerId: string
  readonly satkerName: string
  readonly satkerPath: string
  readonly timeZone: TimeZone
  readonly questions: readonly string[]
  readonly version: number
}

/** A quarter as it is kept. */
export interface KeptProfile extends ProfileDraft {
  readonly id: string
  readonly satkerId: string
  readonly version: number
  /** Undefined leaves what stands. */
  readonly questions?: readonly string[] | undefined
}

interface FigureWords {
  readonly label: string
  /** Of the fields of one group of the form. */
  readonly group: 'people' | 'services' | 'places' | 'integrity'
}

/** Every figure in the order in which people read them. */
export const FIGURES = {
  employees: { label: 'Pegawai', group: 'people' },
  frontLine: { label: 'Pegawai garis depan', group: 'people' },
  signatures: { label: 'Penanda tangan komitmen bersama', group: 'people' },
  services: { label: 'Jenis layanan', group: 'services' },
  onlineServices: { label: 'Layanan yang selesai daring', group: 'services' },
  floors: { label: 'Lantai', group: 'places' },
  floorsWithMotto: { label: 'Lantai dengan moto perubahan', group: 'places' },
  rooms: { label: 'Ruang layanan', group: 'places' },
  roomsWithMotto: { label: 'Ruang layanan dengan moto perubahan', group: 'places' },
  gratificationReports: { label: 'Laporan gratifikasi', group: 'integrity' },
  violations: { label: 'Pelanggaran disiplin', group: 'integrity' },
  lhkpnDue: { label: 'Wajib LHKPN', group: 'integrity' },
  lhkpnFiled: { label: 'LHKPN dilaporkan', group: 'integrity' },
  lhkasnDue: { label: 'Wajib LHKASN', group: 'integrity' },
  lhkasnFiled: { label: 'LHKASN dilaporkan', group: 'integrity' },
} as const satisfies Readonly<Record<Figure, FigureWords>>

export const FIGURE_NAMES = Object.keys(FIGURES) as Figure[]

/** The figures alone, whatever else comes with them. */
export const figuresOf = (row: Figures): Figures =>
  Object.fromEntries(FIGURE_NAMES.map(name => [name, row[name]])) as unknown as Figures

export const sameProfile = (one: ProfileDraft, other: ProfileDraft): boolean =>
  JSON.stringify([figuresOf(one.figures), one.areas]) ===
  JSON.stringify([figuresOf(other.figures), other.areas])

/** A label within a sentence; abbreviations keep their capitals. */
const inSentence = (label: string): string => `${label.charAt(0).toLowerCase()}${label.slice(1)}`

export type ProfileFaults = Partial<Record<Figure | 'quarter', string>>

/** What cannot be true together, by the field to correct. */
export function profileFaults(draft: ProfileDraft, today: string): ProfileFaults {
  const parts = partFaults(draft.figures).map(({ part, whole, fault }): [Figure, string] => {
    const all = inSentence(FIGURES[whole].label)
    return [
      part,
      fault === 'no-whole'
        ? `Isi dahulu jumlah ${all}.`
        : `Tidak dapat melebihi jumlah ${all}, ${formatCount(draft.figures[whole] ?? 0)}.`,
    ]
  })
  return {
    ...(draft.figures.employees === null ? { employees: 'Isi jumlah pegawai.' } : {}),
    ...Object.fromEntries(parts),
    ...(firstDayOf(draft) > today ? { quarter: 'Triwulan ini belum dimulai.' } : {}),
  }
}
